import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { valueOf } from '#app/domain/result.ts'
import { moveCategory } from '#app/features/screening/screening.commands.server.ts'
import { findEntry } from '#app/features/screening/screening.queries.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { makeAccount, testNow } from '#tests/factories/index.ts'
import { listEntries, receive, rewrite, send, setScene, type Received, type Scene } from '#tests/db/features/nominations/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Scene
let received: Received
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
  received = await receive(scene, { categories: [scene.home.id] })
})
afterEach(() => fresh.close())

/** Organisers move it from Home Care to Care Team. */
async function move(): Promise<void> {
  const { id } = await scene.db.selectFrom('entry').select('id').where('nominee_id', '=', received.nomination.nominee_id).executeTakeFirstOrThrow()
  const entry = await findEntry(scene, scene.edition, id)
  const actor = await makeAccount(scene.db, { role: 'organiser', edition: scene.edition })
  valueOf(await moveCategory({ ...scene.ctx, actor }, scene.edition, { entryId: id, dossierVersion: entry?.dossier_version ?? 0 }, 'team'))
}
async function change(own: Parameters<typeof rewrite>[2]): Promise<void> {
  await rewrite(scene, received.draft, own)
  valueOf(await send(scene, received.draft))
}
async function categories(): Promise<string[]> {
  const rows = await scene.db.selectFrom('nomination_category').select(['category_id', 'moved_from']).execute()
  const slug = (id: string | null) => (id === scene.home.id ? 'home' : id === scene.team.id ? 'team' : '')
  return rows.map((row) => `${slug(row.moved_from)} → ${slug(row.category_id)}`).sort()
}
const entries = async () => (await listEntries(scene, received.nomination.nominee_id)).map(({ slug, state }) => `${slug} ${state}`)

describe('a nomination that organisers moved', () => {
  test('stays moved when its nominator changes the words', async () => {
    await move()
    await change({ name: 'Samira Carer' })
    expect([await categories(), await entries()]).toEqual([['home → team'], ['home withdrawn', 'team live']])
    expect(await listBroken(scene.db)).toEqual([])
  })

  test('chosen for the other category as well, is there once, with both answers', async () => {
    await move()
    await change({ categories: [scene.home.id, scene.team.id] })
    expect([await categories(), await entries()]).toEqual([['home → team'], ['home withdrawn', 'team live']])
  })

  test('goes where its nominator wants it once the moved choice is given up', async () => {
    await move()
    await change({ categories: [scene.team.id] })
    expect([await categories(), await entries()]).toEqual([[' → team'], ['home withdrawn', 'team live']])
  })
})

test('whoever answered for themselves is not described anew by their nominator', async () => {
  const nominee = () => scene.db.selectFrom('nominee').select(['name', 'employer', 'employer_key']).executeTakeFirstOrThrow()
  await change({ name: 'Samira Carer', employer: 'The Hallowtree Nursing Home Ltd' })
  expect(await nominee()).toEqual({ name: 'Samira Carer', employer: 'The Hallowtree Nursing Home Ltd', employer_key: 'hallowtree' })
  await scene.db.updateTable('nominee').set({ answered_at: testNow, answer: 'accepted', name: 'Sam' }).execute()
  await change({ name: 'Samantha Carer' })
  expect((await nominee()).name).toBe('Sam')
})
