import { afterEach, beforeEach, expect, test } from 'vitest'
import { valueOf } from '#app/domain/result.ts'
import { startImport } from '#app/features/importing/commands.server.ts'
import { findImport, listWorkedOn } from '#app/features/importing/queries.server.ts'
import { undoImport } from '#app/features/importing/undoing.commands.server.ts'
import { releaseHeld } from '#app/features/messages/commands.server.ts'
import { listHeld } from '#app/features/messages/queries.server.ts'
import { draftOfNomination } from '#app/features/nominations/drafts.commands.server.ts'
import { sendLinkAgain } from '#app/features/nominations/links.commands.server.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { markTold } from '#app/features/screening/notices.commands.server.ts'
import { standDown } from '#app/features/screening/screening.commands.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import type { NominationRow } from '#db/schema.ts'
import { check, row, setOrganised, workOff } from '#tests/db/features/importing/scene.ts'
import { receive, type Scene } from '#tests/db/features/nominations/scene.ts'
import { makeAccount, makeMerge } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setOrganised(fresh.db)
})
afterEach(() => fresh.close())

async function take(): Promise<string> {
  const importId = await check(scene, [row(1), row(2), row(3, { nominatorEmail: '' })])
  valueOf(await startImport(scene.ctx, scene.edition, importId))
  await workOff(scene, importId)
  return importId
}
const undo = (importId: string) => undoImport(scene.ctx, scene.edition, importId)
const first = () => fresh.db.selectFrom('nomination').selectAll().where('nominator_email', '=', 'nell1@people.example').executeTakeFirstOrThrow()

test('it is as if the file had never been taken in, but for the trail; and it can be taken in again', async () => {
  const { nomination } = await receive(scene)
  const { audit_event: trailBefore, nomination_import: _, import_row: __, job: ___, ...before } = await readTables(fresh.db)
  const importId = await take()
  expect(valueOf(await undo(importId))).toBeUndefined()
  const { audit_event: trail, nomination_import: _i, import_row: rows, job: _j, ...after } = await readTables(fresh.db)
  expect(after).toEqual(before)
  expect([trail?.length, rows?.length]).toEqual([(trailBefore?.length ?? 0) + 7, 3]) // uploaded, started, three sent, done, undone
  expect((await findImport(scene.ctx, importId))?.state).toBe('undone')
  await take()
  expect((await fresh.db.selectFrom('nomination').select('id').execute()).length).toBe(4)
  expect(await fresh.db.selectFrom('nomination').selectAll().where('id', '=', nomination.id).executeTakeFirst()).toEqual(nomination)
  expect(await listBroken(fresh.db)).toEqual([])
})

const entryOf = ({ nominee_id }: NominationRow) => fresh.db.selectFrom('entry').select('id').where('nominee_id', '=', nominee_id).executeTakeFirstOrThrow()

test.each<[string, (nomination: NominationRow) => Promise<unknown>]>([
  ['it is withdrawn', (one) => withdrawNomination(scene.ctx, scene.edition, one)],
  ['its nominator begins to change it', (one) => draftOfNomination(scene.ctx, scene.edition, one)],
  ['its nominator is sent the link', (one) => sendLinkAgain(scene.ctx, scene.edition, one.id, 1)],
  ['its entry stands down', async (one) => standDown(scene.ctx, scene.edition, (await entryOf(one)).id, 'They have moved away.')],
  ['its nominee is told', (one) => markTold(scene.ctx, scene.edition, one.nominee_id, 'phone', 0)],
  ['it is merged', async (one) => makeMerge(fresh.db, one, (await receive(scene)).nomination)],
  ['its receipt is released', async () => releaseHeld(scene.ctx, scene.edition, 'nomination.receipt', fingerprintOf(await listHeld(scene.ctx, scene.edition, 'nomination.receipt')))],
])('once %s, it is refused, and says of which', async (_, work) => {
  const importId = await take()
  await work(await first())
  const before = await readTables(fresh.db)
  const { reference } = await first()
  const worked = await listWorkedOn(scene.ctx, { id: importId })
  expect(worked.map((one) => one.reference)).toContain(reference)
  expect(await undo(importId)).toMatchObject({ ok: false, code: 'import-worked-on', facts: { count: worked.length, which: worked.map((one) => one.reference).join(', ') } })
  expect(await readTables(fresh.db)).toEqual(before)
})

test('twice is refused, and so is it to assistants and in another edition', async () => {
  const importId = await take()
  const actor = await makeAccount(fresh.db, { role: 'assistant', edition: scene.edition })
  expect(await undoImport({ ...scene.ctx, actor }, scene.edition, importId)).toMatchObject({ code: 'not-yours' })
  expect(await undo('elsewhere')).toMatchObject({ code: 'not-found' })
  valueOf(await undo(importId))
  expect(await undo(importId)).toMatchObject({ code: 'import-moved-on' })
})
