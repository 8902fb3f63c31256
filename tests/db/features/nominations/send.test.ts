import { afterEach, beforeEach, expect, test } from 'vitest'
import { hours, later } from '#app/domain/time.ts'
import { receiptEmail } from '#app/features/nominations/emails.ts'
import { hashToken } from '#app/platform/tokens.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { addedBy, at, rewrite, send, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { testNow } from '#tests/factories/index.ts'
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

const id = expect.stringMatching(/^[a-z2-9]{20}$/) as string
const readable = expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/) as string

test('who is not sure where a nominee works has told no employer', async () => {
  expect(await send(scene, await writeDraft(scene, { employer: 'Not sure' }))).toMatchObject({ ok: true })
  expect(await scene.db.selectFrom('nominee').select(['employer', 'employer_key']).execute()).toEqual([{ employer: '', employer_key: '' }])
})

test('sending writes these rows and no others, in one go', async () => {
  const { db, ctx, edition, home, team, asked } = scene
  const draft = await writeDraft(scene, { shareName: 'yes', reach: 'at the desk', nominatorPhone: '01632 960 001' })
  const { nomination: [nomination] = [], nominee: [nominee] = [], ...others } = await addedBy(db, async () => expect(await send(scene, draft)).toMatchObject({ ok: true }))
  const { nominationId, reference } = { nominationId: nomination?.id as string, reference: nomination?.reference as string }
  expect(nominee).toEqual({
    id, edition_id: edition.id, kind: 'person', name: 'Sam Carer', job: 'Care worker', employer: 'Harbour Home Care', reach: 'at the desk', merged_into: null,
    said_as: '', employer_key: 'harbour', confirmed_at: null, answer: 'none', answered_at: null, publicity: '{}', created_at: testNow,
  })
  expect(nomination).toEqual({
    id, edition_id: edition.id, nominee_id: nominee?.id, draft_id: draft.id, reference: readable, state: 'live', channel: 'online', received_at: testNow, late: 0,
    version: 1, relationship: 'colleague', share_name: 1, nominator_name: 'Nell Nominator', nominator_email: 'nell@people.example',
    nominator_phone: '01632 960 001', notice_version: '1', screened_version: 0, suspicions: '[]', looked_at: null, withdrawn_at: null,
  })

  const { token, message } = await receiptOf(nominationId)
  const { story, ...told } = draft.answers
  const { body } = receiptEmail({
    edition, reference, nomineeName: 'Sam Carer', nominatorName: 'Nell Nominator', categories: ['Home Care', 'Care Team'], link: token,
  })
  const base = {
    id, edition_id: edition.id, nominee_id: nominee?.id, state: 'live', basis: expect.any(String), dossier_version: 1, standing: 'standing', standing_reason: '',
    screening: 'to-screen', screening_reason: '', shortlist: 'undecided', shortlist_reason: '', created_at: testNow,
  }
  const sorted = Object.fromEntries(Object.entries(others).map(([table, rows]) => [table, inOrder(rows)]))
  expect(sorted).toEqual({
    nomination_version: [{ nomination_id: nominationId, version: 1, told: JSON.stringify(told), created_at: testNow }],
    nomination_category: inOrder([home, team].map((one) => ({ nomination_id: nominationId, category_id: one.id, moved_from: null }))),
    answer: inOrder([...asked.story, ...asked.categories.flatMap((one) => one.questions)].map((question) => ({
      nomination_id: nominationId, version: 1, question_id: question.id, text: story[question.id],
    }))),
    entry: inOrder([home, team].map((one) => ({ ...base, category_id: one.id }))),
    audit_event: [{
      seq: expect.any(Number), at: testNow, edition_id: edition.id, actor_kind: 'visitor', actor_id: null, verb: 'nomination.sent', object_id: nominationId,
      facts: JSON.stringify({ channel: 'online', categories: [home.id, team.id] }), chain_no: null, hash: null,
    }],
    link: [{
      id, kind: 'status', subject_id: nominationId, token_hash: hashToken(token), code_hash: null, request_hash: null, tries: 0, created_at: testNow,
      expires_at: null, used_at: null, revoked_at: null,
    }],
    message: [{
      id: message.id, edition_id: edition.id, kind: 'nomination.receipt', state: 'ready', to_name: 'Nell Nominator', to_email: 'nell@people.example',
      reply_to: 'awards@host.example', subject: `We have your nomination for Sam Carer: ${reference}`, body: JSON.stringify(body), secrets: expect.any(String),
      about_id: nominationId, created_at: testNow, due_at: testNow, sent_at: null, provider_id: null, attempts: 0, first_tried_at: null, last_error: null,
      sent_again_as: null, version: 1,
    }],
    job: [{
      id, name: 'message.deliver', key: `message.deliver:${message.id}:1`, payload: JSON.stringify({ messageId: message.id, version: 1 }), state: 'waiting',
      urgent: 0, run_at: testNow, claimed_until: null, attempts: 0, last_error: null, created_at: testNow, finished_at: null,
    }],
  })
  expect(await listBroken(ctx.db)).toEqual([])
})

function inOrder<T>(rows: T[]): T[] {
  return rows.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}
function sortKey(row: unknown): string {
  const { category_id = '', question_id = '' } = row as Record<string, string>
  return category_id + question_id
}

async function receiptOf(nominationId: string) {
  const message = await newestMessage(scene.db, scene.ctx.keys, nominationId)
  return { message, token: /^http:\/\/localhost:3000\/nomination\/([\w-]{43})$/.exec(message.secrets.link ?? '')?.[1] ?? '' }
}

test('sent twice, it is one nomination, and the second hears what the first heard', async () => {
  const draft = await writeDraft(scene)
  const first = await send(scene, draft)
  const before = await readTables(scene.db)
  expect(await send(await at(scene, later(testNow, hours(1))), draft)).toEqual(first)
  expect(await readTables(scene.db)).toEqual(before)
})

test('sent fifty times at once, it is one nomination, and all hear one reference', async () => {
  const draft = await writeDraft(scene)
  const heard = await Promise.all(Array.from({ length: 50 }, () => send(scene, draft)))
  const { id: nominationId, reference } = await scene.db.selectFrom('nomination').select(['id', 'reference']).executeTakeFirstOrThrow()
  expect(heard).toEqual(Array(50).fill({ ok: true, value: { nominationId, reference } }))
  const { nominee, nomination, entry, message, job, link, audit_event: trail } = await readTables(scene.db)
  expect([nominee, nomination, entry, message, job, link, trail].map((rows) => rows?.length)).toEqual([1, 1, 2, 1, 1, 1, 1])
})

test('many drafts sent at once are as many nominations, each with a reference of its own', async () => {
  const drafts = await Promise.all(Array.from({ length: 20 }, () => writeDraft(scene)))
  const heard = await Promise.all(drafts.map((draft) => send(scene, draft)))
  expect(new Set(heard.map((one) => one.ok && one.value.reference)).size).toBe(20)
  expect(await listBroken(scene.db)).toEqual([])
})

test('who gave only a phone number is written to by nobody', async () => {
  const draft = await writeDraft(scene, { nominatorEmail: '', nominatorPhone: '01632 960 001' })
  const added = await addedBy(scene.db, () => send(scene, draft))
  expect(Object.keys(added).sort()).toEqual(['answer', 'audit_event', 'entry', 'nomination', 'nomination_category', 'nomination_version', 'nominee'])
})

test('what was written for an award that was given up stays at home', async () => {
  const { home, asked } = scene
  const draft = await writeDraft(scene, { categories: [home.id] })
  const added = await addedBy(scene.db, () => send(scene, draft))
  const questions = [...asked.story, ...(asked.categories.find((one) => one.id === home.id)?.questions ?? [])]
  expect(added.answer?.map((row) => row.question_id).sort()).toEqual(questions.map((one) => one.id).sort())
  expect([added.nomination_category?.length, added.entry?.length]).toEqual([1, 1])
})

test('with an answer missing, nothing is sent and nothing written', async () => {
  const draft = await writeDraft(scene)
  for (const gap of [{ name: '' }, { story: {} }, { categories: [] }, { nominatorEmail: '' }, { kind: undefined }]) {
    await rewrite(scene, draft, { ...draft.answers, ...gap })
    const before = await readTables(scene.db)
    expect(await send(scene, draft)).toEqual({ ok: false, code: 'draft-incomplete', facts: {} })
    expect(await readTables(scene.db)).toEqual(before)
  }
})

test.each(['message', 'job', 'audit_event', 'entry', 'answer'])('when the table %s breaks, nothing is written by halves', async (table) => {
  const draft = await writeDraft(scene)
  await scene.db.schema.alterTable(table).renameTo(`${table}_away`).execute()
  const before = await readTables(scene.db)
  await expect(send(scene, draft)).rejects.toThrow(table)
  expect(await readTables(scene.db)).toEqual(before)
  await scene.db.schema.alterTable(`${table}_away`).renameTo(table).execute()
  expect(await send(scene, draft)).toMatchObject({ ok: true })
})

test('in an edition whose clock is moved, people read its time and jobs run by ours', async () => {
  const moved = await setScene(fresh.db, { slug: '2027-demo', current: 0, clock_offset_ms: hours(24) })
  const there = later(testNow, hours(24))
  const draft = await writeDraft(moved)
  const { nomination, nominee, entry, message, audit_event: trail, link, job } = await addedBy(fresh.db, () => send(moved, draft))
  expect([nomination?.[0]?.received_at, nominee?.[0]?.created_at, entry?.[0]?.created_at, message?.[0]?.created_at, trail?.[0]?.at]).toEqual(Array(5).fill(there))
  expect([message?.[0]?.due_at, link?.[0]?.created_at, job?.[0]?.run_at]).toEqual([testNow, testNow, testNow])
})
