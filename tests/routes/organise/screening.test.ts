import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cover } from '#app/domain/redaction.ts'
import type { Edition } from '#app/domain/edition.ts'
import type { CategoryRow, NominationRow, QuestionRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeEdition, makeNomination, makeQuestion, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'

let app: TestApp
let edition: Edition
let organiser: Visitor
let home: CategoryRow
let story: QuestionRow
let nomination: NominationRow
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db, { stage: 'screening' })
  story = await makeQuestion(app.db, edition)
  home = await makeCategory(app.db, edition, { slug: 'home', name: 'Home Care' })
  await makeCategory(app.db, edition, { slug: 'team', name: 'Care Team' })
  nomination = await makeNomination(app.db, edition, home, { nominee: { reach: 'sam@people.example' } })
  await app.db.updateTable('answer').set({ text: 'She sat with Mrs Carter all night.' }).where('question_id', '=', story.id).execute()
  organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition }))
})
afterEach(() => app.close())

const plain = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
const entries = '/organise/2027/entries'
const entryAt = async () => {
  const { id } = await app.db.selectFrom('entry').select('id').where('category_id', '=', home.id).executeTakeFirstOrThrow()
  return `${entries}/${id}`
}
const coverAt = async () => `${await entryAt()}/cover/${nomination.id}/${story.id}`

describe('an entry', () => {
  test('is found from the list and from its nomination, and shows every passage with where it comes from', async () => {
    const at = await entryAt()
    expect((await organiser.get(`${entries}?show=to-screen`)).text).toContain(`href="${at}"`)
    expect((await organiser.get(`/organise/2027/nominations/${nomination.id}`)).text).toContain(`href="${at}"`)
    const { status, text } = await organiser.get(at)
    expect([status, text.includes(`href="/organise/2027/nominations/${nomination.id}"`), plain(text).includes('She sat with Mrs Carter all night.')]).toEqual([200, true, true])
  })

  test('is decided on; a reason is asked for, and what was chosen comes back', async () => {
    const at = await entryAt()
    const missing = await organiser.post(at, { version: '1', decision: 'ineligible' })
    expect([missing.status, missing.text.includes('Write the reason, in a sentence.'), /value="ineligible"[^>]*checked|checked[^>]*value="ineligible"/.test(missing.text)]).toEqual([422, true, true])
    const decided = await organiser.post(at, { version: '1', decision: 'eligible' })
    expect([decided.status, decided.headers.location]).toEqual([303, `${at}?done=decided`])
    const late = await organiser.post(at, { version: '1', decision: 'ineligible', reason: 'Late' })
    expect([late.status, late.text.includes('Somebody changed this a moment ago')]).toEqual([409, true])
  })

  test('is covered word by word: looked at first, then covered, then uncovered', async () => {
    const at = await coverAt()
    const wrong = await organiser.post(at, { version: '1', intent: 'cover', words: 'Mr Carter' })
    expect([wrong.status, wrong.text.includes('“Mr Carter” does not stand in this passage.')]).toEqual([422, true])
    const looked = await organiser.post(at, { version: '1', intent: 'look', words: 'mrs carter' })
    expect([looked.status, plain(looked.text).includes(`She sat with ${cover}(covered) all night.`), await app.db.selectFrom('redaction').select('id').execute()]).toEqual([200, true, []])
    expect((await organiser.post(at, { version: '1', intent: 'cover', words: 'mrs carter' })).headers.location).toBe(`${await entryAt()}?done=covered`)
    const judges = await organiser.get(`${await entryAt()}/as-judges`)
    expect([judges.text.includes('Carter'), plain(judges.text).includes(`She sat with ${cover}(covered) all night.`)]).toEqual([false, true])
    const { id } = await app.db.selectFrom('redaction').select('id').executeTakeFirstOrThrow()
    expect((await organiser.post(at, { version: '1', intent: 'lift', redaction: id })).headers.location).toBe(at)
    expect(plain((await organiser.get(`${await entryAt()}/as-judges`)).text)).toContain('Mrs Carter')
  })

  test('moves, and the page of where it moved opens', async () => {
    const moved = await organiser.post(`${await entryAt()}/move`, { version: '1', category: 'team' })
    expect(moved.status).toBe(303)
    const there = await organiser.get(moved.headers.location ?? '')
    expect([there.status, plain(there.text).includes('It waits to be screened for this category.'), plain(there.text).includes('moved Sam Carer from Home Care to Care Team')]).toEqual([200, true, true])
    expect((await organiser.post(`${await entryAt()}/move`, { version: '1', category: 'team' })).status).toBe(404)
  })

  test('stands down and stands again, each with its reason', async () => {
    const at = `${await entryAt()}/stand`
    expect((await organiser.post(at, { to: 'stood-down', reason: '' })).status).toBe(422)
    await organiser.post(at, { to: 'stood-down', reason: 'They moved away.' })
    expect(plain((await organiser.get(at)).text)).toContain('They moved away.')
    expect((await organiser.post(at, { to: 'stood-down', reason: 'Again.' })).status).toBe(409)
    expect((await organiser.post(at, { to: 'standing', reason: 'They came back.' })).headers.location).toBe(`${await entryAt()}?done=stands-again`)
  })
})

test('two who were merged meanwhile are not told apart: the page opened before says so', async () => {
  const again = await makeNomination(app.db, edition, home, { nominator_email: '' })
  const at = `/organise/2027/same/${nomination.nominee_id}/${again.nominee_id}`
  const [, seen = ''] = /name="seen" value="([^"]+)"/.exec((await organiser.get(at)).text) ?? []
  expect((await organiser.post(at, { intent: 'merge', into: again.nominee_id, seen, reason: '' })).status).toBe(303)
  const late = await organiser.post(at, { intent: 'apart', into: again.nominee_id, seen, reason: '' })
  expect([late.status, plain(late.text).includes('Sam Carer has been merged already.')]).toEqual([409, true])
})

describe('look-alikes', () => {
  const named = async (name: string) => {
    const { nominee_id } = await makeNomination(app.db, edition, home, { screened_version: 1, nominee: { name, job: 'Carer', employer: 'Merrivane Lodge' } })
    await app.db.updateTable('entry').set({ screening: 'eligible', shortlist: 'in', shortlist_reason: 'Clear' }).where('nominee_id', '=', nominee_id).execute()
    return nominee_id
  }
  const linked = (text: string, one: string, other: string) => text.includes(`/same/${one}/${other}`) || text.includes(`/same/${other}/${one}`)

  test('are pointed out where they are chosen, before the shortlist is finished and before they are announced', async () => {
    const [ann, anne] = [await named('Ann Marie Duval'), await named('Anne-Marie Duvall')]
    const list = await organiser.get('/organise/2027/shortlists/home')
    expect([list.status, linked(list.text, ann, anne), plain(list.text).includes('1 nomination · Not told yet')]).toEqual([200, true, true])
    const finish = await organiser.get('/organise/2027/shortlists/home/finish')
    expect([linked(finish.text, ann, anne), plain(finish.text).includes('Both are in'), plain(finish.text).includes('Who is inAnn Marie Duval')]).toEqual([true, true, true])
    await app.db.updateTable('category').set({ state: 'shortlisted' }).where('id', '=', home.id).execute()
    expect(linked((await organiser.get('/organise/2027/finalists')).text, ann, anne)).toBe(true)
  })

  test('are beside each other with what was said of each, and who knows already', async () => {
    await makeQuestion(app.db, edition, { key: 'sentence', label: 'In one sentence?' })
    const [ann, anne] = [await named('Ann Marie Duval'), await named('Anne-Marie Duvall')]
    await app.db.insertInto('notice').values({ id: 'told', nominee_id: anne, route: 'letter', due_at: testNow, told_at: testNow, created_at: testNow }).execute()
    const said = plain((await organiser.get(`/organise/2027/same/${ann}/${anne}`)).text)
    expect([said.split('“Answer to In one sentence?”').length - 1, said.indexOf('They have not been told yet') < said.indexOf('They have been told'), said.includes('They have been told')]).toEqual([2, true, true])
  })
})

describe('notices', () => {
  const notices = '/organise/2027/notices'

  test('who has an address is written to, after the names were shown; the link opens their page', async () => {
    const confirm = await organiser.get(`${notices}/email?nominee=${nomination.nominee_id}`)
    expect([plain(confirm.text).includes('Write to 1 nominee?'), plain(confirm.text).includes('sam@people.example')]).toEqual([true, true])
    const queued = await organiser.post(`${notices}/email`, { nominee: nomination.nominee_id })
    expect([queued.status, queued.headers.location]).toEqual([303, `${notices}?done=queued`])
    expect((await organiser.post(`${notices}/email`, { nominee: nomination.nominee_id })).status).toBe(409)
    expect(plain((await organiser.get(`${notices}?show=under-way`)).text)).toContain('Email in the outbox')
  })

  test('says before it writes: who does not go forward, who looks like somebody else, whom a letter was printed for, who has no address', async () => {
    const again = await makeNomination(app.db, edition, home, { nominator_email: '', nominee: { reach: '01632 960 002' } }) // called the same
    await app.db.updateTable('entry').set({ screening: 'ineligible', screening_reason: 'Secret why' }).where('nominee_id', '=', nomination.nominee_id).execute()
    const pair = `/organise/2027/same/${nomination.nominee_id}/${again.nominee_id}`
    const list = (await organiser.get(notices)).text
    expect([list.includes('Not eligible'), list.includes(`href="${pair}"`), list.split('checked=""').length - 1]).toEqual([true, true, 0])
    expect((await organiser.get(`${notices}?choose=all`)).text.split('checked=""').length - 1).toBe(2)
    const everybody = plain((await organiser.get(`${notices}/email?everybody`)).text)
    expect(everybody).toContain('1 nominee has no email address: print a letter.')
    for (const way of ['email', 'letters']) {
      const { text } = await organiser.get(`${notices}/${way}?nominee=${nomination.nominee_id}`)
      for (const said of ['Not eligible', 'This nominee does not go forward to the judges.', 'This nominee looks like somebody else who is nominated.']) expect(plain(text)).toContain(said)
      expect([text.includes(`href="${pair}"`), text.includes('A letter to them was printed'), text.includes('Secret why')]).toEqual([true, false, false])
    }
    await organiser.post(`${notices}/letters`, { nominee: nomination.nominee_id })
    expect(plain((await organiser.get(`${notices}/email?nominee=${nomination.nominee_id}`)).text)).toMatch(/A letter to them was printed on \d/)
  })

  test('a letter is printed with its code, marked as posted, and opens the page', async () => {
    const printed = await organiser.post(`${notices}/letters`, { nominee: nomination.nominee_id })
    const [, reference = ''] = /Reference<\/dt><dd[^>]*>([^<]+)/.exec(printed.text) ?? []
    const [, code = ''] = /Code<\/dt><dd[^>]*>(\d{6})/.exec(printed.text) ?? []
    expect([printed.status, reference.length, code.length]).toEqual([200, 9, 6])
    expect(printed.text).toContain('<title>Letters to nominees')
    const words = plain(printed.text)
    for (const said of ['Tuesday 1 December 2026', 'Caring Plymouth 01752 000 000 awards@host.example', `Reference ${reference}, part 2 of 2`]) expect(words).toContain(said)
    expect(words.indexOf('To post')).toBeGreaterThan(words.indexOf('part 2 of 2')) // no sheet of a letter carries another’s name
    const at = `${notices}/${nomination.nominee_id}`
    expect((await organiser.post(at, { route: 'letter', seen: '0' })).headers.location).toBe(`${at}?done=told`)
    expect(plain((await organiser.get(at)).text)).toMatch(/Letter, made .*: told/)
    const visitor = app.visitor()
    const entered = await visitor.post('/nominee', { reference: ` ${reference.toLowerCase()} `, code: `${code.slice(0, 3)} ${code.slice(3)}` })
    expect([entered.status, entered.headers.location?.startsWith('/nominee/')]).toEqual([303, true])
    expect(plain((await visitor.get(entered.headers.location ?? '')).text)).toContain('You have been nominated')
  })
})
