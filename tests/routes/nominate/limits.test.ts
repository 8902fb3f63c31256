import { afterEach, beforeEach, expect, test } from 'vitest'
import { later, minutes } from '#app/domain/time.ts'
import { good, nowhere, openDesk, shownIn, withDraft, withSent, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { startApp, type Reply, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { testNow } from '#tests/factories/index.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp()
  desk = await openDesk(app)
})
afterEach(() => app.close())

/** Sends the same form again and again, many at a time; how often each status came. */
async function flood(visitor: Visitor, path: string, times: number, fields = {}): Promise<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (let sent = 0; sent < times; sent += 50) {
    const replies = await Promise.all(Array.from({ length: Math.min(50, times - sent) }, () => visitor.post(path, fields)))
    for (const { status } of replies) counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}
const tooMany = (reply: Reply) => [reply.status, reply.headers['retry-after'], wordsOf(reply).includes('Too many tries in a short time.')]

test('what a care home sends from one address is taken; a flood is told to wait, with the text kept', async () => {
  const { visitor, draft } = await withDraft(desk)
  expect(await flood(visitor, `/nominate/${draft}/you.data`, 1200)).toEqual({ 422: 1200 })
  const words = 'Words that took me an hour.'
  const reply = await visitor.post(`/nominate/${draft}/sentence`, { answer: words })
  expect([tooMany(reply), shownIn(reply)]).toEqual([[429, '600', true], { answer: [words] }])
  const wrong = await visitor.post(`/nominate/${draft}/who`, { kind: 'team', name: '' })
  expect([tooMany(wrong), shownIn(wrong)]).toEqual([[429, '600', true], { kind: ['team'], name: [''] }])
  expect(tooMany(await visitor.post(`/nominate/${draft}/check`))).toEqual([429, '600', true])
  expect((await visitor.get(`/nominate/${draft}/sentence`)).status).toBe(200)
  app.clock.now = later(testNow, minutes(10))
  expect((await visitor.post(`/nominate/${draft}/sentence`, { answer: words })).status).toBe(303)
})

test('two hundred drafts in ten minutes from one address, and no more', async () => {
  expect(await flood(app.visitor(), '/2027/nominate', 200)).toEqual({ 303: 200 })
  expect(tooMany(await app.visitor().post('/2027/nominate'))).toEqual([429, '600', true])
  expect(await app.db.selectFrom('draft').select('id').execute()).toHaveLength(200)
})

test('five messages an hour about one nomination, by whichever page they are asked for', async () => {
  const { visitor, draft, link } = await withSent(desk)
  const email = 'nell@people.example'
  for (const path of [`/nominate/${draft}/later`, `/nominate/${draft}/later`, `/nominate/${draft}/later`]) expect((await visitor.post(path, { email })).status).toBe(303)
  for (let count = 0; count < 2; count += 1) expect((await app.visitor().post(link)).status).toBe(303)
  const reply = await visitor.post(`/nominate/${draft}/later`, { email: 'tom@people.example' })
  expect([tooMany(reply), shownIn(reply)]).toEqual([[429, '3600', true], { email: ['tom@people.example'] }])
  expect(tooMany(await app.visitor().post(link))).toEqual([429, '3600', true])
  expect(await app.db.selectFrom('message').select('id').where('kind', '=', 'nomination.return').execute()).toHaveLength(5)

  const other = await withDraft(desk)
  expect((await other.visitor.post(`/nominate/${other.draft}/later`, { email })).status).toBe(303)
  app.clock.now = later(testNow, minutes(60))
  expect((await app.visitor().post(link)).status).toBe(303)
})

test('a hundred codes in ten minutes from one address', async () => {
  const path = `/nominate/code?request=${nowhere}`
  expect(await flood(app.visitor(), path, 100, { code: '123456' })).toEqual({ 422: 100 })
  const reply = await app.visitor().post(path, { code: '654321' })
  expect([tooMany(reply), shownIn(reply)]).toEqual([[429, '600', true], { code: ['654321'] }])
})

test('limits are of the address, not of the person: good answers count too, and reading never does', async () => {
  const { visitor, draft } = await withDraft(desk)
  expect(await flood(visitor, `/nominate/${draft}/who`, 50, good.who)).toEqual({ 303: 50 })
  for (let count = 0; count < 20; count += 1) expect((await visitor.get(`/nominate/${draft}/who`)).status).toBe(200)
})
