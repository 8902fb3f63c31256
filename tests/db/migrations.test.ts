import type { Kysely } from 'kysely'
import { globSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { up as addWitness } from '#db/migrations/2026-11-22T21-30-00_witness.ts'
import { listPendingMigrations, migrate } from '#db/migrate.server.ts'
import type { Database } from '#db/schema.ts'
import { makeAccount, makeCategory, makeEdition, makeNomination, makeQuestion } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

test('a fresh database is up to date, and migrating again does nothing', async () => {
  expect(await listPendingMigrations(fresh.db)).toEqual([])
  expect(await migrate(fresh.db)).toEqual([])
})

test('the tables are those that the types speak of, column by column', async () => {
  const tables = await fresh.db.introspection.getTables()
  const found = tables.map(({ name, columns }) => [name, columns.map((one) => `${one.name}${one.isNullable ? '?' : ''}`).sort()])
  expect(Object.fromEntries(found)).toEqual(tablesOfTypes())
})

test('a table that is made again around its rows keeps them, and still takes each role once', async () => {
  const edition = await makeEdition(fresh.db)
  for (const role of ['owner', 'witness'] as const) await makeAccount(fresh.db, { role, edition: role === 'owner' ? null : edition })
  await fresh.db.updateTable('role_grant').set({ revoked_at: '2026-12-01T10:00:00.000Z' }).where('role', '=', 'witness').execute()
  const readAll = () => fresh.db.selectFrom('role_grant').selectAll().orderBy('id').execute()
  const before = await readAll()
  await addWitness(fresh.db as unknown as Kysely<unknown>)
  expect(await readAll()).toEqual(before)
  expect(before).toHaveLength(2)
  const [held, revoked] = [before.find(({ role }) => role === 'owner')!, before.find(({ role }) => role === 'witness')!]
  await expect(fresh.db.insertInto('role_grant').values({ ...held, id: 'again' }).execute()).rejects.toThrow(/unique/i)
  await fresh.db.insertInto('role_grant').values({ ...revoked, id: 'again', revoked_at: null }).execute()
})

/** table → its columns, `?` after those that may be null, as `db/schema.ts` and `db/tables` have them */
function tablesOfTypes(): Record<string, string[]> {
  const source = ['db/schema.ts', ...globSync('db/tables/*.ts')].map((path) => readFileSync(path, 'utf8')).join('\n')
  const bodyOf = (name: string) => new RegExp(`interface ${name} \\{\\n(.*?)\\n\\}`, 's').exec(source)?.[1] ?? ''
  const fieldsOf = (name: string) => [...bodyOf(name).matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, field = '', type = '']) => ({ field, type }))
  return Object.fromEntries(
    fieldsOf('Database').map(({ field: table, type }) =>
      [table, fieldsOf(type).map((one) => `${one.field}${one.type.includes('null') ? '?' : ''}`).sort()]))
}

describe('what no code can do, as the database refuses it', () => {
  const refusals: [string, () => Promise<unknown>][] = [
    ['a second current edition', () => makeEdition(fresh.db, { slug: '2028' })],
    ['two editions at one address', () => makeEdition(fresh.db, { current: 0 })],
    ['a close before the opening', () => makeEdition(fresh.db, { slug: '2028', current: 0, opens_at: '2027-02-01T00:00:00.000Z' })],
    ['an address in capitals', () => makeAccount(fresh.db, { email: 'Ann@people.example' })],
    ['a category nobody has', () => insert('criterion', { id: 'c', category_id: 'none', position: 1, name: '', weight: 1, scale_min: 0, scale_max: 5, anchors: '[]' })],
    ['two roles alike', () => grantTwice(null)],
    ['two roles alike in one edition', async () => grantTwice((await theEdition()).id)],
    ['one reference twice', async () => {
      const edition = await theEdition()
      const category = await makeCategory(fresh.db, edition)
      const { reference } = await makeNomination(fresh.db, edition, category)
      await makeNomination(fresh.db, edition, category, { reference })
    }],
    ['more words wanted of an answer than it may have', async () => makeQuestion(fresh.db, await theEdition(), { word_limit: 100, least_words: 101 })],
    ['two installations', () => insert('installation', { id: 2 as 1, demo: 0, created_at: '' })],
  ]
  const insert = <T extends keyof Database>(table: T, row: object) => fresh.db.insertInto(table).values(row as never).execute()
  const theEdition = () => fresh.db.selectFrom('edition').selectAll().executeTakeFirstOrThrow()
  const grantTwice = async (edition_id: string | null) => {
    const { accountId: account_id } = await makeAccount(fresh.db)
    for (const id of ['first', 'second']) await insert('role_grant', { id, account_id, edition_id, role: 'judge', granted_at: '' })
  }

  beforeEach(async () => {
    await makeEdition(fresh.db)
  })
  test.each(refusals)('%s', async (_, attempt) => {
    await expect(attempt()).rejects.toThrow(/constraint|unique|check/i)
  })
})
