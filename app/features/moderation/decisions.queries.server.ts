import type { Edition } from '#app/domain/edition.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { AwardKind } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

export interface Award {
  entryId: string
  name: string
  kind: AwardKind
  place: number
  reason: string
  citation: string
}

export interface Decision {
  /** of the leaf that seals it, or will */
  number: number
  version: number
  /** why it differs from the order of the scores, or gives no award */
  reason: string
  awards: Award[]
}

/** The newest decision of each category that has one, by category. Two reads. */
export async function listDecisions({ db }: Reading, edition: Pick<Edition, 'id'>): Promise<Map<string, Decision>> {
  const decisions = await db
    .selectFrom('decision').innerJoin('category', 'category.id', 'decision.category_id')
    .select(['decision.category_id', 'decision.number', 'decision.version', 'decision.reason'])
    .where('category.edition_id', '=', edition.id).orderBy('decision.number').execute()
  const awards = await db
    .selectFrom('award').innerJoin('entry', 'entry.id', 'award.entry_id').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .select(['award.category_id', 'award.number', 'award.entry_id as entryId', 'nominee.name', 'award.kind', 'award.place', 'award.reason', 'award.citation'])
    .where('entry.edition_id', '=', edition.id).orderBy('award.place').execute()
  return new Map(decisions.map(({ category_id, ...decision }) => [category_id, {
    ...decision,
    awards: awards.filter((one) => one.category_id === category_id && one.number === decision.number).map(({ category_id: _, number: __, ...award }) => award),
  }]))
}
