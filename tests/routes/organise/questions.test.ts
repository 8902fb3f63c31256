import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { makeAccount, makeCategory, makeCtx, makeDraft, makeEdition, makeNomination, makeQuestion } from '#tests/factories/index.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import type { CategoryRow } from '#db/schema.ts'

let app: TestApp
let edition: Edition
let category: CategoryRow
let organiser: Visitor
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db)
  await makeQuestion(app.db, edition, { key: 'difference', label: 'What did they do?' })
  category = await makeCategory(app.db, edition, { slug: 'team', name: 'Care Team' })
  organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition }))
})
afterEach(() => app.close())

const at = '/organise/2027/questions'
const stage = (to: Edition['stage']) => app.db.updateTable('edition').set({ stage: to }).execute()
const question = { label: 'What did they do?', hint: '', leastWords: '0', wordLimit: '100', answer: 'must' }
async function send(path: string, fields: Record<string, string>) {
  const { version } = await getEditionById(makeCtx(app.db), edition.id)
  return organiser.post(at + path, { version: String(version), ...fields })
}

test('while preparing, a question is saved at once, and nominators are asked it', async () => {
  await stage('preparing')
  expect((await send('/difference', { ...question, label: 'What did they do for you?', leastWords: '20', wordLimit: '150', intent: 'save' })).headers.location).toBe(`${at}?done=change`)
  await stage('nominating')
  const draft = await makeDraft(app.db, edition, category)
  const page = await new Visitor(app.port, await app.ringOf(draft.id)).get(`/nominate/${draft.id}/difference`)
  expect([page.text.includes('What did they do for you?'), page.text.includes('Between 20 and 150 words')]).toEqual([true, true])
})

test('one that may be left empty is, on the form and in the paper form’s words', async () => {
  await stage('preparing')
  await send('/add?category=team', { ...question, label: 'Anything else?', answer: 'may', intent: 'save' })
  await stage('nominating')
  const draft = await makeDraft(app.db, edition, category)
  const device = new Visitor(app.port, await app.ringOf(draft.id))
  const page = await device.get(`/nominate/${draft.id}/question-3`)
  expect([page.text.includes('Anything else?'), page.text.includes('(optional)')]).toEqual([true, true])
  const next = await device.post(`/nominate/${draft.id}/question-3`, { answer: '' })
  expect([next.status, next.headers.location]).toEqual([303, `/nominate/${draft.id}/know`])
  expect((await app.visitor().get('/2027/paper-form/standard.pdf')).status).toBe(200)
})

test('once open, what a change does is shown first, then it takes a reason', async () => {
  await makeNomination(app.db, edition, category)
  await makeDraft(app.db, edition, category)
  const wanted = { ...question, label: 'What happened?' }
  const look = await send('/difference', { ...wanted, intent: 'look' })
  expect(look.status).toBe(200)
  for (const words of ['1 nomination has answered this question', '1 draft is being written', 'under the new wording', '>What happened?</label></h1>', 'value="What happened?"']) expect(look.text).toContain(words)
  expect([look.text.match(/<h1/g)?.length, look.text.includes('<title>Error')]).toEqual([1, false])
  const without = await send('/difference', { ...wanted, intent: 'save', reason: '' })
  expect([without.status, without.text.includes('href="#reason"'), without.text.includes('value="What happened?"')]).toEqual([422, true, true])
  expect((await send('/difference', { ...wanted, intent: 'edit', reason: '' })).text).toContain('>What happened?</textarea>')
  expect((await send('/difference', { ...wanted, intent: 'save', reason: 'People asked' })).status).toBe(303)
  expect((await organiser.get('/organise/2027/audit')).text).toContain('changed the question “What happened?”: the wording: “What did they do?” → “What happened?”. The reason: People asked')
})

test('what would ask more of people is refused with a sentence, and what was typed stays', async () => {
  const refused = await send('/difference', { ...question, label: 'What happened?', wordLimit: '50', intent: 'look' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('a question may ask less of people but not more: the most words stay 100 or become more.')
  expect(refused.text).toContain('>What happened?</textarea>')
})

test('whoever saves over somebody else is told', async () => {
  const fields = { ...question, version: '1', intent: 'save', reason: 'x' }
  expect((await organiser.post(`${at}/difference`, { ...fields, label: 'One?' })).status).toBe(303)
  const second = await organiser.post(`${at}/difference`, { ...fields, label: 'Other?' })
  expect([second.status, second.text.includes('Somebody changed this a moment ago'), second.text.includes('>Other?</textarea>')]).toEqual([409, true, true])
})

test('removing says why not, or asks for a reason', async () => {
  await makeNomination(app.db, edition, category)
  expect((await organiser.get(`${at}/difference`)).text).toContain('It stays on the form: 1 nomination was sent with it.')
  expect([(await organiser.get(`${at}/difference/remove`)).status, (await send('/difference/remove', { reason: 'x' })).status]).toEqual([409, 409])
  await makeQuestion(app.db, edition, { key: 'spare', label: 'A spare one?' })
  await app.db.updateTable('edition').set({ version: 7 }).execute()
  expect((await organiser.get(`${at}/spare/remove`)).text).toContain('No nomination was sent with it')
  expect([(await send('/spare/remove', { reason: '' })).status, (await send('/spare/remove', { reason: 'Asked twice' })).headers.location]).toEqual([422, `${at}?done=remove`])
  expect((await organiser.get(at)).text).not.toContain('A spare one?')
})

test('the order has its buttons while preparing, and the list its links', async () => {
  await makeQuestion(app.db, edition, { key: 'second', label: 'Second?' })
  expect((await organiser.get(at)).text).not.toContain('value="down"')
  await stage('preparing')
  expect((await send('', { question: 'second', intent: 'up' })).headers.location).toBe(`${at}?done=move`)
  const { text } = await organiser.get(at)
  expect([text.indexOf('Second?') < text.indexOf('What did they do?'), text.includes(`${at}/second/preview`), text.includes(`${at}/add?category=team`)]).toEqual([true, true, true])
})

test('assistants read, and nothing leads them to change', async () => {
  const assistant = await app.signedIn(await makeAccount(app.db, { role: 'assistant', edition }))
  const { text } = await assistant.get(at)
  expect([text.includes('What did they do?'), text.includes('/questions/difference"'), text.includes('/add')]).toEqual([true, false, false])
  expect((await assistant.get(`${at}/difference/preview`)).text).toContain('What did they do?')
})

test('after the close the page shows what was asked, and the way to change it is closed', async () => {
  await stage('screening')
  const { text } = await organiser.get(at)
  expect([text.includes('what was asked stays as it was asked'), text.includes('/questions/difference"')]).toEqual([true, false])
  for (const path of ['/difference', '/add', '/difference/remove']) expect((await organiser.get(at + path)).status).toBe(409)
})

test('what is not there is not found', async () => {
  for (const path of ['/nothing', '/nothing/preview', '/nothing/remove', '/add?category=nothing', '/add?category=']) expect((await organiser.get(at + path)).status).toBe(404)
})

test('settings and the desk lead there', async () => {
  await stage('preparing')
  expect((await organiser.get('/organise/2027/settings')).text).toContain(`href="${at}"`)
  expect((await organiser.get('/organise/2027')).text).toContain(`href="${at}"`)
  await app.db.deleteFrom('question').where('category_id', '=', category.id).execute()
  expect((await organiser.get('/organise/2027')).text).toContain(`href="${at}/add?category=team"`)
})
