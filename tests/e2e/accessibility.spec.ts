import { days, later } from '#app/domain/time.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import routes from '#app/routes.ts'
import { expectForcedColours, expectGoodPage, expectKeyboardReachesAll, expectPrintable, expectRoomForText } from '#tests/e2e/checks.ts'
import { expect, keepCookie, signIn, test } from '#tests/e2e/support.ts'
import { beforeAnything, closed, nominating, organising, preparing, refused, type View } from '#tests/e2e/views.ts'
import { lengthenNames, makeDemo, type Here } from '#tests/e2e/worlds.ts'
import { makeAccount } from '#tests/factories/index.ts'
import type { Served } from '#tests/setup/serve.ts'
import type { Page } from 'playwright/test'

/** Every address of `app/routes.ts`, in every state that it has: fit for everybody who comes to it. */
test.describe.configure({ timeout: 300_000 })

const all = [...beforeAnything, ...preparing, ...nominating, ...organising, ...closed, ...refused]

test('every address has its views', { tag: '@once' }, async () => {
  const patterns = (await Promise.all(routes)).map(({ path = '' }) => `/${path}`)
  expect([...new Set(all.map((one) => one.route))].sort()).toEqual(patterns.sort())
})

/** What was found, so that a title stands for one address. */
type Titles = Map<string, string>

async function open(page: Page, app: Served, here: Here, { who, at, status = 200, act }: View): Promise<void> {
  await page.context().clearCookies()
  if (who === 'holder') await keepCookie(page, app, here.ring)
  else if (who !== 'visitor') await signIn(page, app, here.people[who])
  let last = 0
  const note = (came: { status: () => number; request: () => { isNavigationRequest: () => boolean } }) => void (came.request().isNavigationRequest() && (last = came.status()))
  page.on('response', note)
  await page.goto(at(here))
  await act?.(page)
  await page.waitForLoadState()
  page.off('response', note)
  expect(last).toBe(status)
}

async function expectOwnTitle(page: Page, titles: Titles): Promise<void> {
  const [title, { pathname }] = [await page.title(), new URL(page.url())]
  expect(titles.get(title) ?? pathname, `also titled “${title}”`).toBe(pathname)
  titles.set(title, pathname)
}

/** Looks at each view in turn, as whoever comes upon it. */
async function walk(page: Page, app: Served, here: Here, views: View[]): Promise<void> {
  const titles: Titles = new Map()
  for (const one of views) {
    await test.step(`${one.route}, ${one.state}`, async () => {
      await open(page, app, here, one)
      if (!one.status) await expectOwnTitle(page, titles)
      await expectGoodPage(page)
      await expectRoomForText(page)
      await expectPrintable(page)
      await expectForcedColours(page)
      await expectKeyboardReachesAll(page)
      expect(await hasWordsToSend(page), 'the form is tried').toBe(one.form !== undefined && !one.status)
      for (const way of ['empty', 'too long'] as const) if (one.form === way || one.form === 'both') await expectFormComesBack(page, app, here, one, way)
    })
  }
}

const formOf = (page: Page) => page.locator('main form[method=post]')
const wordsOf = (page: Page) => formOf(page).locator('input:not([type=hidden], [type=radio], [type=checkbox]), textarea').filter({ visible: true })

async function hasWordsToSend(page: Page): Promise<boolean> {
  return (await wordsOf(page).count()) + (await formOf(page).locator('[type=radio], [type=checkbox]').count()) > 0
}

/** Sends the form as nobody should: it comes back with what was typed, and says where it went wrong. */
async function expectFormComesBack(page: Page, app: Served, here: Here, one: View, way: 'empty' | 'too long'): Promise<void> {
  await open(page, app, here, one)
  const typed = way === 'empty' ? '' : 'word '.repeat(4100).trim()
  for (const field of await wordsOf(page).all()) await field.fill(typed)
  for (const box of await formOf(page).locator('[type=checkbox]:checked').all()) if (way === 'empty') await box.uncheck()
  await formOf(page).getByRole('button').first().click()
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toBeFocused()
  for (const field of await wordsOf(page).all()) await expect(field).toHaveValue(typed)
  for (const link of await page.getByRole('alert').getByRole('link').all()) {
    await link.press('Enter')
    await expect(page.locator(decodeURIComponent(new URL(page.url()).hash).replaceAll('.', '\\.'))).toBeFocused()
  }
  await expectGoodPage(page)
  await expectRoomForText(page)
  await expectKeyboardReachesAll(page)
}
