import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitor, type Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { days, hours, later, minutes, seconds } from '#app/domain/time.ts'
import { listSessions } from '#app/features/people/queries.server.ts'
import { findActor, startSession, type Browser } from '#app/features/people/session.server.ts'
import { signOut, signOutEverywhere } from '#app/features/people/sign-in.commands.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { makeCookies } from '#app/platform/cookies.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { makeAccount, makeCtx, makeEdition, testNow, testSecret } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

const cookies = makeCookies('http://localhost:3000', [testSecret])

let fresh: FreshDatabase
let ctx: Ctx
let edition: Edition
beforeEach(async () => {
  fresh = await freshDatabase()
  ctx = makeCtx(fresh.db, { actor: visitor })
  edition = await makeEdition(fresh.db)
})
afterEach(() => fresh.close())

const at = (ms: number): Ctx => ({ ...ctx, now: later(testNow, ms) })
const nobody: Browser = { cookies, sent: null }

/** Signs in and answers the browser as it is then. */
async function signIn(account: Account, browser = nobody, asked = ctx): Promise<Browser> {
  const setCookie = await inTransaction(asked, (trx) => startSession(trx, browser, account, 'link'))
  return { cookies, sent: setCookie.split(';')[0] ?? '' }
}

const actorOf = (browser: Browser, asked = ctx) => findActor(asked, cookies, browser.sent ?? '')

async function give(account: Account, role: Role): Promise<void> {
  await fresh.db
    .insertInto('role_grant')
    .values({ id: newId(), account_id: account.accountId, edition_id: edition.id, role, granted_at: testNow })
    .execute()
}

test('a session is the account with the roles it holds now', async () => {
  const judge = await makeAccount(fresh.db, { role: 'judge', edition })
  const browser = await signIn(judge)
  expect(await actorOf(browser)).toEqual(judge)
  await give(judge, 'assistant')
  const now = await actorOf(browser)
  expect(now.kind === 'account' && now.grants.map((grant) => grant.role).sort()).toEqual(['assistant', 'judge'])
  await fresh.db.updateTable('role_grant').set({ revoked_at: testNow }).execute()
  expect(await actorOf(browser)).toEqual({ ...judge, grants: [] })
})

test('who is asking is one query, however many roles', async () => {
  const judge = await makeAccount(fresh.db, { role: 'judge', edition })
  await give(judge, 'stage-crew')
  const browser = await signIn(judge)
  const counted = countQueries(fresh.url)
  expect((await actorOf(browser, { ...ctx, db: counted.db })).kind).toBe('account')
  expect(counted.asked()).toBe(1)
  await counted.close()
})

test('a disabled account is nobody at once', async () => {
  const judge = await makeAccount(fresh.db, { role: 'judge', edition })
  const browser = await signIn(judge)
  await fresh.db.updateTable('account').set({ disabled_at: testNow }).execute()
  expect(await actorOf(browser)).toEqual(visitor)
})

test.each([
  ['none', ''],
  ['one nobody signed', 'session=InRva2VuIg%3D%3D'],
  ['one signed with another secret', 'session=InRva2VuIg%3D%3D.d2hhdGV2ZXI'],
  ['something else', 'theme=dark'],
])('no session by a cookie that is %s', async (_, sent) => {
  expect(await findActor(ctx, cookies, sent)).toEqual(visitor)
})

test('a value that we signed for the other cookie is nobody’s session, and does no harm', async () => {
  const ring = await cookies.drafts.serialize(['one', 'two'])
  const browser: Browser = { cookies, sent: ring.split(';')[0]?.replace('drafts=', 'session=') ?? '' }
  expect(await actorOf(browser)).toEqual(visitor)
  const judge = await makeAccount(fresh.db, { role: 'judge', edition })
  expect(await actorOf(await signIn(judge, browser))).toEqual(judge)
  expect(await signOut(ctx, browser)).toContain('session=;')
})

describe('signing in again', () => {
  test('gives a new id and ends the old session of this browser', async () => {
    const first = await makeAccount(fresh.db, { role: 'judge', edition })
    const second = await makeAccount(fresh.db)
    const before = await signIn(first)
    const after = await signIn(second, before)
    expect(after.sent).not.toBe(before.sent)
    expect(await actorOf(before)).toEqual(visitor)
    expect(await actorOf(after)).toEqual(second)
    expect(await fresh.db.selectFrom('session').select('account_id').execute()).toEqual([{ account_id: second.accountId }])
  })

  test('a second browser has a session of its own', async () => {
    const judge = await makeAccount(fresh.db, { role: 'judge', edition })
    const [tablet, phone] = [await signIn(judge), await signIn(judge)]
    await signOut({ ...ctx, actor: judge }, tablet)
    expect(await actorOf(tablet)).toEqual(visitor)
    expect(await actorOf(phone)).toEqual(judge)
  })

  test('clears away sessions of the account that ran out', async () => {
    const judge = await makeAccount(fresh.db, { role: 'judge', edition })
    await signIn(judge)
    await signIn(judge, nobody, at(days(8)))
    expect(await fresh.db.selectFrom('session').select('created_at').execute()).toEqual([{ created_at: later(testNow, days(8)) }])
  })
})

describe('unused, a session ends', () => {
  const table: [Role, number, boolean][] = [
    ['organiser', hours(1) - seconds(1), true], ['organiser', hours(1), false], ['organiser', hours(1) + seconds(1), false],
    ['assistant', hours(1), false], ['owner', hours(1), false],
    ['judge', hours(12) - seconds(1), true], ['judge', hours(12), false], ['stage-crew', hours(12), false],
  ]
  test.each(table)('%s after %i ms: alive %s', async (role, ms, alive) => {
    const account = await makeAccount(fresh.db, { role, edition: role === 'owner' ? null : edition })
    const browser = await signIn(account)
    expect((await actorOf(browser, at(ms))).kind === 'account').toBe(alive)
  })
})

describe('used all the time, a session ends', () => {
  const table: [Role, number, number][] = [['organiser', hours(12), minutes(50)], ['judge', days(7), hours(11)]]
  test.each(table)('%s after %i ms', async (role, absolute, step) => {
    const browser = await signIn(await makeAccount(fresh.db, { role, edition }))
    for (let ms = step; ms < absolute; ms += step) expect((await actorOf(browser, at(ms))).kind).toBe('account')
    expect((await actorOf(browser, at(absolute - seconds(1)))).kind).toBe('account')
    expect((await actorOf(browser, at(absolute))).kind).toBe('visitor')
  })
})

test('with a stricter role given meanwhile, its limits hold', async () => {
  const judge = await makeAccount(fresh.db, { role: 'judge', edition })
  const browser = await signIn(judge)
  await give(judge, 'organiser')
  expect((await actorOf(browser, at(hours(1)))).kind).toBe('visitor')
})

test('its use is noted once a minute at most', async () => {
  const judge = await makeAccount(fresh.db, { role: 'judge', edition })
  const browser = await signIn(judge)
  const seenAfter = async (ms: number) => {
    await actorOf(browser, at(ms))
    return (await listSessions(at(ms), judge.accountId)).map((session) => session.lastSeenAt)
  }
  expect(await seenAfter(seconds(59))).toEqual([testNow])
  expect(await seenAfter(seconds(60))).toEqual([later(testNow, seconds(60))])
  expect(await seenAfter(seconds(119))).toEqual([later(testNow, seconds(60))])
})

test('signing out everywhere ends every session of the account and of nobody else', async () => {
  const judge = await makeAccount(fresh.db, { role: 'judge', edition })
  const other = await makeAccount(fresh.db, { role: 'judge', edition })
  const [tablet, phone, others] = [await signIn(judge), await signIn(judge), await signIn(other)]
  await signOutEverywhere({ ...ctx, actor: judge }, tablet, judge)
  expect([(await actorOf(tablet)).kind, (await actorOf(phone)).kind, (await actorOf(others)).kind]).toEqual(['visitor', 'visitor', 'account'])
  const ended = await fresh.db.selectFrom('audit_event').select(['actor_id', 'facts']).where('verb', '=', 'session.ended').execute()
  expect(ended).toEqual([{ actor_id: judge.accountId, facts: '{"sessions":2}' }])
})
