import { sharedFeed, type Feed } from '#app/platform/feed.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { CategoryRow, Db } from '#db/schema.ts'

/** Names what the wall shows of a category: whatever is done in the meeting adds a line to its minutes. */
export async function wallId({ db }: Pick<Ctx, 'db'>, { id }: Pick<CategoryRow, 'id'>): Promise<string> {
  const { last } = await db.selectFrom('minute').select((e) => e.fn.max('number').as('last')).where('category_id', '=', id).executeTakeFirstOrThrow()
  return String(last ?? 0)
}

/**
 * Says that the wall has changed, and never what: the page then asks for itself again, and is asked who may see it. So
 * whoever steps out while their screen follows gets nothing more.
 */
export function wallFeed({ db, log }: { db: Db; log: Log }, category: Pick<CategoryRow, 'id'>): Feed {
  return sharedFeed({ db, log }, `wall ${category.id}`, async (since) => {
    const id = await wallId({ db }, category)
    return id === since ? undefined : { id, data: '' }
  })
}
