import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { expect, type Page } from 'playwright/test'
import { listBareControls, listLostWords, listPrinted, listSmallTargets, listStructureFaults, listUnreached, lookAtFocus, type Focused } from '#tests/e2e/in-page.ts'

/** What every page must be for everybody who comes to it. Each check leaves the page as it was. */

const narrow = { width: 320, height: 640 }
const wide = { width: 1280, height: 800 }

/** A page fit to be seen, narrow and wide: no violation of WCAG 2.2 AA or of good practice, nothing lost, nothing too small to hit. */
export async function expectGoodPage(page: Page): Promise<void> {
  expect(await page.evaluate(listStructureFaults)).toEqual([])
  const before = page.viewportSize()
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size)
    await expectNothingLost(page)
    expect(await page.evaluate(listSmallTargets), 'too small to hit').toEqual([])
    await expectAccessible(page)
  }
  if (before) await page.setViewportSize(before)
}

async function expectNothingLost(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, 'pixels wider than the screen').toBe(0)
  expect(await page.evaluate(listLostWords), 'words that cannot be read').toEqual([])
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
declare const axe: typeof import('axe-core')

/** What axe leaves to people to judge, and why each is right. */
const judged: { rule: string; where: RegExp; why: string }[] = []

/** axe leaves the size of targets out unless asked for, so that it ran is looked at. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource) // by the debugger, as the page's security policy lets in no script of ours
  const { violations, passes, incomplete } = await page.evaluate<AxeResults, string[]>(
    (values) => axe.run(document, { runOnly: { type: 'tag', values }, rules: { 'target-size': { enabled: true } } }), tags)
  const found = (results: AxeResults['violations']) => results.flatMap(({ id, nodes }) => nodes.map((node) => ({ id, where: node.target.join(' '), html: node.html })))
  expect(found(violations)).toEqual([])
  expect(found(incomplete).filter(({ id, html }) => !judged.some(({ rule, where }) => rule === id && where.test(html)))).toEqual([])
  expect([...passes, ...incomplete].map((rule) => rule.id)).toContain('target-size')
}

/** Every stop of the Tab key, in order, from the skip link on: each in sight, with its ring, and none left out. */
export async function expectKeyboardReachesAll(page: Page, size = narrow): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize(size)
  await page.evaluate(startAtTheTop)
  const faults: string[] = []
  for (let stop = 1; stop <= 400; stop += 1) {
    await page.keyboard.press('Tab')
    const at: Focused | null = await page.evaluate(lookAtFocus)
    if (!at) break
    if (stop === 1) expect(at.name, 'the first stop').toBe('Skip to main content')
    faults.push(...at.faults.map((fault) => `${at.name}: ${fault}`))
  }
  expect([...faults, ...(await page.evaluate(listUnreached))]).toEqual([])
  await page.evaluate(startAtTheTop)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  if (before) await page.setViewportSize(before)
}

/** Puts the keyboard before everything, as on a page that has just come. */
function startAtTheTop(): void {
  const start = document.createElement('span')
  start.tabIndex = -1
  document.body.prepend(start)
  start.focus()
  start.remove()
  window.scrollTo(0, 0)
  history.replaceState(null, '', location.href.replace(/#.*/, ''))
}

/** WCAG 1.4.12: lines, letters and words further apart; 1.4.4: text twice as large. */
export async function expectRoomForText(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }')
    document.adoptedStyleSheets = [sheet]
  })
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size)
    await expectNothingLost(page)
  }
  await page.evaluate(() => (document.adoptedStyleSheets = []))
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await expectNothingLost(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 } })
  await browser.detach()
  if (before) await page.setViewportSize(before)
}

/** On paper, what cannot be pressed there is left out. */
export async function expectPrintable(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  expect(await page.evaluate(listPrinted), 'on paper').toEqual([])
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.emulateMedia({ media: null })
}

const bytesOfAnEmptyPicture = 6000

/** In the colours somebody's system forces on every page, everything still has an edge. */
export async function expectForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' })
  expect((await page.screenshot()).length).toBeGreaterThan(bytesOfAnEmptyPicture)
  expect(await page.evaluate(listBareControls), 'without an edge').toEqual([])
  await page.emulateMedia({ forcedColors: null })
}
