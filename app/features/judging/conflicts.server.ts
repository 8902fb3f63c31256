import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema.ts'

/** A query that has a judge, the judge's account and an entry before it. */
type Pair = ExpressionBuilder<Database, 'judge' | 'account' | 'entry'>

/** Why a judge must not see an entry, each a condition on the two. The entry's people are its nominee and whoever was merged into that. */
export const conflicts = {
  'stepped-aside': (e: Pair) =>
    e.exists(
      e.selectFrom('recusal').select('recusal.id')
        .whereRef('recusal.judge_id', '=', 'judge.id').whereRef('recusal.entry_id', '=', 'entry.id').where('recusal.lifted_at', 'is', null)),
  organisation: (e: Pair) =>
    e.exists(
      e.selectFrom('judge_tie').innerJoin('nominee', 'nominee.employer_key', 'judge_tie.employer_key').select('nominee.id')
        .whereRef('judge_tie.judge_id', '=', 'judge.id').where('judge_tie.employer_key', '<>', '').where(isOfEntry)),
  nominated: (e: Pair) =>
    e.exists(
      e.selectFrom('nomination').select('nomination.id')
        .whereRef('nomination.nominee_id', '=', 'entry.nominee_id').whereRef((n) => n.fn('lower', ['nomination.nominator_email']), '=', 'account.email')),
  'is-nominee': (e: Pair) =>
    e.exists(
      e.selectFrom('nominee').select('nominee.id')
        .whereRef((n) => n.fn('lower', ['nominee.reach']), '=', 'account.email').where(isOfEntry)),
}
export type Conflict = keyof typeof conflicts

function isOfEntry(e: ExpressionBuilder<Database, 'entry' | 'nominee'>) {
  return e.or([e('nominee.id', '=', e.ref('entry.nominee_id')), e('nominee.merged_into', '=', e.ref('entry.nominee_id'))])
}

export function isInConflict(e: Pair) {
  return e.or(Object.values(conflicts).map((isOne) => isOne(e)))
}
