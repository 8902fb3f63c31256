import { isInConflict } from '#app/features/judging/conflicts.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import type { Db, Trx } from '#db/schema.ts'

/**
 * The scorecards of an edition that count towards quorum and progress, with the entry, category, judge and account of each:
 * given to a judge who is not void, with nothing between the two, for an entry on a shortlist that takes part. Those of
 * a judge who left were either finished, and count, or are no longer given to them.
 */
export function standingCards(db: Db | Trx, editionId: string) {
  return db
    .selectFrom('scorecard')
    .innerJoin('entry', 'entry.id', 'scorecard.entry_id')
    .innerJoin('category', 'category.id', 'entry.category_id')
    .innerJoin('judge', 'judge.id', 'scorecard.judge_id')
    .innerJoin('account', 'account.id', 'judge.account_id')
    .where('entry.edition_id', '=', editionId)
    .where('scorecard.assigned', '=', 1)
    .where('judge.state', '<>', 'void')
    .where('entry.shortlist', '=', 'in')
    .where(takesPart)
    .where((e) => e.not(isInConflict(e)))
}
