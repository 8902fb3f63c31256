import { hours, later } from '#app/domain/time.ts'
import { hasAttachments, listLeft } from '#app/features/attachments/queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import type { JobHandler } from '#app/platform/jobs/loop.server.ts'
import { enqueue } from '#app/platform/jobs/queue.server.ts'
import type { Storage } from '#app/platform/storage.server.ts'

/** Longer than receiving one takes: until then it may still be named. */
const spare = hours(1)
const inOneGo = 100

/** Has the files looked through once an hour, where there are any. */
export async function followAttachments(ctx: Ctx): Promise<void> {
  if (!(await hasAttachments(ctx))) return
  const hour = ctx.now.slice(0, 13)
  await inTransaction(ctx, (trx) => enqueue(trx, 'attachments.clear', {}, { key: `attachments.clear:${hour}` }))
}

/**
 * Removes files that belong to nothing any more: replaced or taken out, withdrawn, of a draft that was deleted, or never
 * received to the end. Whoever deletes a draft or a nomination need not think of them. The file goes first, so that its
 * row is there for as long as it is.
 */
export function clearAttachments(storage: Storage): JobHandler<'attachments.clear'> {
  return {
    budgetMs: hours(1),
    async run(ctx) {
      for (let left = inOneGo; left === inOneGo; ) {
        const ids = await listLeft(ctx, later(ctx.now, -spare), inOneGo)
        for (const id of ids) await storage.remove(id)
        if (ids.length) await ctx.db.deleteFrom('attachment').where('id', 'in', ids).execute()
        left = ids.length
      }
      return undefined
    },
  }
}
