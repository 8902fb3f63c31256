import { afterEach, beforeEach, expect, test } from 'vitest'
import { denied, ok, valueOf } from '#app/domain/result.ts'
import { takeArchiveBack } from '#app/features/ceremony/archiving.commands.server.ts'
import { listCeremonyTasks } from '#app/features/ceremony/year-tasks.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { addToEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { listResultTasks } from '#app/features/moderation/year-tasks.server.ts'
import { close, editionNow, makeScene, sealBoth, settle } from '#tests/db/features/moderation/scene.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition } from '#tests/factories/index.ts'
import { makeCeremony } from '#tests/setup/ceremony-scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

test('the desk counts what is left between the last score and the seal', async () => {
  const scene = await makeScene(fresh.db)
  const left = async () => (await listResultTasks(fresh, await editionNow(scene))).map((task) => task.left)
  expect(await left()).toEqual([0, 1, 1, 1])
  await close(scene)
  expect(await left()).toEqual([0, 0, 1, 1])
})

test('settled is decided, and sealed is done', async () => {
  const scene = await makeScene(fresh.db)
  await makeCategory(fresh.db, scene.edition, { state: 'shortlisted' })
  const left = async () => (await listResultTasks(fresh, await editionNow(scene))).map((task) => task.left)
  await settle(scene)
  expect(await left()).toEqual([0, 1, 1, 2])
  await sealBoth(scene)
  expect(await left()).toEqual([0, 1, 1, 1])
})

test('who sees results wants two people', async () => {
  const edition = await makeEdition(fresh.db, { stage: 'judging' })
  const owner = await makeAccount(fresh.db, { role: 'owner' })
  const toName = async () => (await listResultTasks(fresh, edition))[0]?.left
  expect(await toName()).toBe(2)
  valueOf(await addToEmbargo(makeCtx(fresh.db, { actor: owner }), edition, owner.accountId))
  expect(await toName()).toBe(1)
})

test('of whom one may be a witness', async () => {
  const edition = await makeEdition(fresh.db, { stage: 'judging' })
  const owner = await makeAccount(fresh.db, { role: 'owner' })
  const [one, other] = [await makeAccount(fresh.db, { role: 'witness', edition }), await makeAccount(fresh.db, { role: 'witness', edition })]
  const toName: unknown[] = []
  for (const { accountId } of [one, other, owner]) {
    valueOf(await addToEmbargo(makeCtx(fresh.db, { actor: owner }), edition, accountId))
    toName.push((await listResultTasks(fresh, edition))[0]?.left)
  }
  expect(toName).toEqual([1, 1, 0])
})

test('the desk counts what the night wants, and nothing before it', async () => {
  const { edition } = await makeCeremony(fresh.db, ['Wilma Winner', 'Wanda Winner'])
  expect((await listCeremonyTasks(fresh, edition)).map(({ left, of }) => [left, of])).toEqual([[0, 'to see to'], [2, 'to name'], [1, 'not yet']])
  expect([await listCeremonyTasks(fresh, { ...edition, stage: 'judging' }), await listResultTasks(fresh, edition)]).toEqual([[], []])
})

test('an archived year is taken back by who organises it, with a reason, once', async () => {
  const edition = await makeEdition(fresh.db, { stage: 'archived' })
  const ctx = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { role: 'organiser', edition }) })
  const visitor = makeCtx(fresh.db, { actor: await makeAccount(fresh.db) })
  expect([await takeArchiveBack(visitor, edition, 'Why not'), await takeArchiveBack(ctx, edition, '')]).toEqual([denied('not-yours'), denied('reason-needed')])
  expect(await takeArchiveBack(ctx, edition, 'A seal is to be amended')).toEqual(ok())
  expect((await getEditionById(ctx, edition.id)).stage).toBe('ceremony')
  expect(await fresh.db.selectFrom('audit_event').select(['verb', 'facts']).execute()).toEqual([{ verb: 'edition.return-to-ceremony', facts: '{"reason":"A seal is to be amended"}' }])
  expect([await takeArchiveBack(ctx, edition, 'Again'), await takeArchiveBack(ctx, await getEditionById(ctx, edition.id), 'Again')])
    .toEqual([denied('changed-meanwhile'), denied('wrong-stage', { stage: 'ceremony' })])
})
