import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { makeCtx } from '#tests/factories/index.ts'
import { addresses, type Address } from '#tests/routes/addresses.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { fillWithMarkers, type Planted } from '#tests/setup/planted.ts'

let app: TestApp
let here: Planted
let owner: Visitor
beforeEach(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  here = await fillWithMarkers(app)
  owner = await app.signedIn(here.accounts.owner)
})
afterEach(() => app.close())

const says = '<strong>This is a rehearsal.</strong>'

/** Somebody who may see the page. */
async function readerOf({ read }: Address): Promise<Visitor> {
  if (read === 'holder') return new Visitor(app.port, here.ring)
  if (read === 'judge') return app.signedIn(here.accounts.judge)
  return read === 'bearer' || read === 'everyone' ? app.visitor() : owner
}

/** Of one edition, by its address or by who holds it. Screens for a room show what they will show on the day. */
const isOfEdition = (pattern: string) => /:edition|:draft|nomination\/:token|nominee\/:token|invitation/.test(pattern) && !/^\/stage\/|\/wall$/.test(pattern)

/** The pages that say so, of those there are. */
async function readPages(): Promise<{ saying: string[]; silent: string[] }> {
  const told = { saying: [] as string[], silent: [] as string[] }
  for (const [pattern, address] of Object.entries(addresses).filter(([, { read, file }]) => read !== 'nobody' && !file)) {
    const { status, text } = await (await readerOf(address)).get(address.at(here))
    if (status === 200) told[text.includes(says) ? 'saying' : 'silent'].push(pattern)
  }
  return told
}

test('every page of a rehearsal says so, and no other page does', async () => {
  expect((await readPages()).saying).toEqual(['/organise/:edition/settings/clock']) // the one page that only rehearsals have
  await app.db.updateTable('edition').set({ rehearsal: 1, current: 0, version: 99 }).execute()
  const { saying, silent } = await readPages()
  expect([silent.filter(isOfEdition), saying.filter((pattern) => !isOfEdition(pattern))]).toEqual([[], []])
  expect(saying.length).toBeGreaterThan(60)
})

describe('its clock', () => {
  const clock = () => `/organise/${here.rehearsalSlug}/settings/clock`
  const versionOf = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  const moment = (day: string, month: string, year: string, time: string) => ({ 'to.day': day, 'to.month': month, 'to.year': year, 'to.time': time })

  test('is proposed to go on to the next date of the year, and goes', async () => {
    await app.db.updateTable('edition').set({ stage: 'nominating' }).where('slug', '=', here.rehearsalSlug).execute()
    const { text } = await owner.get(clock())
    expect(text).toMatch(/It is 10am on Tuesday 1 December 2026 in this rehearsal/)
    for (const value of ['12', 'January', '2027', '17:16']) expect(text).toContain(`value="${value}"`)
    const sent = await owner.post(clock(), { version: versionOf(text), ...moment('12', 'January', '2027', '17:16') })
    expect(sent).toMatchObject({ status: 303, headers: { location: `/organise/${here.rehearsalSlug}?done=clock-moved` } })
    await app.work()
    const year = await owner.get(`/organise/${here.rehearsalSlug}?done=clock-moved`)
    expect(year.text).toContain('The clock of this rehearsal is moved on.')
    expect(year.text).toContain('Rehearsal · 5:16pm on Tuesday 12 January 2027')
    expect(year.text).toContain('Next: from nominations to finalists')
  })

  test('does not go back, nor to a time that is none; what was typed comes back', async () => {
    const version = versionOf((await owner.get(clock())).text)
    const back = await owner.post(clock(), { version, ...moment('1', 'November', '2026', '9am') })
    expect([back.status, back.text.includes('its clock only goes on'), back.text.includes('value="November"')]).toEqual([422, true, true])
    expect(await owner.post(clock(), { version, ...moment('31', 'February', '2027', '9am') })).toMatchObject({ status: 422 })
  })

  test('is nothing that awards have', async () => {
    expect((await owner.get(`/organise/${here.slug}/settings/clock`)).status).toBe(404)
    expect((await owner.post(`/organise/${here.slug}/settings/clock`, { version: '1', ...moment('12', '1', '2027', '9am') })).status).toBe(404)
  })
})

describe('its messages', () => {
  /** A message with a link, of the edition with this slug or of none; its page. */
  async function write(slug: string | null): Promise<string> {
    const edition = slug === null ? undefined : await app.db.selectFrom('edition').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
    const id = await inTransaction(makeCtx(app.db), (trx) =>
      queueEmail(trx, {
        kind: 'judging.invitation', edition: edition && { ...edition, now: trx.now }, to: { name: 'Jill', email: 'jill@people.example' }, replyTo: '',
        email: { subject: 'Will you judge?', body: [{ kind: 'link', text: 'Answer', href: '{{link}}' }], secrets: { link: 'http://localhost:3000/judge/invitation/a-secret-token' } },
      }))
    return (await owner.get(`/organise/${slug ?? here.rehearsalSlug}/outbox/${id}`)).text
  }

  test('show their links, as nobody else gets them', async () => {
    const text = await write(here.rehearsalSlug)
    expect([text.includes('a-secret-token'), text.includes('Shown because this is a rehearsal')]).toEqual([true, true])
  })

  test('those of awards do not, nor those of no edition that are read beside them', async () => {
    for (const slug of [here.slug, null]) {
      const text = await write(slug)
      expect([text.includes('Will you judge?'), text.includes('a-secret-token'), text.includes('Shown because')]).toEqual([true, false, false])
    }
  })
})
