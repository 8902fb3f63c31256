import { spawn } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { hours, later, minutes, seconds } from '#app/domain/time.ts'
import { editMessage, moveMessage } from '#app/features/messages/commands.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import type { Block } from '#app/platform/email.ts'
import { readEnv, type Env } from '#app/platform/env.server.ts'
import { claimLastsMs } from '#app/platform/jobs/queue.server.ts'
import { makeWorkerStep } from '#app/worker.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { makeCtx, makeEdition, testNow, testSecret } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { startResend, type FakeResend } from '#tests/setup/resend.ts'

let fresh: FreshDatabase
let resend: FakeResend
let edition: Edition
let now: string
let logged: string[]
beforeEach(async () => {
  fresh = await freshDatabase()
  resend = await startResend()
  edition = await makeEdition(fresh.db)
  now = testNow
  logged = []
})
afterEach(async () => {
  await resend.close()
  await fresh.close()
})

const settings = () => ({
  NODE_ENV: 'test' as const, SESSION_SECRET: testSecret, RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend.url,
  MAIL_FROM: 'Awards <awards@host.example>', LOG_LEVEL: 'silent', DATABASE_URL: fresh.url,
})
function envOf(own: Record<string, string> = {}): Env {
  const read = readEnv({ ...settings(), ...own })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.env
}
/** A worker's steps, which the test takes by hand. */
const worker = ({ db = fresh.db, env = envOf() } = {}) =>
  makeWorkerStep({ env, db, clock: () => new Date(now), log: (_level, event) => void logged.push(event) })
/** Works until nothing is due, after `ms` have passed. */
async function work({ after = 0, step = worker() } = {}) {
  now = later(now, after)
  while (await step());
}

const link = 'https://awards.example/nomination/secret-token'
const write = (to = 'nell', own: { edition?: Edition; held?: boolean; urgent?: boolean } = {}) =>
  inTransaction(makeCtx(fresh.db, { now }), (trx) =>
    queueEmail(trx, {
      kind: 'nomination.receipt', edition, to: { name: to, email: `${to}@people.example` }, replyTo: 'awards@host.example', ...own,
      email: { subject: `For ${to}`, body: [{ kind: 'text', text: 'Dear {{you}},' }, { kind: 'link', text: 'See it', href: '{{link}}' }], secrets: { link } },
    }))
const message = (id: string) =>
  fresh.db.selectFrom('message').select(['state', 'sent_at', 'provider_id', 'secrets', 'attempts', 'last_error']).where('id', '=', id).executeTakeFirstOrThrow()
const act = (what: 'hold' | 'release', messageId: string, version: number) =>
  moveMessage(makeCtx(fresh.db, { now }), edition, what, { messageId, version }).then((done) => expect(done).toMatchObject({ ok: true }))
const arrived = () => resend.delivered.map(({ to }) => to.split('@')[0])
const keys = () => resend.requests.map((one) => one.idempotencyKey)

describe('on a good day', () => {
  test('a message goes out with its secrets opened, and they are wiped with the sending', async () => {
    const id = await write()
    expect((await message(id)).secrets).not.toBeNull()
    await work()
    expect(await message(id)).toEqual({ state: 'sent', sent_at: now, provider_id: 'mail-1', secrets: null, attempts: 1, last_error: null })
    expect(resend.mailTo('nell@people.example')).toEqual([{
      from: 'Awards <awards@host.example>', to: 'nell@people.example', reply_to: 'awards@host.example', subject: 'For nell',
      text: `Dear {{you}},\n\nSee it:\n${link}`, html: expect.stringContaining(`<a href="${link}"`) as string,
    }])
  })

  test('messages go out in the order in which they were written, each once', async () => {
    for (const to of ['ada', 'ben', 'cay', 'dan']) {
      await write(to)
      now = later(now, 1)
    }
    await work()
    await work({ after: hours(30) })
    expect(arrived()).toEqual(['ada', 'ben', 'cay', 'dan'])
    expect(resend.requests).toHaveLength(4)
  })

  test('two workers at once deliver each message once', async () => {
    for (let n = 0; n < 12; n += 1) await write(`nell${n}`)
    const other = openDatabase(fresh.url)
    await Promise.all([work(), work({ step: worker({ db: other }) }), work({ step: worker({ db: other }) })])
    await other.destroy()
    expect(arrived().sort()).toEqual(Array.from({ length: 12 }, (_, n) => `nell${n}`).sort())
    expect(resend.requests).toHaveLength(12)
  })
})

test('rewritten before its turn, it goes once and as rewritten, though both versions have their delivery queued', async () => {
  const id = await write()
  const words = { subject: 'Better words', body: [{ kind: 'text' as const, text: 'Hello' }] }
  expect(await editMessage(makeCtx(fresh.db), edition, { messageId: id, version: 1 }, words)).toMatchObject({ ok: true })
  await Promise.all([work(), work()])
  expect([resend.requests.length, resend.delivered[0]?.subject]).toEqual([1, 'Better words'])
})

describe('on a bad day', () => {
  test.each([['500', 500], ['503', 503]])('%s: it stays ready, and goes when the service is back', async (_, status) => {
    const id = await write()
    resend.behave((_request, nth) => (nth < 3 ? { status } : undefined))
    await work()
    expect(await message(id)).toMatchObject({ state: 'ready', attempts: 1, last_error: `Said to answer ${status}` })
    await work({ after: seconds(10) })
    await work({ after: seconds(20) })
    expect(await message(id)).toMatchObject({ state: 'sent', attempts: 3, last_error: null, secrets: null })
    expect([arrived(), new Set(keys()).size]).toEqual([['nell'], 1])
  })

  test('429: nothing more is handed over until the service wants it, then everything', async () => {
    const ids = [await write('ada'), await write('ben')]
    resend.behave((_request, nth) => (nth === 1 ? { status: 429, headers: { 'Retry-After': '30' } } : undefined))
    const step = worker()
    await work({ step })
    await work({ step, after: seconds(29) })
    expect(resend.requests).toHaveLength(1)
    await work({ step, after: seconds(1) })
    expect(await Promise.all(ids.map(async (id) => (await message(id)).state))).toEqual(['sent', 'sent'])
    expect(arrived().sort()).toEqual(['ada', 'ben'])
  })

  test('nobody listens: it goes when somebody does', async () => {
    const id = await write()
    const port = Number(new URL(resend.url).port)
    const step = worker()
    await resend.close()
    await work({ step })
    expect(await message(id)).toMatchObject({ state: 'ready', attempts: 1 })
    resend = await startResend(port)
    await work({ step, after: seconds(10) })
    expect([(await message(id)).state, arrived()]).toEqual(['sent', ['nell']])
  })

  test.each([
    ['the connection breaks', { silence: 'break' }], ['the answer cannot be read', { status: 200, body: '{"id"' }], ['500', { status: 500 }],
  ] as const)('taken, but then %s: it is handed over again and arrives once', async (_, wrong) => {
    const id = await write()
    resend.behave((_request, nth) => (nth === 1 ? { accept: true, ...wrong } : undefined))
    await work()
    expect((await message(id)).state).toBe('ready')
    await work({ after: seconds(10) })
    expect(await message(id)).toMatchObject({ state: 'sent', provider_id: 'mail-1' })
    expect([arrived(), resend.requests.length, new Set(keys()).size]).toEqual([['nell'], 2, 1])
  })

  test('refused: it fails with the service’s own words, and can be tried again as it was', async () => {
    const id = await write()
    resend.behave((_request, nth) => (nth === 1 ? { status: 422 } : undefined))
    await work()
    await work({ after: hours(30) })
    expect(await message(id)).toMatchObject({ state: 'failed', attempts: 1, last_error: 'Said to answer 422' })
    expect(await moveMessage(makeCtx(fresh.db, { now }), edition, 'release', { messageId: id, version: 1 })).toMatchObject({ ok: true })
    await work()
    expect([await message(id), resend.mailTo('nell@people.example')[0]?.text]).toMatchObject([{ state: 'sent' }, expect.stringContaining(link)])
  })

  test('away for good: it fails after about a day, and says so once', async () => {
    const id = await write()
    resend.behave(() => ({ status: 503 }))
    let lastTry = now
    const step = worker()
    for (let passed = 0; passed < hours(30); passed += minutes(5)) {
      const before = resend.requests.length
      await work({ step, after: minutes(5) })
      if (resend.requests.length > before) lastTry = now
    }
    expect(await message(id)).toMatchObject({ state: 'failed', last_error: expect.stringMatching(/^It may have arrived.* Said to answer 503$/) as string })
    expect(lastTry > later(testNow, hours(21)) && lastTry <= later(testNow, hours(23) + minutes(5))).toBe(true)
    expect([new Set(keys()).size, logged.filter((event) => event === 'job.failed')]).toEqual([1, ['job.failed']])
  })

  test('held after a try of which nobody knows whether it arrived, then released: it arrives once', async () => {
    const id = await write()
    resend.behave((_request, nth) => (nth === 1 ? { accept: true, silence: 'break' } : undefined))
    await work()
    await act('hold', id, 1)
    await work({ after: hours(1) })
    expect(resend.requests).toHaveLength(1)
    await act('release', id, 2)
    await work({ after: hours(1) })
    expect([(await message(id)).state, arrived()]).toEqual(['sent', ['nell']])
  })
})

describe('a day after a try that may have arrived, the mail service has forgotten its key', () => {
  const mayHaveArrived = { state: 'failed', last_error: expect.stringMatching(/^It may have arrived: the mail service never said\. .* The last answer was: /) as string }
  /** A message that was taken, though nobody said so. */
  async function writeAndLose(): Promise<string> {
    resend.behave((_request, nth) => (nth === 1 ? { accept: true, silence: 'break' } : undefined))
    const id = await write()
    await work()
    return id
  }

  test('the service wanted to be left alone for a day: it is not tried then, and says so at once', async () => {
    const id = await writeAndLose()
    resend.behave((_request, nth) => (nth === 2 ? { status: 429, headers: { 'Retry-After': '86400' } } : undefined))
    await work({ after: seconds(10) })
    expect(await message(id)).toMatchObject(mayHaveArrived)
    resend.forgetKeys()
    await work({ after: hours(30) })
    expect([arrived(), logged]).toEqual([['nell'], ['job.failed']])
  })

  test.each([['as long as the key is known, to the second', hours(23), 'sent'], ['a second longer', hours(23) + seconds(1), 'failed']])(
    'no worker ran for %s', async (_, away, state) => {
      const id = await writeAndLose()
      if (state === 'failed') resend.forgetKeys()
      await work({ after: away })
      expect([(await message(id)).state, arrived()]).toEqual([state, ['nell']])
    })

  test('it was held for longer: released, it is not tried; tried again by hand, it goes under another key', async () => {
    const id = await writeAndLose()
    await act('hold', id, 1)
    now = later(now, hours(24))
    resend.forgetKeys()
    await act('release', id, 2)
    await work()
    expect([await message(id), arrived()]).toMatchObject([mayHaveArrived, ['nell']])
    await act('release', id, 3)
    await work()
    expect([(await message(id)).state, arrived(), new Set(keys()).size]).toEqual(['sent', ['nell', 'nell'], 2])
  })

  test('a worker died with it: it is not taken over', async () => {
    const id = await writeAndLose()
    await fresh.db.updateTable('message').set({ state: 'sending' }).execute()
    resend.forgetKeys()
    await work({ after: hours(24) })
    expect([await message(id), arrived()]).toMatchObject([mayHaveArrived, ['nell']])
  })
})

test('what was only ever turned away cannot have arrived: it goes however late', async () => {
  const id = await write()
  resend.behave((_request, nth) => (nth === 1 ? { status: 429, headers: { 'Retry-After': '86400' } } : undefined))
  await work()
  await work({ after: hours(24) })
  expect([(await message(id)).state, arrived()]).toEqual(['sent', ['nell']])
})

test('saved with the words it had, a message keeps its key; with others it is another letter', async () => {
  resend.behave((_request, nth) => (nth < 3 ? { accept: true, silence: 'break' } : undefined))
  const id = await write()
  await work()
  const { subject, body } = await fresh.db.selectFrom('message').select(['subject', 'body']).where('id', '=', id).executeTakeFirstOrThrow()
  const words = { subject, body: JSON.parse(body) as Block[] }
  await editMessage(makeCtx(fresh.db, { now }), edition, { messageId: id, version: 1 }, words)
  await work({ after: minutes(1) })
  expect(new Set(keys()).size).toBe(1)
  await editMessage(makeCtx(fresh.db, { now }), edition, { messageId: id, version: 2 }, { ...words, subject: 'Better words' })
  await work({ after: minutes(1) })
  expect([new Set(keys()).size, resend.delivered.map((one) => one.subject)]).toEqual([2, ['For nell', 'Better words']])
})

test('who waits before their screen is written to before everybody else', async () => {
  for (const to of ['ada', 'ben']) await write(to)
  now = later(now, seconds(5))
  await write('nell', { urgent: true })
  await work()
  expect(arrived()).toEqual(['nell', 'ada', 'ben'])
})

describe('a worker that dies between the service’s taking a message and noting it', () => {
  test('has its message taken over under the same key; what it says later counts for nothing', async () => {
    const id = await write()
    let revive = () => {}
    resend.behave((_request, nth) => (nth === 1 ? new Promise((resolve) => { revive = () => resolve({ accept: true, status: 500 }) }) : undefined))
    const dead = worker()()
    await expect.poll(() => resend.requests.length).toBe(1)
    expect((await message(id)).state).toBe('sending')
    await work({ after: claimLastsMs - 1 })
    expect(resend.requests).toHaveLength(1)
    await work({ after: 1 })
    revive()
    await dead
    expect(await message(id)).toMatchObject({ state: 'sent', provider_id: 'mail-1', attempts: 2 })
    expect([arrived(), new Set(keys()).size, logged]).toEqual([['nell'], 1, []])
  })

  test('as a process killed at that moment', async () => {
    now = new Date().toISOString() // the other process has the machine's clock
    const id = await write()
    const other = spawn(process.execPath, ['tests/setup/worker-process.ts'], { env: settings(), stdio: 'ignore' })
    const gone = new Promise((resolve) => other.once('exit', (_code, signal) => resolve(signal)))
    resend.behave((_request, nth) => {
      if (nth > 1) return undefined
      other.kill('SIGKILL')
      return { accept: true, silence: 'hang' }
    })
    expect(await gone).toBe('SIGKILL')
    expect(await message(id)).toMatchObject({ state: 'sending', attempts: 1 })
    await work({ after: claimLastsMs + seconds(10) })
    expect(await message(id)).toMatchObject({ state: 'sent', attempts: 2, secrets: null })
    expect([arrived(), resend.requests.length, new Set(keys()).size]).toEqual([['nell'], 2, 1])
  })
})

describe('what is never handed over', () => {
  const untouched = { state: 'ready', attempts: 0, last_error: null }

  test('anything, without a key; and nothing is lost when there is one', async () => {
    const id = await write()
    await work({ step: worker({ env: envOf({ RESEND_API_KEY: '' }) }) })
    expect(await message(id)).toMatchObject(untouched)
    expect(await fresh.db.selectFrom('job').select(['state', 'attempts']).where('name', '=', 'message.deliver').execute()).toEqual([{ state: 'waiting', attempts: 0 }])
    await work({ after: hours(100) })
    expect([(await message(id)).state, arrived()]).toEqual(['sent', ['nell']])
  })

  test('anything of a database marked demo, whatever the key', async () => {
    await fresh.db.insertInto('installation').values({ id: 1, demo: 1, created_at: now }).execute()
    const id = await write()
    await work()
    expect([await message(id), resend.requests]).toMatchObject([untouched, []])
  })

  test('the mail of a rehearsal', async () => {
    const rehearsal = await makeEdition(fresh.db, { slug: '2027-rehearsal', current: 0, rehearsal: 1 })
    const id = await write('nell', { edition: rehearsal })
    await write('ada')
    await work()
    expect(await message(id)).toMatchObject(untouched)
    expect(arrived()).toEqual(['ada'])
  })

  test('what is held, and what was cancelled before its turn', async () => {
    const held = await write('ada', { held: true })
    const cancelled = await write('ben')
    await moveMessage(makeCtx(fresh.db), edition, 'cancel', { messageId: cancelled, version: 1 })
    await work({ after: hours(1) })
    expect(await message(held)).toMatchObject({ state: 'held' })
    expect(await message(cancelled)).toMatchObject({ state: 'cancelled', secrets: null })
    expect(resend.requests).toEqual([])
  })
})
