// `npm run screenshots`: the two pictures in the README, of the demo at "nominating".
import { chromium, type Page } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { system } from '#app/domain/actor.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { keysFrom } from '#app/platform/tokens.server.ts'
import { makeServer } from '#app/server.ts'
import { openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { buildDemo } from '#tests/demo/build.ts'
import { linkPeople } from '#tests/demo/people.ts'
import { findBrowser } from '#tests/setup/browser.ts'

process.env.NODE_ENV = 'production'
const folder = mkdtempSync(join(tmpdir(), 'awards-pictures-'))
const read = readEnv({ NODE_ENV: 'production', DATABASE_URL: `file:${join(folder, 'demo.db')}`, PORT: '3099', SESSION_SECRET: 'a secret for pictures of 32 characters and more', LOG_LEVEL: 'error' })
if (!read.ok) throw new Error(read.problems.join('\n'))
const { env } = read
const db = openDatabase(env.DATABASE_URL)
await migrate(db)
const keys = keysFrom(env.SESSION_SECRET)
const now = new Date().toISOString()
await buildDemo({ db, keys, baseUrl: env.BASE_URL, now, stage: 'nominating', say: () => undefined })
const links = await linkPeople({ db, keys, now, baseUrl: env.BASE_URL, actor: system, requestId: 'pictures' })
const server = makeServer({ env, db, build: await import(pathToFileURL('build/server/index.js').href) }).listen(env.PORT)
const browser = await chromium.launch(findBrowser())
try {
  const desk = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await desk.goto(links.owner[0] ?? '')
  await desk.locator('main button').click()
  await desk.waitForURL(/\/organise\//)
  await take(desk, 'organiser')
  const home = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await home.goto(env.BASE_URL)
  await take(home, 'home')
} finally {
  await browser.close()
  server.close()
  server.closeAllConnections()
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) })
}
