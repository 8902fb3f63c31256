import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertRows, putRows } from '#db/hot.server.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

const job = (id: string, own = {}) => ({ id, name: 'audit.chain', key: id, payload: '{}', state: 'waiting' as const, run_at: '2026-12-01T10:00:00.000Z', created_at: '2026-12-01T10:00:00.000Z', ...own })
const kept = () => fresh.db.selectFrom('job').select(['id', 'key', 'attempts', 'last_error']).orderBy('id').execute()

test('puts every value where it belongs, however many rows and whichever columns come next', async () => {
  expect(await insertRows(fresh.db, 'job', [job('a'), job('b')])).toBe(2)
  expect(await insertRows(fresh.db, 'job', [job('c', { attempts: 3, last_error: 'none' })])).toBe(1)
  expect(await insertRows(fresh.db, 'job', [job('d'), job('e')])).toBe(2)
  expect(await insertRows(fresh.db, 'job', [job('f', { last_error: undefined })])).toBe(1)
  expect(await kept()).toEqual([
    ...['a', 'b'].map((id) => ({ id, key: id, attempts: 0, last_error: null })), { id: 'c', key: 'c', attempts: 3, last_error: 'none' },
    ...['d', 'e', 'f'].map((id) => ({ id, key: id, attempts: 0, last_error: null })),
  ])
})

test('leaves out what is there already, and says so', async () => {
  await insertRows(fresh.db, 'job', [job('a')], 'key')
  expect(await insertRows(fresh.db, 'job', [job('b', { key: 'a' })], 'key')).toBe(0)
  expect(await insertRows(fresh.db, 'job', [job('b', { key: 'a' }), job('c')], 'key')).toBe(1)
  await expect(insertRows(fresh.db, 'job', [job('d', { key: 'a' })])).rejects.toThrow(/unique/i)
  expect((await kept()).map(({ id }) => id)).toEqual(['a', 'c'])
})

test('puts new values in the place of those that are there', async () => {
  await insertRows(fresh.db, 'job', [job('a', { attempts: 1, last_error: 'old' }), job('b', { attempts: 2, last_error: 'old' })])
  await putRows(fresh.db, 'job', [job('b', { attempts: 3, last_error: 'new' }), job('c', { attempts: 4, last_error: 'new' })], ['id'])
  expect((await kept()).map(({ id, attempts, last_error }) => [id, attempts, last_error])).toEqual([['a', 1, 'old'], ['b', 3, 'new'], ['c', 4, 'new']])
})

test('no rows are no statement', async () => {
  expect(await insertRows(fresh.db, 'job', [])).toBe(0)
})
