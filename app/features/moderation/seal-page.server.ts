import { denied } from '#app/domain/result.ts'
import type { Edition } from '#app/domain/edition.ts'
import { momentText } from '#app/domain/time.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { maySeal } from '#app/features/moderation/policy.ts'
import { fingerprintOfSeal, readToSeal } from '#app/features/moderation/to-seal.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { refusalResponse } from '#app/platform/respond.server.ts'

/** What the two who seal a category are shown: the same, so that the second seals what the first saw. */
export async function readSealPage(ctx: Ctx, edition: Edition, category: Moderated) {
  const { proposal, decision } = category
  if (!maySeal(category) || !decision) throw refusalResponse(denied('not-to-seal'))
  const toSeal = await readToSeal(ctx, edition, category)
  const { gaps, differs, standings: { ordering, adjusts, rows } } = toSeal
  return {
    slug: edition.slug, version: edition.version, category: { slug: category.slug, name: category.name }, decision, amends: category.seals > 0, gaps, differs, shown: fingerprintOfSeal(toSeal),
    standings: { ordering, adjusts, rows },
    asked: proposal ? { by: proposal.by, at: momentText(proposal.at, edition.time_zone), reason: proposal.reason, isMine: ctx.actor.kind === 'account' && proposal.accountId === ctx.actor.accountId } : null,
  }
}

export type SealPage = Awaited<ReturnType<typeof readSealPage>>
