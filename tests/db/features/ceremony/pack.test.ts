import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import { denied, valueOf } from '#app/domain/result.ts'
import { readPack } from '#app/features/ceremony/pack.queries.server.ts'
import { addToEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { makeAccount, makeCtx, testNow } from '#tests/factories/index.ts'
import { makeCeremony, makeStageFinalist, seal, type CeremonyScene } from '#tests/setup/ceremony-scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: CeremonyScene
let owner: Account
let insider: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeCeremony(fresh.db, ['Wilma Winner', 'Wanda Winner'])
  owner = await makeAccount(fresh.db, { role: 'owner' })
  insider = makeCtx(fresh.db, { actor: owner })
  valueOf(await addToEmbargo(insider, scene.edition, owner.accountId))
})
afterEach(() => fresh.close())

const read = async (ctx = insider) => readPack(ctx, await getEditionById(ctx, scene.edition.id))
const named = (...names: string[]) => names.map((name) => ({ name, employer: `${name}’s home` }))

test('has the screen step by step, as the stage will show it; the winner’s steps alone are secret', async () => {
  const { steps } = valueOf(await read())
  const of = (number: number, winner: string) => {
    const title = `Award ${number}`
    return [
      { secret: false, screen: { kind: 'slide', title, caption: scene.edition.name } },
      { secret: false, screen: { kind: 'finalists', title, unnamed: 0, people: [`Finalist ${number}`, winner].map((name) => ({ name, employer: '' })) } },
      { secret: true, screen: { kind: 'winner', title, unnamed: 0, people: named(winner) } },
    ]
  }
  const slide = (title: string) => ({ secret: false, screen: { kind: 'slide', title, caption: '' } })
  expect(steps.slice(0, -1)).toEqual([slide(scene.edition.name), slide(`Welcome to ${scene.edition.name}`), ...of(1, 'Wilma Winner'), ...of(2, 'Wanda Winner')])
  expect(steps.at(-1)?.secret).toBe(false)
})

test('has the script with the winners and their citations', async () => {
  const { script, results } = valueOf(await read())
  expect(script.flatMap(({ winners }) => winners.map(({ name, saidAs, citation }) => [name, saidAs, citation.slice(0, 12)]))).toEqual([
    ['Wilma Winner', 'say Wilma Winner', 'Read out for'], ['Wanda Winner', 'say Wanda Winner', 'Read out for'],
  ])
  expect(results.map(({ name }) => name)).toEqual(['Award 1', 'Award 2'])
})

test('names nobody who has not agreed to it, and goes by the newest seal', async () => {
  const [first, second] = scene.categories
  const shy = await makeStageFinalist(fresh.db, scene.edition, first!, 'Shy Winner', '{"name":"yes","stage":"no"}')
  await seal(fresh.db, scene.edition, first!, [[shy, 'winner']], 2)
  const joint = [await makeStageFinalist(fresh.db, scene.edition, second!, 'Ann'), await makeStageFinalist(fresh.db, scene.edition, second!, 'Bob')]
  await seal(fresh.db, scene.edition, second!, joint.map((one) => [one, 'winner']), 2)
  const { steps } = valueOf(await read())
  expect(steps.filter(({ secret }) => secret).map(({ screen }) => screen)).toEqual([
    { kind: 'winner', title: 'Award 1', people: [], unnamed: 1 }, { kind: 'winner', title: 'Award 2', people: named('Ann', 'Bob'), unnamed: 0 },
  ])
})

test('is for the embargo list at the ceremony, and not for who has stepped out of a category', async () => {
  const outsider = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { role: 'organiser', edition: scene.edition }) })
  const crew = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { role: 'stage-crew', edition: scene.edition }) })
  expect([await read(outsider), await read(crew)]).toEqual([denied('not-yours'), denied('not-yours')])
  await fresh.db.insertInto('step_out').values({ id: newId(), category_id: scene.categories[0]!.id, account_id: owner.accountId, reason: '', out_at: testNow, back_at: null }).execute()
  expect(await read()).toEqual(denied('stepped-out'))
  await fresh.db.updateTable('step_out').set({ back_at: testNow }).execute()
  await fresh.db.updateTable('edition').set({ stage: 'archived' }).execute()
  expect(await read()).toEqual(denied('wrong-stage', { stage: 'archived' }))
})
