import type { Edition } from '#app/domain/edition.ts'
import { denied, type Result } from '#app/domain/result.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** Puts a citation into the decision as it was seen, in version `seen`. Side effects: decision, awards, minutes, audit. */
export async function saveCitation(ctx: Ctx, edition: Edition, { slug, decision }: Moderated, entryId: string, { seen, citation }: { seen: number; citation: string }): Promise<Result> {
  if (decision?.version !== seen) return denied('changed-meanwhile')
  const awards = decision.awards.map((award) => ({
    entryId: award.entryId, kind: award.kind, reason: award.reason, citation: award.entryId === entryId ? citation : award.citation,
  }))
  return saveDecision(ctx, edition, slug, { version: seen, reason: decision.reason, awards })
}
