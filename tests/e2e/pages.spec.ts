import type { Page } from 'playwright/test'
import { expectGoodPage } from '#tests/e2e/checks.ts'
import { expect, keepCookie, signIn, test } from '#tests/e2e/support.ts'
import { makeAccount, makeEdition } from '#tests/factories/index.ts'
import { addresses } from '#tests/routes/addresses.ts'
import { fillWithMarkers } from '#tests/setup/planted.ts'

/** Every page there is, as whoever may see it finds it: full, empty, and with its form sent back. Narrow and wide, at the desk. */
for (const [pattern, { read, at }] of Object.entries(addresses).filter(([, one]) => one.read !== 'nobody')) {
  test(`${pattern} is fit to be seen, also in error`, { tag: '@once' }, async ({ page, app }) => {
    const here = await fillWithMarkers(app)
    if (read === 'holder') await keepCookie(page, app, here.ring)
    else if (read !== 'bearer' && read !== 'everyone') await signIn(page, app, here.accounts.owner)
    await page.goto(at(here))
    await expectGoodPage(page)
    if (await sendBack(page)) {
      await expect(page).toHaveTitle(/^Error: /)
      await expectGoodPage(page)
    }
  })
}

/** Empties the page's form and sends it with something that no page of ours has; false when there is none to send to the page itself. */
async function sendBack(page: Page): Promise<boolean> {
  const form = page.locator('main form[method=post]:not([action])').filter({ has: page.getByRole('button') }).first()
  if ((await form.count()) === 0) return false
  await form.evaluate((element: HTMLFormElement) => {
    for (const field of element.querySelectorAll<HTMLInputElement>('input:not([type=radio], [type=checkbox], [type=hidden]), textarea')) field.value = ''
    element.insertAdjacentHTML('beforeend', '<input type="hidden" name="nonsense" value="1">')
  })
  await form.getByRole('button').first().click()
  return true
}

const empty = ['', '/nominations', '/outbox', '/people', '/categories', '/settings', '/audit', '/open']
test('the organisers’ pages of an edition in which nothing has happened are fit to be seen', { tag: '@once' }, async ({ page, app }) => {
  const edition = await makeEdition(app.db, { stage: 'preparing' })
  await signIn(page, app, await makeAccount(app.db, { role: 'owner' }))
  for (const path of empty) {
    await page.goto(`/organise/${edition.slug}${path}`)
    await expectGoodPage(page)
  }
})

test('the first pages of an installation without an edition are fit to be seen', { tag: '@once' }, async ({ page }) => {
  for (const path of ['/', '/help', '/privacy', '/accessibility', '/sign-in', '/no/such/page']) {
    await page.goto(path)
    await expectGoodPage(page)
  }
})
