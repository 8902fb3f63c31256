import type { Db } from '#db/schema.ts'

/** table → its rows, in an order of their own */
export type Tables = Record<string, string[]>

/** Everything the database holds, to be compared before and after; but for when a session was last used. */
export async function readTables(db: Db): Promise<Tables> {
  const tables: Tables = {}
  for (const { name } of await db.introspection.getTables()) {
    const rows = await db.selectFrom(name as 'account').selectAll().execute()
    tables[name] = rows.map((row) => JSON.stringify({ ...row, ...(name === 'session' && { last_seen_at: '', expires_at: '' }) })).sort()
  }
  return tables
}
