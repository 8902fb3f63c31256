import { canOrganise } from '#app/domain/actor.ts'
import type { Reading } from '#app/domain/assignment.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { keyOf, propose } from '#app/features/judging/assignment.queries.server.ts'
import { findCategory, type Category } from '#app/features/judging/panels.queries.server.ts'
import { isAssignable } from '#app/features/judging/policy.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

/**
 * Gives the entries of a category to its judges as was proposed; refused when the proposal is not what was seen any more.
 * Scorecards that were begun stay with their judges. Side effects: scorecards, audit.
 */
export async function applyAssignment(ctx: Ctx, edition: Edition, categorySlug: string, seen: { wanted: number; hash: string }): Promise<Result> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    const category = await findCategory(trx, edition, categorySlug)
    if (!category) return denied('not-found')
    if (!isAssignable(category)) return denied('not-assignable', { category: category.name })
    await holdAlone(trx.db, `panel:${category.id}`)
    const { hash, readings, given, taken } = await propose(trx, edition, category, seen.wanted)
    if (hash !== seen.hash) return denied('changed-meanwhile')
    await takeBack(trx, category, readings)
    await give(trx, edition, category, readings)
    await record(trx, { verb: 'assignment.applied', edition, objectId: category.id, facts: { given, taken } })
    return ok()
  })
}

/** What nobody has begun and is not among `readings`. */
async function takeBack({ db }: TrxCtx, category: Category, readings: Reading[]): Promise<void> {
  const stays = new Set(readings.map(keyOf))
  const untouched = await db
    .selectFrom('scorecard').innerJoin('entry', 'entry.id', 'scorecard.entry_id').select(['scorecard.id', 'scorecard.entry_id as entry', 'scorecard.judge_id as judge'])
    .where('entry.category_id', '=', category.id).where('scorecard.assigned', '=', 1).where('scorecard.state', '=', 'to-do').execute()
  const taken = untouched.filter((card) => !stays.has(keyOf(card))).map(({ id }) => id)
  for (const ids of inHandfuls(taken)) await db.updateTable('scorecard').set({ assigned: 0 }).where('id', 'in', ids).execute()
}

async function give({ db }: TrxCtx, { now }: Edition, category: Category, readings: Reading[]): Promise<void> {
  const made = await db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id').select(['entry.id', 'entry.dossier_version', 'category.criteria_version'])
    .where('category.id', '=', category.id).execute()
  const madeOn = new Map(made.map(({ id, ...versions }) => [id, versions]))
  const rows = readings.map(({ entry, judge }) => ({
    id: newId(), judge_id: judge, entry_id: entry, state: 'to-do' as const, dossier_version: 1, criteria_version: 1, ...madeOn.get(entry), created_at: now, updated_at: now,
  }))
  for (const some of inHandfuls(rows))
    await db.insertInto('scorecard').values(some).onConflict((conflict) => conflict.columns(['judge_id', 'entry_id']).doUpdateSet({ assigned: 1 })).execute()
}

/** Databases take only so many values in one statement. */
function inHandfuls<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 500) }, (_, index) => all.slice(index * 500, (index + 1) * 500))
}
