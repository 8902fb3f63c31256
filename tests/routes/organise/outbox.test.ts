import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { later, minutes } from '#app/domain/time.ts'
import { queueEmail, type Post } from '#app/features/messages/outbox.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { startResend } from '#tests/setup/resend.ts'

let app: TestApp
let edition: Edition
let organiser: Visitor
let assistant: Visitor
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db)
  organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition, name: 'Anna Price' }))
  assistant = await app.signedIn(await makeAccount(app.db, { role: 'assistant', edition }))
})
afterEach(() => app.close())

const at = '/organise/2027/outbox'
const email: Post['email'] = {
  subject: 'We have your nomination', secrets: { link: 'https://awards.example/secret-token' },
  body: [{ kind: 'text', text: 'Dear <b>Nell</b>,' }, { kind: 'link', text: 'See it', href: '{{link}}' }, { kind: 'text', text: 'It is yours alone.' }],
}
const write = (own: Partial<Post> = {}) =>
  inTransaction(makeCtx(app.db), (trx) =>
    queueEmail(trx, { kind: 'nomination.receipt', edition, to: { name: 'Nell Nominator', email: 'nell@people.example' }, replyTo: '', email, ...own }))
const row = (id: string) => app.db.selectFrom('message').select(['state', 'version', 'subject', 'body']).where('id', '=', id).executeTakeFirstOrThrow()
const words = { version: '1', subject: 'Thank you', 'text-0': 'Hello Nell,', 'text-2': 'Keep it.' }

describe('the list', () => {
  test('shows what there is, and what the address asks for', async () => {
    await write()
    await write({ held: true, email: { ...email, subject: 'A held one' } })
    const { text, status } = await assistant.get(at)
    expect([status, text.match(/href="\/organise\/2027\/outbox\/\w+"/g)?.length]).toEqual([200, 2])
    const held = (await assistant.get(`${at}?state=held&recipient=NELL`)).text
    expect([held.includes('A held one'), held.includes('We have your nomination')]).toEqual([true, false])
    expect((await assistant.get(`${at}?recipient=zoe`)).text).toContain('No message matches')
    const waysToRelease = async (who: Visitor) => [...(await who.get(at)).text.matchAll(/href="([^"]+)"[^>]*>(Release [^<]*)</g)].map(([, href, said]) => [href, said])
    expect(await waysToRelease(organiser)).toEqual([[`${at}/release?kind=nomination.receipt`, 'Release what is held: Receipt for a nomination (1)']])
    expect(await waysToRelease(assistant)).toEqual([])
  })

  test('empty, it says what will come', async () => {
    expect((await assistant.get(at)).text).toContain('Nothing has been written yet')
  })

  test('an address that makes no sense is the first page', async () => {
    await write()
    for (const nonsense of ['older=x', 'newer=', 'state=gone', 'kind=gone', 'recipient=%FF', "older=2027-01-01T00:00:00.000Z~'", 'state=held&state=ready']) {
      expect((await assistant.get(`${at}?${nonsense}`)).status).toBe(200)
    }
  })

  test('says when mail does not go out, and that a rehearsal’s never does', async () => {
    await write()
    expect((await assistant.get(at)).text).not.toContain('Mail is not going out')
    app.clock.now = later(testNow, minutes(16))
    expect((await assistant.get(at)).text).toContain('Mail is not going out')
    const rehearsal = await makeEdition(app.db, { slug: '2027-rehearsal', current: 0, rehearsal: 1 })
    const helper = await app.signedIn(await makeAccount(app.db, { role: 'assistant', edition: rehearsal }))
    const { text } = await helper.get('/organise/2027-rehearsal/outbox')
    expect([text.includes('This is a rehearsal'), text.includes('Mail is not going out')]).toEqual([true, false])
  })

  test('says of a demo’s mail that it stays, and not that it does not go out', async () => {
    await write()
    app.clock.now = later(testNow, minutes(16))
    await app.db.insertInto('installation').values({ id: 1, demo: 1, created_at: testNow }).execute()
    const { text } = await assistant.get(at)
    expect([text.includes('This is a demonstration'), text.includes('Mail is not going out')]).toEqual([true, false])
  })

  test('the mail of no edition is for owners who ask for it', async () => {
    await write({ edition: undefined, email: { ...email, subject: 'Sign in' } })
    const owner = await app.signedIn(await makeAccount(app.db, { role: 'owner' }))
    expect((await organiser.get(`${at}?of=none`)).text).not.toContain('Sign in</a>')
    expect((await owner.get(`${at}?of=none`)).text).toContain('Sign in</a>')
    expect((await owner.get(at)).text).not.toContain('Sign in</a>')
  })
})

describe('one message', () => {
  test('is shown as it will be read, with its secrets as dots and its words as words', async () => {
    const id = await write()
    for (const path of [`${at}/${id}`, `${at}/${id}.data`]) {
      const { text, status } = await assistant.get(path)
      expect([status, text.includes('••••••'), text.includes('secret-token'), text.includes('{{link}}'), text.includes('<b>Nell')]).toEqual([200, true, false, false, path.endsWith('.data')])
    }
  })

  test('an assistant may read it and has no buttons', async () => {
    const id = await write()
    const acts = (text: string) => [...text.matchAll(/name="intent" value="([^"]+)"/g)].map((match) => match[1])
    expect(acts((await assistant.get(`${at}/${id}`)).text)).toEqual([])
    expect(acts((await organiser.get(`${at}/${id}`)).text)).toEqual(['hold'])
    expect((await assistant.post(`${at}/${id}`, { version: '1', intent: 'hold' })).status).toBe(404)
    expect((await assistant.get(`${at}/${id}/edit`)).status).toBe(404)
    expect((await assistant.post(`${at}/${id}/edit`, words)).status).toBe(404)
    expect(await row(id)).toMatchObject({ state: 'ready', version: 1 })
  })

  test('held by its button: done, said, and in its history', async () => {
    const id = await write()
    const { status, headers } = await organiser.post(`${at}/${id}`, { version: '1', intent: 'hold' })
    expect([status, headers.location]).toEqual([303, `${at}/${id}?done=hold`])
    const { text } = await organiser.get(`${at}/${id}?done=hold`)
    expect(text).toContain('The message is held.')
    expect(text).toContain('<strong>Anna Price</strong> held the message')
    expect((await organiser.get(`${at}/${id}?done=constructor`)).status).toBe(200)
  })

  test('pressed on a page that is out of date: a sentence, and nothing done', async () => {
    const id = await write()
    await organiser.post(`${at}/${id}`, { version: '1', intent: 'hold' })
    const { status, text } = await organiser.post(`${at}/${id}/cancel`, { version: '1' })
    expect([status, text.includes('Somebody changed this a moment ago')]).toEqual([409, true])
    expect(await row(id)).toMatchObject({ state: 'held', version: 2 })
  })

  test.each([['no version', { intent: 'hold' }], ['another act', { version: '1', intent: 'edit' }], ['cancelling in passing', { version: '1', intent: 'cancel' }],
    ['a version in letters', { version: 'abc', intent: 'hold' }], ['an act twice', { version: '1', intent: ['hold', 'cancel'] }], ['more than was asked', { version: '1', intent: 'hold', state: 'sent' }]])(
    '%s: 422, and nothing done', async (_, fields) => {
      const id = await write()
      const { status, text } = await organiser.post(`${at}/${id}`, fields)
      expect([status, /invalid|expected/i.test(text)]).toEqual([422, false])
      expect(await row(id)).toMatchObject({ state: 'ready', version: 1 })
    })

  test('sent again, when it held no secret', async () => {
    const id = await write({ email: { subject: 'Plain', body: [{ kind: 'text', text: 'Hello' }] } })
    await app.db.updateTable('message').set({ state: 'sent', sent_at: testNow }).where('id', '=', id).execute()
    const { headers } = await organiser.post(`${at}/${id}`, { version: '1', intent: 'send-again' })
    expect(headers.location).toMatch(/^\/organise\/2027\/outbox\/\w{20}\?done=send-again$/)
    expect((await organiser.get(headers.location ?? '')).text).toContain('This is the new message.')
  })

  test('sent again by two presses, there is one copy, to which both lead; so does the page from then on', async () => {
    const id = await write({ email: { subject: 'Plain', body: [{ kind: 'text', text: 'Hello' }] } })
    await app.db.updateTable('message').set({ state: 'sent', sent_at: testNow }).where('id', '=', id).execute()
    const press = () => organiser.post(`${at}/${id}`, { version: '1', intent: 'send-again' })
    const [first, second] = await Promise.all([press(), press()])
    expect([first.status, second.status, second.headers.location]).toEqual([303, 303, first.headers.location])
    expect(await app.db.selectFrom('message').select('id').execute()).toHaveLength(2)
    const { text } = await organiser.get(`${at}/${id}`)
    expect([text.includes('value="send-again"'), text.includes(`href="${first.headers.location?.replace(/\?.*/, '')}"`)]).toEqual([false, true])
  })

  test('is cancelled on a page of its own, which says what that means', async () => {
    const id = await write()
    expect((await organiser.get(`${at}/${id}`)).text).toContain(`href="${at}/${id}/cancel"`)
    const { text } = await organiser.get(`${at}/${id}/cancel`)
    expect([text.includes('this cannot be undone'), text.includes('is wiped'), (await row(id)).state]).toEqual([true, true, 'ready'])
    const { status, headers } = await organiser.post(`${at}/${id}/cancel`, { version: '1' })
    expect([status, headers.location, (await row(id)).state]).toEqual([303, `${at}/${id}?done=cancel`, 'cancelled'])
    const again = await organiser.get(`${at}/${id}/cancel`)
    expect([again.text.includes('Too late to cancel'), again.text.includes('>Cancel message<')]).toEqual([true, false])
  })

  test('sent with a secret, it says why it cannot be sent again', async () => {
    const id = await write()
    await app.db.updateTable('message').set({ state: 'sent', sent_at: testNow, secrets: null }).where('id', '=', id).execute()
    expect((await organiser.get(`${at}/${id}`)).text).toContain('They can ask for a new one.')
    expect((await organiser.post(`${at}/${id}`, { version: '1', intent: 'send-again' })).status).toBe(409)
  })
})

describe('rewriting', () => {
  test('keeps the new words', async () => {
    const id = await write()
    const { status, headers } = await organiser.post(`${at}/${id}/edit`, words)
    expect([status, headers.location]).toEqual([303, `${at}/${id}?done=edit`])
    expect(await row(id)).toMatchObject({ version: 2, subject: 'Thank you', body: JSON.stringify([{ kind: 'text', text: 'Hello Nell,' }, email.body[1], { kind: 'text', text: 'Keep it.' }]) })
  })

  test('an empty paragraph: a sentence, and the words typed are still there', async () => {
    const id = await write()
    const { status, text } = await organiser.post(`${at}/${id}/edit`, { ...words, 'text-0': '' })
    expect([status, text.includes('Write this part of the message.'), text.includes('Keep it.'), text.includes('<title>Error: Rewrite')]).toEqual([422, true, true, true])
  })

  test('braces typed into it stay braces: the secret stands where we put it and nowhere else', async () => {
    const id = await write()
    await organiser.post(`${at}/${id}/edit`, { ...words, 'text-0': 'Ring us, {{link}}' })
    const mail = await startResend()
    const sender = await startApp({ fresh: { db: app.db } as FreshDatabase, env: { RESEND_API_KEY: 're_test', RESEND_BASE_URL: mail.url } })
    await sender.work()
    expect(mail.delivered.map((one) => one.text)).toEqual(['Ring us, {{link}}\n\nSee it:\nhttps://awards.example/secret-token\n\nKeep it.'])
    await Promise.all([sender.close(), mail.close()])
  })

  test('two at once: the second sees both texts, and may then put theirs in', async () => {
    const id = await write()
    await organiser.post(`${at}/${id}/edit`, { ...words, 'text-0': 'The first one’s words' })
    const { status, text } = await organiser.post(`${at}/${id}/edit`, { ...words, 'text-0': 'The second one’s words' })
    expect([status, text.includes('The first one’s words'), text.includes('The second one’s words'), text.includes('name="version" value="2"')]).toEqual([409, true, true, true])
    expect((await row(id)).body).toContain('The first one’s words')
    await organiser.post(`${at}/${id}/edit`, { ...words, version: '2', 'text-0': 'The second one’s words' })
    expect((await row(id)).body).toContain('The second one’s words')
  })

  test('gone meanwhile: the words typed are kept on the page', async () => {
    const id = await write()
    await app.db.updateTable('message').set({ state: 'sent', sent_at: testNow, secrets: null }).where('id', '=', id).execute()
    const { status, text } = await organiser.post(`${at}/${id}/edit`, words)
    expect([status, text.includes('Too late to rewrite'), text.includes('Hello Nell,')]).toEqual([409, true, true])
  })

  test('hostile words are kept as words', async () => {
    const id = await write()
    const hostile = '<script>alert(1)</script>\u202E"\u0000'
    await organiser.post(`${at}/${id}/edit`, { ...words, subject: hostile, 'text-0': hostile })
    const { text } = await organiser.get(`${at}/${id}`)
    expect([text.includes('<script>alert'), text.includes('&lt;script&gt;alert')]).toEqual([false, true])
  })
})

test('what is not there, and what is another year’s, look alike', async () => {
  const other = await makeEdition(app.db, { slug: '2028', current: 0 })
  const theirs = await write({ edition: other })
  for (const id of ['nothing', theirs]) {
    expect((await organiser.get(`${at}/${id}`)).status).toBe(404)
    expect((await organiser.get(`${at}/${id}/edit`)).status).toBe(404)
    expect((await organiser.get(`${at}/${id}/cancel`)).status).toBe(404)
    expect((await organiser.post(`${at}/${id}/cancel`, { version: '1' })).status).toBe(404)
    expect((await organiser.post(`${at}/${id}`, { version: '1', intent: 'hold' })).status).toBe(404)
    expect((await organiser.post(`${at}/${id}/edit`, words)).status).toBe(404)
  }
})
