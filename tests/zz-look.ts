import { chromium } from 'playwright'
import { rmSync, mkdirSync } from 'node:fs'
import { openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, makeJudge, testNow } from '#tests/factories/index.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { inviteJudge } from '#app/features/judging/judges.commands.server.ts'
import { setAside } from '#app/features/judging/recusals.commands.server.ts'
import { applyAssignment } from '#app/features/judging/assignment.commands.server.ts'
import { propose } from '#app/features/judging/assignment.queries.server.ts'
import { openJudging } from '#app/features/judging/opening.commands.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { serve } from '#tests/setup/serve.ts'

rmSync('/tmp/look.db', { force: true }); rmSync('/tmp/look.db-wal', { force: true }); rmSync('/tmp/look.db-shm', { force: true })
mkdirSync('/tmp/look', { recursive: true })
const db = openDatabase('file:/tmp/look.db')
await migrate(db)
const edition = await makeEdition(db, { stage: 'screening', closes_at: '2026-11-20T17:00:00.000Z' })
const organiser = await makeAccount(db, { name: 'Dan Hocking', role: 'organiser', edition })
const ctx = makeCtx(db, { actor: organiser })
const home = await makeCategory(db, edition, { name: 'Home Care Worker', slug: 'home-care', state: 'shortlisted' })
const team = await makeCategory(db, edition, { name: 'Care Team', slug: 'team', state: 'shortlisted' })
await makeCategory(db, edition, { name: 'Unpaid Carer', slug: 'unpaid' })
const names = ['Grace Opoku', 'Martin Spry', 'Helen Rundle', 'Kwame Mensah', 'Judith Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch']
const judges = []
for (const [i, name] of names.entries()) judges.push(await makeJudge(db, edition, { name, panels: i < 4 ? [home, team] : [home], employer: i === 1 ? 'Harbour Home Care' : undefined }))
await db.updateTable('panel_member').set({ chair: 1 }).where('judge_id', '=', judges[0]!.id).where('category_id', '=', home.id).execute()
const people = ['Asha Pillai', 'Ben Okafor', 'Carys Trout', 'Dev Rao', 'Ewan Doble', 'Fatima Noor']
for (const [i, name] of people.entries()) {
  const e = await makeEntry(db, edition, home, { shortlist: 'in', nomination: { nominee: { name, employer: i % 3 ? `Care ${i}` : 'Harbour Home Care' } } })
  await db.insertInto('notice').values({ id: newId(), nominee_id: e.nominee_id, route: 'letter', due_at: testNow, told_at: testNow, created_at: testNow }).execute()
  await makeEntry(db, edition, team, { shortlist: 'in', nomination: { nominee: { name: `Team ${name}`, employer: `T ${i}` } } })
}
await inviteJudge(ctx, edition, { name: 'Shanti Rao', email: 'shanti@people.example' })
const invited = await db.selectFrom('judge').select('id').where('state', '=', 'invited').executeTakeFirstOrThrow()
const invitation = (await inTransaction(ctx, (trx) => createLink(trx, 'judge-invitation', invited.id))).token
const app = await serve({ db, build: process.cwd() + '/var/build-judges', env: { RATE_LIMITS: 'off' } })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] })
const only = process.argv[2]
async function shoot(who: { accountId: string } | null, shots: [string, string][], act?: (page: import('playwright').Page) => Promise<unknown>) {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    if (who) { const [name = '', value = ''] = (await app.sessionOf(who as never)).split('='); await context.addCookies([{ name, value: value, url: `http://localhost:${app.port}` }]) }
    const page = await context.newPage()
    for (const [file, path] of shots) {
      if (only && !file.includes(only)) continue
      const reply = await page.goto(`http://localhost:${app.port}${path}`)
      await act?.(page)
      await page.screenshot({ path: `/tmp/look/${file}-${width}.png`, fullPage: true })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      console.log(file, width, reply?.status(), page.url().replace(/.*\d{4,5}\//, '/'), wide ? 'SCROLLS SIDEWAYS' : '')
    }
    await context.close()
  }
}
const at = '/organise/2027'
await shoot(organiser, [['judges', `${at}/judges`], ['invite', `${at}/judges/invite`], ['panels', `${at}/panels`], ['panel', `${at}/panels/home-care`], ['assign', `${at}/panels/home-care/assign`], ['assign-short', `${at}/panels/home-care/assign?wanted=5`], ['judging-before', `${at}/judging`], ['open-gaps', `${at}/judging/open`]])
await shoot(null, [['invitation', `/judge/invitation/${invitation}`], ['invitation-gone', '/judge/invitation/nothing'], ['declined', '/judge/invitation/nothing?done=declined']])
await shoot(organiser, [['invite-error', `${at}/judges/invite`]], (page) => page.getByRole('button', { name: 'Send the invitation' }).click())
for (const c of [home]) await applyAssignment(ctx, edition, c.slug, { wanted: 4, hash: (await propose(ctx, edition, c, 4)).hash })
await shoot(organiser, [['judging-ready', `${at}/judging`], ['open', `${at}/judging/open`]])
const opened = await openJudging(ctx, await getEditionById(ctx, edition.id))
console.log(opened)
await db.updateTable('panel_member').set({ ties_said_at: null }).where('judge_id', '=', judges[0]!.id).execute()
const fresh = await makeJudge(db, edition, { name: 'Peter Nance', signed_terms: '', declared_at: null })
await shoot(fresh.account, [['agree', '/judge/2027']])
await shoot(fresh.account, [['agree-error', '/judge/2027/agree']], (page) => page.getByRole('button', { name: 'Sign', exact: true }).click())
await db.updateTable('judge').set({ signed_terms: '1', signed_at: testNow }).where('id', '=', fresh.id).execute()
await shoot(fresh.account, [['ties', '/judge/2027']])
await shoot(fresh.account, [['agreed', '/judge/2027/agree']])
await shoot(fresh.account, [['ties-error', '/judge/2027/ties']], (page) => page.getByRole('button', { name: 'Save and go on' }).click())
await shoot(judges[0]!.account, [['finalists', '/judge/2027']])
const entry = await db.selectFrom('entry').select('id').where('category_id', '=', home.id).executeTakeFirstOrThrow()
await setAside(ctx, edition, judges[2]!, { entry: entry.id, reason: 'They told us that they were neighbours for ten years' })
await db.updateTable('scorecard').set({ state: 'finished', finished_at: testNow, version: 1 }).where('judge_id', '=', judges[1]!.id).execute()
await shoot(organiser, [['judging-open', `${at}/judging?done=opened`], ['judge', `${at}/judges/${judges[2]!.id}`], ['judge-tie', `${at}/judges/${judges[1]!.id}?done=aside`], ['judge-invited', `${at}/judges/${invited.id}`], ['aside', `${at}/judges/${judges[2]!.id}/aside`], ['end', `${at}/judges/${judges[1]!.id}/end`], ['remind', `${at}/judging/remind`], ['people', `${at}/people`], ['people-invite', `${at}/people/invite`], ['panel-open', `${at}/panels/home-care?done=applied`], ['audit', `${at}/audit`], ['return', `${at}/judging/return`]])
await shoot(organiser, [['end-error', `${at}/judges/${judges[1]!.id}/end`]], (page) => page.getByRole('button', { name: 'End their judging' }).click())
await browser.close(); await app.stop(); await db.destroy()
