import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitor, type Account } from '#app/domain/actor.ts'
import { later, minutes, seconds } from '#app/domain/time.ts'
import type { Browser } from '#app/features/people/session.server.ts'
import { askToSignIn, signInByCode, signInByDemoLink, signInByLink, writeSignIn } from '#app/features/people/sign-in.commands.server.ts'
import { createDemoLink } from '#app/features/people/commands.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { jobCatalogue } from '#app/platform/jobs/catalogue.ts'
import { makeCookies } from '#app/platform/cookies.server.ts'
import { peekLink } from '#app/platform/links.server.ts'
import { makeAccount, makeCtx, makeEdition, testNow, testSecret } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'
import { readTables } from '#tests/setup/tables.ts'

const browser: Browser = { cookies: makeCookies('http://localhost:3000', [testSecret]), sent: null }

let fresh: FreshDatabase
let ctx: Ctx
let judge: Account
beforeEach(async () => {
  fresh = await freshDatabase()
  ctx = makeCtx(fresh.db, { actor: visitor })
  judge = await makeAccount(fresh.db, { name: 'Grace Opoku', role: 'judge', edition: await makeEdition(fresh.db) })
})
afterEach(() => fresh.close())

const at = (ms: number): Ctx => ({ ...ctx, now: later(testNow, ms) })

/** Asks, and lets the jobs be done. */
async function askAndWrite(asking: Ctx, email: string, to = ''): Promise<string> {
  const request = await askToSignIn(asking, email, to)
  await runSignInJobs(asking)
  return request
}

/** As many workers at once as there are jobs. */
async function runSignInJobs(asking: Ctx): Promise<void> {
  const jobs = await fresh.db.updateTable('job').set({ state: 'done' }).where('name', '=', 'sign-in.write').where('state', '=', 'waiting').returning('payload').execute()
  await Promise.all(jobs.map((job) => writeSignIn(asking, jobCatalogue['sign-in.write'].parse(JSON.parse(job.payload)))))
}

/** Asks and reads the mail. */
async function ask(asking: Ctx = ctx) {
  const request = await askAndWrite(asking, judge.email)
  const { code = '', link = '' } = (await newestMessage(fresh.db, ctx.keys, judge.accountId)).secrets
  return { request, code, token: link.replace(/^.*\//, '') }
}

/** A code that is not the one. */
const wrong = (code: string) => (code === '123456' ? '654321' : '123456')

async function countRows(table: 'session' | 'message' | 'link'): Promise<number> {
  const { count } = await fresh.db.selectFrom(table).select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

/** How each of several results came out, and how often. */
function tally(results: ({ ok: true } | { ok: false; code: string })[]): Record<string, number> {
  const outcomes = Map.groupBy(results, (one) => (one.ok ? 'ok' : one.code))
  return Object.fromEntries([...outcomes].map(([outcome, list]) => [outcome, list.length]))
}

describe('the link', () => {
  test('signs in once, however many come at once', async () => {
    const { token } = await ask()
    const results = await Promise.all(Array.from({ length: 50 }, () => signInByLink(ctx, browser, token)))
    expect(tally(results)).toEqual({ ok: 1, 'link-used': 49 })
    expect(await countRows('session')).toBe(1)
  })

  test('a new one ends the old one, link and code', async () => {
    const old = await ask()
    const { token } = await ask(at(seconds(1)))
    expect(tally([await signInByLink(ctx, browser, old.token)])).toEqual({ 'link-used': 1 })
    expect(tally([await signInByCode(ctx, browser, old.request, old.code)])).toEqual({ 'code-spent': 1 })
    expect(tally([await signInByLink(ctx, browser, token)])).toEqual({ ok: 1 })
  })

  test('of five asked for at once, one works', async () => {
    await Promise.all(Array.from({ length: 5 }, () => askToSignIn(ctx, judge.email, '')))
    await runSignInJobs(ctx)
    const live = await fresh.db.selectFrom('link').select('id').where('revoked_at', 'is', null).execute()
    expect(live).toHaveLength(1)
    expect(await countRows('link')).toBe(5)
  })

  test('looking at it uses nothing up', async () => {
    const { token } = await ask()
    for (let i = 0; i < 20; i += 1) await peekLink(ctx, 'sign-in', token)
    expect((await signInByLink(ctx, browser, token)).ok).toBe(true)
  })

  test.each([[-seconds(1), 'ok'], [0, 'link-expired'], [seconds(1), 'link-expired']])('%i ms after its ten minutes: %s', async (ms, outcome) => {
    const { token } = await ask()
    expect(tally([await signInByLink(at(minutes(10) + ms), browser, token)])).toEqual({ [outcome]: 1 })
  })

  test('carries on to where its receiver was going', async () => {
    await askAndWrite(ctx, judge.email, '/account?from=mail')
    const { secrets } = await newestMessage(fresh.db, ctx.keys, judge.accountId)
    expect(secrets.link).toMatch(/^http:\/\/localhost:3000\/sign-in\/link\/[\w-]{43}\?to=%2Faccount%3Ffrom%3Dmail$/)
  })

  test('of an account disabled since then opens nothing', async () => {
    const { token } = await ask()
    await fresh.db.updateTable('account').set({ disabled_at: testNow }).where('id', '=', judge.accountId).execute()
    expect(tally([await signInByLink(ctx, browser, token)])).toEqual({ 'link-used': 1 })
    expect(await countRows('session')).toBe(0)
  })

  test('of another kind does not sign in', async () => {
    const { token } = await ask()
    expect(tally([await signInByDemoLink(ctx, browser, token)])).toEqual({ 'not-found': 1 })
  })
})

describe('the code', () => {
  test('signs in the tab that asked, and no other', async () => {
    const { request, code } = await ask()
    const other = await askAndWrite(ctx, 'nobody@people.example', '')
    expect(tally([await signInByCode(ctx, browser, other, code)])).toEqual({ 'code-wrong': 1 })
    const entered = await signInByCode(ctx, browser, request, code)
    expect(entered.ok && entered.value.account).toEqual(judge)
    expect(tally([await signInByCode(ctx, browser, request, code)])).toEqual({ 'code-spent': 1 })
  })

  test('five tries, counted down; then the right one comes too late', async () => {
    const { request, code } = await ask()
    const left: unknown[] = []
    for (let i = 0; i < 5; i += 1) {
      const tried = await signInByCode(ctx, browser, request, wrong(code))
      left.push(tried.ok || tried.facts.left)
    }
    expect(left).toEqual([4, 3, 2, 1, 0])
    expect(tally([await signInByCode(ctx, browser, request, code)])).toEqual({ 'code-spent': 1 })
  })

  test('five tries also when they come all at once', async () => {
    const { request, code } = await ask()
    const results = await Promise.all(Array.from({ length: 30 }, () => signInByCode(ctx, browser, request, wrong(code))))
    expect(tally(results)).toEqual({ 'code-wrong': 5, 'code-spent': 25 })
    expect(tally([await signInByCode(ctx, browser, request, code)])).toEqual({ 'code-spent': 1 })
  })

  test('the right one on the fifth try signs in', async () => {
    const { request, code } = await ask()
    for (let i = 0; i < 4; i += 1) await signInByCode(ctx, browser, request, wrong(code))
    expect(tally([await signInByCode(ctx, browser, request, code)])).toEqual({ ok: 1 })
  })

  test.each([[-seconds(1), 'ok'], [0, 'link-expired'], [seconds(1), 'link-expired']])('%i ms after its ten minutes: %s', async (ms, outcome) => {
    const { request, code } = await ask()
    expect(tally([await signInByCode(at(minutes(10) + ms), browser, request, code)])).toEqual({ [outcome]: 1 })
  })

  test('tries that failed and the one that did not are in the audit trail', async () => {
    const { request, code } = await ask()
    await signInByCode(ctx, browser, request, wrong(code))
    await signInByCode(ctx, browser, request, code)
    const trail = await fresh.db.selectFrom('audit_event').select(['verb', 'actor_id', 'object_id', 'facts']).orderBy('seq').execute()
    expect(trail).toEqual([
      { verb: 'sign-in.failed', actor_id: null, object_id: judge.accountId, facts: '{"why":"code-wrong"}' },
      { verb: 'session.started', actor_id: judge.accountId, object_id: judge.accountId, facts: '{"by":"code"}' },
    ])
  })
})

describe('an address we do not know', () => {
  test('gets no mail, and tries that end as for one we know', async () => {
    const request = await askAndWrite(ctx, 'stranger@people.example', '')
    expect(await countRows('message')).toBe(0)
    const results = []
    for (let i = 0; i < 6; i += 1) results.push(await signInByCode(ctx, browser, request, '123456'))
    expect(results.map((one) => one.ok || [one.code, one.facts.left])).toEqual([
      ['code-wrong', 4], ['code-wrong', 3], ['code-wrong', 2], ['code-wrong', 1], ['code-wrong', 0], ['code-spent', undefined],
    ])
  })

  test('is not kept', async () => {
    await askAndWrite(ctx, 'stranger@people.example', '')
    expect(JSON.stringify(await readTables(fresh.db))).not.toContain('stranger')
  })
})

describe('five asks an hour', () => {
  test('then no more mail, and the last link goes on working', async () => {
    for (let i = 0; i < 4; i += 1) await ask(at(seconds(i)))
    const fifth = await ask(at(minutes(5)))
    expect(await askAndWrite(at(minutes(6)), judge.email)).toMatch(/^[\w-]{43}$/)
    expect(await countRows('message')).toBe(5)
    expect(tally([await signInByLink(at(minutes(7)), browser, fifth.token)])).toEqual({ ok: 1 })
  })

  test('also when they come all at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => askToSignIn(ctx, judge.email, '')))
    await runSignInJobs(ctx)
    expect(await countRows('message')).toBe(5)
  })

  test.each([[-seconds(1), 5], [0, 6], [seconds(1), 6]])('%i ms after the hour: %i messages in all', async (ms, messages) => {
    for (let i = 0; i < 5; i += 1) await askAndWrite(ctx, judge.email)
    await askAndWrite(at(minutes(60) + ms), judge.email)
    expect(await countRows('message')).toBe(messages)
  })
})

describe('writing what was asked for', () => {
  const payload = async () => {
    const { payload } = await fresh.db.selectFrom('job').select('payload').where('name', '=', 'sign-in.write').executeTakeFirstOrThrow()
    return jobCatalogue['sign-in.write'].parse(JSON.parse(payload))
  }

  test('leaves one message when it is done again', async () => {
    await ask()
    await writeSignIn(ctx, await payload())
    expect([await countRows('link'), await countRows('message')]).toEqual([1, 1])
  })

  test.each([[-seconds(1), 1], [0, 0], [seconds(1), 0]])('%i ms after ten minutes: %i messages', async (ms, messages) => {
    await askToSignIn(ctx, judge.email, '')
    await writeSignIn(at(minutes(10) + ms), await payload())
    expect(await countRows('message')).toBe(messages)
  })
})

test('neither token nor code nor session can be read from the database, and organisers see dots', async () => {
  const { request, code, token } = await ask()
  const { shown } = await newestMessage(fresh.db, ctx.keys, judge.accountId)
  const entered = await signInByCode(ctx, browser, request, code)
  if (!entered.ok) throw new Error(entered.code)
  const session: unknown = await browser.cookies.session.parse(entered.value.setCookie)
  const dump = JSON.stringify(await readTables(fresh.db))
  expect(dump).toContain(judge.email) // the dump has the rows
  for (const secret of [request, token, String(session)]) expect(dump).not.toContain(secret)
  expect(dump).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`))
  expect(shown).toContain('••••••')
})

test('a demo link works as often as it is followed', async () => {
  const link = await inTransaction(ctx, (trx) => createDemoLink(trx, judge.accountId))
  const token = link.replace('http://localhost:3000/demo/', '')
  const results = [await signInByDemoLink(ctx, browser, token), await signInByDemoLink(at(minutes(600)), browser, token)]
  expect(tally(results)).toEqual({ ok: 2 })
})
