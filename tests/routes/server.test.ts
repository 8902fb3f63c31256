import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { later, minutes } from '#app/domain/time.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition, makeSettings, testNow } from '#tests/factories/index.ts'
import { startApp, type Reply, type TestApp } from '#tests/setup/app.ts'
import { readTables } from '#tests/setup/tables.ts'

let app: TestApp
beforeEach(async () => {
  app = await startApp()
  await makeEdition(app.db)
})
afterEach(() => app.close())

const formLimit = 256 * 1024
const sameOrigin = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
const get = (path: string, headers = {}) => app.visitor().get(path, headers)
const sendForm = (body: string, headers: Record<string, string> = sameOrigin) => app.visitor().send('POST', '/sign-in', headers, body)

/** The path of the first built file of this kind that the first page asks for. */
async function assetPath(end: string): Promise<string> {
  const { text } = await get('/')
  return new RegExp(`/assets/[^"]+\\${end}`).exec(text)?.[0] ?? ''
}

/** Makes the next requests fail in a way nobody foresaw, and hears what the log says of it. */
async function breakDatabase() {
  const heard = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await app.db.schema.alterTable('edition').renameTo('edition_away').execute()
  return heard
}

const everyKind: [kind: string, status: number, ask: () => Promise<Reply>][] = [
  ['a public page', 200, () => get('/')],
  ['the same page, unchanged since', 304, async () => get('/', { 'If-None-Match': (await get('/')).headers.etag ?? '' })],
  ['a page for one person', 200, () => get('/sign-in')],
  ['a page’s head alone', 200, () => app.visitor().send('HEAD', '/sign-in')],
  ['a style sheet', 200, async () => get(await assetPath('.css'))],
  ['a script', 200, async () => get(await assetPath('.js'))],
  ['a font', 200, async () => get(await assetPath('.woff2'))],
  ['a picture', 200, () => get('/favicon.svg')],
  ['data without its page', 200, () => get('/sign-in.data')],
  ['a redirect', 302, () => get('/organise/2027/people')],
  ['a redirect as data', 202, () => get('/organise/2027/people.data')],
  ['an unknown page', 404, () => get('/no/such/place')],
  ['an unknown page as data', 404, () => get('/no/such/place.data')],
  ['a form from elsewhere', 403, () => sendForm('', { 'Sec-Fetch-Site': 'cross-site' })],
  ['a form to mend', 422, () => sendForm('')],
  ['a form to a page that takes none', 405, () => app.visitor().post('/')],
  ['too long a form', 413, () => sendForm('x'.repeat(formLimit + 1))],
  ['an address that is none', 404, () => get('*')],
  ['a page that broke', 500, async () => breakDatabase().then(() => get('/no/such/place'))],
  ['a public page that broke', 500, async () => breakDatabase().then(() => get('/'))],
  ['health', 200, () => get('/health')],
  ['readiness', 200, () => get('/ready')],
  ['unreadiness', 503, async () => app.db.destroy().then(() => get('/ready'))],
  ['metrics', 200, () => get('/metrics')],
]

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; manifest-src 'self'"

describe('every kind of response', () => {
  test.each(everyKind)('%s: %d, with the headers that keep it safe', async (_, status, ask) => {
    const reply = await ask()
    expect([reply.status, pick(reply)]).toEqual([status, {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(), microphone=()'),
      'strict-transport-security': undefined,
      'x-powered-by': undefined,
      server: undefined,
    }])
  })

  const kept = ['a public page', 'the same page, unchanged since', 'a style sheet', 'a script', 'a font', 'a picture']
  test.each(everyKind.filter(([kind]) => !kept.includes(kind)))('%s: nobody keeps it', async (_, status, ask) => {
    const reply = await ask()
    expect([reply.status, reply.headers['cache-control']]).toEqual([status, 'no-store'])
  })

  test('on https, that it stays so', async () => {
    const safe = await startApp({ env: { BASE_URL: 'https://awards.example' } })
    const { headers } = await safe.visitor().get('/')
    await safe.close()
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  })
})

function pick({ headers }: Reply) {
  const names = [
    'content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy',
    'permissions-policy', 'strict-transport-security', 'x-powered-by', 'server',
  ]
  return Object.fromEntries(names.map((name) => [name, headers[name]]))
}

describe('what broke', () => {
  test('is told to the log and not to the visitor', async () => {
    const heard = await breakDatabase()
    const replies = [await get('/no/such/place'), await get('/'), await get('/no/such/place.data')]
    expect(replies.map((reply) => /no such table|sqlite|select|\.ts\b/i.test(reply.text))).toEqual([false, false, false])
    const lines = heard.mock.calls.flat().map(String).filter((line) => line.includes('no such table: edition'))
    expect(new Set(lines.map((line) => (JSON.parse(line) as { requestId: string }).requestId)).size).toBe(3)
  })

  test('is shown as a page of ours, the database being away: a public one, one for one person, one for whoever has a cookie', async () => {
    const judge = await app.signedIn(await makeAccount(app.db, { role: 'judge' }))
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await app.db.destroy()
    for (const reply of [await get('/'), await get('/sign-in'), await judge.get('/'), await judge.get('/account'), await judge.post('/sign-in', { email: '' })]) {
      expect([reply.status, reply.headers['content-type'], reply.text.includes('<h1')]).toEqual([500, 'text/html; charset=utf-8', true])
    }
  })
})

test('the log tells which page was asked for by its route, never by its address', async () => {
  const talkative = await startApp({ env: { LOG_LEVEL: 'info' } })
  const told = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await talkative.visitor().get('/nomination/a-secret-token')
  await talkative.close()
  const lines = told.mock.calls.flat().map(String)
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ event: 'request', method: 'GET', route: 'routes/nominate/status', status: 404 }])
  expect(lines.join()).not.toContain('a-secret-token')
})

describe('a form from elsewhere', () => {
  const elsewhere: [string, Record<string, string>][] = [
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour', { 'Sec-Fetch-Site': 'same-site' }],
    ['a hidden origin', { Origin: 'null' }],
    ['another origin', { Origin: 'https://evil.example' }],
    ['no word of where from', {}],
  ]
  test.each(elsewhere)('%s: 403, and nothing is changed', async (_, headers) => {
    await makeAccount(app.db, { email: 'owner@people.example', role: 'owner' })
    const before = await readTables(app.db)
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
    for (const path of ['/sign-in', '/sign-in.data', '/2027/nominate', '/']) {
      const reply = await app.visitor().send('POST', path, { ...type, ...headers }, 'email=owner%40people.example')
      expect([path, reply.status, reply.headers['set-cookie']]).toEqual([path, 403, undefined])
    }
    expect(await readTables(app.db)).toEqual(before)
  })

  test('the same form from our own page is taken', async () => {
    await makeAccount(app.db, { email: 'owner@people.example', role: 'owner' })
    const before = await readTables(app.db)
    for (const headers of [sameOrigin, { 'Content-Type': sameOrigin['Content-Type'], Origin: 'http://localhost:3000' }]) {
      expect(await sendForm('email=owner%40people.example', headers)).toMatchObject({ status: 303 })
    }
    expect(await readTables(app.db)).not.toEqual(before)
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is nothing that a form of ours would send', async (method) => {
    expect(await app.visitor().send(method, '/sign-in', sameOrigin)).toMatchObject({ status: 404 })
  })
})

describe('the length of a form', () => {
  test('256 kB are read; a byte more is a page that says so', async () => {
    expect(await sendForm(`email=${'x'.repeat(formLimit - 6)}`)).toMatchObject({ status: 422 })
    const reply = await sendForm(`email=${'x'.repeat(formLimit - 5)}`)
    expect([reply.status, reply.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8'])
    expect(reply.text).toContain('<h1')
  })

  test.each([['announced', {}], ['in pieces', { 'Transfer-Encoding': 'chunked' }]])('8 MB, %s, get their answer too', async (_, headers) => {
    expect(await sendForm('x'.repeat(8 * 2 ** 20), { ...sameOrigin, ...headers })).toMatchObject({ status: 413 })
  })
})

describe('a public page', () => {
  test('is the same bytes for everybody, signed in or not', async () => {
    const organiser = await app.signedIn(await makeAccount(app.db, { role: 'owner' }))
    const [theirs, ours] = [await organiser.get('/'), await get('/')]
    expect(theirs.text).toBe(ours.text)
    expect(theirs.headers).toEqual({ ...ours.headers, date: theirs.headers.date })
    expect([ours.headers['cache-control'], ours.headers['set-cookie'], ours.headers.vary]).toEqual(['no-cache', undefined, 'Accept-Encoding'])
  })

  test('is not sent again to who has it, and has the same mark in every encoding', async () => {
    const { headers: { etag = '' } } = await get('/')
    const packed = await get('/', { 'Accept-Encoding': 'br' })
    expect([packed.headers.etag, packed.headers['content-encoding']]).toEqual([etag, 'br'])
    const again = await get('/', { 'If-None-Match': etag })
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag])
  })

  test('is made anew once the edition has changed', async () => {
    const before = await get('/')
    const host = { ...makeSettings().host, phone: '01752 111 222' }
    await app.db.updateTable('edition').set({ version: 2, settings: JSON.stringify(makeSettings({ host })) }).execute()
    const after = await get('/', { 'If-None-Match': before.headers.etag ?? '' })
    expect([after.status, before.text.includes(host.phone), after.text.includes(host.phone)]).toEqual([200, false, true])
  })
})

describe('addresses nobody would type', () => {
  test.each([
    '*', 'http://evil.example/', '//evil.example/', '///', '/..', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/../server/index.js',
    '/%', '/%E0%A4%A', '/%00', '/a%0d%0ab', '/?%', '/sign-in?%E0%A4%A', '/sign-in?to=%00', '/.data', '/_root.data', '/sign-in.data?_routes=',
    '/sign-in.data?_routes=nonsense', '/sign-in.data?_routes=%', '/__manifest?p=%', '/organise/%2F/people', `/${'a/'.repeat(2000)}`, '/\\evil.example',
  ])('%s is answered without breaking', async (path) => {
    const reply = await get(path)
    expect(reply.status).toBeLessThan(500)
    expect(reply.headers.location ?? '').not.toMatch(/^(\/\/|https?:)/)
    expect(reply.text).not.toContain('root:x:')
  })

  test('so are cookies of nobody’s', async () => {
    for (const cookie of ['session=', 'session=%', 'session=abc', 'drafts=bm9wZQ%3D%3D.x', 'session=eyJhIjoxfQ%3D%3D.%00', '=; ;;', 'x'.repeat(4000)]) {
      expect([cookie, (await get('/sign-in', { Cookie: cookie })).status]).toEqual([cookie, 200])
    }
  })
})

describe('/ready', () => {
  const ready = async () => {
    const { status, text } = await get('/ready')
    return [status, JSON.parse(text) as unknown]
  }

  test('is green when all is well', async () => {
    expect(await ready()).toEqual([200, { ready: true, problems: [] }])
  })

  test('is red when the database is away', async () => {
    await app.db.destroy()
    expect(await ready()).toEqual([503, { ready: false, problems: [expect.stringMatching(/^database: /)] }])
  })

  test('is red when the database is older than the code', async () => {
    await app.db.deleteFrom('kysely_migration' as 'account').execute()
    expect(await ready()).toEqual([503, { ready: false, problems: expect.arrayContaining([expect.stringMatching(/^migration not run: /)]) }])
  })

  describe('when mail is delivered', () => {
    let mailing: TestApp
    let ctx: Ctx
    beforeEach(async () => {
      mailing = await startApp({ env: { RESEND_API_KEY: 're_test', RESEND_BASE_URL: 'http://127.0.0.1:9' } })
      ctx = makeCtx(mailing.db)
      const email = { subject: 'Hello', body: [] }
      await inTransaction(ctx, (trx) => queueEmail(trx, { kind: 'test', to: { name: 'Ann', email: 'ann@people.example' }, replyTo: '', email }))
    })
    afterEach(() => mailing.close())

    test('is red once a message that is due has waited 15 minutes', async () => {
      const statuses = []
      for (const waited of [0, minutes(15), minutes(15) + 1000]) {
        mailing.clock.now = later(testNow, waited)
        statuses.push((await mailing.visitor().get('/ready')).status)
      }
      expect(statuses).toEqual([200, 200, 503])
    })

    test('stays green when nobody wants the message sent yet', async () => {
      await mailing.db.updateTable('message').set({ state: 'held' }).execute()
      mailing.clock.now = later(testNow, minutes(60))
      expect(await mailing.visitor().get('/ready')).toMatchObject({ status: 200 })
    })
  })
})

describe('/metrics', () => {
  test('counts, for who asks on this machine', async () => {
    const { status, text } = await get('/metrics')
    expect(status).toBe(200)
    expect(text).toContain('# TYPE awards_messages gauge')
  })

  test.each(['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'Via'])('is not there for who came through a proxy: %s', async (header) => {
    expect(await get('/metrics', { [header]: '127.0.0.1' })).toMatchObject({ status: 404, text: 'Not found' })
  })

  test('is there again with the token, and with nothing like it', async () => {
    const token = 'a-token-of-metrics'
    const guarded = await startApp({ env: { METRICS_TOKEN: token } })
    const ask = (authorization: string) =>
      guarded.visitor().get('/metrics', { 'X-Forwarded-For': '203.0.113.9', Authorization: authorization }).then((reply) => reply.status)
    const answers = [await ask(`Bearer ${token}`), await ask(`Bearer ${token}x`), await ask('Bearer '), await ask('Bearer é-token-of-metrics')]
    await guarded.close()
    expect(answers).toEqual([200, 404, 404, 404])
  })
})

test('/health says that the process is up, even without a database', async () => {
  await app.db.destroy()
  expect(await get('/health')).toMatchObject({ status: 200, text: '{"up":true}' })
})

test('a browser that goes away in the middle of a form breaks nothing', async () => {
  await new Promise<void>((resolve) => {
    const sent = request({ host: '127.0.0.1', port: app.port, method: 'POST', path: '/sign-in', headers: { ...sameOrigin, 'Content-Length': '1000' } })
    sent.once('error', () => resolve())
    sent.write('email=', () => sent.destroy())
  })
  expect(await get('/health')).toMatchObject({ status: 200 })
})
