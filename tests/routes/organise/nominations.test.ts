import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { later, minutes } from '#app/domain/time.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { sendDraft } from '#app/features/nominations/sending.commands.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeCtx, makeDraft, makeEdition, makeNomination, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { readTables } from '#tests/setup/tables.ts'

let app: TestApp
let edition: Edition
let home: CategoryRow
let team: CategoryRow
let assistant: Visitor
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db)
  home = await makeCategory(app.db, edition, { slug: 'home', name: 'Home Care' })
  team = await makeCategory(app.db, edition, { slug: 'team', name: 'Care Team' })
  assistant = await app.signedIn(await makeAccount(app.db, { role: 'assistant', edition }))
})
afterEach(() => app.close())

const inbox = '/organise/2027/nominations'
const make = (own: Parameters<typeof makeNomination>[3] = {}, category = home) => makeNomination(app.db, edition, category, own)
const plain = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, "'").replace(/&amp;/g, '&').replace(/\s+/g, ' ')
async function read(query = '') {
  const { status, text } = await assistant.get(inbox + query)
  expect(status).toBe(200)
  const hrefs = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return { text, words: plain(text), rows: hrefs(/<a href="\/organise\/2027\/nominations\/(\w{20})"/g), links: hrefs(/href="(\?(?:older|newer|[^"]*&amp;(?:older|newer))=[^"]+)"/g) }
}

describe('the inbox', () => {
  test('shows each nomination with what tells it apart', async () => {
    const { id, reference } = await make({ nominee: { name: 'Sam & "Co"', employer: '' }, nominator_name: '', channel: 'paper', late: 1 })
    await make({ nominee: { name: '<b>Ann' }, version: 2 }, team)
    await make({ nominee: { name: 'Cay' }, state: 'withdrawn', withdrawn_at: testNow })
    const { words, rows, text } = await read()
    expect([rows.length, rows.includes(id), words.includes('3 nominations'), text.includes('<b>Ann')]).toEqual([3, true, true, false])
    for (const said of ['Home Care', 'Care Team', 'Not given', 'Paper', '1 Dec 2026, 10:00', reference, 'After the close', 'Changed, version 2', 'Withdrawn']) expect(words).toContain(said)
  })

  test('empty, it says what will come; filtered to nothing, what to do', async () => {
    expect((await read()).words).toContain('They appear here the moment they are sent.')
    await make()
    const { words, rows } = await read('?words=nobody')
    expect([rows, words.includes('0 nominations'), words.includes('Nothing matches Clear a filter, or look for fewer words.')]).toEqual([[], true, true])
  })

  test('filters stand as they were asked for, and what they leave is counted', async () => {
    await make({ nominee: { name: "O'Neill" }, channel: 'phone' })
    await make({ channel: 'phone' }, team)
    const { rows, words, text } = await read("?words=o'n&category=home&kind=person&channel=phone&state=live&look=&day=2026-12-01")
    expect([rows.length, words.includes('1 nomination received on 2026-12-01')]).toEqual([1, true])
    expect(text).toContain('value="o&#x27;n"')
    expect([...text.matchAll(/<option[^>]*selected[^>]*>([^<]*)/g)].map(([, label]) => label)).toEqual(['Home Care', 'One person', 'Phone', 'Received', 'All'])
    expect(text).toContain('name="day" value="2026-12-01"')
  })

  test.each(['older=x', 'newer=', "older=2026-12-01T10:00:00.000Z~'", 'kind=animal', 'state=live&state=gone', 'words=%01%ED%A0%80', 'words=%', 'day=2027-02-30', 'category=%27', '%'])(
    '?%s breaks nothing', async (query) => {
      await make()
      expect((await assistant.get(`${inbox}?${query}`)).status).toBe(200)
    })

  test('pages lead on and back, and keep what was asked for', async () => {
    const ids = []
    for (let count = 0; count < 30; count += 1) ids.push((await make({ channel: 'phone' })).id)
    await make()
    ids.sort().reverse()
    const first = await read('?channel=phone&words=')
    expect([first.rows, first.links.length]).toEqual([ids.slice(0, 25), 1])
    const second = await read(first.links[0])
    expect([second.rows, second.links.length]).toEqual([ids.slice(25), 1])
    const back = await read(second.links[0])
    expect([back.rows, back.words.includes('30 nominations')]).toEqual([ids.slice(0, 25), true])
  })

  test('looking changes nothing, and nobody keeps it', async () => {
    await make()
    const before = await readTables(app.db)
    expect((await assistant.get(inbox)).headers['cache-control']).toBe('no-store')
    expect(await readTables(app.db)).toEqual(before)
  })
})

describe('one nomination', () => {
  /** Sent from a draft, and changed. */
  async function changed() {
    const asked = await getAsked(app, edition)
    const { id, answers } = await makeDraft(app.db, edition, home, { reach: 'at the desk', nominatorPhone: '01632 960 001' })
    await sendDraft(makeCtx(app.db), edition, asked, { id })
    const now = later(testNow, minutes(30))
    await app.db.updateTable('draft').set({ answers: JSON.stringify({ ...answers, name: 'Samira Carer', story: Object.fromEntries(Object.keys(answers.story).map((key) => [key, 'New\nwords <b>'])) }) }).execute()
    await sendDraft(makeCtx(app.db, { now }), { ...edition, now }, asked, { id })
    return app.db.selectFrom('nomination').selectAll().executeTakeFirstOrThrow()
  }

  test('is shown in full, in the version in force, with what happened to it', async () => {
    const { id, reference } = await changed()
    const { status, text } = await assistant.get(`${inbox}/${id}`)
    const words = plain(text)
    const said = [
      reference, 'Samira Carer', 'Harbour Home Care', 'at the desk', 'Home Care', 'New words &lt;b&gt;', 'colleague', 'Nell Nominator', 'nell@people.example', '01632 960 001',
      '1 Dec 2026, 10:00', 'Online form', 'Version 1, 1 Dec 2026, 10:00', 'Version 2, 1 Dec 2026, 10:30', `changed nomination ${reference}, now version 2`,
    ]
    expect([status, said.filter((one) => !words.includes(one)), words.includes('Answer to')]).toEqual([200, [], false])
  })

  test('and in an earlier one, which says so', async () => {
    const { id } = await changed()
    const words = plain((await assistant.get(`${inbox}/${id}?version=1`)).text)
    expect([words.includes('This is version 1'), words.includes('Sam Carer'), words.includes('Answer to'), words.includes('New words')]).toEqual([true, true, true, false])
  })

  test('says of the nominator what the form asked them about “you”', async () => {
    const { id } = await make()
    const words = plain((await assistant.get(`${inbox}/${id}`)).text)
    expect(['About you', 'Your name', 'How you know them', 'You and them', 'Award'].filter((one) => words.includes(one))).toEqual([])
    expect(words).toContain('Who nominated them')
  })

  describe('the nominator’s link', () => {
    const button = 'Send the link again'
    const organiser = async () => app.signedIn(await makeAccount(app.db, { role: 'organiser', edition }))
    const mails = () => app.db.selectFrom('message').select(['to_email', 'state']).where('kind', '=', 'nomination.links').execute()

    test('is sent again by an organiser, once however often it is pressed, and said', async () => {
      const { id } = await make()
      const browser = await organiser()
      const { text } = await browser.get(`${inbox}/${id}`)
      const seen = /name="seen" value="(\d+)"/.exec(text)?.[1] ?? ''
      expect([text.includes(button), seen]).toEqual([true, '0'])
      const replies = await Promise.all([1, 2, 3].map(() => browser.post(`${inbox}/${id}`, { seen })))
      expect(replies.map(({ status, headers }) => [status, headers.location])).toEqual(Array(3).fill([303, `${inbox}/${id}?done=link-sent`]))
      expect(await mails()).toEqual([{ to_email: 'nell@people.example', state: 'ready' }])
      const words = plain((await browser.get(`${inbox}/${id}?done=link-sent`)).text)
      expect([words.includes('goes out at once'), words.includes('sent the link to nomination')]).toEqual([true, true])
    })

    test('without an address there is nowhere to send it', async () => {
      const { id } = await make({ nominator_email: '', nominator_phone: '01632 960 001' })
      const browser = await organiser()
      const { text } = await browser.get(`${inbox}/${id}`)
      expect([text.includes(button), plain(text).includes('They gave no email address, so no link can be sent. Ring them on 01632 960 001')]).toEqual([false, true])
      const reply = await browser.post(`${inbox}/${id}`, { seen: '0' })
      expect([reply.status, plain(reply.text).includes('This nominator gave no email address')]).toEqual([409, true])
      expect(await mails()).toEqual([])
    })

    test('assistants are not offered it; a form of no page of ours sends nothing', async () => {
      const { id } = await make()
      expect([(await assistant.get(`${inbox}/${id}`)).text.includes(button), (await assistant.post(`${inbox}/${id}`, { seen: '0' })).status]).toEqual([false, 404])
      const browser = await organiser()
      for (const seen of ['', 'x', '-1', '1.5']) expect((await browser.post(`${inbox}/${id}`, { seen })).status).toBe(422)
      expect((await browser.post(`${inbox}/${newId()}`, { seen: '0' })).status).toBe(404)
      expect(await mails()).toEqual([])
    })
  })

  describe('what is to be looked at', () => {
    const suspicious = (own: Parameters<typeof makeNomination>[3] = {}) => make({ suspicions: '["trap","fast"]', ...own })
    const organiser = async () => app.signedIn(await makeAccount(app.db, { role: 'organiser', edition }))

    test('is counted above the inbox, marked in it, and found by its filter', async () => {
      const { id } = await suspicious()
      await make()
      await suspicious({ looked_at: testNow })
      await suspicious({ state: 'withdrawn', withdrawn_at: testNow })
      const all = await read()
      expect([all.rows.length, all.words.includes('1 nomination to look at first'), all.words.match(/To look at /g)?.length]).toEqual([4, true, 3])
      expect((await read('?look=first')).rows).toEqual([id])
    })

    test('says why, and is released by an organiser once', async () => {
      const { id } = await suspicious()
      const browser = await organiser()
      const { text } = await browser.get(`${inbox}/${id}`)
      for (const words of ['A box that people cannot see was filled in', 'less than half a minute', 'It is all right: release it']) expect(plain(text)).toContain(words)
      const first = await browser.post(`${inbox}/${id}`, { intent: 'release', seen: '0' })
      expect([first.status, first.headers.location]).toEqual([303, `${inbox}/${id}?done=released`])
      expect(plain((await browser.get(`${inbox}/${id}?done=released`)).text)).toContain('Released. It goes on like any other.')
      const second = await browser.post(`${inbox}/${id}`, { intent: 'release', seen: '0' })
      expect([second.status, plain(second.text).includes('Somebody has looked at this nomination already')]).toEqual([409, true])
      expect(plain((await browser.get(`${inbox}/${id}`)).text)).not.toContain('To look at first')
    })

    test('assistants read why, and cannot release', async () => {
      const { id } = await suspicious()
      const { text } = await assistant.get(`${inbox}/${id}`)
      expect([text.includes('To look at first'), text.includes('release it</button>'), (await assistant.post(`${inbox}/${id}`, { intent: 'release', seen: '0' })).status]).toEqual([true, false, 404])
    })
  })

  test.each(['version=3', 'version=0', 'version=x', 'version=1.5', 'version='])('there is no %s', async (query) => {
    const { id } = await make()
    expect((await assistant.get(`${inbox}/${id}?${query}`)).status).toBe(404)
  })

  test('late or withdrawn, it says so', async () => {
    const { id } = await make({ late: 1, state: 'withdrawn', withdrawn_at: later(testNow, minutes(90)), channel: 'import' })
    const words = plain((await assistant.get(`${inbox}/${id}`)).text)
    for (const said of ['1 Dec 2026, 10:00, after the close', 'Withdrawn by the nominator: 1 Dec 2026, 11:30', 'Import']) expect(words).toContain(said)
  })

  test('one that is not there is said within the organisers’ frame; outside it, and for visitors, there is none', async () => {
    const organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition }))
    const hasFrame = async (browser: Visitor, path: string) => {
      const { status, text } = await browser.get(path)
      return [status, text.includes('href="/organise/2027/outbox"'), text.includes('action="/sign-out"')]
    }
    expect([await hasFrame(organiser, `${inbox}/${newId()}`), await hasFrame(organiser, '/no/such/place'), await hasFrame(app.visitor(), '/no/such/place')]).toEqual([[404, true, true], [404, false, false], [404, false, false]])
  })

  test('another edition’s is not found here, nor is one that never was', async () => {
    const other = await makeEdition(app.db, { slug: '2026', current: 0 })
    const { id } = await makeNomination(app.db, other, await makeCategory(app.db, other))
    const told = []
    for (const one of [id, newId()]) {
      const { status, text } = await assistant.get(`${inbox}/${one}`)
      told.push([status, text])
    }
    expect(told[0]).toEqual(told[1])
    expect(told[0]?.[0]).toBe(404)
    expect((await assistant.get(`/organise/2026/nominations/${id}`)).status).toBe(404)
  })
})

test.each(['phone', 'paper'] as const)('what was said by %s and may name someone who receives care is pointed out before it is sent', async (channel) => {
  const { id, answers } = await makeDraft(app.db, edition, home)
  await app.db.insertInto('assisted').values({ draft_id: id, channel, notice_read_at: testNow, receipt: 'email', created_at: testNow }).execute()
  const page = `/organise/2027/enter/${id}/read-back`
  const readBack = async () => plain((await assistant.get(page)).text)
  expect([(await readBack()).includes('Send nomination'), (await readBack()).includes('Does this name someone')]).toEqual([true, false])
  const [question = ''] = Object.keys(answers.story)
  const story = { ...answers.story, [question]: 'She cared for Mr Ronald Tregear when he had dementia.' }
  await app.db.updateTable('draft').set({ answers: JSON.stringify({ ...answers, story }) }).where('id', '=', id).execute()
  const told = await readBack()
  expect(['“Mr Ronald Tregear”: a name', '“dementia”: about somebody’s health', 'Send nomination'].map((one) => told.includes(one))).toEqual([true, true, true])
  expect(told.includes('May I write “a resident”')).toBe(channel === 'phone')
})
