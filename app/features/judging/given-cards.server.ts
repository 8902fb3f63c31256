import { isInConflict } from '#app/features/judging/conflicts.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import type { Db, Trx } from '#db/schema.ts'

/**
 * Scorecards that are with somebody, on the tables scorecard, entry, category, judge and account: given, for an entry on a
 * shortlist that takes part, with nothing between the judge and the entry. What a judge sees and what counts both begin here.
 */
export function givenCards(db: Db | Trx) {
  return dealtCards(db).where(takesPart)
}

/** The same, whether or not the entry still takes part. */
export function dealtCards(db: Db | Trx) {
  return db
    .selectFrom('scorecard')
    .innerJoin('entry', 'entry.id', 'scorecard.entry_id')
    .innerJoin('category', 'category.id', 'entry.category_id')
    .innerJoin('judge', 'judge.id', 'scorecard.judge_id')
    .innerJoin('account', 'account.id', 'judge.account_id')
    .where('scorecard.assigned', '=', 1)
    .where('entry.shortlist', '=', 'in')
    .where((e) => e.not(isInConflict(e)))
}
