import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { expect, type Page } from 'playwright/test'
import { listBareControls, listLostWords, listPrinted, listSmallTargets, listStructureFaults, listUnreached, lookAtFocus, type Focused } from '#tests/e2e/in-page.ts'

/** What every page must be for everybody who comes to it: each check answers what is wrong, and leaves the page as it was. */
export type Faults = Promise<string[]>
interface Size {
  width: number
  height: number
}
const narrow: Size = { width: 320, height: 640 }
const wide: Size = { width: 1280, height: 800 }

/** A page fit to be seen, narrow and wide. */
export async function expectGoodPage(page: Page): Promise<void> {
  expect(await listPageFaults(page)).toEqual([])
}

/** Everything of a page that one can look at without touching it. */
export async function listPageFaults(page: Page): Faults {
  const structure = await page.evaluate(listStructureFaults)
  return [...structure, ...(await atSizes(page, [narrow, wide], async () => [
    ...(await listLost(page)), ...(await page.evaluate(listSmallTargets)), ...(await listAxeFaults(page)),
  ]))]
}

async function atSizes(page: Page, sizes: Size[], check: () => Faults): Faults {
  const before = page.viewportSize()
  const faults: string[] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    faults.push(...(await check()).map((fault) => `${size.width} px: ${fault}`))
  }
  if (before) await page.setViewportSize(before)
  return faults
}

async function listLost(page: Page): Faults {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const lost = await page.evaluate(listLostWords)
  return [...(wider > 0 ? [`${wider} px wider than the screen`] : []), ...lost]
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
declare const axe: typeof import('axe-core')

/** What axe leaves to people to judge, and why each is right. */
const judged: { said: RegExp; why: string }[] = [
  {
    said: /^may break color-contrast: <(th |td |span class="(sm:)?whitespace-nowrap).* partially obscured/,
    why: 'a cell that is scrolled out of its table’s frame has the colours of those in sight',
  },
  {
    said: /^may break color-contrast: <span aria-hidden="true">▇▇▇<\/span> .* non-text characters/,
    why: 'what stands for covered words has the colour of the words around it, and is read out in words',
  },
]

/** A reading desk scrolls in parts, and axe cannot tell the colours of what is out of sight at the moment. */
function layFlat(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('.desk-bar, .desk-pane { position: static !important; max-height: none !important }')
  document.adoptedStyleSheets = [sheet]
}

/** Against WCAG 2.2 AA and good practice. axe leaves the size of targets out unless asked for, so that it ran is looked at. */
async function listAxeFaults(page: Page): Faults {
  await page.evaluate(layFlat)
  await page.evaluate(axeSource) // by the debugger, as the page's security policy lets in no script of ours
  const { violations, passes, incomplete } = await page.evaluate<AxeResults, string[]>(
    (values) => axe.run(document, {
      runOnly: { type: 'tag', values }, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations', 'incomplete'], selectors: false,
    }), tags)
  await page.evaluate(() => (document.adoptedStyleSheets = []))
  const said = (what: string, results: AxeResults['violations']) =>
    results.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${what} ${id}: ${html.slice(0, 200)} ${failureSummary.replace(/\s+/g, ' ')}`))
  const isJudged = (fault: string) => judged.some(({ said }) => said.test(fault))
  const ran = [...passes, ...incomplete].some((rule) => rule.id === 'target-size') || (await page.locator(':is(a[href], button, input, select, textarea, summary):visible').count()) === 0
  return [...said('breaks', violations), ...said('may break', incomplete).filter((fault) => !isJudged(fault)), ...(ran ? [] : ['target-size did not run'])]
}

/** Every stop of the Tab key, in order, from the skip link on: each in sight, with its ring, and none left out. */
export async function listKeyboardFaults(page: Page, size = narrow): Faults {
  return atSizes(page, [size], async () => {
    await page.evaluate(startAtTheTop)
    const stops = await tabThrough(page)
    const unreached = await page.evaluate(listUnreached)
    const skip = stops[0]?.name === 'Skip to main content' ? [] : [`the first stop is “${stops[0]?.name}”`]
    return [...skip, ...stops.flatMap(({ name, faults }) => faults.map((fault) => `“${name}”: ${fault}`)), ...unreached, ...(await listSkipFaults(page))]
  })
}

async function tabThrough(page: Page): Promise<Focused[]> {
  const stops: Focused[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(lookAtFocus)
    if (!at) return stops
    stops.push(at)
  }
}

async function listSkipFaults(page: Page): Faults {
  await page.evaluate(startAtTheTop)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  return (await page.evaluate(() => document.activeElement?.id)) === 'main' ? [] : ['the skip link leads nowhere']
}

/** Puts the keyboard before everything, as on a page that has just come. */
function startAtTheTop(): void {
  const start = document.createElement('span')
  start.tabIndex = -1
  document.body.prepend(start)
  start.focus()
  start.remove()
  window.scrollTo(0, 0)
}

/** WCAG 1.4.12: lines, letters and words further apart; 1.4.4: text twice as large. */
export async function listRoomFaults(page: Page): Faults {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }')
    document.adoptedStyleSheets = [sheet]
  })
  const apart = await atSizes(page, [narrow, wide], () => listLost(page))
  await page.evaluate(() => (document.adoptedStyleSheets = []))
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  const large = await atSizes(page, [wide], () => listLost(page))
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 } })
  await browser.detach()
  return [...apart.map((fault) => `text apart, ${fault}`), ...large.map((fault) => `text at 200 %, ${fault}`)]
}

/** On paper, what cannot be pressed there is left out, and the page still says what it is. */
export async function listPaperFaults(page: Page): Faults {
  await page.emulateMedia({ media: 'print' })
  const printed = await page.evaluate(listPrinted)
  const titled = await page.getByRole('heading', { level: 1 }).isVisible()
  await page.emulateMedia({ media: null })
  return [...printed.map((one) => `on paper: ${one}`), ...(titled ? [] : ['on paper: no heading'])]
}

const bytesOfAnEmptyPicture = 6000

/** In the colours somebody's system forces on every page, everything still has an edge. */
export async function listForcedColourFaults(page: Page): Faults {
  await page.emulateMedia({ forcedColors: 'active' })
  const { length } = await page.screenshot()
  const bare = await page.evaluate(listBareControls)
  await page.emulateMedia({ forcedColors: null })
  return [...(length > bytesOfAnEmptyPicture ? [] : ['forced colours: blank']), ...bare.map((one) => `forced colours, without an edge: ${one}`)]
}
