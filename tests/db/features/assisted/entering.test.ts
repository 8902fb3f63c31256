import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hours, later, minutes } from '#app/domain/time.ts'
import { valueOf } from '#app/domain/result.ts'
import { beginFor, noteReceiptGiven, savePage, sendEntered, takeUp } from '#app/features/assisted/commands.server.ts'
import { pageValues, parts, stepsOn } from '#app/features/assisted/pages.ts'
import { findAssisted, findByReference, listBegun, listReceiptsToGive } from '#app/features/assisted/queries.server.ts'
import type { Answers } from '#app/features/nominations/journey.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { at, getNomination, receive, setScene, type Scene } from '#tests/db/features/nominations/scene.ts'
import { makeAccount, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  const visited = await setScene(fresh.db)
  const actor = await makeAccount(fresh.db, { role: 'assistant', edition: visited.edition })
  scene = { ...visited, ctx: { ...visited.ctx, actor } }
})
afterEach(() => fresh.close())

const receipt = { receipt: 'call', address: '' }

/** What a caller says. */
function told({ asked, home }: Scene, own: Partial<Answers> = {}): Answers {
  const questions = [...asked.story, ...asked.categories.flatMap((category) => category.questions)]
  return {
    kind: 'person', name: 'Sam Carer', employer: 'Harbour Home Care', categories: [home.id], relationship: 'colleague', shareName: 'no', nominatorName: 'Nell Nominator',
    nominatorPhone: '01632 960 001', story: Object.fromEntries(questions.map(({ id, label }) => [id, `Words on ${label}`])), ...own,
  }
}

async function begin(of = scene, channel: 'phone' | 'paper' = 'phone', more: { inTime?: boolean; from?: string } = {}): Promise<string> {
  return valueOf(await beginFor(of.ctx, of.edition, { channel, inTime: false, ...more })).draftId
}

async function write(draftId: string, answers: Answers, beside: Record<string, unknown> = receipt, of = scene) {
  const errors: Record<string, string> = {}
  for (const part of parts) {
    const typed = { ...pageValues(stepsOn(part, of.asked, answers), of.asked, answers), notice: ['read'], ...beside }
    Object.assign(errors, valueOf(await savePage(of.ctx, of.edition, of.asked, draftId, part, typed)).errors)
  }
  return errors
}

async function send(draftId: string, of = scene) {
  const assisted = await findAssisted(of.ctx, of.edition, draftId)
  if (!assisted) throw new Error('no draft')
  return sendEntered(of.ctx, of.edition, of.asked, assisted)
}

async function enter(answers = told(scene), beside?: Record<string, unknown>, channel: 'phone' | 'paper' = 'phone') {
  const draftId = await begin(scene, channel)
  expect(await write(draftId, answers, beside)).toEqual({})
  return { draftId, ...valueOf(await send(draftId)) }
}

test('what is told by telephone becomes a nomination like any other, with the channel and who entered it', async () => {
  const { draftId, nominationId } = await enter()
  expect(await getNomination(scene, nominationId)).toMatchObject({
    channel: 'phone', state: 'live', late: 0, draft_id: draftId, received_at: testNow, nominator_phone: '01632 960 001', suspicions: '[]',
  })
  const sent = await fresh.db.selectFrom('audit_event').select(['actor_id', 'facts']).where('verb', '=', 'nomination.sent').executeTakeFirstOrThrow()
  expect([sent.actor_id, JSON.parse(sent.facts)]).toEqual([scene.ctx.actor.kind === 'account' && scene.ctx.actor.accountId, { channel: 'phone', categories: [scene.home.id] }])
  expect(await findAssisted(scene.ctx, scene.edition, draftId)).toMatchObject({ channel: 'phone', notice_read_at: testNow, receipt: 'call', receipt_given_at: null })
  expect(await listBroken(fresh.db)).toEqual([])
})

test('sent twice, and twenty times at once, it is one', async () => {
  const draftId = await begin()
  await write(draftId, told(scene))
  const sent = await Promise.all(Array.from({ length: 20 }, () => send(draftId)))
  expect(new Set(sent.map((one) => valueOf(one).reference)).size).toBe(1)
  expect(await fresh.db.selectFrom('nomination').select('id').execute()).toHaveLength(1)
})

test('an email address brings a receipt; nobody is reminded of what they only said', async () => {
  const { draftId, nominationId } = await enter(told(scene, { nominatorEmail: 'nell@people.example' }), { receipt: 'email', address: '' })
  expect(await fresh.db.selectFrom('message').select(['kind', 'state', 'to_email']).where('about_id', '=', nominationId).execute()).toEqual([
    { kind: 'nomination.receipt', state: 'ready', to_email: 'nell@people.example' },
  ])
  expect(await fresh.db.selectFrom('draft').select('email').where('id', '=', draftId).execute()).toEqual([{ email: '' }])
})

describe('a page', () => {
  test('keeps everything as it is typed, and says what is wrong with each field', async () => {
    const draftId = await begin()
    const typed = { kind: 'team', name: '', employer: 'Harbour', job: 'cook', reach: '', category: ['nowhere'], notice: [] }
    const { answers, errors } = valueOf(await savePage(scene.ctx, scene.edition, scene.asked, draftId, 'who', typed))
    expect(Object.keys(errors)).toEqual(['notice', 'name', 'category'])
    expect(answers).toMatchObject({ kind: 'team', employer: 'Harbour' })
    expect((await findAssisted(scene.ctx, scene.edition, draftId))?.answers).toEqual(answers)
  })

  test('the privacy words are read before anything can be sent; on paper they are in print', async () => {
    const [call, paper] = [await begin(), await begin(scene, 'paper')]
    for (const draftId of [call, paper]) await write(draftId, told(scene), { ...receipt, notice: [] })
    expect([await send(call), await send(paper)]).toMatchObject([{ ok: false, code: 'draft-incomplete' }, { ok: true }])
  })

  test('asks for a postal address only of those who choose a letter, and keeps it only of them', async () => {
    const draftId = await begin()
    expect(await write(draftId, told(scene), { receipt: 'letter', address: '' })).toEqual({ address: 'Write the address that the letter goes to.' })
    expect(await write(draftId, told(scene), { receipt: 'email', address: '1 Hoe Road' })).toEqual({ receipt: 'They have given no email address. Choose a letter, or tell them the reference.' })
    expect((await findAssisted(scene.ctx, scene.edition, draftId))?.postal_address).toBe('')
    expect(await write(draftId, told(scene), { receipt: 'letter', address: '1 Hoe Road\nPlymouth' })).toEqual({})
    expect((await findAssisted(scene.ctx, scene.edition, draftId))?.postal_address).toBe('1 Hoe Road\nPlymouth')
  })
})

test('another one by the same person knows who they are', async () => {
  const { draftId } = await enter()
  const next = await findAssisted(scene.ctx, scene.edition, await begin(scene, 'phone', { from: draftId }))
  expect(next?.answers).toEqual({ categories: [], story: {}, nominatorName: 'Nell Nominator', nominatorEmail: '', nominatorPhone: '01632 960 001' })
})

test('a nominator’s own draft, on their own device, is not an organiser’s to open', async () => {
  const { draft } = await receive(scene)
  expect(await findAssisted(scene.ctx, scene.edition, draft.id)).toBeUndefined()
  expect(await savePage(scene.ctx, scene.edition, scene.asked, draft.id, 'who', {})).toMatchObject({ code: 'not-found' })
})

describe('the close', () => {
  const after = () => at(scene, later(scene.edition.closes_at, minutes(16)))

  test('what was begun in time may be entered for two working days, and is marked', async () => {
    const late = await after()
    expect(await beginFor(late.ctx, late.edition, { channel: 'paper', inTime: false })).toMatchObject({ code: 'not-begun-in-time' })
    const draftId = await begin(late, 'paper', { inTime: true })
    await write(draftId, told(scene), receipt, late)
    const { nominationId } = valueOf(await send(draftId, late))
    expect(await getNomination(scene, nominationId)).toMatchObject({ channel: 'paper', late: 1 })
  })

  test('a call that goes on after them is not sent', async () => {
    const draftId = await begin(await after(), 'phone', { inTime: true })
    await write(draftId, told(scene), receipt, await after())
    const ended = await at(scene, '2027-01-15T00:00:00.000Z')
    expect(await send(draftId, ended)).toMatchObject({ code: 'entry-closed', facts: { ended: 'the end of Thursday 14 January 2027' } })
    expect(await beginFor(ended.ctx, ended.edition, { channel: 'phone', inTime: true })).toMatchObject({ code: 'entry-closed' })
  })

  test('judges may not be told of any', async () => {
    const actor = await makeAccount(fresh.db, { role: 'judge', edition: scene.edition })
    expect(await beginFor({ ...scene.ctx, actor }, scene.edition, { channel: 'phone', inTime: false })).toMatchObject({ code: 'not-yours' })
  })
})

describe('somebody rings back', () => {
  test('what they sent is found by its reference, and corrected: a new version by whoever did it', async () => {
    const { nominationId, reference, draftId } = await enter()
    expect(await findByReference(scene.ctx, scene.edition, reference)).toEqual({ id: nominationId })
    const now = await at(scene, later(testNow, hours(1)))
    expect(valueOf(await takeUp(now.ctx, now.edition, await getNomination(scene, nominationId)))).toEqual({ draftId })
    await write(draftId, told(scene, { name: 'Samira Carer' }), receipt, now)
    expect(valueOf(await send(draftId, now))).toEqual({ nominationId, reference })
    expect(await getNomination(scene, nominationId)).toMatchObject({ version: 2, channel: 'phone' })
    const trail = await fresh.db.selectFrom('audit_event').select(['verb', 'actor_kind']).where('object_id', '=', nominationId).orderBy('seq').execute()
    expect(trail).toEqual([{ verb: 'nomination.sent', actor_kind: 'account' }, { verb: 'nomination.edited', actor_kind: 'account' }])
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('what came online is taken up as it was sent, and stays online; after the close it is not', async () => {
    const { nomination, draft } = await receive(scene)
    expect(valueOf(await takeUp(scene.ctx, scene.edition, nomination))).toEqual({ draftId: draft.id })
    await write(draft.id, { ...draft.answers, nominatorName: 'Nell N.' }, { receipt: 'call', address: '' })
    valueOf(await send(draft.id))
    expect(await getNomination(scene, nomination.id)).toMatchObject({ version: 2, channel: 'online', nominator_name: 'Nell N.' })
    const closed = await at(scene, later(scene.edition.closes_at, hours(1)))
    expect(await takeUp(closed.ctx, closed.edition, nomination)).toMatchObject({ code: 'closed-to-changes' })
  })

  test('what is withdrawn cannot be taken up', async () => {
    const { nominationId } = await enter()
    valueOf(await withdrawNomination(scene.ctx, scene.edition, await getNomination(scene, nominationId)))
    expect(await takeUp(scene.ctx, scene.edition, await getNomination(scene, nominationId))).toMatchObject({ code: 'already-withdrawn' })
  })
})

test('the lists: calls that broke off, and receipts not given; noting one twice notes it once', async () => {
  const begun = await begin()
  const letter = await enter(told(scene), { receipt: 'letter', address: '1 Hoe Road' }, 'paper')
  await enter(told(scene, { nominatorEmail: 'nell@people.example' }), { receipt: 'email', address: '' })
  expect((await listBegun(scene.ctx, scene.edition)).map(({ id, channel }) => [id, channel])).toEqual([[begun, 'phone']])
  expect(await listReceiptsToGive(scene.ctx, scene.edition)).toEqual([{ nominationId: letter.nominationId, reference: letter.reference, nominator: 'Nell Nominator', route: 'letter' }])
  const nomination = await getNomination(scene, letter.nominationId)
  await noteReceiptGiven(scene.ctx, scene.edition, nomination)
  const before = await readTables(fresh.db)
  await noteReceiptGiven(scene.ctx, scene.edition, nomination)
  expect(await readTables(fresh.db)).toEqual(before)
  expect(await listReceiptsToGive(scene.ctx, scene.edition)).toEqual([])
  expect(await fresh.db.selectFrom('audit_event').select('facts').where('verb', '=', 'nomination.receipt-given').execute()).toEqual([{ facts: '{"by":"letter"}' }])
})
