import type { SpreadAward } from '#app/domain/award-spread.ts'
import type { Edition } from '#app/domain/edition.ts'
import { listOutOf } from '#app/features/moderation/step-out.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

/** Every award decided so far in an edition, but for reserves, by the newest decision of each category. One read. */
export async function listDecidedAwards({ db }: Pick<Ctx | TrxCtx, 'db'>, edition: Pick<Edition, 'id'>): Promise<SpreadAward[]> {
  const rows = await db
    .selectFrom('award')
    .innerJoin('category', 'category.id', 'award.category_id').innerJoin('entry', 'entry.id', 'award.entry_id').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .select(['award.category_id as categoryId', 'category.name as category', 'category.state', 'nominee.id as nomineeId', 'nominee.name', 'nominee.employer', 'nominee.employer_key as employerKey'])
    .where('category.edition_id', '=', edition.id).where('award.kind', '<>', 'reserve')
    .where((e) => e('award.number', '=', e.selectFrom('decision').select((d) => d.fn.max('decision.number').as('newest')).whereRef('decision.category_id', '=', 'award.category_id')))
    .orderBy('category.position').orderBy('award.place')
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, settled: state === 'settled' || state === 'sealed' || state === 'revealed' }))
}

/** The same for somebody's screen: without the categories that they are out of. */
export async function listAwardsInSight(ctx: Pick<Ctx, 'db' | 'actor'>, edition: Pick<Edition, 'id'>): Promise<SpreadAward[]> {
  const awards = await listDecidedAwards(ctx, edition)
  const out = await listOutOf(ctx, [...new Set(awards.map(({ categoryId }) => categoryId))].map((id) => ({ id })))
  return awards.filter(({ categoryId }) => !out.has(categoryId))
}
