import { sql } from 'kysely'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#db/client.server.ts'
import type { Db, Trx } from '#db/schema.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let other: Db
beforeEach(async ({ skip }) => {
  fresh = await freshDatabase()
  skip(fresh.engine !== 'sqlite')
  other = openDatabase(fresh.url)
})
afterEach(async () => {
  await other?.destroy()
  await fresh.close()
})

const job = (id: string) => ({ id, name: 'audit.chain', key: id, payload: '{}', state: 'waiting' as const, run_at: '', created_at: '' })
const put = (db: Db | Trx, id: string) => db.insertInto('job').values(job(id)).execute()
const keysIn = async (db: Db | Trx) => (await db.selectFrom('job').select('id').orderBy('id').execute()).map(({ id }) => id)
const inOne = (work: (trx: Trx) => Promise<unknown>) => fresh.db.transaction().execute(work)
const numbers = Array.from({ length: 200 }, (_, n) => String(n).padStart(3, '0'))

describe('transactions that come together', () => {
  test('are each whole or not there, and whoever is told "done" finds it on the disk', async () => {
    const told = await Promise.allSettled(numbers.map(async (id) => {
      await inOne(async (trx) => {
        await put(trx, `${id} one`)
        if (Number(id) % 3 === 0) throw new Error('not this one')
        await put(trx, `${id} two`)
      })
      return (await keysIn(other)).filter((key) => key.startsWith(id))
    }))
    for (const [n, one] of told.entries()) {
      expect(one).toEqual(n % 3 === 0 ? { status: 'rejected', reason: new Error('not this one') } : { status: 'fulfilled', value: [`${numbers[n]} one`, `${numbers[n]} two`] })
    }
    expect(await keysIn(fresh.db)).toHaveLength(2 * told.filter(({ status }) => status === 'fulfilled').length)
  })

  test('share a commit: the first is told when the last has been written too', async () => {
    const heard: string[] = []
    const send = (id: string) => inOne(async (trx) => { await put(trx, id); heard.push(`${id} written`) }).then(() => heard.push(`${id} told`))
    await Promise.all([send('a'), send('b'), put(fresh.db, 'c').then(() => heard.push('c told'))])
    expect(heard).toEqual(['a written', 'b written', 'a told', 'b told', 'c told'])
  })

  test('share it with whoever comes in the next turn of the event loop, and wait for nobody after', async () => {
    const heard: string[] = []
    const send = (id: string) => inOne(async (trx) => { await put(trx, id); heard.push(`${id} written`) }).then(() => heard.push(`${id} told`))
    const a = send('a')
    await setImmediate() // in this turn it is written
    await setImmediate()
    const b = send('b')
    await a
    await send('c')
    await b
    expect(heard).toEqual(['a written', 'b written', 'a told', 'b told', 'c written', 'c told'])
  })

  test('see those before them, while others see none of it until it is committed', async () => {
    const seen: Record<string, string[]> = {}
    await Promise.all([
      inOne((trx) => put(trx, 'a')),
      inOne(async (trx) => {
        await put(trx, 'b')
        seen.inside = await keysIn(trx)
        seen.beside = await keysIn(fresh.db)
        seen.elsewhere = await keysIn(other)
      }),
    ])
    expect(seen).toEqual({ inside: ['a', 'b'], beside: [], elsewhere: [] })
    expect(await keysIn(fresh.db)).toEqual(['a', 'b'])
  })

  test('a steady stream of them is committed now and then', async () => {
    const first = inOne((trx) => put(trx, 'first')).then(() => keysIn(other))
    const [then] = await Promise.all([first, ...numbers.map((id) => inOne((trx) => put(trx, id)))])
    expect(then.length).toBeLessThan(100)
  })
})

describe('a fault that ends the whole transaction, such as a full disk', () => {
  beforeEach(async ({ skip }) => {
    skip(fresh.engine !== 'sqlite')
    await sql`create trigger full_disk before insert on job when new.id = 'too much' begin select raise(rollback, 'full'); end`.execute(fresh.db)
  })

  test('is told to everybody in it, and the next ones begin anew', async () => {
    const late = () => inOne(async (trx) => {
      await put(trx, 'too much').catch(() => undefined)
      await put(trx, 'as if nothing had happened')
    })
    const told = await Promise.allSettled([inOne((trx) => put(trx, 'a')), inOne((trx) => put(trx, 'b')), late()])
    expect(told.map((one) => one.status === 'rejected' && (one.reason as Error).message)).toEqual(['full', 'full', 'the transaction has been undone'])
    expect(await keysIn(other)).toEqual([])
    await inOne((trx) => put(trx, 'next'))
    expect(await keysIn(other)).toEqual(['next'])
  })
})

test('a transaction that was taken back leaves the door open for another process', async () => {
  const inside = await fresh.db.startTransaction().execute()
  await put(inside, 'a')
  await inside.rollback().execute()
  await sql`pragma busy_timeout = 0`.execute(other)
  await put(other, 'b')
  await setImmediate()
  expect(await keysIn(fresh.db)).toEqual(['b'])
})

test('rows can be read one by one while others are written', async () => {
  for (const id of ['a', 'b', 'c']) await put(fresh.db, id)
  const seen: string[] = []
  for await (const { id } of fresh.db.selectFrom('job').select('id').orderBy('id').stream()) {
    seen.push(id)
    await put(fresh.db, `${id} again`)
  }
  expect(seen).toEqual(['a', 'b', 'c'])
  expect(await keysIn(fresh.db)).toHaveLength(6)
})

test('a value does not have the statement planned anew: it is no plain parameter', () => {
  const { sql: text, parameters } = fresh.db.selectFrom('job').select('id').where('id', '=', 'a').limit(1).compile()
  expect([text, parameters]).toEqual(['select "id" from "job" where "id" = +? limit +?', ['a', 1]])
})
