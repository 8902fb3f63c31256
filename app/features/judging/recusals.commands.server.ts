import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { findJudgeIn } from '#app/features/judging/judges.queries.server.ts'
import { listFinalistsOf } from '#app/features/judging/recusals.queries.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { JudgeRow, RecusalTable } from '#db/schema.ts'

type Judge = Pick<JudgeRow, 'id'>

/** Makes a judge step aside from an entry. What was scored is kept and does not count. Side effects: recusal, scorecard, audit. */
export async function setAside(ctx: Ctx, edition: Edition, judge: Judge, { entry, reason }: { entry: string; reason: string }): Promise<Result> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  if (!reason) return denied('reason-needed')
  return inTransactionOrNot(ctx, async (trx) => {
    const known = await findJudgeIn(trx, edition, judge.id)
    const there = await trx.db.selectFrom('entry').select('id').where('id', '=', entry).where('edition_id', '=', edition.id).executeTakeFirst()
    if (!known || !there) return denied('not-found')
    await putRecusal(trx, edition, { judge_id: judge.id, entry_id: entry, source: 'organiser', reason })
    await record(trx, { verb: 'judge.set-aside', edition, objectId: judge.id, facts: { other: entry } })
    return ok()
  })
}

/** A recusal, if there is none in force, and the scorecard that it takes out of sight. */
export async function putRecusal({ db }: TrxCtx, { now }: Pick<Edition, 'now'>, recusal: Pick<RecusalTable, 'judge_id' | 'entry_id' | 'source' | 'reason'>): Promise<void> {
  await db.insertInto('recusal').values({ id: newId(), ...recusal, created_at: now, lifted_at: null }).onConflict((conflict) => conflict.doNothing()).execute()
  await db
    .updateTable('scorecard').set({ state: 'stepped-aside', finished_at: null })
    .where('judge_id', '=', recusal.judge_id).where('entry_id', '=', recusal.entry_id)
    .execute()
}

/** Takes a recusal back: the entry is in sight again, as far as it was scored, and has to be finished anew. Side effects: recusal, scorecard, audit. */
export async function letBack(ctx: Ctx, edition: Edition, judge: Judge, recusalId: string): Promise<Result> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    const known = await findJudgeIn(trx, edition, judge.id)
    const lifted = known && (await trx.db
      .updateTable('recusal').set({ lifted_at: edition.now }).where('id', '=', recusalId).where('judge_id', '=', judge.id).where('lifted_at', 'is', null)
      .returning('entry_id').executeTakeFirst())
    if (!lifted) return denied('changed-meanwhile')
    await trx.db
      .updateTable('scorecard').set((e) => ({ state: e.case().when('version', '>', 0).then('in-progress' as const).else('to-do' as const).end() }))
      .where('judge_id', '=', judge.id).where('entry_id', '=', lifted.entry_id).where('state', '=', 'stepped-aside')
      .execute()
    await record(trx, { verb: 'judge.let-back', edition, objectId: judge.id, facts: { other: lifted.entry_id } })
    return ok()
  })
}

/**
 * A judge says which finalists of their panels they have a tie with: all of `entries`, and so none of the others. Side
 * effects: recusals, scorecards, what the panels know of it, audit.
 */
export function tellTies(ctx: Ctx, edition: Edition, judge: Judge, entries: string[]): Promise<Result> {
  return inTransactionOrNot(ctx, async (trx) => {
    const shown = await listFinalistsOf(trx, judge)
    if (entries.some((id) => !shown.some((one) => one.id === id))) return denied('changed-meanwhile')
    for (const entry_id of entries) await putRecusal(trx, edition, { judge_id: judge.id, entry_id, source: 'declared', reason: '' })
    const categories = trx.db.selectFrom('category').select('id').where('state', 'in', ['shortlisted', 'judging'])
    await trx.db
      .updateTable('panel_member').set({ ties_said_at: edition.now })
      .where('judge_id', '=', judge.id).where('removed_at', 'is', null).where('category_id', 'in', categories)
      .execute()
    await record(trx, { verb: 'judge.declared', edition, objectId: judge.id, facts: { finalists: entries.length } })
    return ok()
  })
}
