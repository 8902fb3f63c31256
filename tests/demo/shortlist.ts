import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { announceFinalists } from '#app/features/shortlisting/announcing.commands.server.ts'
import { choose, finishShortlist, giveNoAward } from '#app/features/shortlisting/commands.server.ts'
import { listFinalistsToTell } from '#app/features/shortlisting/finalists.queries.server.ts'
import { listCandidates, listShortlists, type Candidate } from '#app/features/shortlisting/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'

const forIt = ['The clearest example of all', 'A change that others noticed', 'Told by several people, each with a story of its own', 'Small things, done every day']
const againstIt = ['Kind words, but no example', 'Others show a result more clearly']

/** Finishes every category's shortlist, and announces the finalists. */
export async function shortlist({ ctx, edition }: { ctx: Ctx; edition: Edition }): Promise<void> {
  for (const { id, slug } of await listShortlists(ctx, edition)) {
    const candidates = await byNominations(ctx, await listCandidates(ctx, id))
    const choices = candidates.map(({ entryId }, index) => {
      const isIn = index < edition.settings.shortlistSize
      return { entryId, was: 'undecided' as const, place: isIn ? ('in' as const) : ('out' as const), reason: (isIn ? forIt[index % forIt.length] : againstIt[index % againstIt.length]) ?? '' }
    })
    valueOf(await choose(ctx, edition, slug, choices))
    const seen = await getEditionById(ctx, edition.id)
    valueOf(await (choices.length ? finishShortlist(ctx, seen, slug) : giveNoAward(ctx, seen, slug, 'Nobody was nominated')))
  }
  const people = fingerprintOf(await listFinalistsToTell(ctx, edition))
  valueOf(await announceFinalists(ctx, await getEditionById(ctx, edition.id), people))
}

/** Those of whom most was written first. */
async function byNominations({ db }: Ctx, candidates: Candidate[]): Promise<Candidate[]> {
  const counts = await db.selectFrom('nomination').select((e) => ['nominee_id', e.fn.countAll<number>().as('count')]).where('state', '=', 'live').groupBy('nominee_id').execute()
  const of = new Map(counts.map(({ nominee_id, count }) => [nominee_id, count]))
  return [...candidates].sort((a, b) => (of.get(b.nomineeId) ?? 0) - (of.get(a.nomineeId) ?? 0))
}
