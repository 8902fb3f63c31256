import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok } from '#app/domain/result.ts'
import { later, minutes } from '#app/domain/time.ts'
import { editMessage, moveMessage, releaseHeld, sendMessageAgain } from '#app/features/messages/commands.server.ts'
import { queueEmail, type Post } from '#app/features/messages/outbox.server.ts'
import { countMessages, countOverdueMail, findMessage, hasOverdueMail, listHeld, listMessages, outboxKey } from '#app/features/messages/queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { readCursor, rowsOnAPage, type Page } from '#app/platform/paging.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import type { MessageState, Role } from '#db/vocabulary.ts'
import { makeAccount, makeCtx, makeEdition, testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let edition: Edition
let organiser: Account
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db)
  organiser = await makeAccount(fresh.db, { role: 'organiser', edition })
})
afterEach(() => fresh.close())

const ctxOf = (actor: Ctx['actor'] = organiser, own: Partial<Ctx> = {}) => makeCtx(fresh.db, { actor, ...own })
const plain = { subject: 'Hello', body: [{ kind: 'text' as const, text: 'Good day' }] }
const withLink = { subject: 'Your link', body: [{ kind: 'link' as const, text: 'Open', href: '{{link}}' }], secrets: { link: 'https://awards.example/secret-token' } }

function write(own: Partial<Post> = {}, now = testNow): Promise<string> {
  const to = { name: 'Nell Nominator', email: 'nell@people.example' }
  return inTransaction(makeCtx(fresh.db, { now }), (trx) =>
    queueEmail(trx, { kind: 'test', edition: { id: edition.id, now }, to, replyTo: '', email: plain, aboutId: 'about', ...own }))
}
const setState = (id: string, state: MessageState) =>
  fresh.db.updateTable('message').set({ state, ...(state === 'sent' && { sent_at: testNow, secrets: null }) }).where('id', '=', id).execute()
const row = (id: string) =>
  fresh.db.selectFrom('message').select(['state', 'version', 'subject', 'body', 'secrets']).where('id', '=', id).executeTakeFirstOrThrow()
const jobKeys = () => fresh.db.selectFrom('job').select('key').orderBy('key').execute().then((rows) => rows.map(({ key }) => key))
const trail = () => fresh.db.selectFrom('audit_event').select(['verb', 'actor_id', 'object_id', 'facts']).orderBy('seq').execute()
const whole = () => Promise.all([fresh.db.selectFrom('message').selectAll().orderBy('id').execute(), jobKeys(), trail()])

describe('writing', () => {
  test('keeps secrets sealed, and queues one delivery', async () => {
    const id = await write({ email: withLink })
    const { secrets, body } = await row(id)
    expect(JSON.stringify([body, secrets])).not.toMatch(/secret-token/)
    expect(JSON.parse(makeCtx(fresh.db).keys.open(secrets ?? ''))).toEqual(withLink.secrets)
    expect(await jobKeys()).toEqual([`message.deliver:${id}:1`])
  })

  test('held, it has no delivery yet; a line break in the subject is none', async () => {
    const id = await write({ held: true, email: { ...plain, subject: 'For\nNell' } })
    expect([await row(id), await jobKeys()]).toMatchObject([{ state: 'held', subject: 'For Nell' }, []])
  })
})

describe('acts', () => {
  test('hold, then release: two versions, two audit rows, a delivery for the new version', async () => {
    const id = await write()
    expect(await moveMessage(ctxOf(), edition, 'hold', { messageId: id, version: 1 })).toMatchObject({ ok: true })
    expect(await moveMessage(ctxOf(), edition, 'release', { messageId: id, version: 2 })).toMatchObject({ ok: true })
    expect(await row(id)).toMatchObject({ state: 'ready', version: 3 })
    expect(await jobKeys()).toEqual([`message.deliver:${id}:1`, `message.deliver:${id}:3`])
    expect(await trail()).toEqual([
      { verb: 'message.held', actor_id: organiser.accountId, object_id: id, facts: '{"version":2}' },
      { verb: 'message.released', actor_id: organiser.accountId, object_id: id, facts: '{"version":3}' },
    ])
  })

  test('rewrite: the new words are kept; what was ready is delivered as rewritten', async () => {
    const id = await write()
    const words = { subject: 'Good morning', body: [{ kind: 'text' as const, text: 'A better day' }] }
    expect(await editMessage(ctxOf(), edition, { messageId: id, version: 1 }, words)).toMatchObject({ ok: true })
    expect(await row(id)).toMatchObject({ state: 'ready', version: 2, subject: 'Good morning', body: JSON.stringify(words.body) })
    expect(await jobKeys()).toEqual([`message.deliver:${id}:1`, `message.deliver:${id}:2`])
  })

  test('cancel: its secrets go too', async () => {
    const id = await write({ email: withLink })
    await moveMessage(ctxOf(), edition, 'cancel', { messageId: id, version: 1 })
    expect(await row(id)).toMatchObject({ state: 'cancelled', secrets: null })
  })

  test('of two at once, the second is told and changes nothing', async () => {
    const id = await write()
    const words = (subject: string) => ({ subject, body: plain.body })
    const seen = { messageId: id, version: 1 }
    const answers = await Promise.all([editMessage(ctxOf(), edition, seen, words('One')), editMessage(ctxOf(), edition, seen, words('Two'))])
    expect(answers.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['changed-meanwhile', 'ok'])
    expect([(await row(id)).version, (await trail()).length]).toEqual([2, 1])
  })

  test('a message on its way out is left alone', async () => {
    const id = await write()
    await setState(id, 'sending')
    const before = await whole()
    expect(await moveMessage(ctxOf(), edition, 'hold', { messageId: id, version: 1 })).toEqual({ ok: false, code: 'message-gone', facts: { state: 'sending' } })
    expect(await whole()).toEqual(before)
  })

  const others: [who: string, role: Role | undefined, code: string][] = [
    ['an assistant may only read', 'assistant', 'not-yours'], ['a judge sees nothing', 'judge', 'not-found'], ['stage crew see nothing', 'stage-crew', 'not-found'],
    ['somebody without a role sees nothing', undefined, 'not-found'],
  ]
  test.each(others)('%s', async (_, role, code) => {
    const actor = await makeAccount(fresh.db, { role, edition })
    const id = await write()
    await setState(id, 'failed')
    const before = await whole()
    for (const answer of [
      await moveMessage(ctxOf(actor), edition, 'cancel', { messageId: id, version: 1 }),
      await editMessage(ctxOf(actor), edition, { messageId: id, version: 1 }, plain),
      await sendMessageAgain(ctxOf(actor), edition, id),
    ]) expect(answer).toMatchObject({ ok: false, code })
    expect(await whole()).toEqual(before)
  })

  test('an organiser of another year finds nothing here', async () => {
    const other = await makeEdition(fresh.db, { slug: '2028', current: 0 })
    const stranger = await makeAccount(fresh.db, { role: 'organiser', edition: other })
    const id = await write()
    for (const asked of [edition, other]) {
      expect(await moveMessage(ctxOf(stranger), asked, 'hold', { messageId: id, version: 1 })).toMatchObject({ ok: false, code: 'not-found' })
    }
  })
})

describe('sending again', () => {
  test('is a new message with the same words to the same person', async () => {
    const id = await write()
    await setState(id, 'sent')
    const sent = await sendMessageAgain(ctxOf(), edition, id)
    const copy = sent.ok ? sent.value.messageId : ''
    const strip = ({ id: _, state: __, sent_at: ___, sent_again_as: ____, ...rest }: Awaited<ReturnType<typeof whole>>[0][number]) => rest
    const [messages] = await whole()
    const byId = (wanted: string) => messages.find((one) => one.id === wanted)!
    expect(strip(byId(copy))).toEqual(strip(byId(id)))
    expect([byId(copy).state, await jobKeys()]).toEqual(['ready', [`message.deliver:${copy}:1`, `message.deliver:${id}:1`].sort()])
    expect(await trail()).toMatchObject([{ verb: 'message.resent', object_id: copy, facts: JSON.stringify({ copyOf: id }) }])
  })

  test('asked for twice, at once or later, it is the same copy, and it goes once', async () => {
    const id = await write()
    await setState(id, 'sent')
    const answers = [...(await Promise.all([sendMessageAgain(ctxOf(), edition, id), sendMessageAgain(ctxOf(), edition, id)])), await sendMessageAgain(ctxOf(), edition, id)]
    const copies = answers.map((one) => (one.ok ? one.value.messageId : one.code))
    const [messages, jobs, events] = await whole()
    expect([new Set(copies).size, messages.length, jobs.length, events.length]).toEqual([1, 2, 2, 1])
    await setState(copies[0] ?? '', 'sent')
    expect(await sendMessageAgain(ctxOf(), edition, copies[0] ?? '')).toMatchObject({ ok: true })
    expect((await whole())[0]).toHaveLength(3)
  })

  test('is refused when it held a secret, and while it has not gone', async () => {
    const secret = await write({ email: withLink })
    await setState(secret, 'sent')
    expect(await sendMessageAgain(ctxOf(), edition, secret)).toMatchObject({ ok: false, code: 'secret-gone' })
    expect(await sendMessageAgain(ctxOf(), edition, await write())).toMatchObject({ ok: false, code: 'message-gone' })
  })
})

describe('the list', () => {
  const subjects = (page: Page<{ subject: string }>) => page.rows.map((one) => one.subject)
  const cursor = (towards: 'older' | 'newer', key = '') => readCursor(new URLSearchParams({ [towards]: key }), outboxKey)
  async function writeMany(count: number) {
    // two of each time, so that the order within one instant counts
    for (let n = 0; n < count; n += 1) await write({ email: { ...plain, subject: `m${n}` } }, later(testNow, minutes(Math.floor(n / 2))))
  }

  test.each([1, 3])('asks as many queries for %i messages as for any number', async (count) => {
    await writeMany(count)
    const counted = countQueries(fresh.url)
    const page = await listMessages({ ...ctxOf(), db: counted.db }, edition.id, {})
    expect([page.rows.length, counted.asked()]).toEqual([count, 1])
    await countMessages({ ...ctxOf(), db: counted.db }, edition.id)
    expect(counted.asked()).toBe(2)
    await counted.close()
  })

  test('newest first, page by page there and back, none twice and none left out', async () => {
    await writeMany(2 * rowsOnAPage + 7)
    const scope = ctxOf()
    const pages = [await listMessages(scope, edition.id, {})]
    for (let older = pages[0]?.older; older; older = pages.at(-1)?.older) pages.push(await listMessages(scope, edition.id, {}, cursor('older', older)))
    const all = pages.flatMap(subjects)
    expect(pages.map(({ rows }) => rows.length)).toEqual([25, 25, 7])
    expect([new Set(all).size, all[0], all.at(-1)?.match(/^m[01]$/)?.length]).toEqual([57, 'm56', 1])
    const back = await listMessages(scope, edition.id, {}, cursor('newer', pages[2]?.newer))
    expect([subjects(back), back.newer !== undefined, pages[0]?.newer]).toEqual([subjects(pages[1]!), true, undefined])
    const first = await listMessages(scope, edition.id, {}, cursor('newer', back.newer))
    expect([subjects(first), first.newer]).toEqual([subjects(pages[0]!), undefined])
  })

  test('by state, kind and receiver', async () => {
    const ada = await write({ to: { name: 'Ada_Lovelace', email: 'ada@people.example' }, email: { ...plain, subject: 'to Ada' } })
    await write({ kind: 'other', email: { ...plain, subject: 'other' } })
    await setState(ada, 'failed')
    const by = async (filter: Parameters<typeof listMessages>[2]) => subjects(await listMessages(ctxOf(), edition.id, filter))
    expect(await by({ state: 'failed' })).toEqual(['to Ada'])
    expect(await by({ kind: 'other' })).toEqual(['other'])
    expect(await by({ recipient: 'LOVE' })).toEqual(['to Ada'])
    expect(await by({ recipient: 'ada@people' })).toEqual(['to Ada'])
    expect(await by({ recipient: 'a_l' })).toEqual(['to Ada'])
    expect(await by({ recipient: '%' })).toEqual([])
    await setState(await write({ kind: 'other' }), 'held')
    expect(await countMessages(ctxOf(), edition.id)).toEqual({ byState: { failed: 1, ready: 1, held: 1 }, kinds: ['other', 'test'], held: [{ kind: 'other', count: 1 }] })
  })

  test('shows each who they may see, and never a secret', async () => {
    const owner = await makeAccount(fresh.db, { role: 'owner' })
    const assistant = await makeAccount(fresh.db, { role: 'assistant', edition })
    const judge = await makeAccount(fresh.db, { role: 'judge', edition })
    const signIn = await write({ edition: undefined, email: withLink })
    const own = await write({ email: { ...withLink, subject: 'own' } })
    const seen = async (actor: Account, outbox: string | null) => (await listMessages(ctxOf(actor), outbox, {})).rows.map(({ id }) => id)
    expect([await seen(owner, edition.id), await seen(owner, null)]).toEqual([[own], [signIn]])
    expect([await seen(assistant, edition.id), await seen(assistant, null)]).toEqual([[own], []])
    expect([await seen(judge, edition.id), await seen(judge, null), await countMessages(ctxOf(judge), edition.id)]).toEqual([[], [], { byState: {}, kinds: [], held: [] }])
    expect((await findMessage(ctxOf(organiser), edition, signIn))).toBeUndefined()
    const found = await findMessage(ctxOf(owner), edition, signIn)
    expect(found).toMatchObject({ id: signIn })
    expect(JSON.stringify([found, await listMessages(ctxOf(owner), null, {})])).not.toMatch(/secret/)
  })
})

test('overdue is what has been ready for more than a quarter of an hour, but for rehearsals', async () => {
  const rehearsal = await makeEdition(fresh.db, { slug: '2027-rehearsal', current: 0, rehearsal: 1 })
  const overdueAfter = (ms: number) => hasOverdueMail(ctxOf(organiser, { now: later(testNow, ms) }))
  await write({ edition: rehearsal })
  await write({ held: true })
  expect(await overdueAfter(minutes(60))).toBe(false)
  await write({ edition: undefined })
  expect([await overdueAfter(minutes(15)), await overdueAfter(minutes(15) + 1)]).toEqual([false, true])
})

test('one rule says whether mail is overdue and how much of an edition’s is: in a demo, which delivers nothing, none', async () => {
  const late = ctxOf(organiser, { now: later(testNow, minutes(16)) })
  const overdue = async () => [await hasOverdueMail(late), await countOverdueMail(late, edition)]
  await write()
  expect(await overdue()).toEqual([true, 1])
  await fresh.db.insertInto('installation').values({ id: 1, demo: 1, created_at: testNow }).execute()
  expect(await overdue()).toEqual([false, 0])
})

describe('releasing all of a kind', () => {
  const queue = (kind: string, email: string) => write({ kind, to: { name: '', email }, held: true })
  const states = async () => Object.fromEntries((await fresh.db.selectFrom('message').select(['to_email', 'state']).execute()).map((one) => [one.to_email, one.state]))

  test('lets go those that were shown, each with its delivery, and no other kind', async () => {
    await queue('finalist.told', 'asha')
    await queue('finalist.told', 'bea')
    await queue('nominee.notice', 'cal')
    const shown = fingerprintOf(await listHeld(ctxOf(), edition, 'finalist.told'))
    expect(await releaseHeld(ctxOf(), edition, 'finalist.told', shown)).toEqual(ok({ count: 2 }))
    expect(await states()).toEqual({ asha: 'ready', bea: 'ready', cal: 'held' })
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('lets none go when another has come since', async () => {
    await queue('finalist.told', 'asha')
    const shown = fingerprintOf(await listHeld(ctxOf(), edition, 'finalist.told'))
    await queue('finalist.told', 'bea')
    expect(await releaseHeld(ctxOf(), edition, 'finalist.told', shown)).toEqual(denied('changed-meanwhile'))
    expect(await states()).toEqual({ asha: 'held', bea: 'held' })
  })

  test('is for those who run the edition', async () => {
    const assistant = await makeAccount(fresh.db, { role: 'assistant', edition })
    expect(await releaseHeld(ctxOf(assistant), edition, 'finalist.told', '')).toEqual(denied('not-yours'))
  })
})
