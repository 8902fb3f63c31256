import { chromium, type Browser } from 'playwright'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { findBrowser } from '#tests/setup/browser.ts'
import { cookieFor, envFor, prepareEdition } from '#tests/bench/edition.ts'
import type { Bench, Row } from '#tests/bench/types.ts'

const kilobyte = 1000

/** What a first visit moves over the wire, read off a real browser with an empty cache. */
export async function measureWeight({ folder, serve }: Bench): Promise<Row[]> {
  const { file, db, ctx } = await prepareEdition(folder, 'weight')
  const edition = await findCurrentEdition(ctx)
  const draft = await db.selectFrom('nomination').select('draft_id as id').where('draft_id', 'is not', null).executeTakeFirstOrThrow()
  await db.destroy()
  const app = await serve({ kind: 'app', env: envFor(file) })
  const browser = await chromium.launch(findBrowser())
  const cookie = await cookieFor([draft.id ?? ''])
  const at = (path: string) => `http://localhost:${app.port}${path}`
  const rows = [
    rowOf('home', await firstView(browser, at('/'), cookie), 105),
    rowOf('categories', await firstView(browser, at(`/${edition?.slug}/categories`), cookie), 70),
    rowOf('how we judge', await firstView(browser, at(`/${edition?.slug}/how-we-judge`), cookie), 70),
    rowOf('start', await firstView(browser, at(`/${edition?.slug}/nominate`), cookie), 70),
    rowOf('form step', await firstView(browser, at(`/nominate/${draft.id}/difference`), cookie), 70),
    rowOf('form step, categories', await firstView(browser, at(`/nominate/${draft.id}/category`), cookie), 70),
    rowOf('form step after another', await firstView(browser, at(`/nominate/${draft.id}/change`), cookie, at(`/nominate/${draft.id}/difference`)), 12),
  ]
  await browser.close()
  app.stop()
  return rows
}

type Weights = Record<'Document' | 'Stylesheet' | 'Script' | 'Font' | 'Other', number> & { requests: number; foreign: number }

/** `after`: the page before it, whose styles and fonts are there already. */
async function firstView(browser: Browser, url: string, cookie: string, after?: string): Promise<Weights> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value: cookie.slice(name.length + 1) || value, url }])
  const page = await context.newPage()
  if (after) await page.goto(after, { waitUntil: 'networkidle' })
  const session = await context.newCDPSession(page)
  const weights: Weights = { Document: 0, Stylesheet: 0, Script: 0, Font: 0, Other: 0, requests: 0, foreign: 0 }
  const kinds = new Map<string, keyof Weights>()
  await session.send('Network.enable')
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type in weights ? (type as keyof Weights) : 'Other')
    if (new URL(response.url).origin !== new URL(url).origin) weights.foreign += 1
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weights[kinds.get(requestId) ?? 'Other'] += encodedDataLength
    weights.requests += 1
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await context.close()
  return weights
}

function rowOf(name: string, weights: Weights, mostInAll: number): Row {
  const { Document, Stylesheet, Script, Font, Other, requests, foreign } = weights
  const total = Document + Stylesheet + Script + Font + Other
  const kb = (bytes: number) => Number((bytes / kilobyte).toFixed(1))
  const most = { html: 10, css: 15, js: 5 }
  const held = kb(Document) <= most.html && kb(Stylesheet) <= most.css && kb(Script) <= most.js && kb(total) <= mostInAll && foreign === 0 && Document > 0
  return {
    name: `weight of ${name}`, held, wanted: `html ≤ ${most.html}, css ≤ ${most.css}, js ≤ ${most.js}, in all ≤ ${mostInAll} kB, nothing from elsewhere`,
    figures: { html: kb(Document), css: kb(Stylesheet), js: kb(Script), fonts: kb(Font), 'in all': kb(total), requests, elsewhere: foreign },
  }
}
