import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { days, later } from '#app/domain/time.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { newId, newToken } from '#app/platform/tokens.server.ts'
import type { NominationRow } from '#db/schema.ts'
import { makeCategory, makeCtx, makeEdition, makeNomination, makeQuestion, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'
import { newestMessage } from '#tests/setup/outbox.ts'

let app: TestApp
let edition: Edition
let nomination: NominationRow
let noticeId: string
let page: string
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db, { stage: 'screening' })
  await makeQuestion(app.db, edition)
  nomination = await makeNomination(app.db, edition, await makeCategory(app.db, edition, { name: 'Home Care' }), { nominee: { reach: 'sam@people.example' } })
  noticeId = newId()
  await app.db.insertInto('notice').values({ id: noticeId, nominee_id: nomination.nominee_id, route: 'letter', due_at: testNow, message_id: null, told_at: testNow, created_at: testNow }).execute()
  await app.db.insertInto('notice_nomination').values({ notice_id: noticeId, nomination_id: nomination.id }).execute()
  const { token } = await inTransaction(makeCtx(app.db), (trx) => createLink(trx, 'nominee', noticeId))
  page = `/nominee/${token}`
})
afterEach(() => app.close())

const plain = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const nominee = () => app.db.selectFrom('nominee').selectAll().where('id', '=', nomination.nominee_id).executeTakeFirstOrThrow()
const yes = {
  answer: 'accepted', 'public-name': 'yes', 'public-employer': 'yes', 'public-photo': 'no', 'public-story': 'yes', 'public-stage': 'yes',
  name: 'Sam Carer', saidAs: '', job: 'Care worker', employer: 'Harbour Home Care', intent: 'save',
}
const requestIn = (html: string) => /name="request" value="([^"]+)"/.exec(html)?.[1] ?? ''

test('the page says what we hold, everything the law asks for, and not who nominated or in what words', async () => {
  const { status, text } = await app.visitor().get(page)
  const words = plain(text)
  for (const said of ['You have been nominated', 'Home Care', 'Sam Carer', 'Harbour Home Care', 'words about your work', 'Who answers for it', 'Plymouth City Council', 'Information Commissioner'])
    expect(words).toContain(said)
  expect([status, text.includes('Nell'), text.includes('Answer to'), text.includes(nomination.reference)]).toEqual([200, false, false, false])
  await app.db.updateTable('nomination').set({ share_name: 1 }).execute()
  expect(plain((await app.visitor().get(page)).text)).toContain('From Nell Nominator')
})

test('the page does not speak of judges to whom nothing goes forward', async () => {
  const speaks = async () => /read by the judges|Judges read/.test(plain((await app.visitor().get(page)).text))
  expect(await speaks()).toBe(true)
  await app.db.updateTable('entry').set({ screening: 'ineligible', screening_reason: 'No.' }).execute()
  expect(await speaks()).toBe(false)
})

test('an answer comes back for the code that is mailed, then is kept', async () => {
  const visitor = app.visitor()
  const asked = await visitor.post(`${page}/answer`, yes)
  const request = requestIn(asked.text)
  expect([asked.status, plain(asked.text).includes('Check your email'), request.length, (await nominee()).answer]).toEqual([200, true, 43, 'none'])
  const { secrets } = await newestMessage(app.db, makeCtx(app.db).keys, noticeId)
  const wrong = await visitor.post(`${page}/answer`, { ...yes, request, code: '12345x' })
  expect([wrong.status, requestIn(wrong.text), plain(wrong.text).includes('That is not the code we sent')]).toEqual([422, request, true])
  const kept = await visitor.post(`${page}/answer`, { ...yes, request, code: secrets.code ?? '' })
  expect([kept.status, kept.headers.location]).toEqual([303, `${page}?done=answered`])
  const { answer, publicity, name, employer } = await nominee()
  expect([answer, JSON.parse(publicity), name, employer]).toEqual(['accepted', { name: 'yes', employer: 'yes', photo: 'no', story: 'yes', stage: 'yes' }, 'Sam Carer', 'Harbour Home Care'])
  expect(plain((await visitor.get(page)).text)).toContain('You said yes. Thank you.')
})

test('without an address no code is asked for; whoever declines stands down', async () => {
  await app.db.updateTable('nominee').set({ reach: '' }).execute()
  const kept = await app.visitor().post(`${page}/answer`, { answer: 'declined', name: 'Sam Carer', intent: 'save' })
  const { standing } = await app.db.selectFrom('entry').select('standing').executeTakeFirstOrThrow()
  expect([kept.status, (await nominee()).answer, standing]).toEqual([303, 'declined', 'stood-down'])
})

test('who says yes chooses for each use; nothing typed is lost', async () => {
  const missing = await app.visitor().post(`${page}/answer`, { ...yes, 'public-photo': '', name: '', saidAs: 'SHIV-awn' })
  expect([missing.status, [...missing.text.matchAll(/Choose yes or no: A photograph of you\./g)].length, missing.text.includes('Write the name.'), missing.text.includes('SHIV-awn')]).toEqual([422, 2, true, true])
})

test('an old link, and one that never was, lead on to people', async () => {
  app.clock.now = later(testNow, days(60))
  const old = await app.visitor().get(page)
  const none = await app.visitor().get(`/nominee/${newToken()}`)
  expect([old.status, none.status, plain(old.text).includes('01752 000 000')]).toEqual([410, 404, true])
  expect((await app.visitor().post(`${page}/answer`, yes)).status).toBe(410)
})
