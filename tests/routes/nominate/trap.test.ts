import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDesk, withDraft, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { makeDraft } from '#tests/factories/index.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp()
  desk = await openDesk(app)
})
afterEach(() => app.close())

const suspicions = async () => (await app.db.selectFrom('nomination').select('suspicions').orderBy('received_at').execute()).map((one) => one.suspicions)

test('a field that nobody sees: filled in, the nomination is received and thanked for, and waits to be looked at', async () => {
  const { visitor, draft } = await withDraft(desk)
  const { text } = await visitor.get(`/nominate/${draft}/check`)
  expect(text).toMatch(/<label class="hidden">Leave this empty<input name="website" tabindex="-1" autocomplete="off"\/?><\/label>/i)
  const { status } = await visitor.post(`/nominate/${draft}/check`, { website: 'https://pills.example' })
  expect([status, await suspicions()]).toEqual([303, ['["trap"]']])
  expect(wordsOf(await visitor.get(`/nominate/${draft}/sent?done=sent`))).toContain('Your nomination for Sam Carer is in.')
})

test('ninety from one care home’s address are nothing to look at; beyond a hundred in ten minutes they are, and still received', async () => {
  for (let count = 0; count < 103; count += 1) {
    const { id } = await makeDraft(app.db, desk.edition, desk.home, { relationship: 'I work with them', nominatorEmail: `nominator${count}@people.example` })
    expect((await new Visitor(app.port, await app.ringOf(id)).post(`/nominate/${id}/check`)).status).toBe(303)
  }
  expect((await suspicions()).filter((one) => one !== '[]')).toEqual(Array(3).fill('["many"]'))
})

test('so is the twenty-first in an hour with one email address', async () => {
  for (let count = 0; count < 21; count += 1) {
    const { id } = await makeDraft(app.db, desk.edition, desk.home, { relationship: 'I work with them' })
    await new Visitor(app.port, await app.ringOf(id)).post(`/nominate/${id}/check`)
  }
  expect((await suspicions()).filter((one) => one !== '[]')).toEqual(['["many"]'])
})
