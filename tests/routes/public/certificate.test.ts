import { afterEach, beforeEach, expect, test } from 'vitest'
import { later, minutes } from '#app/domain/time.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { EntryRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'
import { readPdfText } from '#tests/setup/pdf-text.ts'

const code = '2345-6789-CFHJ'
let app: TestApp
let entry: EntryRow
beforeEach(async () => {
  app = await startApp()
  const edition = await makeEdition(app.db, { stage: 'archived' })
  const category = await makeCategory(app.db, edition, { name: 'Home Care Worker', state: 'no-award' })
  entry = await makeEntry(app.db, edition, category, { nomination: { nominee: { name: 'Asha Pillai', answer: 'accepted', publicity: JSON.stringify({ name: 'yes' }) } } })
  await app.db.insertInto('certificate').values({ id: newId(), entry_id: entry.id, code, made_at: testNow }).execute()
})
afterEach(() => app.close())

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const page = async (of = code) => app.visitor().get(`/certificate/${of}`)
const setPublicity = (publicity: object) => app.db.updateTable('nominee').set({ publicity: JSON.stringify(publicity) }).execute()

test('a genuine code says what it is for, and the name as far as that is agreed', async () => {
  const { status, text, headers } = await page()
  expect([status, /This certificate is genuine.*Given to Asha Pillai For Nominated Award Home Care Worker/.test(words(text)), headers['cache-control']]).toEqual([200, true, 'no-store'])
  await setPublicity({ name: 'no' })
  expect((await page()).text).not.toContain('Asha')
  expect((await app.visitor().get(`/certificate/${code}.data`)).text).not.toContain('Asha')
})

test('a code as it is typed leads to the certificate', async () => {
  const { status, headers } = await app.visitor().get('/certificate?code=+2345+6789+cfhj')
  expect([status, headers.location]).toEqual([302, `/certificate/${code}`])
  expect(words((await app.visitor().get('/certificate?code=K7H4')).text)).toContain('Write the twelve letters and numbers')
})

test('unknown, impossible and withdrawn codes get one answer', async () => {
  const unknown = await page('2345-6789-CFHK')
  expect(unknown.status).toBe(404)
  expect(words(unknown.text)).toContain('No certificate has this code')
  await app.db.updateTable('entry').set({ standing: 'stood-down' }).execute()
  for (const same of [await page(), await page('nonsense')]) expect([same.status, same.text]).toEqual([404, unknown.text])
})

test('whoever tries codes is told to wait', async () => {
  for (let tries = 0; tries < 60; tries += 1) await page('2345-6789-CFHK')
  const { status, headers } = await page()
  expect([status, headers['retry-after']]).toEqual([429, '600'])
  app.clock.now = later(testNow, minutes(10))
  expect((await page()).status).toBe(200)
})

/** The page of a nominee who was told by letter. */
async function nomineePage(nominee: string): Promise<string> {
  return inTransaction(makeCtx(app.db), async (trx) => {
    const notice = { id: newId(), nominee_id: nominee, route: 'letter', due_at: testNow, message_id: null, told_at: testNow, created_at: testNow } as const
    await trx.db.insertInto('notice').values(notice).execute()
    return `/nominee/${(await createLink(trx, 'nominee', notice.id)).token}`
  })
}

test('a nominee downloads it from their own page, with their name, also where the page of the code may not say it', async () => {
  await setPublicity({ name: 'no' })
  const at = await nomineePage(entry.nominee_id)
  expect((await app.visitor().get(at)).text).toContain(`${at}/certificate/${code}`)
  const reply = await fetch(`http://127.0.0.1:${app.port}${at}/certificate/${code}`)
  expect([reply.status, reply.headers.get('content-type'), reply.headers.get('content-disposition')]).toEqual([200, 'application/pdf', `attachment; filename="certificate-${code}.pdf"`])
  const [text = ''] = readPdfText(Buffer.from(await reply.arrayBuffer()))
  expect(text).toContain('Asha Pillai')
  expect(text).toContain(code)
})

test('nobody else does: not by its code alone, and not from the page of another nominee', async () => {
  const other = await makeEntry(app.db, { id: entry.edition_id }, { id: entry.category_id }, { nomination: { nominee: { name: 'Ben Okafor' } } })
  const addresses = [`/certificate/${code}/certificate.pdf`, `${await nomineePage(other.nominee_id)}/certificate/${code}`, `/nominee/nonsense/certificate/${code}`]
  const statuses = await Promise.all(addresses.map(async (at) => (await app.visitor().get(at)).status))
  expect(statuses).toEqual([404, 404, 404])
})

test('organisers make, list and print them, and a download is noted', async () => {
  const { id, slug } = await app.db.selectFrom('edition').select(['id', 'slug']).executeTakeFirstOrThrow()
  const organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition: { id } }))
  const at = `/organise/${slug}/certificates`
  await app.db.deleteFrom('certificate').execute()
  expect(words((await organiser.get(at)).text)).toContain('Make 1 certificate')
  const made = await organiser.post(at)
  expect([made.status, made.headers.location]).toEqual([303, `${at}?done=made`])
  expect(words((await organiser.get(at)).text)).toContain('Harbour Home Care')
  const list = await organiser.get(`${at}/list?employer=harbour`)
  expect(words(list.text)).toContain('Asha Pillai')
  const file = await organiser.get(`${at}/print?employer=harbour`)
  expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf'])
  expect((await organiser.get(`${at}/list?employer=elsewhere`)).status).toBe(404)
  expect(await app.db.selectFrom('audit_event').select(['verb', 'facts']).where('verb', 'in', ['export.downloaded', 'certificates.made']).orderBy('seq').execute()).toEqual([
    { verb: 'certificates.made', facts: '{"count":1}' }, { verb: 'export.downloaded', facts: '{"file":"certificates.pdf"}' },
  ])
})
