import type { Edition } from '#app/domain/edition.ts'
import { listAwardsOf } from '#app/features/ceremony/awards.queries.server.ts'
import { honourOf, honours, type Outcome } from '#app/features/certificates/words.ts'
import { isRevealed } from '#app/features/moderation/revealed.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

/** What a nominee's entries came to, each once the public knows the winner of its category; the most first. Two reads. */
export async function listOutcomes(ctx: Pick<Ctx, 'db'>, edition: Pick<Edition, 'id' | 'now'>, nomineeId: string): Promise<Outcome[]> {
  const entries = await ctx.db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id')
    .select(['entry.id', 'entry.shortlist', 'category.name'])
    .where('entry.nominee_id', '=', nomineeId).where(takesPart).where((e) => isRevealed(e, edition.now))
    .orderBy('category.position').execute()
  const awards = await listAwardsOf(ctx, edition, entries.map(({ id }) => id))
  return entries
    .map(({ id, shortlist, name }) => ({ category: name, honour: honourOf(awards.get(id)?.kind, shortlist) }))
    .toSorted((a, b) => honours.indexOf(a.honour) - honours.indexOf(b.honour))
}
