import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listFaults } from '#app/check.server.ts'
import { draftsEnd } from '#app/domain/draft-clock.ts'
import { valueOf } from '#app/domain/result.ts'
import { days, hours, later, minutes } from '#app/domain/time.ts'
import { attachFile, detachFile } from '#app/features/attachments/commands.server.ts'
import { clearAttachments, followAttachments } from '#app/features/attachments/jobs.server.ts'
import { findAttachment, findSentAttachment } from '#app/features/attachments/queries.server.ts'
import { saveStep } from '#app/features/nominations/drafts.commands.server.ts'
import { deleteUnsent } from '#app/features/nominations/deleting.commands.server.ts'
import { listSteps, valuesOf } from '#app/features/nominations/journey.ts'
import { sendDraft, withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { hasUnsentChanges } from '#app/features/nominations/status.server.ts'
import { hashOf, openStorage, type Storage } from '#app/platform/storage.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { at, getDraft, getNomination, receive, send, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { makePdf, makePicture } from '#tests/factories/files.ts'
import { testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Scene
let folder: string
let storage: Storage
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db, { settings: { attachments: true } })
  folder = mkdtempSync(join(tmpdir(), 'files-'))
  storage = openStorage(folder)
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await fresh.close()
})

const attach = async (draftId: string, bytes: Uint8Array = makePdf(), from = storage) =>
  valueOf(await attachFile(scene.ctx, from, scene.edition, draftId, bytes)).attachment?.id ?? ''
const rows = () => fresh.db.selectFrom('attachment').select('id').orderBy('id').execute().then((all) => all.map(({ id }) => id))
const files = () => readdirSync(folder).sort()
/** Does what the worker does some time later. */
const clearAfter = (ms: number) => clearAttachments(storage).run({ ...scene.ctx, now: later(testNow, ms) }, {})
/** What is left when every file has had its time. */
async function leftAfter(ms = hours(2)): Promise<string[]> {
  await clearAfter(ms)
  expect(await rows()).toEqual(files())
  return files()
}

describe('a file added to a draft', () => {
  test('is kept, and the draft names it', async () => {
    const { id } = await writeDraft(scene)
    const picture = await makePicture()
    const file = await attach(id, picture)
    const bytes = await storage.get(file)
    expect((await getDraft(scene, id)).answers.attachment).toEqual({ id: file, kind: 'picture', bytes: bytes?.length })
    expect(await findAttachment(scene.ctx, id, file)).toEqual({ id: file, draft_id: id, kind: 'picture', bytes: bytes?.length, sha256: hashOf(bytes ?? Buffer.alloc(0)), created_at: testNow })
    expect(await leftAfter()).toEqual([file])
  })

  test('belongs to that draft alone', async () => {
    const [one, other] = [await writeDraft(scene), await writeDraft(scene)]
    const file = await attach(one.id)
    expect(await findAttachment(scene.ctx, other.id, file)).toBeUndefined()
  })

  test('stays when its pages are saved, and goes along when it is sent', async () => {
    const { id, answers } = await writeDraft(scene)
    const file = await attach(id)
    const steps = listSteps(scene.asked, answers).filter(({ slug }) => ['who', 'know'].includes(slug))
    for (const step of steps) valueOf(await saveStep(scene.ctx, scene.edition, scene.asked, id, step, valuesOf(step, scene.asked, answers)))
    const { nominationId } = valueOf(await send(scene, { id }))
    const nomination = await getNomination(scene, nominationId)
    expect((await findSentAttachment(scene.ctx, nomination))?.id).toBe(file)
    expect([await leftAfter(), await listBroken(fresh.db)]).toEqual([[file], []])
  })

  test('is not taken where none is, and the draft stays as it was', async () => {
    const draft = await writeDraft(scene)
    expect(await attachFile(scene.ctx, storage, scene.edition, draft.id, Buffer.from('nonsense'))).toMatchObject({ ok: false, code: 'file-unreadable' })
    expect([await getDraft(scene, draft.id), await rows(), files()]).toEqual([draft, [], []])
  })

  test('is not named once nominations have closed meanwhile, and is removed', async () => {
    const { id } = await writeDraft(scene)
    const { ctx, edition } = await at(scene, later(scene.edition.closes_at, hours(1)))
    expect(await attachFile(ctx, storage, edition, id, makePdf())).toMatchObject({ ok: false, code: 'closed' })
    expect((await getDraft(scene, id)).answers.attachment).toBeUndefined()
    expect(await leftAfter(days(90))).toEqual([])
  })
})

describe('a process that ends while it receives', () => {
  const dying = (own: Partial<Storage>): Storage => ({ ...storage, ...own })
  const stopped = () => Promise.reject(new Error('killed'))

  test.each([
    ['before the file is there', () => dying({ put: stopped })],
    ['when it is there and not named yet', () => dying({ put: async (id, bytes) => storage.put(id, bytes).then(stopped) })],
  ])('%s leaves nothing for long', async (_, ending) => {
    const { id } = await writeDraft(scene)
    await expect(attach(id, makePdf(), ending())).rejects.toThrow('killed')
    expect((await getDraft(scene, id)).answers.attachment).toBeUndefined()
    await clearAfter(hours(1))
    expect(await rows()).toHaveLength(1)
    expect(await leftAfter(hours(1) + 1)).toEqual([])
  })
})

describe('another file in its place', () => {
  test('in a draft: the first goes', async () => {
    const { id } = await writeDraft(scene)
    await attach(id)
    const second = await attach(id, await makePicture())
    expect(await leftAfter()).toEqual([second])
  })

  test('in what was sent: both stay until the change is sent', async () => {
    const { id } = await writeDraft(scene)
    const first = await attach(id)
    const { nominationId } = valueOf(await send(scene, { id }))
    const second = await attach(id, await makePicture())
    const nomination = () => getNomination(scene, nominationId)
    expect(await hasUnsentChanges(scene.ctx, scene.asked, await nomination())).toBe(true)
    expect([await leftAfter(), (await findSentAttachment(scene.ctx, await nomination()))?.id]).toEqual([[first, second].sort(), first])
    valueOf(await sendDraft(scene.ctx, scene.edition, scene.asked, { id }))
    expect([await leftAfter(), (await findSentAttachment(scene.ctx, await nomination()))?.id]).toEqual([[second], second])
  })
})

describe('what is taken out', () => {
  test('of a draft, goes', async () => {
    const { id } = await writeDraft(scene)
    await attach(id)
    const { answers } = await getDraft(scene, id)
    expect(Object.keys(valueOf(await detachFile(scene.ctx, scene.edition, id)))).toEqual(Object.keys(answers).filter((key) => key !== 'attachment'))
    expect(await leftAfter()).toEqual([])
  })

  test('by withdrawing, goes, though the draft remembers it', async () => {
    const { id } = await writeDraft(scene)
    await attach(id)
    const { nominationId } = valueOf(await send(scene, { id }))
    valueOf(await withdrawNomination(scene.ctx, scene.edition, await getNomination(scene, nominationId)))
    expect(await findSentAttachment(scene.ctx, await getNomination(scene, nominationId))).toBeUndefined()
    expect([await leftAfter(), await listBroken(fresh.db)]).toEqual([[], []])
  })

  test('with its draft, when what was never sent is deleted', async () => {
    await attach((await writeDraft(scene)).id)
    const { draft } = await receive(scene)
    const sent = await attach(draft.id)
    const end = draftsEnd(scene.edition)
    await deleteUnsent((await at(scene, end)).ctx, { editionId: scene.edition.id, end })
    expect(await leftAfter()).toEqual([sent])
  })
})

test('more than one lot is cleared in one go', async () => {
  const { id } = await writeDraft(scene)
  await fresh.db.insertInto('attachment').values(Array.from({ length: 250 }, () => ({ id: newId(), draft_id: id, kind: 'pdf' as const, bytes: 1, sha256: '', created_at: testNow }))).execute()
  expect(await leftAfter()).toEqual([])
})

test('the files are looked through once an hour, where there are any', async () => {
  const jobs = () => fresh.db.selectFrom('job').select('key').where('name', '=', 'attachments.clear').orderBy('key').execute()
  const follow = (now: string) => followAttachments({ ...scene.ctx, now })
  await follow(testNow)
  expect(await jobs()).toEqual([])
  await attach((await writeDraft(scene)).id)
  for (const now of [testNow, later(testNow, minutes(59)), later(testNow, hours(1))]) await follow(now)
  expect(await jobs()).toEqual([{ key: 'attachments.clear:2026-12-01T10' }, { key: 'attachments.clear:2026-12-01T11' }])
})

describe('db:check tells', () => {
  let id: string
  let file: string
  beforeEach(async () => {
    id = (await writeDraft(scene)).id
    file = await attach(id)
    await attach(id).then((newer) => (file = newer))
  })
  const faults = () => listFaults(fresh.db, storage)
  const says = () => [`The file of an attachment is missing, or not what was received: ${file}.`]

  test('nothing, while every file that is named is there', async () => {
    expect(await faults()).toEqual([])
  })

  test('of one that is missing', async () => {
    for (const one of files()) await storage.remove(one)
    expect(await faults()).toEqual(says())
  })

  test('of one that is not what it was', async () => {
    await storage.remove(file)
    await storage.put(file, Buffer.from('something else'))
    expect(await faults()).toEqual(says())
  })

  test('of one that a nomination was sent with and nobody knows of', async () => {
    const { nominationId } = valueOf(await send(scene, { id }))
    await fresh.db.deleteFrom('attachment').where('id', '=', file).execute()
    expect(await listBroken(fresh.db)).toEqual([{ name: 'the file that a live nomination was sent with is on record, under its own draft', rows: [{ id: nominationId }] }])
  })
})
