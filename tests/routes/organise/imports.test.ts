import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { listBroken } from '#db/invariants.server.ts'
import { csvOf, row } from '#tests/db/features/importing/scene.ts'
import { makeAccount, makeCategory, makeEdition, makeQuestion } from '#tests/factories/index.ts'
import { startApp, type Reply, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { multipart, sendParts } from '#tests/setup/multipart.ts'

let app: TestApp
let edition: Edition
let organiser: Visitor
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db)
  await makeQuestion(app.db, edition, { key: 'sentence' })
  await makeCategory(app.db, edition, { name: 'Home Care' })
  organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition }))
})
afterEach(() => app.close())

const home = '/organise/2027/imports'

function send(visitor: Visitor, bytes: Buffer, field = 'file'): Promise<Reply> {
  return sendParts(visitor, home, multipart({ field, fileName: '../export <b>.csv', type: 'text/csv', bytes }))
}

/** Which column each field was matched with, as the form has it. */
async function matchedBy(columns: string): Promise<Record<string, string>> {
  const { text } = await organiser.get(columns)
  return Object.fromEntries([...text.matchAll(/<select id="([\w-]+)".*?<\/select>/gs)].map(([select, name = '']) => [name, unescape(/<option value="([^"]*)" selected/.exec(select)?.[1] ?? '')]))
}

test('a file goes from its upload to nominations, and out again', async () => {
  const uploaded = await send(organiser, csvOf([row(1), row(2, { category: 'Nowhere' }), row(3)]))
  expect([uploaded.status, uploaded.headers.location]).toEqual([303, expect.stringMatching(/^\/organise\/2027\/imports\/\w{20}\/columns$/)])
  const columns = String(uploaded.headers.location)
  const page = columns.replace('/columns', '')
  const matched = await matchedBy(columns)
  expect(matched).toMatchObject({ name: 'Who are you nominating?', nominatorEmail: 'Email', category: 'Which award?' })
  expect((await organiser.post(columns, matched)).headers.location).toBe(page)
  const preview = await organiser.get(page)
  expect(preview.text).toContain('Take in 2 nominations')
  expect(preview.text).toContain('“Nowhere” is none of the categories.')
  expect((await organiser.post(page, { intent: 'start' })).headers.location).toBe(page)
  await app.work()
  const taken = await organiser.get(page)
  expect(['Sam 1', 'Sam 2', 'Nowhere', 'Sam 3', 'Not kept'].map((one) => taken.text.includes(one))).toEqual([true, true, true, true, false])
  expect(taken.text).toContain('Undo the import of 2 nominations')
  expect(taken.text).toContain('<a href="/organise/2027/outbox?state=held&amp;kind=nomination.receipt">2 held in the outbox</a>')
  expect(await listBroken(app.db)).toEqual([])
  const before = await organiser.get(`${page}/undo`)
  expect(['Undo the import of 2 nominations', 'Sam 1', 'Sam 2', 'Sam 3'].map((one) => before.text.includes(one))).toEqual([true, true, false, true])
  expect((await organiser.post(`${page}/undo`, {})).headers.location).toBe(`${page}?done=undone`)
  expect(await app.db.selectFrom('nomination').select('id').execute()).toEqual([])
  const after = (await organiser.get(page)).text
  expect([after.includes('This import was undone'), after.includes('>2 undone</a>'), />New</.test(after)]).toEqual([true, true, false])
  expect((await organiser.get(`${page}/undo`)).status).toBe(409)
})

const unescape = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

test('of a large file the first rows are done at once, the others by the worker', async () => {
  const uploaded = await send(organiser, csvOf(Array.from({ length: 1000 }, (_, index) => row(index + 1, { nominatorEmail: '' }))))
  const columns = String(uploaded.headers.location)
  const matched = await matchedBy(columns)
  await organiser.post(columns, matched)
  const page = columns.replace('/columns', '')
  expect((await organiser.get(page)).text).toContain('400 of 1000 rows checked')
  await app.work()
  await organiser.post(page, { intent: 'start' })
  expect((await organiser.get(page)).text).toContain('400 of 1000 rows taken in')
  await app.work()
  expect((await organiser.get(page)).text).toContain('1000 nominations taken in')
  expect(await listBroken(app.db)).toEqual([])
})

test('a file may be larger than a form, for those who are signed in, and not without end', async () => {
  const large = csvOf([row(1, { sentence: 'kind '.repeat(200_000) })])
  expect((await send(organiser, large)).status).toBe(303)
  expect((await send(app.visitor(), large)).status).toBe(413)
  expect((await send(organiser, Buffer.alloc(8.6 * 1024 * 1024, 'a'))).status).toBe(413)
  expect((await organiser.post('/organise/2027/enter', { channel: 'x'.repeat(300_000) })).status).toBe(413)
})

test('what is no file, or no table, is told so', async () => {
  const said = async (reply: Promise<Reply>) => [(await reply).status, /There is a problem[^]*?<li[^>]*>(.*?)<\/li>/.exec((await reply).text)?.[1]?.replace(/<[^>]+>/g, '')]
  expect(await said(send(organiser, Buffer.alloc(0)))).toEqual([422, 'Choose a file that is not empty.'])
  expect(await said(send(organiser, Buffer.from('Name\n'), 'other'))).toEqual([422, 'This page sent something we did not ask for. Choose the file and send it again.'])
  expect(await said(organiser.post(home, { file: 'text' }))).toEqual([422, 'Choose a file that is not empty.'])
  expect(await said(send(organiser, Buffer.from([0x89, 0x50, 0])))).toEqual([422, 'This is neither a CSV nor an Excel file.'])
})
