import lighthouse from 'lighthouse'
import { chromium } from 'playwright'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { listSteps } from '#app/features/nominations/journey.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { findDraft, getAsked } from '#app/features/nominations/queries.server.ts'
import { cookieFor, envFor, prepareEdition } from '#tests/bench/edition.ts'
import { findBrowser } from '#tests/setup/browser.ts'
import { freePort } from '#tests/setup/ports.ts'
import type { Bench, Row } from '#tests/bench/types.ts'

const wanted = 98

/**
 * Lighthouse as a telephone on slow 4G with a quarter of this machine's speed: home, a category, and every page of the form in
 * turn by somebody who is writing, each as if for the first time (nothing kept from the page before). Pages of the form are
 * kept from search engines on purpose, so they have no figure for being found.
 */
export async function measureLighthouse({ folder, serve }: Bench): Promise<Row[]> {
  const { file, db, ctx } = await prepareEdition(folder, 'lighthouse')
  const edition = await findCurrentEdition(ctx)
  const { draft_id } = await db.selectFrom('nomination').select('draft_id').where('draft_id', 'is not', null).executeTakeFirstOrThrow()
  const draft = draft_id ? await findDraft(ctx, draft_id) : undefined
  if (!edition || !draft) throw new Error('the demo has no draft')
  const asked = await getAsked(ctx, edition)
  await db.destroy()
  const open = ['/', `/${edition.slug}/categories`, `/${edition.slug}/categories/${asked.categories[0]?.slug}`, `/${edition.slug}/how-we-judge`, `/${edition.slug}/nominate`]
  const steps = [...listSteps(asked, draft.answers).map(({ slug }) => slug), 'check']
  const port = await freePort()
  const { args, ...here } = findBrowser()
  const browser = await chromium.launch({ ...here, args: [...(args ?? []), `--remote-debugging-port=${port}`] })
  const app = await serve({ kind: 'app', env: envFor(file) })
  const cookie = await cookieFor([draft.id])
  const rows: Row[] = []
  const look = async (path: string, name: string, isFound: boolean) => {
    rows.push(await rowOf(`http://localhost:${app.port}${path}`, name, { port, cookie, isFound }))
  }
  for (const path of open) await look(path, path, true)
  for (const step of steps) await look(draftPath(draft.id, step), `form, ${step}`, false)
  await browser.close()
  app.stop()
  return rows
}

async function rowOf(url: string, name: string, { port, cookie, isFound }: { port: number; cookie: string; isFound: boolean }): Promise<Row> {
  const onlyCategories = ['performance', 'accessibility', 'best-practices', ...(isFound ? ['seo'] : [])]
  const result = await lighthouse(url, { port, onlyCategories, extraHeaders: { Cookie: cookie }, logLevel: 'silent' })
  if (!result || result.lhr.runtimeError) throw new Error(`${name}: ${result?.lhr.runtimeError?.message ?? 'Lighthouse said nothing'}`)
  const scores = Object.fromEntries(Object.values(result.lhr.categories).map(({ title, score }) => [title, Math.round((score ?? 0) * 100)]))
  const paint = result.lhr.audits['largest-contentful-paint']?.numericValue ?? Number.NaN
  return {
    name: `lighthouse, ${name}`, wanted: `each ≥ ${wanted}`, held: result.lhr.finalDisplayedUrl === url && Object.values(scores).every((score) => score >= wanted),
    figures: { ...scores, 'largest paint s': (paint / 1000).toFixed(1) },
  }
}
