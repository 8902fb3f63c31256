import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { later, minutes, seconds } from '#app/domain/time.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import type { JobName } from '#app/platform/jobs/catalogue.ts'
import { makeJobRunner, startLoop, type JobHandler, type JobHandlers } from '#app/platform/jobs/loop.server.ts'
import { claimLastsMs, enqueue } from '#app/platform/jobs/queue.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { makeCtx, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

const names: JobName[] = ['message.deliver', 'audit.chain']
let fresh: FreshDatabase
let now: string
let logged: string[]
beforeEach(async () => {
  fresh = await freshDatabase()
  now = testNow
  logged = []
})
afterEach(() => fresh.close())

const log = (_level: string, event: string) => void logged.push(event)
const queue = (key: string, options: { name?: JobName; runAt?: string } = {}) =>
  inTransaction(makeCtx(fresh.db, { now }), (trx) =>
    options.name === 'audit.chain'
      ? enqueue(trx, 'audit.chain', {}, { key })
      : enqueue(trx, 'message.deliver', { messageId: key, version: 1 }, { key, ...options }))
const job = (key: string) =>
  fresh.db.selectFrom('job').select(['state', 'attempts', 'run_at', 'last_error', 'claimed_until', 'finished_at']).where('key', '=', key).executeTakeFirstOrThrow()

/** A runner whose deliveries do `run`; with it, the messages they were asked for, in order. */
function runnerOf(run: JobHandler<'message.deliver'>['run'], own: Partial<JobHandler<'message.deliver'>> = {}, db = fresh.db) {
  const seen: string[] = []
  const handlers: JobHandlers = {
    'message.deliver': { budgetMs: minutes(1), ...own, run: (ctx, payload) => (seen.push(payload.messageId), run(ctx, payload)) },
    'sign-in.write': { budgetMs: minutes(1), run: () => Promise.resolve(undefined) },
    'nomination.links': { budgetMs: minutes(1), run: () => Promise.resolve(undefined) },
    'drafts.remind': { budgetMs: minutes(1), run: () => Promise.resolve(undefined) },
    'drafts.delete': { budgetMs: minutes(1), run: () => Promise.resolve(undefined) },
    'attachments.clear': { budgetMs: minutes(1), run: () => Promise.resolve(undefined) },
    'import.step': { budgetMs: minutes(1), run: () => Promise.resolve(undefined) },
    'audit.chain': { budgetMs: minutes(1), run: () => Promise.resolve(undefined) },
  }
  return { seen, next: makeJobRunner({ handlers, newCtx: () => makeCtx(db, { now }), log }) }
}
const succeed = () => Promise.resolve(undefined)

describe('what is due', () => {
  test('is done in the order in which it fell due, each once', async () => {
    for (const [key, runAt] of [['b', later(now, -seconds(1))], ['c', now], ['a', later(now, -seconds(2))], ['later', later(now, 1)]] as const) await queue(key, { runAt })
    const { seen, next } = runnerOf(succeed)
    while (await next(names));
    expect(seen).toEqual(['a', 'b', 'c'])
    expect(await job('a')).toEqual({ state: 'done', attempts: 1, run_at: later(now, -seconds(2)), last_error: null, claimed_until: null, finished_at: now })
    expect(await job('later')).toMatchObject({ state: 'waiting', attempts: 0 })
  })

  test('what is urgent goes first, whatever its name and however late it came', async () => {
    for (const key of ['a', 'b']) await queue(key)
    now = later(now, seconds(1))
    await inTransaction(makeCtx(fresh.db, { now }), (trx) => enqueue(trx, 'audit.chain', {}, { key: 'now', urgent: true }))
    await runnerOf(succeed).next(names)
    expect([(await job('now')).state, (await job('a')).state, (await job('b')).state]).toEqual(['done', 'waiting', 'waiting'])
  })

  test('is left alone when nobody here does such work', async () => {
    await queue('a')
    const { seen, next } = runnerOf(succeed)
    expect(await next(['audit.chain'])).toBe(false)
    expect([seen, await job('a')]).toMatchObject([[], { state: 'waiting', attempts: 0 }])
  })

  test('is queued once a key, however often it is asked for', async () => {
    await queue('a')
    await queue('a')
    const { seen, next } = runnerOf(succeed)
    while (await next(names));
    await queue('a')
    expect([seen, await next(names)]).toEqual([['a'], false])
  })

  test('runs as the system, at one time', async () => {
    await queue('a')
    const ctxs: Ctx[] = []
    await runnerOf((ctx) => (ctxs.push(ctx), succeed())).next(names)
    expect(ctxs).toMatchObject([{ actor: { kind: 'system' }, now }])
  })
})

describe('what goes wrong', () => {
  test('is tried again after growing waits, then given up in the transaction that ends the job', async () => {
    await queue('a')
    const given: string[] = []
    const { seen, next } = runnerOf(() => Promise.resolve({ why: 'the service is away' }), {
      giveUp: (trx, { messageId }, why) => trx.db.selectFrom('job').select('state').where('key', '=', messageId).executeTakeFirstOrThrow().then(({ state }) => void given.push(`${state}: ${why}`)),
    })
    const tries: string[] = []
    for (let second = 0; second < 100; second += 1) {
      if (await next(names)) tries.push(`+${second} s`)
      now = later(now, seconds(1))
    }
    expect(tries).toEqual(['+0 s', '+10 s', '+30 s'])
    expect(seen).toHaveLength(3)
    expect(await job('a')).toMatchObject({ state: 'failed', attempts: 3, last_error: 'the service is away', claimed_until: null })
    expect([given, logged]).toEqual([['failed: the service is away'], ['job.failed']])
  })

  test('an exception is logged, kept with the job, and does not hold up the others', async () => {
    await queue('a')
    await queue('b', { runAt: now })
    const { seen, next } = runnerOf((_, { messageId }) => (messageId === 'a' ? Promise.reject(new Error('a bug')) : succeed()))
    while (await next(names));
    expect(seen.sort()).toEqual(['a', 'b'])
    expect(await job('a')).toMatchObject({ state: 'waiting', run_at: later(now, seconds(10)), last_error: 'a bug' })
    expect([(await job('b')).state, logged]).toEqual(['done', ['job.broke']])
  })

  test('told when to come back, it comes back then, and other work of that name waits too', async () => {
    await queue('a')
    await queue('b', { runAt: now })
    await queue('other', { name: 'audit.chain' })
    let told = 0
    const { seen, next } = runnerOf(() => Promise.resolve((told += 1) === 1 ? { why: 'too many', afterMs: seconds(5) } : undefined))
    while (await next(names));
    expect([seen.length, (await job('other')).state]).toEqual([1, 'done'])
    now = later(now, seconds(5) - 1)
    expect(await next(names)).toBe(false)
    now = later(now, 1)
    while (await next(names));
    expect([(await job('a')).state, (await job('b')).state]).toEqual(['done', 'done'])
  })
})

describe('several workers', () => {
  test('share the work: each job is done by one of them', async () => {
    for (let n = 0; n < 20; n += 1) await queue(`job-${n}`)
    const other = openDatabase(fresh.url)
    const runners = [runnerOf(succeed), runnerOf(succeed, {}, other), runnerOf(succeed, {}, other)]
    await Promise.all(runners.map(async ({ next }) => { while (await next(names)); }))
    await other.destroy()
    const all = runners.flatMap(({ seen }) => seen)
    expect(all.sort()).toEqual(Array.from({ length: 20 }, (_, n) => `job-${n}`).sort())
  })

  test('a job whose worker died is taken over when its claim has run out, and what the dead say later counts for nothing', async () => {
    await queue('a')
    let revive = () => {}
    const hung = runnerOf(() => new Promise((resolve) => { revive = () => resolve({ why: 'from the dead' }) }))
    const dead = hung.next(names)
    await expect.poll(() => hung.seen.length).toBe(1)
    now = later(testNow, claimLastsMs - 1)
    const heir = runnerOf(succeed)
    expect(await heir.next(names)).toBe(false)
    now = later(testNow, claimLastsMs)
    expect(await heir.next(names)).toBe(true)
    revive()
    await dead
    expect(await job('a')).toMatchObject({ state: 'done', attempts: 2, last_error: null })
  })
})

describe('the loop', () => {
  test('stops after what runs, and takes up nothing more', async () => {
    await queue('a')
    await queue('b')
    let finish = () => {}
    const { seen, next } = runnerOf(() => new Promise((resolve) => { finish = () => resolve(undefined) }))
    const loop = startLoop(() => next(names), log)
    await expect.poll(() => seen.length).toBe(1)
    const stopped = loop.stop()
    finish()
    await stopped
    const states = [(await job('a')).state, (await job('b')).state].sort()
    expect([seen.length, states]).toEqual([1, ['done', 'waiting']])
  })

  test('outlives a step that breaks', async () => {
    let steps = 0
    const loop = startLoop(() => ((steps += 1) === 1 ? Promise.reject(new Error('database away')) : Promise.resolve(steps === 2)), log)
    await expect.poll(() => steps, { timeout: 5000 }).toBeGreaterThan(2)
    await loop.stop()
    expect(logged).toEqual(['loop.broke'])
  })
})
