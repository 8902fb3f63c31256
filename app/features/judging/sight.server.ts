import { givenCards } from '#app/features/judging/given-cards.server.ts'
import { termsVersion } from '#app/features/judging/terms.ts'
import type { Db, Trx } from '#db/schema.ts'

/**
 * What a judge may see: the one place that says so, for every query on a judge's behalf to go on from. It stands on the
 * tables scorecard, entry, category, judge and account, a row for each entry in sight: given to this judge, who accepted,
 * signed the terms in force and declared ties; on a shortlist that is being judged, and still taking part; and nothing
 * between the two.
 */
export function entriesInSight(db: Db | Trx, judgeId: string) {
  return givenCards(db)
    .where('judge.id', '=', judgeId)
    .where('judge.state', '=', 'accepted')
    .where('judge.signed_terms', '=', termsVersion)
    .where('judge.declared_at', 'is not', null)
    .where('category.state', '=', 'judging')
}
