import { afterEach, beforeEach, expect, test } from 'vitest'
import { listPendingMigrations, migrate } from '#db/migrate.server.ts'
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
test('x', async () => {
  const e = await makeEdition(fresh.db)
  await makeQuestion(fresh.db, e)
  const c = await makeCategory(fresh.db, e)
  await makeAccount(fresh.db, { role: 'organiser', edition: e })
  const n = await makeNomination(fresh.db, e, c)
  expect(await fresh.db.selectFrom('answer').select('text').orderBy('text').execute()).toEqual([{ text: 'Answer to Question 1' }, { text: 'Answer to Question 2' }])
  expect(n.version).toBe(1)
})
