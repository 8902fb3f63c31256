import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { later, minutes } from '#app/domain/time.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { faultsOf, good, openDesk, pages, shownIn, titleOf, withDraft, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { makeCategory, makeDraft, makeEdition } from '#tests/factories/index.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { readTables } from '#tests/setup/tables.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  desk = await openDesk(app)
})
afterEach(() => app.close())

/** Somebody who has begun and answered nothing. */
async function begin() {
  const visitor = app.visitor()
  const { headers } = await visitor.post('/2027/nominate')
  return { visitor, draft: headers.location?.split('/')[2] ?? '', headers }
}
const answersOf = async (draft: string) =>
  JSON.parse((await app.db.selectFrom('draft').select('answers').where('id', '=', draft).executeTakeFirstOrThrow()).answers) as Record<string, unknown>
const whereTo = async (visitor: Visitor, path: string) => {
  const { status, headers } = await visitor.get(path)
  return `${status} ${headers.location ?? ''}`.trim()
}

test('page by page to the end: each leads to the next, and shows again what was saved', async () => {
  const { visitor, draft, headers } = await begin()
  expect(headers['set-cookie']?.[0]).toMatch(/^drafts=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
  for (const [index, page] of pages.entries()) {
    expect((await visitor.get(`/nominate/${draft}/${page}`)).status).toBe(200)
    const reply = await visitor.post(`/nominate/${draft}/${page}`, good[page])
    expect([page, reply.status, reply.headers.location]).toEqual([page, 303, `/nominate/${draft}/${pages[index + 1] ?? 'check'}`])
    const again = (await visitor.get(`/nominate/${draft}/${page}`)).text
    for (const typed of Object.values(good[page] ?? {}).flat()) expect(again).toContain(typed)
  }
  const check = wordsOf(await visitor.get(`/nominate/${draft}/check`))
  for (const typed of ['Sam Carer', 'Harbour House', 'Home Care', 'worth having', 'a cold hand', 'I work with them', 'Nell Nominator']) expect(check).toContain(typed)
  const sent = await visitor.post(`/nominate/${draft}/check`)
  expect([sent.status, sent.headers.location]).toEqual([303, `/nominate/${draft}/sent?done=sent`])
  const { reference } = await app.db.selectFrom('nomination').select('reference').executeTakeFirstOrThrow()
  expect(wordsOf(await visitor.get(`/nominate/${draft}/sent?done=sent`))).toContain(`Your nomination for Sam Carer is in. Your reference ${reference}`)
})

test('the draft leads to its first empty page, to the check, and to what became of it', async () => {
  const { visitor, draft } = await begin()
  for (const page of pages) {
    expect(await whereTo(visitor, `/nominate/${draft}`)).toBe(`303 /nominate/${draft}/${page}`)
    await visitor.post(`/nominate/${draft}/${page}`, good[page])
  }
  expect(await whereTo(visitor, `/nominate/${draft}`)).toBe(`303 /nominate/${draft}/check`)
  expect(await whereTo(visitor, `/nominate/${draft}/sent`)).toBe(`302 /nominate/${draft}`)
  await visitor.post(`/nominate/${draft}/check`)
  expect(await whereTo(visitor, `/nominate/${draft}`)).toBe(`303 /nominate/${draft}/sent`)
})

test('a page ahead of an empty one leads back to that', async () => {
  const { visitor, draft } = await begin()
  const ahead = ['work', 'category', 'sentence', 'know', 'you']
  for (const page of ahead) expect(await whereTo(visitor, `/nominate/${draft}/${page}`)).toBe(`302 /nominate/${draft}/who`)
  await visitor.post(`/nominate/${draft}/who`, good.who)
  for (const page of ahead.slice(1)) expect(await whereTo(visitor, `/nominate/${draft}/${page}`)).toBe(`302 /nominate/${draft}/work`)
})

test('the check of an empty draft lists every page with what it lacks, and has no button', async () => {
  const { visitor, draft } = await begin()
  const reply = await visitor.get(`/nominate/${draft}/check`)
  expect([...reply.text.matchAll(/<li><a[^>]*href="(\/nominate\/[^"]+)"/g)].map(([, href]) => href)).toEqual(
    ['who', 'work', 'category', 'sentence', 'know', 'you'].map((page) => `/nominate/${draft}/${page}?change`))
  expect(wordsOf(reply)).toContain('How can we reach you? Write your name.')
  expect(reply.text).not.toContain('Send nomination')
  const before = await readTables(app.db)
  const sent = await visitor.post(`/nominate/${draft}/check`)
  expect([sent.status, faultsOf(sent)]).toEqual([422, { form: 'Some answers are missing. Each is listed below.' }])
  expect(await readTables(app.db)).toEqual(before)
})

test('there is no page of an award that was not chosen, nor of anything else', async () => {
  const { visitor, draft } = await withDraft(desk)
  for (const page of ['question-3', 'nonsense', 'WHO', 'constructor', '%00', '..%2Fwho']) {
    expect([page, (await visitor.get(`/nominate/${draft}/${page}`)).status, (await visitor.post(`/nominate/${draft}/${page}`)).status]).toEqual([page, 404, 404])
  }
})

describe('changing an answer from the check', () => {
  test('leads back to it', async () => {
    const { visitor, draft } = await withDraft(desk)
    const { text } = await visitor.get(`/nominate/${draft}/who?change`)
    expect(text).toContain(`href="/nominate/${draft}/check"`)
    const { headers } = await visitor.post(`/nominate/${draft}/who?change`, { kind: 'person', name: 'Samira' })
    expect(headers.location).toBe(`/nominate/${draft}/check`)
    expect(await answersOf(draft)).toMatchObject({ name: 'Samira' })
  })

  test('and first to what has become missing by it', async () => {
    const { visitor, draft } = await withDraft(desk)
    const steps: [string, Record<string, string | string[]>, string][] = [
      ['who', { kind: 'team', name: 'The night team' }, 'category?change'],
      ['category', { category: ['team'] }, 'question-3?change'],
      ['question-3', { answer: 'They never sleep.' }, 'check'],
    ]
    for (const [page, fields, next] of steps) expect((await visitor.post(`/nominate/${draft}/${page}?change`, fields)).headers.location).toBe(`/nominate/${draft}/${next}`)
  })
})

type Typed = Record<string, string | string[]>
const unasked = 'This page sent something we did not ask for. Your answers are below; check them and try again.'
/** `typed` beside good answers on a page, the sentences it comes back with, and what then stands in its fields, where that is not what was typed */
const faults: [page: string, what: string, typed: Typed, errors: Record<string, string>, stands?: Typed][] = [
  ['who', 'no kind', { kind: [] }, { kind: 'Choose whether it is a person, a team or a service.' }],
  ['who', 'no name', { name: '' }, { name: 'Write the name of who you are nominating.' }],
  ['who', 'a name twice', { name: ['Sam', 'Tom'] }, { name: 'This answer came twice. Check it and send it once.' }, { name: 'Sam' }],
  ['who', 'markup, and a kind of our own', { name: '<b>"Sam\' &amp;', kind: 'x' }, { kind: 'Choose whether it is a person, a team or a service.' }, { kind: [] }],
  ['who', 'a name too long', { name: 'x'.repeat(121) }, { name: 'Use 120 characters or fewer for their name.' }],
  ['work', 'no workplace', { employer: '', reach: 'at <noon>' }, { employer: 'Write where they work. If you are not sure, write “not sure”; if they care for someone unpaid, “unpaid carer”.' }],
  ['category', 'an award there is none of', { category: ['home', 'nonsense'] }, { category: 'Choose from the categories listed.' }, { category: ['home'] }],
  ['category', 'none', { category: [] }, { category: 'Choose at least one category.' }],
  ['sentence', 'too many words', { answer: `${'word '.repeat(30)}\n\n</textarea> word` }, { answer: 'Use 30 words or fewer. You have used 32.' }],
  ['know', 'another, not said', { relationship: 'other' }, { otherRelationship: 'Write how you know them.' }],
  ['know', 'neither', { relationship: [], shareName: [] }, { relationship: 'Choose how you know them.', shareName: 'Choose whether we may tell them who nominated them.' }],
  ['you', 'neither address nor number', { nominatorEmail: '' }, { nominatorEmail: 'Give an email address or a phone number, so that we can tell you what happens.' }],
  ['you', 'what nobody asked for', { nominatorAge: '40' }, { form: unasked }],
  ['you', 'all of it wrong', { nominatorName: '', nominatorEmail: 'nell', nominatorPhone: '12', other: 'x' }, {
    form: unasked, nominatorName: 'Write your name.', nominatorEmail: 'Write an email address like name@example.com.', nominatorPhone: 'Write a phone number like 01632 960 001.',
  }],
]

describe('a page that is not right comes back with a sentence at each field and what was typed, and nothing is saved', () => {
  test.each(faults)('%s: %s', async (page, _, typed, errors, stands = {}) => {
    const { visitor, draft } = await withDraft(desk)
    const before = await readTables(app.db)
    const reply = await visitor.post(`/nominate/${draft}/${page}`, { ...good[page], ...typed })
    expect([reply.status, titleOf(reply)?.startsWith('Error: '), faultsOf(reply)]).toEqual([422, true, errors])
    const { ...fields } = good[page]
    for (const name of Object.keys(fields)) fields[name] = [stands[name] ?? typed[name] ?? fields[name] ?? []].flat()
    expect(shownIn(reply)).toEqual(fields)
    expect(await readTables(app.db)).toEqual(before)
  })

  test('an empty form: every field that must have something', async () => {
    const { visitor, draft } = await withDraft(desk)
    const found: Record<string, string[]> = {}
    for (const page of pages) found[page] = Object.keys(faultsOf(await visitor.post(`/nominate/${draft}/${page}`)))
    expect(found).toEqual({
      who: ['kind', 'name'], work: ['employer'], category: ['category'], sentence: ['answer'], 'question-2': ['answer'], know: ['relationship', 'shareName'],
      you: ['nominatorName', 'nominatorEmail'],
    })
  })

  test('a fault leads to a field that is there', async () => {
    const { visitor, draft } = await withDraft(desk)
    for (const page of pages) {
      const { text } = await visitor.post(`/nominate/${draft}/${page}`)
      for (const field of Object.keys(faultsOf({ text }))) expect(text).toContain(`id="${field}"`)
    }
  })
})

describe('save and come back later', () => {
  test('keeps what is right', async () => {
    const { visitor, draft } = await withDraft(desk)
    expect((await visitor.post(`/nominate/${draft}/who?pause`, { kind: 'team', name: 'The night team' })).headers.location).toBe(`/nominate/${draft}/later`)
    expect(await answersOf(draft)).toMatchObject({ kind: 'team', name: 'The night team' })
  })

  test('loses nothing that was typed, right or not, and the check still asks for what is wrong', async () => {
    const { visitor, draft } = await withDraft(desk)
    const typed: Record<string, Record<string, string>> = {
      who: { kind: 'person', name: '–' },
      work: { employer: '', job: 'Cook', reach: 'x'.repeat(201) },
      know: { relationship: 'other', otherRelationship: '', shareName: 'no' },
      you: { nominatorName: 'Nell', nominatorEmail: 'nell@people', nominatorPhone: '01632 960 001' },
    }
    for (const [page, fields] of Object.entries(typed)) expect((await visitor.post(`/nominate/${draft}/${page}?pause`, fields)).headers.location).toBe(`/nominate/${draft}/later`)
    expect(await answersOf(draft)).toMatchObject({ ...typed.who, ...typed.work, relationship: '', shareName: 'no', ...typed.you })
    const check = wordsOf(await visitor.get(`/nominate/${draft}/check`))
    for (const said of ['Write a name with letters in it.', 'Write where they work.', 'Choose how you know them.', 'Write an email address like name@example.com.']) expect(check).toContain(said)
    expect(await whereTo(visitor, `/nominate/${draft}`)).toBe(`303 /nominate/${draft}/who`)
    expect(shownIn(await visitor.get(`/nominate/${draft}/who`))).toEqual({ kind: ['person'], name: ['–'] })
    expect((await visitor.post(`/nominate/${draft}/check`)).status).toBe(422)
  })

  test('come to from the check, the page is come back to in the same way', async () => {
    const { visitor, draft } = await withDraft(desk)
    expect((await visitor.get(`/nominate/${draft}/work?change`)).text).toContain('formaction="?change&amp;pause"')
    const { headers } = await visitor.post(`/nominate/${draft}/work?change&pause`, { employer: '', job: '', reach: '' })
    expect(headers.location).toBe(`/nominate/${draft}/later?change`)
    expect((await visitor.get(headers.location ?? '')).text).toContain(`href="/nominate/${draft}?change"`)
    expect(await whereTo(visitor, `/nominate/${draft}?change`)).toBe(`303 /nominate/${draft}/work?change`)
    await visitor.post(`/nominate/${draft}/work?change`, { employer: 'Harbour House', job: '', reach: '' })
    expect(await whereTo(visitor, `/nominate/${draft}?change`)).toBe(`303 /nominate/${draft}/check`)
  })

  test('what cannot be kept is said, with what was typed', async () => {
    const { visitor, draft } = await withDraft(desk)
    app.clock.now = later(desk.edition.closes_at, minutes(16))
    const reply = await visitor.post(`/nominate/${draft}/who?pause`, { kind: 'team', name: 'The night team' })
    expect([reply.status, shownIn(reply)]).toEqual([409, { kind: ['team'], name: ['The night team'] }])
  })

  test('keeps an answer that is not finished, and the check still asks for it', async () => {
    const { visitor, draft } = await withDraft(desk)
    const unfinished = 'word '.repeat(31).trim()
    expect((await visitor.post(`/nominate/${draft}/sentence?pause`, { answer: unfinished })).headers.location).toBe(`/nominate/${draft}/later`)
    expect(shownIn(await visitor.get(`/nominate/${draft}/sentence`))).toEqual({ answer: [unfinished] })
    expect(wordsOf(await visitor.get(`/nominate/${draft}/check`))).toContain('In one sentence? Use 30 words or fewer. You have used 31.')
    expect((await visitor.post(`/nominate/${draft}/check`)).status).toBe(422)
  })
})

describe('a device opens its own drafts', () => {
  /** All that a page told, but for when it was told. */
  async function told(visitor: Visitor, method: 'get' | 'post', path: string, draft: string) {
    const { status, text, headers } = await visitor[method](path)
    const { date: _, ...others } = headers
    return JSON.stringify([status, text, others]).replaceAll(draft, 'the draft')
  }

  test('one of another device looks, to the byte, like one that never was', async () => {
    const { draft } = await withDraft(desk)
    const { visitor } = await withDraft(desk)
    const none = newId()
    for (const one of [visitor, app.visitor()]) {
      for (const end of ['', '/who', '/you', '/check', '/sent', '/withdraw', '/later', '/nonsense', '/who.data', '.data']) {
        for (const method of ['get', 'post'] as const) {
          const [theirs, nobodys] = [await told(one, method, `/nominate/${draft}${end}`, draft), await told(one, method, `/nominate/${none}${end}`, none)]
          expect(theirs).toBe(nobodys)
        }
      }
    }
    expect((await visitor.get(`/nominate/${draft}/who`)).status).toBe(404)
  })

  test('a ring that was tampered with opens nothing', async () => {
    const { visitor, draft } = await withDraft(desk)
    const [name = '', value = ''] = [...visitor.cookies][0] ?? []
    const forged = Buffer.from(JSON.stringify([draft])).toString('base64')
    for (const cookie of [forged, `${forged}.${'x'.repeat(43)}`, value.replace(/\..*/, ''), `${value}x`, '']) {
      expect((await new Visitor(app.port, `${name}=${cookie}`).get(`/nominate/${draft}/who`)).status).toBe(404)
    }
  })

  test('up to eight; a ninth takes the place of the oldest', async () => {
    const visitor = app.visitor()
    const drafts: string[] = []
    for (let count = 0; count < 9; count += 1) drafts.push((await visitor.post('/2027/nominate')).headers.location?.split('/')[2] ?? '')
    const statuses = []
    for (const draft of drafts) statuses.push((await visitor.get(`/nominate/${draft}/who`)).status)
    expect(statuses).toEqual([404, ...Array<number>(8).fill(200)])
  })

  test('two tabs hold two drafts', async () => {
    const { visitor, draft } = await begin()
    const other = (await visitor.post('/2027/nominate')).headers.location?.split('/')[2] ?? ''
    await visitor.post(`/nominate/${draft}/who`, { kind: 'person', name: 'First' })
    await visitor.post(`/nominate/${other}/who`, { kind: 'team', name: 'Second' })
    expect([await answersOf(draft), await answersOf(other)]).toMatchObject([{ name: 'First' }, { name: 'Second' }])
  })
})

test('a draft keeps to the edition it was begun in', async () => {
  const earlier = await makeEdition(app.db, { slug: '2026', current: 0, stage: 'archived', opens_at: '2025-11-03T09:00:00.000Z', closes_at: '2026-01-12T17:00:00.000Z' })
  const { id } = await makeDraft(app.db, earlier, await makeCategory(app.db, earlier, { slug: 'home', name: 'Last Year’s Award' }))
  const visitor = new Visitor(app.port, await app.ringOf(id))
  const reply = await visitor.get(`/nominate/${id}/check`)
  expect([reply.status, wordsOf(reply).includes('Nominations closed at 5pm on Monday 12 January 2026.'), wordsOf(reply).includes('Last Year’s Award')]).toEqual([409, true, true])
})

describe('when nominations are closed', () => {
  const afterClose = (edition: Desk['edition']) => later(edition.closes_at, minutes(15) + 1)

  test('what was typed too late comes back with the reason, and is not saved', async () => {
    const { visitor, draft } = await withDraft(desk)
    app.clock.now = afterClose(desk.edition)
    const reply = await visitor.post(`/nominate/${draft}/sentence`, { answer: 'Words that took me an hour.' })
    expect([reply.status, shownIn(reply)]).toEqual([409, { answer: ['Words that took me an hour.'] }])
    expect(wordsOf(reply)).toContain('Nominations closed at 5pm on Tuesday 12 January 2027. What you wrote is still here, but it can no longer be sent.')
    expect(JSON.stringify(await answersOf(draft))).not.toContain('an hour')
  })

  test('pages and the check say so, show what was written, and offer nothing more', async () => {
    const { visitor, draft } = await withDraft(desk)
    const before = await readTables(app.db)
    app.clock.now = afterClose(desk.edition)
    for (const [method, page] of [['get', 'who'], ['get', 'check'], ['post', 'check']] as const) {
      const reply = await visitor[method](`/nominate/${draft}/${page}`)
      const said = ['Nominations closed at 5pm', 'Sam Carer'].map((words) => reply.text.includes(words))
      expect([reply.status, reply.headers['cache-control'], said, /<button/.test(reply.text)]).toEqual([409, 'private, no-cache', [true, true], false])
    }
    expect(await readTables(app.db)).toEqual(before)
  })

  test('the second before, nothing is said', async () => {
    const { visitor, draft } = await withDraft(desk)
    app.clock.now = later(desk.edition.closes_at, minutes(15))
    expect((await visitor.post(`/nominate/${draft}/sentence`, { answer: 'In time.' })).status).toBe(303)
    expect((await visitor.post(`/nominate/${draft}/check`)).status).toBe(303)
  })

  test('nobody begins', async () => {
    app.clock.now = afterClose(desk.edition)
    const { status, headers } = await app.visitor().post('/2027/nominate')
    expect([status, headers['set-cookie'], (await app.db.selectFrom('draft').select('id').execute()).length]).toEqual([409, undefined, 0])
  })
})
