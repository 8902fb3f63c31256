import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { findJudgeIn, type Judge } from '#app/features/judging/judges.queries.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { CategoryRow } from '#db/schema.ts'

type Category = Pick<CategoryRow, 'id' | 'name'>
/** What can be done about a judge on a panel. */
export type PanelAct = 'join' | 'leave' | 'chair'

/** Puts a judge on a panel, takes them off it, or makes them its chair, of which there is one. Side effects: panel, audit; scorecards when they leave. */
export async function changePanel(ctx: Ctx, edition: Edition, category: Category, act: PanelAct, judgeId: string): Promise<Result> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    await holdAlone(trx.db, `panel:${category.id}`) // there is one chair, whoever is made chair at once
    const judge = await findJudgeIn(trx, edition, judgeId)
    if (!judge) return denied('not-found')
    return acts[act](trx, edition, category, judge)
  })
}

const acts: Record<PanelAct, (trx: TrxCtx, edition: Edition, category: Category, judge: Judge) => Promise<Result>> = {
  async join(trx, edition, category, judge) {
    if (judge.state !== 'invited' && judge.state !== 'accepted') return denied('changed-meanwhile')
    const joined = await trx.db
      .insertInto('panel_member').values({ category_id: category.id, judge_id: judge.id, created_at: edition.now })
      .onConflict((conflict) => conflict.columns(['category_id', 'judge_id']).doUpdateSet({ removed_at: null, ties_said_at: null, chair: 0 }).where('panel_member.removed_at', 'is not', null))
      .executeTakeFirst()
    if (joined.numInsertedOrUpdatedRows === 1n) await recordOf(trx, edition, category, judge, 'panel.joined')
    return ok()
  },
  async leave(trx, edition, category, judge) {
    await leavePanels(trx, edition, judge.id, category.id)
    await recordOf(trx, edition, category, judge, 'panel.left')
    return ok()
  },
  async chair(trx, edition, category, judge) {
    await trx.db.updateTable('panel_member').set({ chair: 0 }).where('category_id', '=', category.id).where('chair', '=', 1).execute()
    const chaired = await trx.db
      .updateTable('panel_member').set({ chair: 1 })
      .where('category_id', '=', category.id).where('judge_id', '=', judge.id).where('removed_at', 'is', null)
      .executeTakeFirst()
    if (chaired.numUpdatedRows !== 1n) return denied('changed-meanwhile')
    await recordOf(trx, edition, category, judge, 'panel.chaired')
    return ok()
  },
}

function recordOf(trx: TrxCtx, edition: Edition, category: Category, judge: Judge, verb: 'panel.joined' | 'panel.left' | 'panel.chaired'): Promise<void> {
  return record(trx, { verb, edition, objectId: judge.id, facts: { category: category.name } })
}

/** Takes a judge off one panel, or off all: what they had not finished is no longer given to them. */
export async function leavePanels({ db }: TrxCtx, { now }: Pick<Edition, 'now'>, judgeId: string, categoryId?: string): Promise<void> {
  const left = db.updateTable('panel_member').set({ removed_at: now, chair: 0 }).where('judge_id', '=', judgeId).where('removed_at', 'is', null)
  await (categoryId ? left.where('category_id', '=', categoryId) : left).execute()
  const open = db.updateTable('scorecard').set({ assigned: 0 }).where('judge_id', '=', judgeId).where('state', '<>', 'finished')
  await (categoryId ? open.where('entry_id', 'in', db.selectFrom('entry').select('id').where('category_id', '=', categoryId)) : open).execute()
}
