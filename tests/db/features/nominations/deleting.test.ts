import { afterEach, beforeEach, expect, test } from 'vitest'
import { draftsEnd } from '#app/domain/draft-clock.ts'
import { days, later } from '#app/domain/time.ts'
import { deleteUnsent } from '#app/features/nominations/deleting.commands.server.ts'
import { mailWayBack } from '#app/features/nominations/drafts.commands.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { at, receive, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
})
afterEach(() => fresh.close())

const end = () => draftsEnd(scene.edition)
const run = async (now: string, asked = end()) => deleteUnsent((await at(scene, now)).ctx, { editionId: scene.edition.id, end: asked })
const draftIds = async () => (await fresh.db.selectFrom('draft').select('id').execute()).map(({ id }) => id)

test('what was begun and not sent goes, with its links and messages; what was sent stays, and another edition’s drafts', async () => {
  const { draft: sent } = await receive(scene)
  const before = await readTables(fresh.db)
  const unsent = await writeDraft(scene)
  await mailWayBack(scene.ctx, scene.edition, unsent, 'nell@people.example')
  const elsewhere = await writeDraft(await setScene(fresh.db, { slug: '2026', current: 0 }))
  await run(end())
  expect((await draftIds()).sort()).toEqual([sent.id, elsewhere.id].sort())
  const after = await readTables(fresh.db)
  for (const table of ['link', 'message', 'nomination', 'nomination_version', 'answer'] as const) expect([table, after[table]]).toEqual([table, before[table]])
  expect(await fresh.db.selectFrom('audit_event').select(['verb', 'facts', 'actor_kind']).where('verb', '=', 'draft.deleted').execute()).toMatchObject([{ facts: '{"drafts":1,"stopped":["check"]}' }])
  expect(await listBroken(fresh.db)).toEqual([])
})

test('however many there are', async () => {
  const { id, ...row } = await fresh.db.selectFrom('draft').selectAll().where('id', '=', (await writeDraft(scene)).id).executeTakeFirstOrThrow()
  for (let copy = 0; copy < 420; copy += 1) await fresh.db.insertInto('draft').values({ ...row, id: `${id}-${copy}` }).execute()
  await run(end())
  expect(await draftIds()).toEqual([])
})

test('not a moment earlier, and not when the close was moved since', async () => {
  const { id } = await writeDraft(scene)
  await run(later(end(), -1))
  await fresh.db.updateTable('edition').set({ closes_at: later(scene.edition.closes_at, days(7)) }).execute()
  await run(later(end(), days(1)), end())
  expect(await draftIds()).toEqual([id])
})
