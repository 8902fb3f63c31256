import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { denied, ok } from '#app/domain/result.ts'
import { inTransactionOrNot, type TrxCtx } from '#app/platform/context.server.ts'
import { isDemo } from '#db/installation.server.ts'
import { makeCtx, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

const markDemo = (trx: TrxCtx) => trx.db.insertInto('installation').values({ id: 1, demo: 1, created_at: testNow }).execute()

describe('a transaction that may be refused', () => {
  test('keeps what it wrote when it is not, and nothing when it is', async () => {
    const refused = await inTransactionOrNot(makeCtx(fresh.db), async (trx) => (await markDemo(trx), denied('not-found')))
    expect([refused.ok, await isDemo(fresh.db)]).toEqual([false, false])
    const done = await inTransactionOrNot(makeCtx(fresh.db), async (trx) => (await markDemo(trx), ok()))
    expect([done.ok, await isDemo(fresh.db)]).toEqual([true, true])
  })

  test('throws what went wrong first, also when it cannot even be rolled back', async () => {
    const attempt = inTransactionOrNot(makeCtx(fresh.db), async (trx) => {
      const ended = fresh.engine === 'sqlite' ? sql`rollback` : sql`select pg_terminate_backend(pg_backend_pid())`
      await ended.execute(trx.db).catch(() => undefined)
      throw new Error('the first fault')
    })
    await expect(attempt).rejects.toThrow('the first fault')
    expect(await isDemo(fresh.db)).toBe(false)
  })
})
