import { standingCards } from '#app/features/judging/standing-cards.server.ts'
import type { Db, Trx } from '#db/schema.ts'

/** Scorecards that count: finished, on the evidence and the criteria as they are. */
export function countedCards(db: Db | Trx, editionId: string) {
  return standingCards(db, editionId)
    .where('scorecard.state', '=', 'finished')
    .whereRef('scorecard.dossier_version', '=', 'entry.dossier_version').whereRef('scorecard.criteria_version', '=', 'category.criteria_version')
}
