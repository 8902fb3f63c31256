import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

/** What people and entries are called today, by the id of their account or entry. One read. */
export async function namesOf({ db }: Pick<Ctx | TrxCtx, 'db'>, given: string[]): Promise<Map<string, string>> {
  const ids = [...new Set(given)]
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('account').select(['id', 'name']).where('id', 'in', ids)
    .unionAll(db.selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id').select(['entry.id', 'nominee.name']).where('entry.id', 'in', ids))
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}
