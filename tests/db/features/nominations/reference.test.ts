import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setScene, send, writeDraft } from '#tests/db/features/nominations/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

/** What is drawn next for a reference; after these, chance. */
const drawn: Buffer[] = []
vi.mock('node:crypto', async (original) => {
  const real = await original<typeof import('node:crypto')>()
  return { ...real, randomBytes: (size: number) => (size === 32 ? drawn.shift() : undefined) ?? real.randomBytes(size) }
})

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

test('a reference that is taken is drawn again, as often as it takes', async () => {
  const scene = await setScene(fresh.db)
  const drafts = [await writeDraft(scene, { nominatorEmail: '', nominatorPhone: '01632 960 001' }), await writeDraft(scene)]
  const [twos, threes] = [Buffer.alloc(32, 0), Buffer.alloc(32, 1)]
  drawn.push(twos, twos, twos, twos, threes)
  const heard = []
  for (const draft of drafts) heard.push(await send(scene, draft))
  expect(heard).toMatchObject([{ ok: true, value: { reference: '2222-2222' } }, { ok: true, value: { reference: '3333-3333' } }])
  const kept = await fresh.db.selectFrom('nomination').select(['reference', 'draft_id']).orderBy('reference').execute()
  expect(kept).toEqual([{ reference: '2222-2222', draft_id: drafts[0]?.id }, { reference: '3333-3333', draft_id: drafts[1]?.id }])
  expect(drawn).toEqual([])
})
