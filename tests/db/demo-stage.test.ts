import { afterEach, beforeEach, expect, test } from 'vitest'
import { days, later } from '#app/domain/time.ts'
import { listPublicAwards } from '#app/features/ceremony/awards.queries.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { listStageFinalists } from '#app/features/shortlisting/finalists.queries.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { announce, answerNotices, archive, type At } from '#tests/demo/stage.ts'
import { makeCtx, testNow } from '#tests/factories/index.ts'
import { makeCeremony, type CeremonyScene } from '#tests/setup/ceremony-scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: CeremonyScene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeCeremony(fresh.db, ['Wilma', 'Wanda', 'Walter'])
})
afterEach(() => fresh.close())

const at: At = async (now, actor) => {
  const ctx = makeCtx(fresh.db, { now, ...(actor && { actor }) })
  return { ctx, edition: await getEditionById(ctx, scene.edition.id) }
}

test('the demo’s night names everybody, and its year is archived', async () => {
  const { ceremony_at: begins } = scene.edition
  await announce(at, begins)
  const { edition } = await at(later(begins, days(1)))
  expect((await listPublicAwards(fresh, edition)).map(({ name }) => name).sort()).toEqual(['Walter', 'Wanda', 'Wilma'])
  expect((await fresh.db.selectFrom('category').select('state').distinct().execute())).toEqual([{ state: 'revealed' }])
  await archive(at, begins)
  expect((await at(begins)).edition.stage).toBe('archived')
  expect(await listBroken(fresh.db)).toEqual([])
})

test('its finalists say yes, by letter or with the code that is mailed', async () => {
  await fresh.db.updateTable('nominee').set({ answer: 'none', publicity: '{}' }).execute()
  await fresh.db.updateTable('nominee').set({ reach: 'wilma@people.example' }).where('name', '=', 'Wilma').execute()
  for (const { id } of await fresh.db.selectFrom('nominee').select('id').execute()) {
    await fresh.db.insertInto('notice').values({ id: newId(), nominee_id: id, route: 'letter', due_at: testNow, told_at: testNow, created_at: testNow }).execute()
  }
  await answerNotices(await at(testNow))
  expect((await listStageFinalists(fresh, scene.edition)).map(({ agreed }) => agreed)).toEqual(Array(6).fill(true))
})
