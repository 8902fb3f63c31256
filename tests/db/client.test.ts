import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#db/client.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

const onSqlite = () => fresh.engine === 'sqlite'
const pragma = (name: string) => sql`pragma ${sql.raw(name)}`.execute(fresh.db).then(({ rows }) => Object.values(rows[0] as object)[0] as unknown)

describe('an SQLite file', () => {
  test('keeps what was acknowledged through a power cut, lets readers read while one writes, and holds to its references', async ({ skip }) => {
    skip(!onSqlite())
    const names = ['journal_mode', 'synchronous', 'wal_autocheckpoint', 'foreign_keys', 'busy_timeout']
    expect(await Promise.all(names.map(pragma))).toEqual(['wal', 2, 4000, 1, 5000]) // 2: full
  })

  test('lets one transaction in at a time, from its beginning: another waits at the door', async ({ skip }) => {
    skip(!onSqlite())
    const inside = await fresh.db.startTransaction().execute()
    const other = openDatabase(fresh.url)
    await sql`pragma busy_timeout = 0`.execute(other)
    const write = () => other.insertInto('installation').values({ id: 1, demo: 0, created_at: '' }).execute()
    await expect(write()).rejects.toThrow('database is locked')
    await inside.rollback().execute()
    await write()
    await other.destroy()
  })
})

test('letters beyond A to Z have their small ones, on both engines', async () => {
  const { rows } = await sql<{ low: string }>`select lower('ÉŁŻ') as low`.execute(fresh.db)
  expect(rows).toEqual([{ low: 'éłż' }])
})
