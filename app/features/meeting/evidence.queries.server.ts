import type { Edition } from '#app/domain/edition.ts'
import { countedCards } from '#app/features/meeting/counted-cards.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CategoryRow } from '#db/schema.ts'

/** Something a judge wrote on a scorecard that counts; whose it is does not show. */
export interface Comment {
  entryId: string
  /** null: the sentence for the stage */
  criterionId: string | null
  text: string
  /** the nominee may read it */
  shared: boolean
}

export interface CountedMark {
  entryId: string
  criterionId: string
  value: number
}

/** What judges of a category gave and wrote, in an order that tells of no judge. Two reads. */
export async function readEvidence({ db }: Pick<Ctx, 'db'>, edition: Pick<Edition, 'id'>, category: Pick<CategoryRow, 'id'>): Promise<{ comments: Comment[]; marks: CountedMark[] }> {
  const counted = countedCards(db, edition.id).where('category.id', '=', category.id)
  const cards = await counted.select(['entry.id as entryId', 'scorecard.citation', 'scorecard.share']).execute()
  const marks = await counted
    .innerJoin('mark', 'mark.scorecard_id', 'scorecard.id').select(['entry.id as entryId', 'mark.criterion_id as criterionId', 'mark.value', 'mark.reason']).execute()
  const sentences = cards.map(({ entryId, citation, share }): Comment => ({ entryId, criterionId: null, text: citation, shared: share === 1 }))
  const reasons = marks.map(({ entryId, criterionId, reason }): Comment => ({ entryId, criterionId, text: reason, shared: false }))
  return {
    comments: [...sentences, ...reasons].filter(({ text }) => text !== '').sort((a, b) => (a.text < b.text ? -1 : 1)),
    marks: marks.flatMap(({ value, entryId, criterionId }) => (value === null ? [] : [{ entryId, criterionId, value }])),
  }
}
