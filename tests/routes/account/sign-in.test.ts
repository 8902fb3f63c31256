import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { makeAccount, makeCtx, makeEdition } from '#tests/factories/index.ts'
import { startApp, type Reply, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { newestMessage } from '#tests/setup/outbox.ts'

let app: TestApp
let ctx: Ctx
let grace: Account
beforeEach(async () => {
  app = await startApp()
  ctx = makeCtx(app.db)
  grace = await makeAccount(app.db, { name: 'Grace Opoku', role: 'stage-crew', edition: await makeEdition(app.db) })
})
afterEach(() => app.close())

const newLink = () => inTransaction(ctx, (trx) => createLink(trx, 'sign-in', grace.accountId))
const locationOf = (reply: Reply) => reply.headers.location ?? ''

/** Asks, and lets the mail be written. */
async function ask(visitor: Visitor, email = grace.email, query = ''): Promise<Reply> {
  const asked = await visitor.post(`/sign-in${query}`, { email })
  await app.work()
  return asked
}

async function signInByMail(visitor: Visitor, query = ''): Promise<Reply> {
  const asked = await ask(visitor, grace.email, query)
  const { secrets } = await newestMessage(app.db, ctx.keys, grace.accountId)
  return visitor.post(locationOf(asked), { code: secrets.code ?? '' })
}

describe('a known and an unknown address', () => {
  /** A reply without what is random or about the moment. */
  const plain = ({ status, headers: { date: _, ...headers }, text }: Reply) =>
    ({ status, headers: { ...headers, location: headers.location?.replace(/request=[\w-]{43}/, 'request=…') }, text })

  test('are answered alike, from asking to the sixth wrong code', async () => {
    const heard = []
    for (const email of [grace.email, 'stranger@people.example']) {
      const visitor = app.visitor()
      const asked = await ask(visitor, email)
      const replies = [asked, await visitor.get(locationOf(asked))]
      for (let i = 0; i < 6; i += 1) replies.push(await visitor.post(locationOf(asked), { code: '000000' }))
      heard.push(replies.map(plain))
    }
    expect(heard[0]).toEqual(heard[1])
    expect(heard[0]?.map((reply) => reply.status)).toEqual([303, 200, 422, 422, 422, 422, 422, 410])
    expect(heard[0]?.[0]?.text).toBe('')
  })

  test('also beyond five asks', async () => {
    const heard = []
    for (const email of [grace.email, 'stranger@people.example']) {
      const visitor = app.visitor()
      const replies = []
      for (let i = 0; i < 7; i += 1) replies.push(await ask(visitor, email))
      replies.push(await visitor.post(locationOf(replies.at(-1) as Reply), { code: '000000' }))
      heard.push(replies.map(plain))
    }
    expect(heard[0]).toEqual(heard[1])
  })
})

describe('what is typed', () => {
  test.each([
    ['', 'Write an email address.'],
    ['grace', 'Write an email address like name@example.com.'],
    [`${'a'.repeat(300)}@people.example`, 'Use 254 characters or fewer for the email address.'],
  ])('email %j: 422, kept, told why', async (email, sentence) => {
    const reply = await app.visitor().post('/sign-in', { email })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain(sentence)
    expect(reply.text).toContain('<title>Error: Sign in')
    expect(reply.text).toContain(`value="${email}"`)
  })

  test('fields nobody asked for, or twice', async () => {
    expect((await app.visitor().post('/sign-in', { email: grace.email, admin: '1' })).status).toBe(422)
    expect((await app.visitor().post('/sign-in', { email: [grace.email, grace.email] })).status).toBe(422)
  })

  test('capitals and spaces around an address do no harm; nor do spaces in a pasted code', async () => {
    const visitor = app.visitor()
    const asked = await ask(visitor, ` ${grace.email.toUpperCase()} `)
    const { secrets } = await newestMessage(app.db, ctx.keys, grace.accountId)
    const code = secrets.code ?? ''
    const entered = await visitor.post(locationOf(asked), { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })
    expect([entered.status, entered.headers.location]).toEqual([303, '/account'])
  })

  test.each(['12345', '1234567', 'abcdef', ''])('code %j is no try', async (code) => {
    const visitor = app.visitor()
    const asked = await ask(visitor)
    const reply = await visitor.post(locationOf(asked), { code })
    expect(reply.status).toBe(422)
    expect(await app.db.selectFrom('link').select('tries').execute()).toEqual([{ tries: 0 }])
  })

  test('the code page without the secret of its tab leads back', async () => {
    for (const path of ['/sign-in/code', '/sign-in/code?request=short', `/sign-in/code?request=${'<'.repeat(43)}`]) {
      const reply = await app.visitor().get(path)
      expect([reply.status, reply.headers.location]).toEqual([302, '/sign-in'])
    }
  })
})

describe('limits by address', () => {
  test('the 61st ask in ten minutes waits, with what was typed', async () => {
    const visitor = app.visitor()
    for (let i = 0; i < 60; i += 1) expect((await visitor.post('/sign-in', { email: `person-${i}@people.example` })).status).toBe(303)
    const reply = await visitor.post('/sign-in', { email: grace.email })
    expect(reply.status).toBe(429)
    expect(reply.text).toContain(`value="${grace.email}"`)
    app.clock.now = '2026-12-01T10:10:00.000Z'
    expect((await visitor.post('/sign-in', { email: grace.email })).status).toBe(303)
  })
})

describe('the link', () => {
  test('says who signs in, changes nothing when looked at, works once', async () => {
    const { token } = await newLink()
    const path = `/sign-in/link/${token}`
    const scanner = app.visitor()
    for (let i = 0; i < 10; i += 1) {
      const [page, head] = [await scanner.get(path), await scanner.send('HEAD', path)]
      expect([page.status, head.status, page.headers['set-cookie'], head.headers['set-cookie']]).toEqual([200, 200, undefined, undefined])
      expect(page.text).toContain('Sign in as Grace</button>')
    }
    const visitor = app.visitor()
    expect((await visitor.post(path)).headers.location).toBe('/account')
    const second = await app.visitor().post(path)
    expect([second.status, second.headers['set-cookie']]).toEqual([410, undefined])
    expect(second.text).toContain('This link no longer works')
    expect(second.text).toContain('href="/sign-in"')
    expect([(await visitor.get(path)).status, (await visitor.get(path)).headers.location]).toEqual([302, '/account'])
  })

  test('that is unknown, cut short or too old offers to ask again', async () => {
    const { token } = await newLink()
    app.clock.now = '2026-12-01T10:10:00.000Z'
    const paths: [string, number][] = [[token, 410], [token.slice(0, 20), 404], ['x', 404]]
    for (const [end, status] of paths) {
      const reply = await app.visitor().get(`/sign-in/link/${end}?to=%2Faccount`)
      expect(reply.status).toBe(status)
      expect(reply.text).toContain('href="/sign-in?to=%2Faccount"')
    }
  })
})

describe('where signing in leads', () => {
  const own: [to: string, leads: string][] = [
    ['/organise/2027/people', '/organise/2027/people'],
    ['/organise/2027/people?role=judge&page=2', '/organise/2027/people?role=judge&page=2'],
  ]
  const foreign = [
    'https://evil.example', 'http://evil.example/account', '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '\\/evil.example',
    '/%5cevil.example', '/%5Cevil.example', '%2f%2fevil.example', '/%2fevil.example', '/%2F/evil.example', 'javascript:alert(1)',
    'data:text/html,x', '/@evil.example', '@evil.example', '/account\r\nSet-Cookie: a=b', '/account%0d%0aSet-Cookie:a=b\n', ' //evil.example',
    '\t//evil.example', '/\t/evil.example', '/account#//evil.example', 'account', '', '//', '/:80', '/é',
  ]
  test.each([...own, ...foreign.map((to): [string, string] => [to, '/account'])])('to=%j: %s', async (to, leads) => {
    const { token } = await newLink()
    const entered = await app.visitor().post(`/sign-in/link/${token}?${new URLSearchParams({ to })}`)
    expect([entered.status, entered.headers.location]).toEqual([303, leads])
  })

  test('the way is kept through asking and the code', async () => {
    const entered = await signInByMail(app.visitor(), '?to=%2Forganise%2F2027%3Fa%3Db')
    expect(entered.headers.location).toBe('/organise/2027?a=b')
  })

  test('organisers go to their desk', async () => {
    const organiser = await makeAccount(app.db, { role: 'organiser' })
    const { token } = await inTransaction(ctx, (trx) => createLink(trx, 'sign-in', organiser.accountId))
    expect((await app.visitor().post(`/sign-in/link/${token}`)).headers.location).toBe('/organise')
  })

  test('somebody signed in is not asked again', async () => {
    const visitor = app.visitor()
    await signInByMail(visitor)
    expect((await visitor.get('/sign-in')).headers.location).toBe('/account')
    expect((await visitor.get('/sign-in?to=/organise/2027')).headers.location).toBe('/organise/2027')
  })
})

describe('the cookie', () => {
  test('over http on this machine', async () => {
    const [cookie = '', ...more] = (await signInByMail(app.visitor())).headers['set-cookie'] ?? []
    expect(more).toEqual([])
    expect(cookie).toMatch(/^session=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('over https', async () => {
    const secure = await startApp({ env: { BASE_URL: 'https://awards.example' } })
    const account = await makeAccount(secure.db, { role: 'organiser' })
    const { token } = await inTransaction(makeCtx(secure.db), (trx) => createLink(trx, 'sign-in', account.accountId))
    const entered = await secure.visitor().post(`/sign-in/link/${token}`)
    expect(entered.headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-session=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/)])
    await secure.close()
  })

  test('one planted beforehand is not the one that signs in', async () => {
    const thief = app.visitor()
    await signInByMail(thief)
    const victim = app.visitor()
    victim.cookies.set('session', thief.cookies.get('session') ?? '')
    const { token } = await newLink()
    await victim.post(`/sign-in/link/${token}`)
    expect(victim.cookies.get('session')).not.toBe(thief.cookies.get('session'))
    expect((await thief.get('/account')).status).toBe(302)
    expect((await victim.get('/account')).status).toBe(200)
  })
})

describe('signing out', () => {
  test('ends the session for whoever copied the cookie, and clears the browser', async () => {
    const visitor = app.visitor()
    await signInByMail(visitor)
    const copy = app.visitor()
    copy.cookies.set('session', visitor.cookies.get('session') ?? '')
    expect((await copy.get('/account')).status).toBe(200)
    const out = await visitor.post('/sign-out')
    expect([out.status, out.headers.location, out.headers['clear-site-data']]).toEqual([303, '/sign-in?done=signed-out', '"cache", "cookies", "storage"'])
    expect(visitor.cookies.has('session')).toBe(false)
    const replayed = await copy.get('/account')
    expect([replayed.status, replayed.headers.location]).toEqual([302, '/sign-in?to=%2Faccount'])
    expect((await visitor.get('/sign-in?done=signed-out')).text).toContain('You are signed out')
  })

  test('is a form, not an address, and comes from our own pages only', async () => {
    const visitor = app.visitor()
    await signInByMail(visitor)
    expect((await visitor.get('/sign-out')).status).toBe(404)
    expect((await visitor.post('/sign-out', {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await visitor.get('/account')).status).toBe(200)
  })

  test('without being signed in does no harm', async () => {
    expect((await app.visitor().post('/sign-out')).status).toBe(303)
  })
})
