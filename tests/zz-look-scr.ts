import { chromium } from 'playwright'
import { mkdirSync, rmSync } from 'node:fs'
import { system } from '#app/domain/actor.ts'
import { migrate } from '#db/migrate.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { tellByEmail } from '#app/features/screening/notices.commands.server.ts'
import { coverWords } from '#app/features/screening/redaction.commands.server.ts'
import { nominate, alsoFor, setScreening } from '#tests/db/features/screening/scene.ts'
import { makeAccount, makeCtx } from '#tests/factories/index.ts'
import { serve } from '#tests/setup/serve.ts'
import { buildOnce } from '#tests/setup/built.ts'

process.env.NODE_ENV = 'production'
const out = '/tmp/scr-look'
mkdirSync(out, { recursive: true })
rmSync('/tmp/scr.db', { force: true }); rmSync('/tmp/scr.db-wal', { force: true }); rmSync('/tmp/scr.db-shm', { force: true })
const db = openDatabase('file:/tmp/scr.db')
await migrate(db)
await db.insertInto('installation').values({ id: 1, demo: 0, created_at: '2026-12-01T10:00:00.000Z' }).execute()
const app = await serve({ db, build: buildOnce(), env: { PORT: '3177', BASE_URL: 'http://localhost:3177', RATE_LIMITS: 'off' }, clock: '2026-12-27T10:00:00.000Z' })
const scene = await setScreening(db)
await db.updateTable('question').set({ label: 'Tell us about a time they made a difference.' }).where('id', '=', scene.story.id).execute()
await db.updateTable('category').set({ name: 'Home Care Worker of the Year', who: 'Somebody who gives care in people’s own homes.' }).where('id', '=', scene.home.id).execute()
await db.updateTable('category').set({ name: 'Care Team of the Year', who: 'A team that works together.' }).where('id', '=', scene.team.id).execute()
const text = 'When Mrs Carter came home from hospital she would not eat. Asha sat with her every evening, after her own shift, and they looked at photographs of the sea.\n\nAfter a fortnight Mrs Carter asked for fish and chips. She has put on half a stone, and she sings again. Her daughter says the house is a home again.'
const one = await nominate(scene, text, { nominee: { name: 'Asha Pillai', reach: 'asha@people.example', employer: 'Harbour Home Care' }, share_name: 1 })
await nominate(scene, 'Always on time, always kind.', { received_at: '2026-12-03T10:00:00.000Z' }, one)
await alsoFor(scene, one, scene.team)
const names = ['Tom Hocking', 'Grace Opoku', 'Jo Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 'Wendy Trout']
for (const [i, name] of names.entries()) await nominate(scene, 'She helps.', { received_at: `2026-1${i % 2 ? 2 : 1}-2${i}T10:00:00.000Z`, nominee: { name, reach: i % 2 ? '01632 960 00' + i : name.split(' ')[0] + '@people.example' } })
const nomineeRow = await db.selectFrom('nominee').select('id').where('name', '=', 'Tom Hocking').executeTakeFirstOrThrow()
const ctx = { ...scene.ctx, keys: makeCtx(db).keys }
await tellByEmail(ctx, scene.edition, [one.nominee_id])
const entry = await db.selectFrom('entry').select('id').where('nominee_id', '=', one.nominee_id).where('category_id', '=', scene.home.id).executeTakeFirstOrThrow()
await coverWords(ctx, scene.edition, { entryId: entry.id, nominationId: one.id, questionId: scene.story.id, version: 1 }, 'Mrs Carter')
const notice = await db.selectFrom('notice').select('id').executeTakeFirstOrThrow()
const { token } = await inTransaction(makeCtx(db, { now: app.clock.now, actor: system }), (trx) => createLink(trx, 'nominee', notice.id))
const account = await makeAccount(db, { role: 'organiser', edition: scene.edition, name: 'Dan Hocking' })
const cookie = await app.sessionOf(account)
const at = '/organise/2027'
const pages: [string, string, string?][] = [
  ['entries', `${at}/entries`], ['entries-empty', `${at}/entries?show=ineligible`], ['entry', `${at}/entries/${entry.id}`],
  ['entry-error', `${at}/entries/${entry.id}`, 'Keep this decision'], ['as-judges', `${at}/entries/${entry.id}/as-judges`],
  ['move', `${at}/entries/${entry.id}/move`, 'Move the entry'], ['stand', `${at}/entries/${entry.id}/stand`, 'Stand it down'],
  ['cover', `${at}/entries/${entry.id}/cover/${one.id}/${scene.story.id}`], ['cover-look', `${at}/entries/${entry.id}/cover/${one.id}/${scene.story.id}`, 'Show me first'],
  ['notices', `${at}/notices`], ['notices-email', `${at}/notices/email`], ['notices-letters', `${at}/notices/letters?nominee=${nomineeRow.id}`],
  ['letters-made', `${at}/notices/letters?nominee=${nomineeRow.id}`, 'Make 1 letter'],
  ['notice', `${at}/notices/${one.nominee_id}`], ['nomination', `${at}/nominations/${one.id}`], ['year', at],
  ['nominee-start', '/nominee', 'See my nomination'], ['nominee', `/nominee/${token}`], ['nominee-old', '/nominee/nothing'], ['answer', `/nominee/${token}/answer`],
  ['answer-error', `/nominee/${token}/answer`, 'Continue'], ['answer-code', `/nominee/${token}/answer`, 'Continue'],
]
const only = process.argv[2]?.split(',')
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] })
for (const width of [360, 1280]) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: true })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: 'http://localhost:3177' }])
  const page = await context.newPage()
  for (const [shot, path, press] of pages) {
    if (only && !only.includes(shot)) continue
    await page.goto('http://localhost:3177' + path)
    if (shot === 'cover-look') await page.getByLabel('Words to cover').fill('the sea\nher daughter')
    if (shot === 'answer-error') await page.getByLabel('Yes', { exact: true }).first().check()
    if (shot === 'answer-code') await page.getByLabel('No, thank you').check()
    if (shot === 'entry-error') await page.getByLabel('Not eligible').check()
    if (press) await page.getByRole('button', { name: press }).first().click()
    await page.waitForLoadState()
    await page.evaluate(() => document.fonts.ready)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) console.log(shot, width, 'is wider by', wide)
    await page.screenshot({ path: `${out}/${shot}-${width}.png`, fullPage: true })
    if (shot === 'letters-made' && width === 1280) await page.pdf({ path: `${out}/letters.pdf` })
  }
  await context.close()
}
await browser.close()
await app.stop()
await db.destroy()
