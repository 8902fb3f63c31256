import { isOwner } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { listConfidants } from '#app/features/moderation/embargo.queries.server.ts'
import { inTransactionOrNot, type Ctx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'

/** Lets an organiser or owner see results before they are revealed, and a witness what is to be sealed. An owner says so, of themselves as well. Side effects: list, audit. */
export function addToEmbargo(ctx: Ctx, edition: Edition, accountId: string): Promise<Result> {
  if (!isOwner(ctx.actor)) return Promise.resolve(denied('not-yours'))
  return inTransactionOrNot(ctx, async (trx) => {
    const person = (await listConfidants(trx, edition)).find((one) => one.accountId === accountId)
    if (!person) return denied('not-found')
    const added = await trx.db
      .insertInto('embargo').values({ id: newId(), edition_id: edition.id, account_id: accountId, added_at: edition.now, removed_at: null })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    if (added.numInsertedOrUpdatedRows === 1n) await record(trx, { verb: 'embargo.added', edition, objectId: accountId })
    return ok()
  })
}

/** Takes somebody off the list again; what they have seen stays in the trail. Side effects: list, audit. */
export function removeFromEmbargo(ctx: Ctx, edition: Edition, accountId: string): Promise<Result> {
  if (!isOwner(ctx.actor)) return Promise.resolve(denied('not-yours'))
  return inTransactionOrNot(ctx, async (trx) => {
    const removed = await trx.db
      .updateTable('embargo').set({ removed_at: edition.now }).where('edition_id', '=', edition.id).where('account_id', '=', accountId).where('removed_at', 'is', null)
      .executeTakeFirst()
    if (removed.numUpdatedRows === 1n) await record(trx, { verb: 'embargo.removed', edition, objectId: accountId })
    return ok()
  })
}
