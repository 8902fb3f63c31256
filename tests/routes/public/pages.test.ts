import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEditionFromTemplate, openNominations } from '#app/features/editions/commands.server.ts'
import { findEdition } from '#app/features/editions/queries.server.ts'
import { changeSettings } from '#app/features/editions/settings.commands.server.ts'
import type { EditionChange } from '#app/domain/settings-rules.ts'
import { makeCtx, makeEdition } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startApp({ clock: '2026-10-20T09:00:00.000Z' })
})
afterEach(() => app.close())

const ctx = () => makeCtx(app.db, { now: app.clock.now })
async function edition() {
  const found = await findEdition(ctx(), '2027')
  if (!found) throw new Error('no edition')
  return found
}
async function change(wanted: EditionChange, reason?: string) {
  const changed = await changeSettings(ctx(), await edition(), wanted, reason)
  if (!changed.ok) throw new Error(changed.code)
}
/** The template's edition, with what it asks its organisers for. */
async function prepare() {
  await createEditionFromTemplate(ctx(), { slug: '2027', current: true })
  const { host } = (await edition()).settings
  await change({ host: { ...host, phone: '01632 960 123' }, ceremony_place: 'Plymouth Guildhall' })
}
/** What a page says, without its tags. */
async function read(path: string) {
  const { status, text } = await app.visitor().get(path)
  expect(status).toBe(200)
  return text.replace(/<[^>]+>/g, ' ').replace(/&#x27;/g, '’').replace(/\s+/g, ' ')
}
const title = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1]

const always = ['/', '/help', '/privacy', '/accessibility', '/cookies']
const ofEdition = ['/2027/categories', '/2027/categories/home-care-worker', '/2027/categories/unpaid-carer', '/2027/how-we-judge']

test('an empty installation has its pages, and says kindly that nothing runs', async () => {
  for (const path of always) expect((await app.visitor().get(path)).status).toBe(200)
  expect(await read('/')).toContain('are being prepared')
  for (const path of ['/2027', ...ofEdition]) expect((await app.visitor().get(path)).status).toBe(404)
})

test('every page has a title of its own, one h1, no cookie, no inline style or script', async () => {
  await prepare()
  const pages = await Promise.all([...always, ...ofEdition].map((path) => app.visitor().get(path, { 'Accept-Encoding': 'identity' })))
  expect(new Set(pages.map((page) => title(page.text))).size).toBe(pages.length)
  for (const { status, text, headers } of pages) {
    expect([status, text.match(/<h1/g)?.length, headers['set-cookie'], headers['cache-control']]).toEqual([200, 1, undefined, 'no-cache'])
    expect(text.match(/ style=| on\w+="|<script(?! type="module" src=)/g)).toBeNull()
  }
})

test('the display face is asked for on the home page only', async () => {
  await prepare()
  const pages = await Promise.all([...always, ...ofEdition].map(async (path) => [path, (await app.visitor().get(path)).text.includes('font-display')] as const))
  expect(pages.filter(([, display]) => display).map(([path]) => path)).toEqual(['/'])
})

describe('the home page says what to do now', () => {
  test('before: when nominations are planned to open, and to the minute once that is on the clock', async () => {
    await prepare()
    expect(await read('/')).toContain('We plan to open nominations on Tuesday 3 November 2026.')
    await app.db.updateTable('edition').set({ opens_by_clock: 1, version: 9 }).execute()
    expect(await read('/')).toContain('Nominations open in 14 days, at 9am on Tuesday 3 November 2026.')
    app.clock.now = '2026-11-03T09:00:00.000Z'
    expect(await read('/')).toContain('Nominations close in 70 days')
  })

  test('open, in the last minutes, and closed: by the clock, with no row changed', async () => {
    await prepare()
    expect(await openNominations(ctx(), await edition())).toMatchObject({ ok: true })
    const said: [string, string][] = [
      ['2027-01-10T10:00:00.000Z', 'Nominations close in 2 days, at 5pm on Tuesday 12 January 2027.'],
      ['2027-01-11T23:59:59.000Z', 'Nominations close tomorrow, at 5pm on Tuesday 12 January 2027.'],
      ['2027-01-12T17:00:00.000Z', 'Nominations close today, at 5pm on Tuesday 12 January 2027.'],
      ['2027-01-12T17:00:00.001Z', 'What reaches us by 5:15pm still counts.'],
      ['2027-01-12T17:15:00.001Z', 'Nominations closed on Tuesday 12 January 2027.'],
    ]
    for (const [now, sentence] of said) {
      app.clock.now = now
      expect(await read('/')).toContain(sentence)
    }
    expect((await app.visitor().get('/')).text).not.toContain('>Nominate someone<')
  })
})

test('after the close, pages offer what is still possible and nothing else; what was begun by phone or post counts for two working days', async () => {
  await prepare()
  await openNominations(ctx(), await edition())
  const invites = ['post you a form', 'come back later', 'What you need', '.pdf', 'You would rather not do it online', 'began and did not finish']
  const said = async (path: string) => {
    const [page, html] = [await read(path), (await app.visitor().get(path)).text]
    return [invites.some((words) => html.includes(words)), page.includes('still counts'), html.includes('href="/nominate/new-link"')]
  }
  for (const [now, open, late] of [['2027-01-12T17:00:00.000Z', true, true], ['2027-01-12T17:15:00.001Z', false, true], ['2027-01-14T23:59:59.999Z', false, true], ['2027-01-15T00:00:00.000Z', false, false]] as const) {
    app.clock.now = now
    await new Promise((resolve) => setTimeout(resolve, 2)) // pages are asked at most once a millisecond whether they still hold
    expect([now, await said('/2027/nominate'), await said('/help')]).toEqual([now, [open, late, true], [open, late, true]])
  }
})

test('an edition that is prepared quietly is nobody’s to read; one that has been opened is', async () => {
  await prepare()
  await makeEdition(app.db, { slug: '2028', current: 0, stage: 'preparing' })
  const status = async (path: string) => (await app.visitor().get(path)).status
  expect([await status('/2028'), await status('/2028/categories'), await status('/2028/how-we-judge')]).toEqual([404, 404, 404])
  await app.db.updateTable('edition').set({ stage: 'archived', version: 2 }).where('slug', '=', '2028').execute()
  expect(await status('/2028/categories')).toBe(200)
  const [shown, older] = [await app.visitor().get('/2027'), await app.visitor().get('/2028')]
  expect([shown.status, shown.headers.location, older.status, older.headers.location]).toEqual([302, '/', 302, '/2028/categories'])
})

test('an address that is none shows the page for that, not data', async () => {
  const reply = await app.visitor().get('/nothing-here')
  expect([reply.status, title(reply.text)]).toEqual([404, 'We cannot find this page – Celebrating Excellence in Care'])
})

test('a category says whom it is for, what counts and how much, and what is asked', async () => {
  await prepare()
  const page = await read('/2027/categories/behind-the-scenes')
  for (const words of ['one person or a team', 'Difference to people’s day', 'over a third: 35 of 100', 'about a seventh: 15 of 100', 'What would go missing if they were not there?']) {
    expect(page).toContain(words)
  }
  expect((await app.visitor().get('/2027/categories/no-such')).status).toBe(404)
  await openNominations(ctx(), await edition())
  const beginning = async (slug: string) => [...(await app.visitor().get(`/2027/categories/${slug}`)).text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`)
  expect([await beginning('behind-the-scenes'), await beginning('unpaid-carer')]).toEqual([['category=behind-the-scenes'], ['kind=person', 'category=unpaid-carer']])
})

test('without a year, the categories and how we judge are those of this year', async () => {
  expect((await app.visitor().get('/categories')).status).toBe(404)
  await prepare()
  const places = await Promise.all(['/categories', '/how-we-judge', '/nominate'].map(async (path) => (await app.visitor().get(path)).headers.location))
  expect(places).toEqual(['/2027/categories', '/2027/how-we-judge', '/2027/nominate'])
})

describe('how we judge is written from the settings', () => {
  test.each<[string, EditionChange, string, string]>([
    ['panel', { panelSize: 7 }, 'a panel of 4 judges', 'a panel of 7 judges'],
    ['shortlist', { shortlistSize: 8 }, 'Not more than 5 entries', 'Not more than 8 entries'],
    ['quorum', { quorum: 1 }, 'At least 3 judges', 'At least 1 judge must'],
    ['quorum rule', { quorumRule: 'ranked-with-warning' }, 'is not ranked until they have', 'is ranked, with a warning'],
    ['ordering', { ordering: 'adjusted' }, 'ordered by the mean of the judges’ weighted scores', 'with each judge’s strictness taken out. Beside it'],
    ['place', { ceremony_place: '' }, 'until nominations close', 'Where the ceremony is held'],
  ])('%s', async (_, wanted, before, after) => {
    await prepare()
    const was = await read('/2027/how-we-judge')
    expect([was.includes(before), was.includes(after)]).toEqual([true, false])
    await change(wanted)
    expect(await read('/2027/how-we-judge')).toContain(after)
  })

  test('and says before anybody is judged that the marks become public, without the judges’ names', async () => {
    await prepare()
    expect(await read('/2027/how-we-judge')).toMatch(/Once the winner of a category is named on stage, its score sheet becomes public.*every mark that counted.*Judges and entries are numbers on it, not names/)
  })

  test('and says since when they are frozen', async () => {
    await prepare()
    expect(await read('/2027/how-we-judge')).toContain('These rules may still change')
    await openNominations(ctx(), await edition())
    expect(await read('/2027/how-we-judge')).toContain('Nominations opened on Tuesday 20 October 2026.')
  })
})

test('cookies are listed by the names that are set', async () => {
  const page = await read('/cookies')
  for (const words of ['drafts', 'session', '30 days', '12 hours', '7 days']) expect(page).toContain(words)
})

test('privacy names who answers, and how long things are kept, from the settings', async () => {
  await prepare()
  expect(await read('/privacy')).toContain('Plymouth City Council is the data controller')
  const { host } = (await edition()).settings
  await change({ host: { ...host, dataProtectionEmail: 'dpo@host.example' }, retentionMonths: { unsuccessful: 9, shortlisted: 18 } })
  const page = await read('/privacy')
  for (const words of ['dpo@host.example', '9 months after the ceremony', '18 months']) expect(page).toContain(words)
})

test('brotli is what most browsers get, below 10 kB', async () => {
  await prepare()
  for (const path of [...always, ...ofEdition]) {
    const { headers } = await app.visitor().get(path, { 'Accept-Encoding': 'br' })
    expect([headers['content-encoding'], Number(headers['content-length']) < 10_000]).toEqual(['br', true])
  }
})
