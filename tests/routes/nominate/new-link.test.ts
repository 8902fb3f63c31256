import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { later, minutes } from '#app/domain/time.ts'
import { makeCtx, testNow } from '#tests/factories/index.ts'
import { faultsOf, mailAbout, nowhere, openDesk, pathOf, shownIn, withDraft, withSent, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { startApp, type Reply, type TestApp } from '#tests/setup/app.ts'
import { newestMessage } from '#tests/setup/outbox.ts'
import { readTables } from '#tests/setup/tables.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp()
  desk = await openDesk(app)
})
afterEach(() => app.close())

const path = '/nominate/new-link'
const email = 'nell@people.example'
const ask = (typed: string) => app.visitor().post(path, { email: typed })
const endedPage = (reply: Reply) => [reply.status, wordsOf(reply).includes('This link no longer works'), reply.text.includes(`action="${path}"`), shownIn(reply)]
const mailsTo = (to_email: string) => app.db.selectFrom('message').selectAll().where('kind', '=', 'nomination.links').where('to_email', '=', to_email).execute()

describe('a link that leads nowhere any more', () => {
  async function mailedLink() {
    const { visitor, draft } = await withDraft(desk)
    await visitor.post(`/nominate/${draft}/later`, { email })
    return { draft, link: pathOf((await mailAbout(desk, draft)).link) }
  }

  test('used, too old, of nothing or copied in part: the page asks for the address to which a new one goes', async () => {
    const { link } = await mailedLink()
    await app.visitor().post(link)
    const fresh = await mailedLink()
    app.clock.now = later(testNow, minutes(10))
    for (const [gone, status] of [[link, 410], [fresh.link, 410], [`/nominate/link/${nowhere}`, 404], [`/nomination/${nowhere}`, 404]] as const) {
      expect([gone, ...endedPage(await app.visitor().get(gone))]).toEqual([gone, status, true, true, { email: [''] }])
    }
    for (const gone of [link, fresh.link]) expect([gone, ...endedPage(await app.visitor().post(gone))]).toEqual([gone, 410, true, true, { email: [''] }])
  })

  test('of a draft: the new one opens it', async () => {
    const { draft, link } = await mailedLink()
    await app.visitor().post(link)
    app.clock.now = later(testNow, minutes(1))
    await ask(email)
    await app.work()
    const { secrets } = await newestMessage(app.db, makeCtx(app.db).keys, draft)
    expect((await app.visitor().post(pathOf(secrets.link1))).headers.location).toBe(`/nominate/${draft}`)
  })

  test('of what was sent: the new one shows how it stands', async () => {
    const { nomination } = await withSent(desk)
    app.clock.now = later(testNow, minutes(1))
    await ask('NELL@people.example')
    await app.work()
    const { secrets } = await newestMessage(app.db, makeCtx(app.db).keys, nomination.id)
    expect(wordsOf(await app.visitor().get(pathOf(secrets.link1)))).toContain(nomination.reference)
  })
})

test('whether an address is known is told to nobody who does not read its mail', async () => {
  await withSent(desk)
  const heard = []
  for (const typed of [email, 'nobody@people.example']) {
    const { status, headers, text } = await ask(typed)
    const asked = await app.visitor().get(headers.location ?? '')
    heard.push([status, headers.location, headers['set-cookie'], text, asked.status, asked.text])
  }
  expect(heard[0]).toEqual(heard[1])
  expect(heard[0]?.slice(0, 2)).toEqual([303, `${path}?done=asked`])
  await app.work()
  expect([(await mailsTo(email)).length, (await mailsTo('nobody@people.example')).length]).toEqual([1, 0])
})

test.each([['', 'Write an email address.'], ['nell', 'Write an email address like name@example.com.']])('“%s” is no address: told, kept, and nothing is asked', async (typed, sentence) => {
  const before = await readTables(app.db)
  const reply = await ask(typed)
  expect([reply.status, faultsOf(reply), shownIn(reply)]).toEqual([422, { email: sentence }, { email: [typed] }])
  expect(await readTables(app.db)).toEqual(before)
})

test('five times an hour for one address, known or not', async () => {
  await withSent(desk)
  for (const typed of [email, 'nobody@people.example']) {
    const statuses = []
    for (let count = 0; count < 6; count += 1) statuses.push((await ask(typed)).status)
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  }
  app.clock.now = later(testNow, minutes(60))
  expect((await ask(email)).status).toBe(303)
})

describe('the start page of a device that holds drafts', () => {
  const start = '/2027/nominate'
  const ways = ({ text }: Reply) => [...text.matchAll(/<a[^>]*href="(\/nominate\/\w{20}(?:\/\w+)?)"[^>]*>([^<]*)</g)].map(([, href, words]) => [href, words])

  test('leads on to each, newest first, says which are sent, changed since or withdrawn, and is kept by nobody', async () => {
    const { visitor, draft } = await withDraft(desk)
    const begun = (await visitor.post(start)).headers.location?.split('/')[2] ?? ''
    const reply = await visitor.get(start)
    expect(ways(reply)).toEqual([[`/nominate/${begun}`, 'Go on with the nomination you began'], [`/nominate/${draft}`, 'Go on with your nomination for Sam Carer']])
    expect([reply.status, reply.headers['cache-control'], reply.headers.etag]).toEqual([200, 'no-store', undefined])
    await visitor.post(`/nominate/${draft}/check`)
    const first = [`/nominate/${begun}`, 'Go on with the nomination you began']
    const sent = [`/nominate/${draft}/sent`, 'See how your nomination for Sam Carer stands: it is sent']
    expect(ways(await visitor.get(start))).toEqual([first, sent])
    await visitor.post(`/nominate/${draft}/who?change`, { kind: 'person', name: 'Samira Carer' })
    expect(ways(await visitor.get(start))).toEqual([first, [`/nominate/${draft}/check`, 'Send your changes to your nomination for Samira Carer: they are not sent yet']])
    const { now } = app.clock
    app.clock.now = later(desk.edition.closes_at, minutes(16))
    expect(ways(await visitor.get(start))).toEqual([[first[0], 'Read the nomination you began, which was not sent'], [sent[0], 'See how your nomination for Samira Carer stands: it is sent']])
    app.clock.now = now
    await visitor.post(`/nominate/${draft}/withdraw`)
    expect(ways(await visitor.get(start))).toEqual([first, [sent[0], 'See your nomination for Samira Carer: it is withdrawn']])
    await visitor.post('/nominate/clear')
    expect(ways(await visitor.get(start))).toEqual([])
  })

  test('is for everybody else the page that is the same for everyone', async () => {
    const { visitor } = await withDraft(desk)
    await visitor.get(start)
    const reply = await app.visitor().get(start)
    expect([ways(reply), reply.headers['cache-control'], /Sam Carer|Not yours/.test(reply.text)]).toEqual([[], 'no-cache', false])
    expect(wordsOf(reply)).toContain('Would you rather do it by phone? We write it down for you: ring 01752 000 000 .')
  })

  test('offers nothing to send once nominations are closed, nor drafts of another edition', async () => {
    const { visitor } = await withDraft(desk)
    app.clock.now = later(desk.edition.closes_at, minutes(16))
    expect(ways(await visitor.get(start)).map(([, words]) => words)).toEqual(['Read your nomination for Sam Carer, which was not sent'])
  })
})
