import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Edition } from '#app/domain/edition.ts'
import { isUnderEmbargo, lookAtResults, requireResults } from '#app/features/moderation/embargo.server.ts'
import { hasStandings } from '#app/features/moderation/policy.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

type Asked = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>

/** The meeting as a whole, for the people on the embargo list. */
export async function requireMeeting(asked: Asked): Promise<{ ctx: Ctx; edition: Edition }> {
  const { ctx, edition } = await requireOrganiser(asked)
  if (!(await isUnderEmbargo(ctx, edition))) throw notFound()
  return { ctx, edition }
}

/** One category before the meeting, for those on the list who have not stepped out of it: once its scoring is closed. */
export const requireItem = (asked: Asked) => ofMeeting(requireResults(asked))

/** The same for a page that shows results. Side effect: audit, that somebody looked. */
export const lookAtItem = (asked: Asked) => ofMeeting(lookAtResults(asked))

async function ofMeeting(asking: ReturnType<typeof requireResults>): ReturnType<typeof requireResults> {
  const found = await asking
  if (!found.mayAct || !hasStandings(found.category)) throw notFound()
  return found
}
