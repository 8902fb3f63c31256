import { afterEach, beforeEach, expect, test } from 'vitest'
import { deriveEntries } from '#app/features/nominations/entries.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { listEntries, receive, setScene, type Received, type Scene } from '#tests/db/features/nominations/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Scene
let one: Received
let other: Received
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
  one = await receive(scene, { categories: [scene.home.id] })
  other = await receive(scene, { categories: [scene.home.id, scene.team.id] })
})
afterEach(() => fresh.close())

const entries = async () => [await statesOf(one), await statesOf(other)]
async function statesOf({ nomination }: Received) {
  return (await listEntries(scene, nomination.nominee_id)).map((entry) => `${entry.slug} ${entry.state} ${entry.version}`)
}

/** Points the second nomination at a nominee, as a merge or its undoing does (domain contract, "Merge is identity"). */
function pointTo(nominee: Received, mergedInto: string | null) {
  return inTransaction(scene.ctx, async (trx) => {
    await trx.db.updateTable('nomination').set({ nominee_id: nominee.nomination.nominee_id }).where('id', '=', other.nomination.id).execute()
    await trx.db.updateTable('nominee').set({ merged_into: mergedInto }).where('id', '=', other.nomination.nominee_id).execute()
    for (const { nomination } of [one, other]) await deriveEntries(trx, scene.edition, nomination.nominee_id)
  })
}

test('entries go where the nominations go, and come back with them', async () => {
  expect(await entries()).toEqual([['home live 1'], ['home live 1', 'team live 1']])
  await pointTo(one, one.nomination.nominee_id)
  expect(await entries()).toEqual([['home live 2', 'team live 1'], ['home withdrawn 2', 'team withdrawn 2']])
  await pointTo(other, null)
  expect(await entries()).toEqual([['home live 3', 'team withdrawn 2'], ['home live 3', 'team live 3']])
})

test('a nominee without nominations gets no entry', async () => {
  await fresh.db.deleteFrom('entry').execute()
  await pointTo(one, one.nomination.nominee_id)
  expect(await entries()).toEqual([['home live 1', 'team live 1'], []])
})
