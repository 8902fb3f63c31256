import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeJudge, makeScorecard, makeAccount, makeEdition } from '#tests/factories/index.ts'
import { startApp, type Reply, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { makeDeskScene, makeFinalist, type DeskScene } from '#tests/setup/desk-scene.ts'

let app: TestApp
let scene: DeskScene
let judge: Visitor
let entry: string
let second: string
beforeEach(async () => {
  app = await startApp()
  scene = await makeDeskScene(app.db)
  judge = await app.signedIn(scene.judge.account)
  const [one, other] = scene.entries
  entry = `/judge/2027/entries/${one?.id}`
  second = `/judge/2027/entries/${other?.id}`
})
afterEach(() => app.close())

type Texts = Record<string, string>
const hiddenOf = ({ text }: Reply): Texts =>
  Object.fromEntries([...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
const marks = (one: string, other: string, more: Texts = {}): Texts => {
  const [first, last] = scene.criteria
  return { [`mark-${first}`]: one, [`mark-${last}`]: other, [`reason-${first}`]: '', [`reason-${last}`]: '', note: '', citation: '', ...more }
}
/** As somebody who has the page open. */
async function fill(fields: Texts, { at = entry, how = '' } = {}): Promise<Reply> {
  return judge.post(at + how, { ...hiddenOf(await judge.get(at)), ...fields })
}
const cardRows = () => app.db.selectFrom('scorecard').select(['state', 'version']).orderBy('entry_id').execute()
const homeText = async () => (await judge.get('/judge/2027')).text
const chosen = ({ text }: Reply) => [...text.matchAll(/value="([^"]*)"[^>]*checked=""|checked=""[^>]*value="([^"]*)"/g)].map(([, a, b]) => a ?? b)

test('whoever judges one year is led to it, whoever judges several chooses', async () => {
  expect((await judge.get('/judge')).headers.location).toBe('/judge/2027')
  const other = await makeEdition(app.db, { slug: '2026', current: 0, name: 'The awards of 2026' })
  await makeJudge(app.db, other)
  await app.db.updateTable('judge').set({ account_id: scene.judge.account_id }).where('edition_id', '=', other.id).execute()
  await app.db.updateTable('role_grant').set({ account_id: scene.judge.account_id }).where('edition_id', '=', other.id).execute()
  const { text } = await judge.get('/judge')
  expect([...text.matchAll(/href="(\/judge\/\d+)"/g)].map(([, href]) => href).sort()).toEqual(['/judge/2026', '/judge/2027'])
})

test('the first page says what is left, and follows what is done', async () => {
  expect(await homeText()).toMatch(/2 of 2 entries left to finish: about 4 minutes/)
  await fill(marks('4', ''))
  expect(await homeText()).toMatch(/1 of 2 scored.*In progress/s)
  await fill(marks('4', '3'))
  expect(await homeText()).toMatch(/Finish this scorecard/)
  expect((await fill(marks('4', '3'), { how: '?finish' })).headers.location).toBe('/judge/2027?done=finished')
  const text = await homeText()
  expect(text).toMatch(/1 of 2 entries left to finish: about 2 minutes/)
  expect(text).toMatch(/Asha Pillai.*Finished.*Ben Okafor.*To do/s)
})

test('the entry is read question by question, beside its criteria with every point in words', async () => {
  const { text } = await judge.get(entry)
  expect(text).toContain('Answer to Question 1')
  expect([...text.matchAll(/<span class="min-w-0">([^<]+)<\/span>/g)].map(([, words]) => words).slice(0, 7)).toEqual(
    ['none', 'little', 'some', 'good', 'strong', 'rare', 'I cannot judge this from what I have read'])
  expect(text).not.toContain('Nell')
})

describe('saving', () => {
  test('keeps what was filled in, and shows it again', async () => {
    expect((await fill(marks('0', 'cannot', { note: 'Quiet', citation: 'She stayed.' }))).headers.location).toBe(`${entry}?done=saved`)
    const page = await judge.get(entry)
    expect(chosen(page)).toEqual(['0', 'cannot'])
    expect(page.text).toMatch(/Quiet<\/textarea>/)
    expect(hiddenOf(page).version).toBe('1')
  })

  test('by the script: answers the version and the time, the same again alike', async () => {
    const seen = hiddenOf(await judge.get(entry))
    const send = (fields: Texts) => judge.post(`${entry}/save`, { ...seen, ...fields })
    const first = await send(marks('4', '3'))
    expect([first.status, JSON.parse(first.text)]).toEqual([200, { version: 1, at: '10am' }])
    expect(JSON.parse((await send(marks('4', '3'))).text)).toEqual({ version: 1, at: '10am' })
    const old = await send(marks('1', '1'))
    expect([old.status, JSON.parse(old.text)]).toMatchObject([409, { code: 'scorecard-changed' }])
    expect((await judge.get(`${entry}/save`)).headers.location).toBe(entry)
  })

  test('by the script: what no page of ours would send is refused in JSON', async () => {
    const seen = hiddenOf(await judge.get(entry))
    const wrong: Texts[] = [{}, { ...seen }, { ...seen, ...marks('9', '1') }, { ...seen, ...marks('4', '1'), nonsense: '1' }, { ...seen, ...marks('4', '1', { note: 'x'.repeat(4001) }) }]
    const replies = await Promise.all(wrong.map((fields) => judge.post(`${entry}/save`, fields)))
    expect(replies.map(({ status }) => status)).toEqual([422, 200, 422, 422, 422]) // nothing filled in is nothing to save
    expect(replies.map(({ text }) => typeof (JSON.parse(text) as { sentence?: string }).sentence)).toEqual(['string', 'undefined', 'string', 'string', 'string'])
    expect(await cardRows()).toEqual([{ state: 'to-do', version: 0 }, { state: 'to-do', version: 0 }])
    expect((await app.visitor().post(`${entry}/save`, { ...seen, ...marks('4', '3') })).status).toBe(401)
  })

  test('what was saved in another place meanwhile is shown beside what was typed here', async () => {
    const seen = hiddenOf(await judge.get(entry))
    await fill(marks('2', '2', { note: 'from the telephone' }))
    const reply = await judge.post(entry, { ...seen, ...marks('4', '3', { note: 'from the desk' }) })
    expect(reply.status).toBe(409)
    expect(reply.text).toMatch(/Saved in the other place at 10am.*2 – some.*from the telephone/s)
    expect(chosen(reply)).toEqual(['4', '3'])
    expect(reply.text).toMatch(/from the desk<\/textarea>/)
    expect((await judge.post(entry, { ...hiddenOf(reply), ...marks('4', '3') })).status).toBe(303)
    expect(chosen(await judge.get(entry))).toEqual(['4', '3'])
  })

  test('of what was finished in another place, both are shown too', async () => {
    const seen = hiddenOf(await judge.get(entry))
    await fill(marks('2', '2'), { how: '?finish' })
    const reply = await judge.post(entry, { ...seen, ...marks('4', '3', { note: 'typed here' }) })
    expect(reply.status).toBe(409)
    expect(reply.text).toMatch(/What you filled in here, not saved.*typed here.*2 – some/s)
  })
})

describe('finishing', () => {
  test('says at each field what is missing, having saved', async () => {
    const [first, last] = scene.criteria
    const reply = await fill(marks('5', ''), { how: '?finish' })
    expect(reply.status).toBe(422)
    expect(reply.text).toMatch(/<title>Error: /)
    expect([...reply.text.matchAll(/href="#((?:reason|mark)-[^"]+)"/g)].map(([, field]) => field)).toEqual([`reason-${first}`, `mark-${last}`])
    expect(reply.text).not.toContain('in the other place')
    expect(await app.db.selectFrom('scorecard').select('version').where('version', '>', 0).execute()).toEqual([{ version: 1 }])
    expect((await judge.post(`${entry}?finish`, { ...hiddenOf(reply), ...marks('5', '4', { [`reason-${first}`]: 'All night' }) })).status).toBe(303)
    const { text } = await judge.get(entry)
    expect(text).toMatch(/5 – rare\nAll night/)
    expect(text).not.toContain('<textarea')
  })

  test('is undone by opening again', async () => {
    await fill(marks('4', '3'), { how: '?finish' })
    expect((await judge.post(`${entry}?reopen`)).headers.location).toBe(`${entry}?done=reopened`)
    expect(chosen(await judge.get(entry))).toEqual(['4', '3'])
  })

  test('what changed since is said, and confirmed', async () => {
    await fill(marks('4', '3'), { how: '?finish' })
    await app.db.updateTable('entry').set({ dossier_version: 9 }).execute()
    expect(await homeText()).toContain('Changed: look again')
    const page = await judge.get(entry)
    expect(page.text).toContain('Look at this entry again')
    await app.db.updateTable('answer').set({ text: 'Now quite different' }).execute()
    expect((await judge.post(`${entry}?confirm`, hiddenOf(page))).status).toBe(409)
    expect((await judge.post(`${entry}?confirm`, hiddenOf(await judge.get(entry)))).headers.location).toBe('/judge/2027?done=finished')
    expect(await homeText()).not.toContain('Changed: look again')
  })

  test('all that is ready at once', async () => {
    await fill(marks('4', '3'))
    await fill(marks('2', '1'), { at: second })
    expect(await homeText()).toContain('Finish these 2 scorecards')
    const ids = scene.entries.map(({ id }) => id)
    expect((await judge.post('/judge/2027', { entry: ids })).headers.location).toBe('/judge/2027?done=all-finished')
    expect(await homeText()).toContain('Everything is finished')
  })
})

test('stepping aside takes the entry away from every page, for good', async () => {
  await fill(marks('4', '3'))
  expect((await judge.post(`${entry}/step-aside`, { reason: '' })).status).toBe(422)
  expect((await judge.post(`${entry}/step-aside`, { reason: 'My sister' })).headers.location).toBe('/judge/2027?done=stepped-aside')
  const paths = [entry, `${entry}/save`, `${entry}/step-aside`]
  expect(await Promise.all(paths.map(async (path) => [(await judge.get(path)).status, (await judge.post(path, { reason: 'x' })).status]))).toEqual(paths.map(() => [404, 404]))
  const pages = [await homeText(), (await judge.get('/judge/2027/ranking/category-1')).text]
  expect(pages.map((text) => text.includes('Asha'))).toEqual([false, false])
  expect(pages[0]).toContain('You stand aside from one entry')
})

test('my ranking is by my own scores alone', async () => {
  await fill(marks('2', '2'))
  await fill(marks('4', 'cannot'), { at: second })
  const { text } = await judge.get('/judge/2027/ranking/category-1')
  expect(text).toMatch(/Ben Okafor.*4\.00.*Asha Pillai.*2\.00/s)
  expect((await judge.get('/judge/2027/ranking/nothing')).status).toBe(404)
})

describe('blind', () => {
  const pages = () => ['/judge/2027', entry, `${entry}/step-aside`, '/judge/2027/ranking/category-1']
  const all = () => pages().flatMap((path) => [path, `${path}.data`])
  const readAll = () => Promise.all(all().map(async (path) => [path, (await judge.get(path)).text]))

  test('a judge reads the same to the byte whoever nominated, how many in the same words, when and by what way', async () => {
    await nominateAlso('The same words as before', 'Nell')
    await nominateAlso('Other words', 'Owen')
    await fill(marks('4', '3'))
    const before = await readAll()
    expect(before.filter(([, text = '']) => !/Asha/.test(text))).toEqual([])

    await app.db.updateTable('nomination').set({
      nominator_name: 'Zqzq', nominator_email: 'zqzq@people.example', nominator_phone: '01632 960 999', relationship: 'relative', share_name: 1, channel: 'paper', late: 1,
      received_at: '2026-11-05T08:00:00.000Z', version: 1,
    }).execute()
    await swapAnswers()
    for (let more = 0; more < 3; more += 1) await nominateAlso('The same words as before', `Zqzq ${more}`)
    await app.db.updateTable('entry').set({ dossier_version: 7 }).execute()
    await app.db.updateTable('scorecard').set({ dossier_version: 7 }).execute()
    expect(await readAll()).toEqual(before)
    expect(before.some(([, text]) => /Nell|Owen|people\.example/.test(text ?? ''))).toBe(false)
  })

  test('…and reads something else when the words are others', async () => {
    const before = await readAll()
    await nominateAlso('Words that were not there', 'Owen')
    const changed = (await readAll()).filter(([, text], index) => text !== before[index]?.[1]).map(([path]) => path)
    expect(changed).toEqual([entry, `${entry}.data`])
  })

  test('another judge finds neither the entry nor a score of it, and their own beside it is empty', async () => {
    await fill(marks('4', '3', { note: 'secret-note', citation: 'secret-citation' }))
    const other = await makeJudge(app.db, scene.edition, { panels: [scene.category] })
    const [, theirs] = scene.entries
    if (theirs) await makeScorecard(app.db, other, theirs)
    await makeScorecard(app.db, other, await makeFinalist(app.db, scene.edition, scene.category, 'Only theirs'))
    const visitor = await app.signedIn(other.account)
    const replies = await Promise.all([...all(), second, `${second}.data`].map(async (path) => [path, await visitor.get(path)] as const))
    expect(replies.filter(([, { text }]) => /secret-|Asha/.test(text)).map(([path]) => path)).toEqual([])
    expect(Object.fromEntries(replies.map(([path, { status }]) => [path, status]))).toMatchObject({ [entry]: 404, [`${entry}/step-aside`]: 404, [second]: 200, '/judge/2027': 200 })
    for (const path of [entry, `${entry}?finish`, `${entry}?reopen`, `${entry}/save`, `${entry}/step-aside`]) {
      expect((await visitor.post(path, { ...marks('1', '1'), version: '1', seen: 's'.repeat(43), reason: 'x' })).status).toBe(404)
    }
    expect(await homeText()).not.toContain('Only theirs')
  })

  test('people who judge nothing find nothing', async () => {
    const organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition: scene.edition }))
    const bare = await app.signedIn(await makeAccount(app.db, { role: 'judge', edition: scene.edition }))
    for (const visitor of [organiser, bare]) expect(await Promise.all(['/judge', ...pages()].map(async (path) => (await visitor.get(path)).status))).toEqual([404, 404, 404, 404, 404])
  })
})

/** One more nomination of the first nominee, saying these words to every question. */
async function nominateAlso(words: string, name: string): Promise<void> {
  const [entryRow] = scene.entries
  if (!entryRow) return
  const made = await makeFinalist(app.db, scene.edition, scene.category, 'Somebody')
  const { id } = await app.db.updateTable('nomination').set({ nominee_id: entryRow.nominee_id, nominator_name: name }).where('nominee_id', '=', made.nominee_id).returning('id').executeTakeFirstOrThrow()
  await app.db.deleteFrom('entry').where('id', '=', made.id).execute()
  await app.db.updateTable('answer').set({ text: words }).where('nomination_id', '=', id).execute()
}

/** Who said what is turned round. */
async function swapAnswers(): Promise<void> {
  const texts = await app.db.selectFrom('answer').selectAll().where('text', 'in', ['The same words as before', 'Other words']).execute()
  for (const { nomination_id, question_id, text } of texts) {
    const other = text === 'Other words' ? 'The same words as before' : 'Other words'
    await app.db.updateTable('answer').set({ text: other }).where('nomination_id', '=', nomination_id).where('question_id', '=', question_id).execute()
  }
}
