import { days, later } from '#app/domain/time.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import routes from '#app/routes.ts'
import { listForcedColourFaults, listKeyboardFaults, listPageFaults, listPaperFaults, listRoomFaults } from '#tests/e2e/checks.ts'
import { expect, keepCookie, signIn, test } from '#tests/e2e/support.ts'
import { beforeAnything, choosing, closed, judging, moderating, nominating, organising, preparing, refused, screening, sealed, type View } from '#tests/e2e/views.ts'
import { byHand } from '#tests/e2e/views-by-hand.ts'
import { questionsClosed, questionsFreely, questionsWithReason } from '#tests/e2e/views-of-questions.ts'
import { withFiles } from '#tests/e2e/views-with-files.ts'
import { announced, archived, beforeTheNight } from '#tests/e2e/views-of-the-end.ts'
import { witnessing } from '#tests/e2e/views-of-witnesses.ts'
import { lengthenNames, makeDemo, moderateDemo, takeFiles, type Here } from '#tests/e2e/worlds.ts'
import { makeAccount } from '#tests/factories/index.ts'
import { listMarkupFaults } from '#tests/setup/markup.ts'
import type { Served } from '#tests/setup/serve.ts'
import type { Page, Response } from 'playwright/test'

/** Every address of `app/routes.ts`, in every state that it has: fit for everybody who comes to it. */
test.describe.configure({ timeout: 300_000 })

const all = [...beforeAnything, ...choosing, ...preparing, ...nominating, ...organising, ...screening, ...byHand, ...withFiles, ...closed, ...judging, ...moderating, ...witnessing, ...sealed, ...beforeTheNight, ...announced, ...archived, ...questionsFreely, ...questionsWithReason, ...questionsClosed, ...refused]
/** No pages: files to keep, and what scripts listen to. */
const files = [
  '/:edition/seal.json', '/:edition/seal/:category/:number/scores.csv', '/:edition/paper-form/:file', '/nominee/:token/certificate/:code',
  '/nominate/:draft/attachment/:file', '/stage/:edition/events', '/organise/:edition/meeting/:category/wall/events', '/organise/:edition/ceremony/pack/file',
  '/organise/:edition/certificates/print', '/organise/:edition/nominations/:nomination/attachment', '/organise/:edition/nominations/:nomination/receipt.pdf',
  '/organise/:edition/exports/:file', '/organise/:edition/exports/results/:file', '/organise/:edition/exports/score-sheets/:category',
]

test('every address has its views', () => {
  const patterns = routes.map(({ path = '' }) => `/${path}`).filter((path) => !files.includes(path))
  expect([...new Set(all.map((one) => one.route))].sort()).toEqual(patterns.sort())
})

/** What was found, so that a title stands for one address. */
type Titles = Map<string, string>

async function open(page: Page, app: Served, here: Here, { who, at, status = 200, act }: View): Promise<void> {
  await page.context().clearCookies()
  if (who === 'holder') await keepCookie(page, app, here.ring)
  else if (who !== 'visitor') await signIn(page, app, here.people[who])
  let last: Response | undefined
  const note = (came: Response) => void (came.request().isNavigationRequest() && (last = came))
  page.on('response', note)
  await page.goto(at(here))
  await act?.(page)
  await expect.poll(() => last?.status()).toBe(status)
  await page.waitForLoadState()
  page.off('response', note)
  expect.soft(listMarkupFaults(await last!.text())).toEqual([])
}

async function expectOwnTitle(page: Page, titles: Titles): Promise<void> {
  const [title, { pathname }] = [await page.title(), new URL(page.url())]
  const place = pathname.replace(/[a-z2-9]{20}|[\w-]{43}/, ':id') // two drafts may be at the same question, two nominees at the same answer
  expect(titles.get(title) ?? place, `also titled “${title}”`).toBe(place)
  titles.set(title, place)
}

async function listAllFaults(page: Page): Promise<string[]> {
  return [...(await listPageFaults(page)), ...(await listRoomFaults(page)), ...(await listKeyboardFaults(page))]
}

/** Looks at each view in turn, as whoever comes upon it. */
async function walk(page: Page, app: Served, here: Here, views: View[]): Promise<void> {
  const titles: Titles = new Map()
  for (const one of views) {
    await test.step(`${one.route}, ${one.state}`, async () => {
      await open(page, app, here, one)
      if (!one.status) await expectOwnTitle(page, titles)
      expect.soft([...(await listAllFaults(page)), ...(await listPaperFaults(page)), ...(await listForcedColourFaults(page))]).toEqual([])
      if (await fieldsOf(page).count()) expect(tried).toContain(one.route)
      for (const way of ['empty', 'too long'] as const) {
        if (one.form !== way && one.form !== 'both') continue
        await open(page, app, here, one)
        await sendBadly(page, way)
      }
    })
  }
}

/** Addresses whose form is sent badly, in one of their views or another. */
const tried = all.filter((one) => one.form).map((one) => one.route)
const formOf = (page: Page) => page.locator('main form[method=post]')
const fieldsOf = (page: Page) => formOf(page).locator('input:not([type=hidden]), textarea').filter({ visible: true })
const textsOf = (page: Page) => formOf(page).locator('input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), textarea').filter({ visible: true })

/** Sends the form as nobody should: it comes back with what was typed, and says where it went wrong. */
async function sendBadly(page: Page, way: 'empty' | 'too long'): Promise<void> {
  const typed: string[] = []
  for (const field of await textsOf(page).all()) {
    const isLong = await field.evaluate((one) => one.matches('textarea'))
    typed.push(way === 'empty' ? '' : 'word '.repeat(isLong ? 4100 : 110).trim())
    await field.fill(typed.at(-1) ?? '')
  }
  for (const box of (await formOf(page).locator('[type=checkbox]:checked').all()).reverse()) await box.setChecked(way === 'too long')
  await formOf(page).locator('button').filter({ visible: true }).first().click() // a field for files is a button too
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toBeFocused()
  expect(await textsOf(page).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual(typed)
  for (const link of await page.getByRole('alert').getByRole('link').all()) {
    await link.press('Enter')
    await expect(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)).toBeFocused()
  }
  expect.soft([...(await listPageFaults(page)), ...(await listRoomFaults(page))]).toEqual([])
}

test('taking nominations, for organisers', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'nominating', 40), organising)
})

test('screening what has come in so far', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'nominating', 40), screening)
})

test('entering for others, and taking in files', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'nominating', 40), byHand)
})

test('adding files to nominations', async ({ page, app }) => {
  const here = await makeDemo(app, 'nominating', 6)
  await takeFiles(app)
  await walk(page, app, here, withFiles)
})

test('questions, while nominations are open', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'nominating', 40), questionsWithReason)
})

test('moderating', async ({ page, app }) => {
  const here = await makeDemo(app, 'judging', 60)
  await moderateDemo(app, 'decided')
  await walk(page, app, here, moderating)
})

test('witnessing a seal', async ({ page, app }) => {
  const here = await makeDemo(app, 'judging', 60)
  await moderateDemo(app, 'decided')
  await walk(page, app, here, witnessing)
})

test('sealed', async ({ page, app }) => {
  const here = await makeDemo(app, 'judging', 60)
  await moderateDemo(app, 'sealed')
  await walk(page, app, here, sealed)
})

test('before the night', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'sealed', 60), beforeTheNight)
})

test('the morning after', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'announced', 60), announced)
})

test('the year is over', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'archived', 60), archived)
})

test('screening, for those who choose the finalists', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'screening', 60), choosing)
})

test('judging', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'judging', 60), judging)
})

test('an edition that is being prepared', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'preparing', 0), [...preparing, ...questionsFreely])
})

test('taking nominations, for the public and for nominators', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'nominating', 6), nominating)
})

test('an installation in which there is nothing yet', async ({ page, app }) => {
  const owner = await makeAccount(app.db, { role: 'owner' })
  await walk(page, app, { people: { owner } } as Here, beforeAnything)
})

test('after the close', async ({ page, app }) => {
  const here = await makeDemo(app, 'nominating', 6)
  app.clock.now = later(app.clock.now, days(10))
  await walk(page, app, here, [...closed, ...questionsClosed])
})

test('whatever is refused', async ({ page, app }) => {
  await walk(page, app, await makeDemo(app, 'nominating', 6), refused)
})

test('with the longest names', async ({ page, app }) => {
  const here = await makeDemo(app, 'nominating', 40)
  await lengthenNames(app)
  for (const one of [...nominating, ...organising, ...screening].filter(({ status }) => !status)) {
    await test.step(`${one.route}, ${one.state}`, async () => {
      await open(page, app, here, one)
      expect.soft(await listPageFaults(page)).toEqual([])
    })
  }
})

test('too many tries in a short time', async ({ page }) => {
  await page.goto('/sign-in')
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  for (let tries = 0; tries < 60; tries += 1) await page.request.post('/sign-in', { headers, form: { email: `${newToken()}@people.example` }, maxRedirects: 0 })
  await page.getByLabel('Email address').fill('ruth@council.example')
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByRole('alert')).toContainText('Too many tries in a short time')
  await expect(page.getByLabel('Email address')).toHaveValue('ruth@council.example')
  expect.soft(await listAllFaults(page)).toEqual([])
})

test.describe('when we break', () => {
  test.use({ mayBreak: true, env: { LOG_LEVEL: 'silent' } })

  for (const table of ['nomination', 'edition'] as const) {
    test(`without the ${table} table`, async ({ page, app }) => {
      const here = await makeDemo(app, 'nominating', 6)
      await signIn(page, app, here.people.organiser)
      await app.db.schema.alterTable(table).renameTo('gone').execute()
      const answer = await page.goto(`/organise/${here.slug}/nominations`)
      await app.db.schema.alterTable('gone').renameTo(table).execute()
      expect(answer?.status()).toBe(500)
      await expect(page).toHaveTitle(/^Something went wrong at our end/)
      expect.soft(await listAllFaults(page)).toEqual([])
    })
  }
})
