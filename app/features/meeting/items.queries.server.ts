import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { CategoryRow, Instant } from '#db/schema.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

export interface OpenItem {
  id: string
  chairId: string
  openedAt: Instant
}

/** The item of a category that is before the meeting now. */
export function findOpenItem({ db }: Reading, { id }: Pick<CategoryRow, 'id'>): Promise<OpenItem | undefined> {
  return db
    .selectFrom('meeting_item').select(['id', 'chair_id as chairId', 'opened_at as openedAt'])
    .where('category_id', '=', id).where('closed_at', 'is', null).executeTakeFirst()
}

/** Where each category's item is; those that were never opened have none. */
export async function listItemStates({ db }: Reading, categories: Pick<CategoryRow, 'id'>[]): Promise<Map<string, 'open' | 'closed'>> {
  if (categories.length === 0) return new Map()
  const rows = await db
    .selectFrom('meeting_item').select(['category_id', 'closed_at']).where('category_id', 'in', categories.map(({ id }) => id)).orderBy('opened_at').orderBy('id').execute()
  const open = new Set(rows.filter(({ closed_at }) => closed_at === null).map(({ category_id }) => category_id))
  return new Map(rows.map(({ category_id: id }) => [id, open.has(id) ? 'open' : 'closed']))
}
