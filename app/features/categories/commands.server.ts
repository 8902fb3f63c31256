import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

/** Per cent by criterion id. */
export type Weights = Record<string, number>

/**
 * Sets the weights of all criteria of a category; they total 100. Once nominations have opened that takes a reason, which
 * the audit trail keeps with what was and what is. The category's criteria version rises.
 */
export async function changeWeights(ctx: Ctx, seen: Seen, categoryId: string, weights: Weights, reason = ''): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const category = await findWithCriteria(trx, edition, categoryId)
    if (!category) return denied('not-found')
    const { criteria } = category
    if (!fits(criteria, weights)) return denied('weights-total', { total: Object.values(weights).reduce((sum, one) => sum + one, 0) })
    if (edition.stage !== 'preparing' && !reason) return denied('reason-needed')
    return ok<Change>({
      verb: 'criterion.changed', objectId: categoryId,
      facts: { changes: criteria.map((one, index) => `weight ${index + 1}: ${one.weight} → ${weights[one.id]}`), ...(reason && { reason }) },
      also: (then) => writeWeights(then, categoryId, weights),
    })
  })
}

async function findWithCriteria({ db }: TrxCtx, edition: Edition, categoryId: string) {
  const category = await db.selectFrom('category').select('id').where('id', '=', categoryId).where('edition_id', '=', edition.id).executeTakeFirst()
  if (!category) return undefined
  const criteria = await db.selectFrom('criterion').select(['id', 'weight']).where('category_id', '=', categoryId).orderBy('position').execute()
  return { criteria }
}

/** One weight for each criterion, whole numbers from 1, 100 in all. */
function fits(criteria: { id: string }[], weights: Weights): boolean {
  const given = Object.values(weights)
  return (
    given.length === criteria.length && criteria.every((one) => one.id in weights) &&
    given.every((weight) => Number.isInteger(weight) && weight >= 1) && given.reduce((sum, one) => sum + one, 0) === 100
  )
}

async function writeWeights({ db }: TrxCtx, categoryId: string, weights: Weights): Promise<void> {
  for (const [id, weight] of Object.entries(weights)) await db.updateTable('criterion').set({ weight }).where('id', '=', id).execute()
  await db.updateTable('category').set((e) => ({ criteria_version: e('criteria_version', '+', 1) })).where('id', '=', categoryId).execute()
}
