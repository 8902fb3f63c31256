import { canRunStage } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { publicAfterMs, undoableUntil } from '#app/domain/reveal.ts'
import { effectOf, stepStage, type StageAct, type StagePoint } from '#app/domain/stage.ts'
import { later } from '#app/domain/time.ts'
import { record } from '#app/features/audit/record.server.ts'
import { listCues, readStage, type Cue } from '#app/features/ceremony/queries.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

/**
 * Takes the stage one step, if it still stands where `seen` says: of two presses at once, one counts. A step that shows a
 * winner is the reveal; the step back from it within a minute takes the reveal back. Side effects: stage, reveal, audit.
 */
export async function pressStage(ctx: Ctx, edition: Edition, act: StageAct, seen: number): Promise<Result> {
  if (!canRunStage(ctx.actor, edition.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    await holdStage(trx, edition)
    const at = await readStage(trx, edition.id)
    if (at.stage !== 'ceremony') return denied('wrong-stage', { stage: at.stage })
    const order = await listCues(trx, edition)
    const to = stepStage(order, at, act)
    if (at.version !== seen || !to) return denied(to ? 'changed-meanwhile' : 'stage-end')
    if (!(await moveStage(trx, edition, seen, to))) return denied('changed-meanwhile')
    await record(trx, { verb: 'stage.moved', edition, objectId: to.cueId ?? undefined, facts: { act, step: to.step } })
    const cue = order.find(({ id }) => id === to.cueId)
    const effect = effectOf(order, at, to)
    if (cue && effect === 'reveal') await revealWinner(trx, edition, cue)
    if (cue && effect === 'undo') await undoReveal(trx, edition, cue)
    return ok()
  })
}

/** Nobody else presses, or takes a cue out from under whoever does, until the transaction ends. */
export function holdStage({ db }: TrxCtx, { id }: Pick<Edition, 'id'>): Promise<void> {
  return holdAlone(db, `stage:${id}`)
}

/** False: it has been moved since. Version 0 is a stage on which nothing was pressed yet. */
async function moveStage({ db }: TrxCtx, { id, now }: Edition, seen: number, { cueId, step, black }: StagePoint): Promise<boolean> {
  const shown = { cue_id: cueId, step, black: black ? 1 : 0, version: seen + 1, changed_at: now } as const
  const moved = seen === 0
    ? await db.insertInto('stage_state').values({ edition_id: id, ...shown }).onConflict((c) => c.doNothing()).executeTakeFirstOrThrow()
    : await db.updateTable('stage_state').set(shown).where('edition_id', '=', id).where('version', '=', seen).executeTakeFirstOrThrow()
  return ('numUpdatedRows' in moved ? moved.numUpdatedRows : moved.numInsertedOrUpdatedRows) === 1n
}

async function revealWinner(trx: TrxCtx, edition: Edition, { categoryId }: Cue): Promise<void> {
  if (!categoryId) throw new Error('only a category has a winner')
  const { last } = await trx.db.selectFrom('reveal').select((e) => e.fn.max('number').as('last')).where('edition_id', '=', edition.id).executeTakeFirstOrThrow()
  const number = (last ?? 0) + 1
  await trx.db
    .insertInto('reveal')
    .values({ id: newId(), edition_id: edition.id, category_id: categoryId, number, revealed_at: edition.now, public_at: later(edition.now, publicAfterMs) })
    .execute()
  await record(trx, { verb: 'stage.revealed', edition, objectId: categoryId, facts: { number } })
}

/** Once the public may know it, there is nothing to take back: the stage alone goes back a step. */
async function undoReveal(trx: TrxCtx, edition: Edition, { categoryId, publicAt }: Cue): Promise<void> {
  if (!categoryId || !publicAt || edition.now > undoableUntil(publicAt)) return
  await trx.db.updateTable('reveal').set({ undone_at: edition.now }).where('category_id', '=', categoryId).where('undone_at', 'is', null).execute()
  await record(trx, { verb: 'stage.undone', edition, objectId: categoryId })
}
