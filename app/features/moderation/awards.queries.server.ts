import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { isUnderEmbargo } from '#app/features/moderation/embargo.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { Db, Trx } from '#db/schema.ts'
import type { AwardKind } from '#db/vocabulary.ts'

/** One award of a sealed category, by its newest seal. */
export interface SealedAward {
  categoryId: string
  category: string
  entryId: string
  nomineeId: string
  kind: AwardKind
  /** within the category: winners first, then highly commended, then reserves */
  place: number
  name: string
  /** how the name is said */
  saidAs: string
  employer: string
  citation: string
}

/** All sealed awards, for the people on the embargo list alone: script, rehearsal. Whoever shows them notes the look. */
export async function listAwardsUnderEmbargo(ctx: Pick<Ctx | TrxCtx, 'db' | 'actor'>, edition: Edition): Promise<Result<SealedAward[]>> {
  return (await isUnderEmbargo(ctx, edition)) ? ok(await awardsInForce(ctx.db, edition).execute()) : denied('not-yours')
}

/** By the newest leaf of each category; a decision that is not sealed is in none. */
function awardsInForce(db: Db | Trx, edition: Pick<Edition, 'id'>) {
  return db
    .selectFrom('award').innerJoin('category', 'category.id', 'award.category_id').innerJoin('entry', 'entry.id', 'award.entry_id').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .select([
      'award.category_id as categoryId', 'category.name as category', 'award.entry_id as entryId', 'nominee.id as nomineeId', 'award.kind', 'award.place',
      'nominee.name', 'nominee.said_as as saidAs', 'nominee.employer', 'award.citation',
    ])
    .where('category.edition_id', '=', edition.id)
    .where((e) => e('award.number', '=', e.selectFrom('seal_leaf').select((l) => l.fn.max('seal_leaf.number').as('newest')).whereRef('seal_leaf.category_id', '=', 'award.category_id')))
    .orderBy('category.position').orderBy('award.place')
}
