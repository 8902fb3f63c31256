import { isInConflict } from '#app/features/judging/conflicts.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import { hotQuery } from '#db/hot.server.ts'
import type { Db, JudgeRow, Trx } from '#db/schema.ts'
import type { RecusalSource } from '#db/vocabulary.ts'

/** Within a transaction or without. */
interface Reading {
  db: Db | Trx
}
type Judge = Pick<JudgeRow, 'id'>

/** The finalists of a judge's panels, as rows of entry, category, judge and account. */
function finalistsOf({ db }: Reading, judge: Judge) {
  return db
    .selectFrom('panel_member')
    .innerJoin('category', 'category.id', 'panel_member.category_id')
    .innerJoin('entry', 'entry.category_id', 'category.id')
    .innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .innerJoin('judge', 'judge.id', 'panel_member.judge_id')
    .innerJoin('account', 'account.id', 'judge.account_id')
    .where('judge.id', '=', judge.id).where('panel_member.removed_at', 'is', null)
    .where('category.state', 'in', ['shortlisted', 'judging']).where('entry.shortlist', '=', 'in').where(takesPart)
}

export interface Finalist {
  id: string
  name: string
  employer: string
  category: string
}

/** Whom a judge may have a tie with: the finalists of their panels but those kept from them already. */
export function listFinalistsOf(ctx: Reading, judge: Judge): Promise<Finalist[]> {
  return finalistsOf(ctx, judge)
    .select(['entry.id', 'nominee.name', 'nominee.employer', 'category.name as category'])
    .where((e) => e.not(isInConflict(e)))
    .orderBy('category.position').orderBy('nominee.name').orderBy('entry.id')
    .execute()
}

/** Whether there is a panel on which a judge has still to say whom they have a tie with. */
export async function hasTiesToTell(ctx: Reading, judge: Judge): Promise<boolean> {
  const panels = await panelsToTell(ctx.db, judge.id)
  return panels.length > 0
}

/** Asked before every page that a judge reads. */
const panelsToTell = hotQuery((db, judgeId: string) =>
  finalistsOf({ db }, { id: judgeId }).select('category.id').where('category.state', '=', 'judging').where('panel_member.ties_said_at', 'is', null).limit(1))

export interface RecusalLine {
  id: string
  name: string
  category: string
  source: RecusalSource
  reason: string
  at: string
}

/** What a judge has stepped aside from, for organisers. */
export function listRecusals({ db }: Reading, judge: Judge): Promise<RecusalLine[]> {
  return db
    .selectFrom('recusal')
    .innerJoin('entry', 'entry.id', 'recusal.entry_id').innerJoin('nominee', 'nominee.id', 'entry.nominee_id').innerJoin('category', 'category.id', 'entry.category_id')
    .select(['recusal.id', 'nominee.name', 'category.name as category', 'recusal.source', 'recusal.reason', 'recusal.created_at as at'])
    .where('recusal.judge_id', '=', judge.id).where('recusal.lifted_at', 'is', null)
    .orderBy('recusal.created_at').orderBy('recusal.id')
    .execute()
}
