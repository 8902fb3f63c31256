import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEditionFromTemplate } from '#app/features/editions/commands.server.ts'
import { findEdition } from '#app/features/editions/queries.server.ts'
import { listOpeningGaps } from '#app/features/editions/readiness.queries.server.ts'
import { changeSettings } from '#app/features/editions/settings.commands.server.ts'
import { settingsSections } from '#app/features/editions/settings.forms.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeNomination } from '#tests/factories/index.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'

let app: TestApp
let owner: Visitor
beforeEach(async () => {
  app = await startApp({ clock: '2026-10-20T09:00:00.000Z' })
  owner = await app.signedIn(await makeAccount(app.db, { role: 'owner' }))
})
afterEach(() => app.close())

const ctx = () => makeCtx(app.db, { now: app.clock.now })
async function edition(slug = '2027') {
  const found = await findEdition(ctx(), slug)
  if (!found) throw new Error('no edition')
  return found
}
const version = async () => String((await edition()).version)
const at = '/organise/2027'
/** Sends a form with the version that is there; answers where it leads, or the status and the errors said. */
async function send(path: string, fields: Record<string, string> = {}, as = owner) {
  const reply = await as.post(at + path, { version: await version(), ...fields })
  const said = [.../id="error-summary".*?<\/ul>/s.exec(reply.text)?.[0].matchAll(/>([^<]+)<\/(?:a|p)>/g) ?? []].map((match) => match[1])
  return reply.status === 303 ? reply.headers.location : [reply.status, ...said]
}
const boxes = (name: string, day: string, month: string, year: string, time: string) => ({ [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year, [`${name}.time`]: time })
const host = { name: 'Caring Plymouth', partners: '', email: 'a@host.example', phone: '01632 960 123', address: '', careersUrl: '', trainingUrl: '' }
const ceremony = { name: 'Awards', place: 'Guildhall', ...boxes('ceremony', '23', 'March', '2027', '7pm') }

describe('/organise', () => {
  test('an owner of nothing yet is shown how to begin, and begins', async () => {
    expect((await owner.get('/organise')).text).toContain('There is no edition yet')
    const reply = await owner.post('/organise/new', { slug: '2027', kind: 'current' })
    expect([reply.status, reply.headers.location]).toEqual([303, '/organise/2027?done=created'])
    expect(await edition()).toMatchObject({ current: true, stage: 'preparing' })
    expect((await owner.get('/organise')).headers.location).toBe(at)
  })

  test.each([
    [{ slug: 'awards', kind: 'current' }, 'slug'],
    [{ slug: '2027/x', kind: 'current' }, 'slug'],
    [{ slug: '2027', kind: 'other' }, 'kind'],
    [{ slug: '2027', kind: 'next', extra: '1' }, 'slug'],
  ])('%j is sent back with the fault marked at %s', async (fields, field) => {
    const reply = await owner.post('/organise/new', fields)
    expect([reply.status, reply.text.includes(`href="#${field}"`)]).toEqual([422, true])
    expect((await app.db.selectFrom('edition').select('id').execute()).length).toBe(0)
  })

  test('shows only the editions one helps with', async () => {
    const [mine, other] = [await makeEdition(app.db), await makeEdition(app.db, { slug: '2026', current: 0, name: 'Not mine' })]
    const helper = await app.signedIn(await makeAccount(app.db, { role: 'assistant', edition: mine }))
    expect((await helper.get('/organise')).headers.location).toBe(`/organise/${mine.slug}`)
    const third = await makeEdition(app.db, { slug: '2025', current: 0 })
    const both = await makeAccount(app.db, { role: 'assistant', edition: mine })
    const grants = [...both.grants, { role: 'organiser' as const, editionId: third.id }]
    await app.db.insertInto('role_grant').values({ id: 'second', account_id: both.accountId, edition_id: third.id, role: 'organiser', granted_at: app.clock.now }).execute()
    const list = await (await app.signedIn({ ...both, grants })).get('/organise')
    expect([list.status, list.text.includes(other.name), list.text.includes('Start an edition')]).toEqual([200, false, false])
    const judge = await app.signedIn(await makeAccount(app.db, { role: 'judge', edition: mine }))
    expect([(await judge.get('/organise')).status, (await judge.get('/organise/new')).status, (await helper.post('/organise/new', { slug: '2030', kind: 'next' })).status]).toEqual([404, 404, 404])
  })
})

describe('from the template to open nominations, through the pages', () => {
  beforeEach(() => createEditionFromTemplate(ctx(), { slug: '2027', current: true }))

  test('the desk and the confirm page show each gap that the guard names, with the way to mend it', async () => {
    await app.db.updateTable('criterion').set({ weight: 29 }).where('name', '=', 'Knows each person and acts on it').execute()
    const gaps = await listOpeningGaps(ctx(), await edition())
    expect(gaps.map((gap) => gap.code)).toEqual(['no-host', 'no-place', 'weights'])
    for (const path of ['', '/open']) {
      const { text } = await owner.get(at + path)
      for (const gap of gaps) expect(text).toContain(`href="${at}/${gap.at}"`)
      for (const gap of gaps) expect(text).toContain(gap.missing)
    }
    expect(await send('/open', { intent: 'open' })).toEqual([409, 'Not yet: 3 things are missing.'])
    expect(await send('/settings/host', host)).toBe(`${at}/settings?done=saved`)
    expect(await send('/settings/ceremony', ceremony)).toBe(`${at}/settings?done=saved`)
    expect(await send('/categories/care-home-worker', { 'weight-1': '30', 'weight-2': '25', 'weight-3': '25', 'weight-4': '20' })).toBe(`${at}/categories?done=saved`)
    expect(await listOpeningGaps(ctx(), await edition())).toEqual([])
    expect(await send('/open', { intent: 'open' })).toBe(`${at}?done=opened`)
    expect((await edition()).stage).toBe('nominating')
  })

  test('opening can be put on the clock; then nothing may be left missing', async () => {
    await send('/settings/host', host)
    await send('/settings/ceremony', ceremony)
    expect(await send('/open', { intent: 'schedule' })).toBe(`${at}?done=scheduled`)
    expect(await send('/settings/ceremony', { ...ceremony, place: '' })).toMatchObject([409, expect.stringContaining('Say where the ceremony is held.')])
    app.clock.now = '2026-11-03T09:00:00.000Z'
    owner = await app.signedIn(await makeAccount(app.db, { role: 'owner' }))
    expect((await owner.get(at)).text).toContain('Nominations close in 70 days')
    expect((await owner.get(`${at}/open`)).status).toBe(409)
    await app.work()
    expect((await edition()).stage).toBe('nominating')
  })

  test('what was seen is what is changed: an older page is told', async () => {
    const seen = await version()
    await send('/settings/host', host)
    const late = await owner.post(`${at}/settings/host`, { ...host, version: seen, name: 'Another' })
    expect([late.status, late.text.includes('value="Another"')]).toEqual([409, true])
  })
})

describe('open', () => {
  beforeEach(async () => {
    await makeCategory(app.db, await makeEdition(app.db, { opens_at: '2026-10-01T08:00:00.000Z' }))
  })

  test('the close moves for a reason, and is refused without one', async () => {
    const dates = { ...boxes('closes', '19', 'jan', '27', '5pm'), grace: '15' }
    expect(await send('/settings/dates', { ...dates, reason: '' })).toEqual([422, 'Write the reason, in a sentence.'])
    expect(await send('/settings/dates', { ...dates, reason: 'Snow' })).toBe(`${at}/settings?done=saved`)
    expect((await edition()).closes_at).toBe('2027-01-19T17:00:00.000Z')
  })

  test('before the close moves, every page that moves it says who was told it, and what still waits to tell it', async () => {
    const made = await edition()
    await inTransaction(ctx(), async (trx) => {
      for (const email of ['nell@people.example', 'nell@people.example', 'noor@people.example']) {
        await queueEmail(trx, { kind: 'nomination.receipt', edition: made, to: { name: 'Nell', email }, replyTo: '', email: { subject: 'Thank you', body: [] } })
      }
    })
    await app.db.updateTable('message').set({ state: 'sent', sent_at: app.clock.now }).where('to_email', '=', 'nell@people.example').execute()
    const says = async (path: string) => {
      const { text } = await owner.get(at + path)
      return [text.includes('1 person has been told by email when nominations close'), text.includes('1 message in the outbox says so too')]
    }
    expect([await says('/settings/dates'), await says('/close'), await says('/settings/eligibility')]).toEqual([[true, true], [true, true], [false, false]])
    await send('/close')
    expect(await says('/reopen')).toEqual([true, true])
  })

  test('a close after the shortlist is refused with both dates, until the dates after it have made room', async () => {
    const closes = { ...boxes('closes', '25', 'jan', '27', '5pm'), grace: '15', reason: 'Snow' }
    expect(await send('/settings/dates', closes)).toEqual([
      422, expect.stringContaining('“Nominations close” (5pm on Monday 25 January 2027) must come before “Screening is done” (5pm on Saturday 23 January 2027).'),
    ])
    const timetable = { ...(await edition()).settings.timetable, screeningDone: '2027-01-30T17:00:00.000Z' }
    await changeSettings(ctx(), await edition(), { timetable })
    expect(await send('/settings/dates', closes)).toBe(`${at}/settings?done=saved`)
  })

  test('faults are said in the order of the page, and what was typed stays', async () => {
    expect(await send('/settings/dates', { ...boxes('closes', '31', 'February', '2027', '5pm'), grace: 'ten', reason: '' })).toEqual([
      422, 'The closing time must be a real date, like 12 January 2027.', 'Write the minutes of grace as a whole number.',
    ])
    const { text } = await owner.post(`${at}/settings/dates`, { version: '1', ...boxes('closes', '31', 'February', '2027', '5pm'), grace: 'ten', reason: 'Snow' })
    for (const typed of ['value="31"', 'value="February"', 'value="ten"', 'value="Snow"', '<title>Error: ']) expect(text).toContain(typed)
  })

  test('closing, reopening and going back ask first', async () => {
    expect((await owner.get(`${at}/close`)).text).toContain('This moment becomes the close')
    expect(await send('/close')).toBe(`${at}?done=closed`)
    expect(await send('/reopen', { ...boxes('closes', '1', 'December', '2026', 'midday'), reason: '' })).toEqual([422, 'Write the reason, in a sentence.'])
    expect(await send('/reopen', { ...boxes('closes', '1', 'December', '2026', 'midday'), reason: 'The site was down' })).toBe(`${at}?done=reopened`)
    expect(await edition()).toMatchObject({ stage: 'nominating', closes_at: '2026-12-01T12:00:00.000Z' })
    expect(await send('/return')).toBe(`${at}?done=returned`)
  })

  test('with nominations there is no way back to preparing, and the desk counts them', async () => {
    const category = await app.db.selectFrom('category').selectAll().executeTakeFirstOrThrow()
    for (const received_at of ['2026-10-19T22:59:59.000Z', '2026-10-19T23:00:00.000Z', '2026-10-20T08:00:00.000Z']) {
      await makeNomination(app.db, await edition(), category, { received_at })
    }
    expect((await owner.get(`${at}/return`)).status).toBe(409)
    const refused = await owner.post(`${at}/return`, { version: await version() })
    expect([refused.status, refused.text.includes('3 nominations have been received')]).toEqual([409, true])
    const { text } = await owner.get(at)
    expect(text).toContain('<th scope="row">19 October</th><td>1</td>')
    expect(text).toContain('<th scope="row">20 October</th><td>2</td>') // midnight in London, in summer time
    expect(text).toContain(`href="${at}/nominations?day=2026-10-20"`)
  })
})

test('every page of settings opens with what is set, and saves as it is', async () => {
  await makeEdition(app.db, { stage: 'preparing', closes_at: '2027-01-12T17:00:00.000Z' })
  for (const name of Object.keys(settingsSections)) {
    const { status, text } = await owner.get(`${at}/settings/${name}`)
    expect([name, status, text.match(/<h1/g)?.length]).toEqual([name, 200, 1])
  }
  for (const [name, section] of Object.entries(settingsSections)) {
    const typed = section.values(await edition())
    const asked = Object.keys(section.form(await edition()).shape)
    const fields = Object.fromEntries(Object.entries(typed).filter(([key]) => asked.includes(key)))
    expect([name, await send(`/settings/${name}`, fields)]).toEqual([name, `${at}/settings?done=saved`])
  }
  expect((await edition()).version).toBe(1)
  expect((await owner.get(`${at}/settings/none`)).status).toBe(404)
})

test('an assistant sees the desk, the settings and the categories, and acts on none of them', async () => {
  const made = await makeEdition(app.db)
  const { slug } = await makeCategory(app.db, made)
  const helper = await app.signedIn(await makeAccount(app.db, { role: 'assistant', edition: made }))
  for (const path of ['', '/settings', '/categories']) {
    const { status, text } = await helper.get(at + path)
    expect([status, new RegExp(`href="${at}/(close|settings/|categories/)`).test(text)]).toEqual([200, false])
  }
  for (const path of ['/open', '/close', '/reopen', '/return', '/settings/host', '/settings/current', `/categories/${slug}`]) {
    expect([path, (await helper.get(at + path)).status, (await helper.post(at + path, { version: '1' })).status]).toEqual([path, 404, 404])
  }
  expect((await edition()).version).toBe(1)
})

test('an owner makes another edition current; an organiser is told whom to ask', async () => {
  await makeEdition(app.db, { slug: '2026', stage: 'archived' })
  const next = await makeEdition(app.db, { current: 0 })
  const organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition: next }))
  expect((await organiser.get(`${at}/settings/current`)).text).toContain('An owner has to do this.')
  expect((await organiser.post(`${at}/settings/current`, { version: '1' })).status).toBe(404)
  expect(await send('/settings/current')).toBe(`${at}?done=current`)
  expect((await edition()).current).toBe(true)
})

test('the desk counts the messages that are overdue, and none in a demo, which delivers nothing', async () => {
  const made = await makeEdition(app.db)
  const overdue = async () => /(\d+)(?:<[^>]*>|\s)*messages overdue/.exec((await owner.get(at)).text)?.[1]
  await inTransaction(ctx(), async (trx) => {
    const post = { kind: 'nomination.receipt', edition: made, to: { name: 'Nell', email: 'nell@people.example' }, replyTo: '', email: { subject: 'Thank you', body: [] } }
    await queueEmail(trx, post)
    await queueEmail(trx, { ...post, held: true })
  })
  app.clock.now = '2026-10-20T09:15:00.000Z'
  expect(await overdue()).toBeUndefined()
  app.clock.now = '2026-10-20T09:15:00.001Z'
  expect(await overdue()).toBe('1')
  await app.db.insertInto('installation').values({ id: 1, demo: 1, created_at: app.clock.now }).execute()
  expect(await overdue()).toBeUndefined()
})

test('an assistant’s desk speaks of no list where there is none, and shows what is theirs', async () => {
  const made = await makeEdition(app.db, { stage: 'screening', closes_at: '2026-10-19T17:00:00.000Z', opens_at: '2026-10-01T09:00:00.000Z' })
  const helper = await app.signedIn(await makeAccount(app.db, { role: 'assistant', edition: made }))
  const said = async (as: Visitor) => {
    const { text } = await as.get(at)
    return [text.includes('The list goes from top to bottom'), text.includes('Seat the panels')]
  }
  expect([await said(owner), await said(helper)]).toEqual([[true, true], [false, false]])
})
