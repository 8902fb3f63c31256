import { dealtCards, givenCards } from '#app/features/judging/given-cards.server.ts'
import type { Db, Trx } from '#db/schema.ts'

/**
 * The scorecards of an edition that count towards quorum and progress, with the entry, category, judge and account of each:
 * given to a judge who is not void, with nothing between the two, for an entry on a shortlist that takes part. Those of
 * a judge who left were either finished, and count, or are no longer given to them.
 */
export function standingCards(db: Db | Trx, editionId: string) {
  return givenCards(db).where('entry.edition_id', '=', editionId).where('judge.state', '<>', 'void')
}

/** The same, and those for entries that stood down: they say no less of how their judges mark. Those for a void entry say nothing. */
export function informingCards(db: Db | Trx, editionId: string) {
  return dealtCards(db)
    .where('entry.edition_id', '=', editionId).where('judge.state', '<>', 'void').where('entry.state', '=', 'live').where('entry.standing', '<>', 'void')
}
