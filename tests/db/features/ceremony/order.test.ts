import { afterEach, beforeEach, expect, test } from 'vitest'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { pressStage } from '#app/features/ceremony/commands.server.ts'
import { addCue, changeCue, makeRunningOrder, moveCue, removeCue } from '#app/features/ceremony/order.commands.server.ts'
import { listOrderGaps } from '#app/features/ceremony/preflight.queries.server.ts'
import { listCues } from '#app/features/ceremony/queries.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { makeAccount, makeCategory, makeCtx } from '#tests/factories/index.ts'
import { makeCeremony, makeStageFinalist, type CeremonyScene } from '#tests/setup/ceremony-scene.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: CeremonyScene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeCeremony(fresh.db, ['Wilma', 'Wanda'])
})
afterEach(() => fresh.close())

const ctx = () => makeCtx(fresh.db)
const seen = () => getEditionById(ctx(), scene.edition.id)
const titles = async () => (await listCues(fresh, scene.edition)).map(({ title }) => title)
const idOf = async (title: string) => (await listCues(fresh, scene.edition)).find((one) => one.title === title)?.id ?? ''
const gaps = async () => (await listOrderGaps(ctx(), await seen())).map(({ missing }) => missing)
const [welcome, thanks] = ['Welcome to Celebrating Excellence in Care 2027', 'Thank you, and good night']

test('is made from the categories in one go, and made again it adds what is missing and nothing else', async () => {
  expect(await titles()).toEqual([welcome, 'Award 1', 'Award 2', thanks])
  await makeCategory(fresh.db, scene.edition, { name: 'Late', state: 'sealed' })
  await makeCategory(fresh.db, scene.edition, { name: 'None', state: 'no-award' })
  await fresh.db.updateTable('edition').set({ version: 50 }).execute()
  expect(await makeRunningOrder(ctx(), await seen())).toEqual(ok())
  expect(await makeRunningOrder(ctx(), await seen())).toEqual(ok())
  expect(await titles()).toEqual([welcome, 'Award 1', 'Award 2', thanks, 'Late'])
})

test('words and breaks are added, changed, moved and taken out', async () => {
  expect(await addCue(ctx(), await seen(), { kind: 'break', title: 'Tea', script: '' })).toEqual(ok())
  for (const step of [1, 2]) expect([step, await moveCue(ctx(), await seen(), await idOf('Tea'), 'up')]).toEqual([step, ok()])
  expect(await titles()).toEqual([welcome, 'Award 1', 'Tea', 'Award 2', thanks])
  expect(await moveCue(ctx(), await seen(), await idOf('Award 1'), 'down')).toEqual(ok())
  expect(await moveCue(ctx(), await seen(), await idOf(thanks), 'down')).toEqual(ok())
  expect(await titles()).toEqual([welcome, 'Tea', 'Award 1', 'Award 2', thanks])
  expect(await changeCue(ctx(), await seen(), await idOf('Tea'), { title: 'Supper', script: 'Enjoy it' })).toEqual(ok())
  expect(await changeCue(ctx(), await seen(), await idOf('Award 1'), { title: 'Another name', script: 'Better words' })).toEqual(ok())
  expect((await listCues(fresh, scene.edition)).map(({ title, script }) => [title, script]).slice(1, 3)).toEqual([['Supper', 'Enjoy it'], ['Award 1', 'Better words']])
  expect(await removeCue(ctx(), await seen(), await idOf('Supper'))).toEqual(ok())
  expect(await titles()).toEqual([welcome, 'Award 1', 'Award 2', thanks])
})

test('what is on stage, or was revealed, stays in', async () => {
  for (let version = 0; version < 5; version += 1) await pressStage(ctx(), await seen(), 'next', version)
  for (const title of ['Award 1', 'Award 2']) expect(await removeCue(ctx(), await seen(), await idOf(title))).toEqual(denied('cue-on-stage'))
  expect(await removeCue(ctx(), await seen(), await idOf(thanks))).toEqual(ok())
})

test('of two who change it at once, the second is told; others may not; an archived one stays as it was', async () => {
  const before = await seen()
  const add = (who = ctx()): Promise<Result> => addCue(who, before, { kind: 'break', title: 'Tea', script: '' })
  expect([await add(), await add()]).toEqual([ok(), denied('changed-meanwhile')])
  const crew = await makeAccount(fresh.db, { role: 'stage-crew', edition: scene.edition })
  expect(await add({ ...ctx(), actor: crew })).toEqual(denied('not-yours'))
  await fresh.db.updateTable('edition').set({ stage: 'archived' }).execute()
  expect(await moveCue(ctx(), await seen(), await idOf(thanks), 'up')).toEqual(denied('wrong-stage', { stage: 'archived' }))
})

test('the look before the night finds every award, finalist and name that is not ready, and not who won', async () => {
  expect(await gaps()).toEqual([])
  const [one, two] = scene.categories
  await makeStageFinalist(fresh.db, scene.edition, one!, 'Silent', '{}')
  await fresh.db.updateTable('nominee').set({ said_as: '' }).where('name', '=', 'Finalist 2').execute()
  expect(await removeCue(ctx(), await seen(), await idOf('Award 2'))).toEqual(ok())
  expect(await changeCue(ctx(), await seen(), await idOf(thanks), { title: thanks, script: '' })).toEqual(ok())
  await makeCategory(fresh.db, scene.edition, { name: 'Late', state: 'settled' })
  await fresh.db.updateTable('edition').set({ version: 60 }).execute()
  expect(await gaps()).toEqual([
    'Award 2 is not in the running order.', 'Late is not in the running order.', 'The result of Late is not sealed.', `${thanks}: nothing is written for the presenter.`,
    'Late has no finalist to show.', 'Silent (Award 1) has not agreed to be named on stage: should they win, screen and script say “A winner who is not named on stage”. Ask them before the night.', 'Finalist 2 (Award 2) has not told us how the name is said.',
  ])
  expect(two?.name).toBe('Award 2')
})

test('is read by one query, however long it is', async () => {
  const counted = countQueries(fresh.url)
  expect([(await listCues(counted, scene.edition)).length, counted.asked()]).toEqual([4, 1])
  await counted.close()
})
