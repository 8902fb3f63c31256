import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDesk, titleOf, withDraft, withSent, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'
import { readTables } from '#tests/setup/tables.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  desk = await openDesk(app)
})
afterEach(() => app.close())

const telling = { answer: 'Sam sat with Mrs Carter in room 12 <all night>.' }

test('a page that names somebody leads to one page that says so, once; both its ways lead on', async () => {
  const { visitor, draft } = await withDraft(desk)
  const at = `/nominate/${draft}/sentence`
  const first = await visitor.post(at, telling)
  expect([first.status, first.headers.location]).toEqual([303, `${at}/names`])

  const before = await readTables(app.db)
  const page = await visitor.get(`${at}/names`)
  expect([page.status, titleOf(page)]).toEqual([200, 'Have you named someone who receives care? – Their story – Nominate – Celebrating Excellence in Care'])
  expect([...page.text.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, words]) => words)).toEqual(['Mrs Carter', 'room 12'])
  expect(wordsOf(page)).toContain('“Mrs Carter”: a name · “room 12”: where somebody lives')
  expect(page.text).toContain(`href="${at}"`)
  expect(page.text).toContain(`href="/nominate/${draft}/question-2"`)
  expect(await readTables(app.db)).toEqual(before)

  expect((await visitor.post(at, telling)).headers.location).toBe(`/nominate/${draft}/question-2`)
  expect((await visitor.post(at, { answer: 'Sam sat with a resident all night.' })).headers.location).toBe(`/nominate/${draft}/question-2`)
  const nothing = await visitor.get(`${at}/names`)
  expect([nothing.status, nothing.headers.location]).toEqual([302, `/nominate/${draft}/question-2`])
})

test('it stops nobody: what names somebody is sent', async () => {
  const { visitor, draft } = await withDraft(desk)
  await visitor.post(`/nominate/${draft}/sentence`, telling)
  expect((await visitor.post(`/nominate/${draft}/check`)).headers.location).toBe(`/nominate/${draft}/sent?done=sent`)
})

test('changing what was sent is no different, and leads back to the check', async () => {
  const { visitor, draft } = await withSent(desk)
  const at = `/nominate/${draft}/sentence`
  expect((await visitor.post(`${at}?change`, telling)).headers.location).toBe(`${at}/names?change`)
  const page = await visitor.get(`${at}/names?change`)
  expect(page.text).toContain(`href="${at}?change"`)
  expect(page.text).toContain(`href="/nominate/${draft}/check"`)
})

test('coming back later is not held up, nor is it pointed out then', async () => {
  const { visitor, draft } = await withDraft(desk)
  const at = `/nominate/${draft}/sentence`
  expect((await visitor.post(`${at}?pause`, telling)).headers.location).toBe(`/nominate/${draft}/later`)
  expect((await visitor.post(at, telling)).headers.location).toBe(`${at}/names`)
})

test('pages without a question have nothing to point out; nor has a draft withdrawn', async () => {
  const { visitor, draft } = await withSent(desk)
  for (const step of ['who', 'you', 'nothing']) expect((await visitor.get(`/nominate/${draft}/${step}/names`)).status).toBe(404)
  await visitor.post(`/nominate/${draft}/withdraw`)
  expect((await visitor.get(`/nominate/${draft}/sentence/names`)).headers.location).toBe(`/nominate/${draft}/sent`)
})
