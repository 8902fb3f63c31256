import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { later, minutes, seconds } from '#app/domain/time.ts'
import { valueOf } from '#app/domain/result.ts'
import { mailWayBack, returnByLink, saveStep } from '#app/features/nominations/drafts.commands.server.ts'
import { askForLinks, sendLinkAgain, writeAskedLinks } from '#app/features/nominations/links.commands.server.ts'
import { listSteps } from '#app/features/nominations/journey.ts'
import { countLinks } from '#app/features/nominations/links.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { JobPayload } from '#app/platform/jobs/catalogue.ts'
import { peekLink } from '#app/platform/links.server.ts'
import { addedBy, at, receive, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { makeAccount, makeCategory, makeEdition, makeNomination, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
})
afterEach(() => fresh.close())

const secretsOf = async (aboutId: string) => (await newestMessage(fresh.db, scene.ctx.keys, aboutId)).secrets
const tokenOf = (link = '') => link.split('/').at(-1) ?? ''
const linkMails = () => fresh.db.selectFrom('message').select(['to_email', 'to_name', 'subject', 'edition_id', 'about_id', 'body']).where('kind', '=', 'nomination.links').orderBy('created_at').execute()

describe('an organiser sends the link again', () => {
  async function asOrganiser(): Promise<Ctx> {
    return { ...scene.ctx, actor: await makeAccount(fresh.db, { role: 'organiser', edition: scene.edition }) }
  }

  test('with a new one, which stands masked in the outbox; it is in the audit trail, and earlier links go on working', async () => {
    const { nomination } = await receive(scene)
    const { ctx: { now }, edition } = await at(scene, later(testNow, seconds(1)))
    const ctx = { ...(await asOrganiser()), now }
    const receipt = tokenOf((await secretsOf(nomination.id)).link)
    const { nomination: _, ...added } = await addedBy(fresh.db, async () => {
      expect(await sendLinkAgain(ctx, edition, nomination.id, 1)).toEqual({ ok: true, value: undefined })
    })
    expect(Object.fromEntries(Object.entries(added).map(([table, rows]) => [table, rows?.length]))).toEqual({ link: 1, message: 1, job: 1, audit_event: 1 })
    expect(added.audit_event).toMatchObject([{ verb: 'nomination.link-sent', object_id: nomination.id, facts: '{}' }])
    const [mail] = await linkMails()
    expect(mail).toMatchObject({ to_email: 'nell@people.example', to_name: 'Nell Nominator', about_id: nomination.id, edition_id: scene.edition.id })
    expect(mail?.body).toContain('{{link1}}')
    const { link1 } = await secretsOf(nomination.id)
    for (const token of [receipt, tokenOf(link1)]) expect(await peekLink(ctx, 'status', token)).toMatchObject({ ok: true, value: { subject_id: nomination.id } })
    expect(JSON.stringify(await readTables(fresh.db))).not.toContain(tokenOf(link1))
  })

  test('once, however often the button of one page is pressed; and again from a page shown since', async () => {
    const { nomination } = await receive(scene)
    const ctx = await asOrganiser()
    await Promise.all(Array.from({ length: 5 }, () => sendLinkAgain(ctx, scene.edition, nomination.id, 1)))
    expect(await linkMails()).toHaveLength(1)
    await sendLinkAgain(ctx, scene.edition, nomination.id, await countLinks(ctx, nomination.id))
    expect(await linkMails()).toHaveLength(2)
  })

  test('not without an address, not as an assistant, not of another edition', async () => {
    const silent = await makeNomination(fresh.db, scene.edition, scene.home, { nominator_email: '', nominator_phone: '01632 960 001' })
    const { nomination } = await receive(scene)
    const other = await makeEdition(fresh.db, { slug: '2026', current: 0 })
    const ctx = await asOrganiser()
    const assistant = { ...ctx, actor: await makeAccount(fresh.db, { role: 'assistant', edition: scene.edition }) }
    const before = await readTables(fresh.db)
    expect([
      await sendLinkAgain(ctx, scene.edition, silent.id, 0), await sendLinkAgain(assistant, scene.edition, nomination.id, 1),
      await sendLinkAgain(ctx, other, nomination.id, 1), await sendLinkAgain(scene.ctx, scene.edition, nomination.id, 1),
    ]).toMatchObject([{ code: 'no-email' }, { code: 'not-yours' }, { code: 'not-found' }, { code: 'not-yours' }])
    expect(await readTables(fresh.db)).toEqual(before)
  })
})

describe('a nominator asks for new links', () => {
  /** What the job would do. */
  async function write(email: string, now = later(testNow, seconds(1))): Promise<void> {
    await writeAskedLinks({ ...scene.ctx, now }, { email: scene.ctx.keys.seal(email), askedAt: testNow })
  }

  test('asking leaves the same behind whether or not the address is known, and the address nowhere in the open', async () => {
    await receive(scene)
    const { job = [] } = await addedBy(fresh.db, async () => {
      for (const email of ['nell@people.example', 'nobody@people.example']) await askForLinks(scene.ctx, email)
    })
    const payloads = job.map((one) => JSON.parse(String(one.payload)) as JobPayload<'nomination.links'>)
    expect(payloads.map(({ email, askedAt }) => [scene.ctx.keys.open(email), askedAt]).sort()).toEqual([['nell@people.example', testNow], ['nobody@people.example', testNow]])
    expect(JSON.stringify(job)).not.toContain('people.example')
    expect(await linkMails()).toEqual([])
  })

  test('one message brings one to everything they sent, and to what they began and had mailed; nothing of anybody else', async () => {
    const { nomination } = await receive(scene, { nominatorEmail: 'Nell@People.example' })
    await receive(scene, { nominatorEmail: 'tom@people.example' })
    const draft = await writeDraft(scene, { nominatorEmail: '' })
    await mailWayBack(scene.ctx, scene.edition, draft, 'nell@people.example')
    const anothers = await writeDraft(scene, { nominatorEmail: '' })
    await mailWayBack(scene.ctx, scene.edition, anothers, 'tom@people.example')
    await write('nell@people.example')
    const mails = await linkMails()
    expect(mails).toMatchObject([{ to_email: 'nell@people.example', subject: 'Your nominations: the links', about_id: nomination.id }])
    expect(mails[0]?.body).toContain(`Sam Carer, ${nomination.reference}`)
    const { link1, link2, ...others } = await secretsOf(nomination.id)
    expect(others).toEqual({})
    expect(await peekLink(scene.ctx, 'status', tokenOf(link1))).toMatchObject({ ok: true, value: { subject_id: nomination.id } })
    expect(valueOf(await returnByLink(scene.ctx, tokenOf(link2)))).toEqual({ draftId: draft.id })
  })

  test('a draft that was sent since is there as what was sent', async () => {
    const { draft, nomination } = await receive(scene)
    await mailWayBack(scene.ctx, scene.edition, draft, 'nell@people.example')
    await write('nell@people.example')
    expect(await linkMails()).toHaveLength(1)
    expect(Object.keys(await secretsOf(nomination.id))).toEqual(['link1'])
  })

  test('a draft that was never mailed comes back by the address that is written on it; by no other', async () => {
    const draft = await writeDraft(scene, { nominatorEmail: '' })
    const you = listSteps(scene.asked, draft.answers).at(-1)
    if (!you) throw new Error('no page')
    valueOf(await saveStep(scene.ctx, scene.edition, scene.asked, draft.id, you, { nominatorName: 'Nell', nominatorEmail: 'NELL@people.example', nominatorPhone: '' }))
    await write('tom@people.example')
    expect(await linkMails()).toEqual([])
    await write('nell@people.example')
    const { link1 } = await secretsOf(draft.id)
    expect(valueOf(await returnByLink(scene.ctx, tokenOf(link1)))).toEqual({ draftId: draft.id })
  })

  test('one message for all editions, from the organisers of the newest', async () => {
    const other = await makeEdition(fresh.db, { slug: '2026', current: 0 })
    const last = await makeNomination(fresh.db, other, await makeCategory(fresh.db, other), { received_at: later(testNow, -minutes(1)) })
    const { nomination } = await receive(scene)
    await write('nell@people.example')
    const mails = await linkMails()
    expect(mails.map((one) => one.edition_id)).toEqual([scene.edition.id])
    for (const { reference } of [last, nomination]) expect(mails[0]?.body).toContain(reference)
  })

  test('an address that is nobody’s gets nothing', async () => {
    await receive(scene)
    const before = await readTables(fresh.db)
    for (const email of ['nobody@people.example', '%', 'nell@people.exampl_', '']) await write(email)
    expect(await readTables(fresh.db)).toEqual(before)
  })

  test('the job done twice writes once; ten minutes late it writes nothing', async () => {
    await receive(scene)
    await Promise.all([write('nell@people.example'), write('nell@people.example')])
    expect(await linkMails()).toHaveLength(1)
    await fresh.db.updateTable('link').set({ created_at: later(testNow, -minutes(1)) }).execute()
    await write('nell@people.example', later(testNow, minutes(10)))
    expect(await linkMails()).toHaveLength(1)
  })
})
