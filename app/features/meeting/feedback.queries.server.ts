import type { Edition } from '#app/domain/edition.ts'
import { countedCards } from '#app/features/meeting/counted-cards.server.ts'
import { isRevealed } from '#app/features/moderation/revealed.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

export interface Feedback {
  category: string
  /** what judges wrote and let them read, in an order that tells of no judge */
  sentences: string[]
}

/** What judges let a nominee read of theirs, once the winner of the category is public. One read. */
export async function listFeedback({ db }: Pick<Ctx, 'db'>, edition: Pick<Edition, 'id' | 'now'>, nomineeId: string): Promise<Feedback[]> {
  const rows = await countedCards(db, edition.id)
    .select(['category.name', 'scorecard.citation'])
    .where('entry.nominee_id', '=', nomineeId).where('scorecard.share', '=', 1).where('scorecard.citation', '<>', '')
    .where((e) => isRevealed(e, edition.now))
    .orderBy('category.position').orderBy('scorecard.citation')
    .execute()
  return [...Map.groupBy(rows, ({ name }) => name)].map(([category, own]) => ({ category, sentences: own.map(({ citation }) => citation) }))
}
