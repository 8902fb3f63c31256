import type { Page } from 'playwright/test'
import { expectHeading, follow, press } from '#tests/e2e/acts.ts'
import { listForcedColourFaults, listKeyboardFaults, listPageFaults, listPaperFaults, listRoomFaults } from '#tests/e2e/checks.ts'
import { expect, signIn, test } from '#tests/e2e/support.ts'
import { makeDeskScene, type DeskScene } from '#tests/setup/desk-scene.ts'
import type { Served } from '#tests/setup/serve.ts'

/** A judge with two entries, signed in and before the first page. */
async function sitDown(page: Page, app: Served): Promise<DeskScene> {
  const scene = await makeDeskScene(app.db)
  await signIn(page, app, scene.judge.account)
  await page.goto('/judge')
  await expectHeading(page, 'Your entries')
  return scene
}

const row = (page: Page, criterion: string) => page.getByRole('group', { name: criterion })
const point = (page: Page, criterion: string, words: string) => row(page, criterion).getByRole('radio', { name: words })
const status = (page: Page) => page.locator('[data-autosave-status]')
const readAgain = async (page: Page) => {
  await page.reload()
  const chosen = page.locator('[type=radio]:checked')
  return chosen.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
}

/** Presses Tab until the keyboard is at what is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const here = document.activeElement as HTMLElement
      return (here.closest('fieldset')?.querySelector('legend') ?? here.closest('.field')?.querySelector('label') ?? here).textContent?.trim()
    })
    if (at === name) return
  }
  throw new Error(`the keyboard never came to “${name}”`)
}

test('two entries by the keyboard alone', async ({ page, app }) => {
  await sitDown(page, app)
  for (const [name, keys] of [['Asha Pillai', '43'], ['Ben Okafor', '52']] as const) {
    await tabTo(page, `Read ${name}`)
    await page.keyboard.press('Enter')
    await expectHeading(page, name)
    await tabTo(page, 'Kindness')
    for (const key of keys) await page.keyboard.press(key)
    await expect(page.locator('.desk-bar')).toContainText('2 of 2 scored')
    await expect(status(page)).toHaveText('Saved at 10am.')
    await tabTo(page, 'Finish scorecard')
    await page.keyboard.press('Enter')
    if (keys.startsWith('5')) await giveReason(page)
    await expect(page.getByRole('status')).toContainText('Your scorecard is finished')
  }
  await expect(page.getByRole('main')).toContainText('Everything is finished')
  await follow(page, 'My ranking so far in Category 1')
  await expect(page.getByRole('row').nth(1)).toContainText('Ben Okafor')
})

/** The highest point asks why: from the summary to the field, and on. */
async function giveReason(page: Page): Promise<void> {
  await expect(page.getByRole('alert')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('She stayed through the night.')
  await tabTo(page, 'Finish scorecard')
  await page.keyboard.press('Enter')
}

test('without scripts: saved by the button, reasons asked for, finished, and opened again', async ({ elsewhere, app }) => {
  const page = await elsewhere({ javaScriptEnabled: false })
  await sitDown(page, app)
  await follow(page, 'Read Asha Pillai')
  await expect(page.getByLabel('Why this end of the scale?')).toHaveCount(2)
  await expect(page.getByLabel('Why this end of the scale?').first()).toBeHidden()
  await point(page, 'Kindness', '0').check()
  await expect(page.getByLabel('Why this end of the scale?').first()).toBeVisible()
  await row(page, 'Skill').getByLabel('I cannot judge this').check()
  await press(page, 'Save')
  await expect(page.getByRole('status')).toContainText('Your scorecard is saved')
  await press(page, 'Finish scorecard')
  await expect(page.getByRole('alert')).toContainText('Say in a sentence why you give 0 for “Kindness”')
  await page.getByLabel('Why this end of the scale?').first().fill('Nothing written speaks of it.')
  await press(page, 'Finish scorecard')
  await expect(page.getByRole('status')).toContainText('Your scorecard is finished')
  await page.getByRole('main').getByRole('link', { name: 'Asha Pillai' }).click()
  await expect(page.getByRole('main')).toContainText('Nothing written speaks of it.')
  await press(page, 'Open it again')
  await expect(point(page, 'Kindness', '0')).toBeChecked()
})

test('the signal is lost and comes back: the work is kept on the device, and saved', async ({ page, app }) => {
  await sitDown(page, app)
  await follow(page, 'Read Asha Pillai')
  await page.context().setOffline(true)
  await point(page, 'Kindness', '4').check()
  await expect(status(page)).toHaveText('No signal: kept on this device, will be saved.')
  await page.getByLabel('Notes to yourself').fill('Written in a tunnel')
  await press(page, 'Finish scorecard')
  await expectHeading(page, 'Asha Pillai') // finishing waits for a signal
  await page.context().setOffline(false)
  await expect(status(page)).toHaveText('Saved at 10am.')
  expect(await readAgain(page)).toEqual(['4'])
  await expect(page.getByLabel('Notes to yourself')).toHaveValue('Written in a tunnel')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

/** Scores and words that never reach us; then the page is left, and there is a signal again. */
async function writeInATunnel(page: Page): Promise<string> {
  await follow(page, 'Read Asha Pillai')
  const entry = page.url()
  await page.route('**/save', (route) => route.abort())
  await point(page, 'Skill', '3').check()
  await page.getByLabel('A sentence for the stage').fill('She came through the snow.')
  await expect(status(page)).toHaveText(/No signal/)
  await page.goto('/judge')
  await page.unroute('**/save')
  return entry
}

test('what the device kept is named on the first page, and put back when the entry is opened again', async ({ page, app }) => {
  await sitDown(page, app)
  await writeInATunnel(page)
  await page.getByRole('main').locator('[data-autosave-list]').getByRole('link', { name: 'Asha Pillai' }).click()
  await expect(point(page, 'Skill', '3')).toBeChecked()
  await expect(status(page)).toHaveText('Saved at 10am.')
  expect(await readAgain(page)).toEqual(['3'])
  await expect(page.getByLabel('A sentence for the stage')).toHaveValue('She came through the snow.')
  await page.goto('/judge')
  await expect(page.getByText('This device holds changes')).toBeHidden()
})

test('where something else was saved since, what the device kept is offered, and stays until it is answered', async ({ page, elsewhere, app }) => {
  const { judge } = await sitDown(page, app)
  const entry = await writeInATunnel(page)
  const tablet = await elsewhere({})
  await signIn(tablet, app, judge.account)
  await tablet.goto(entry)
  await point(tablet, 'Skill', '1').check()
  await expect(status(tablet)).toHaveText('Saved at 10am.')
  await page.goto(entry)
  await expect(point(page, 'Skill', '1')).toBeChecked()
  await point(page, 'Kindness', '2').check()
  await expect(status(page)).toHaveText('Saved at 10am.')
  await page.reload()
  await press(page, 'Put them back')
  await expect(point(page, 'Skill', '3')).toBeChecked()
  await expect(status(page)).toHaveText('Saved at 10am.')
  expect(await readAgain(page)).toEqual(['3'])
  await expect(page.getByText('This device holds changes')).toBeHidden()
})

test('an answer that got lost is asked for again, and what was saved is not taken for another’s', async ({ page, app }) => {
  await sitDown(page, app)
  await follow(page, 'Read Asha Pillai')
  await page.route('**/save', async (route) => {
    await route.fetch() // it arrives, but nobody hears of it
    await route.abort()
  }, { times: 1 })
  const lost = page.waitForEvent('requestfailed')
  await point(page, 'Kindness', '2').check()
  await lost
  await point(page, 'Skill', '1').check()
  await expect(status(page)).toHaveText('Saved at 10am.')
  expect(await readAgain(page)).toEqual(['2', '1'])
  expect(await app.db.selectFrom('scorecard_version').select('version').orderBy('version').execute()).toEqual([{ version: 1 }, { version: 2 }])
})

test('of two tabs, the second is told and both are shown', async ({ page, app }) => {
  await sitDown(page, app)
  await follow(page, 'Read Asha Pillai')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await point(other, 'Kindness', '1').check()
  await press(other, 'Save')
  await expect(status(other)).toHaveText('Saved at 10am.')
  await point(page, 'Kindness', '4').check()
  await expect(status(page)).toHaveText(/saved in another place meanwhile/)
  await press(page, 'Save')
  await expect(page.getByRole('heading', { name: 'Saved in the other place at 10am' })).toBeVisible()
  await expect(point(page, 'Kindness', '4')).toBeChecked()
  await press(page, 'Save')
  await expect(page.getByRole('status')).toContainText('Your scorecard is saved')
  expect(await readAgain(page)).toEqual(['4'])
})

test('on a phone the scorecard is a thumb away, and nothing hides where the keyboard is @phone', async ({ page, app }) => {
  await sitDown(page, app)
  await follow(page, 'Read Asha Pillai')
  await page.locator('.desk-bar').getByRole('link', { name: 'Scorecard' }).click()
  await expect(page.getByRole('heading', { name: 'Your scorecard' })).toBeInViewport()
  await page.locator('.desk-bar').getByRole('link', { name: 'Entry' }).click()
  await expect(page.getByRole('heading', { name: 'Question 1' })).toBeInViewport()
})

test('every page of a judge is fit for everybody', async ({ page, app }) => {
  test.setTimeout(180_000)
  const { entries: [first] } = await sitDown(page, app)
  const entry = `/judge/2027/entries/${first?.id}`
  const look = async (what: string) => {
    const faults = [...(await listPageFaults(page)), ...(await listRoomFaults(page)), ...(await listKeyboardFaults(page)), ...(await listPaperFaults(page)), ...(await listForcedColourFaults(page))]
    expect.soft(faults, what).toEqual([])
  }
  await look('the first page')
  await page.goto(entry)
  await look('an entry to do')
  await point(page, 'Kindness', '5').check()
  await press(page, 'Finish scorecard')
  await expect(page.getByRole('alert')).toBeVisible()
  await look('an entry that lacks something')
  await page.getByLabel('Why this end of the scale?').first().fill('All night.')
  await point(page, 'Skill', '3').check()
  await press(page, 'Finish scorecard')
  await expectHeading(page, 'Your entries')
  await look('one finished')
  await page.goto(entry)
  await look('a finished entry')
  await app.db.updateTable('entry').set({ dossier_version: 5 }).execute()
  await page.reload()
  await look('an entry that changed')
  for (const path of ['/judge/2027/ranking/category-1', `${entry}/step-aside`]) {
    await page.goto(path)
    await look(path)
  }
  await press(page, 'Step aside')
  await look('stepping aside without a reason')
})
