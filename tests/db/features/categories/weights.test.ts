import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeWeights } from '#app/features/categories/commands.server.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { createEditionFromTemplate } from '#app/features/editions/commands.server.ts'
import { findEdition, getEditionById } from '#app/features/editions/queries.server.ts'
import type { Edition } from '#app/domain/edition.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let ctx: Ctx
let edition: Edition
beforeEach(async () => {
  fresh = await freshDatabase()
  ctx = makeCtx(fresh.db)
  await createEditionFromTemplate(ctx, { slug: '2027' })
  edition = await reread()
})
afterEach(() => fresh.close())

async function reread(): Promise<Edition> {
  const found = await findEdition(ctx, '2027')
  if (!found) throw new Error('no edition')
  return found
}
/** The first category with its weights as they stand: 30, 25, 25, 20. */
async function homeCare() {
  const category = (await getProgramme(ctx, await reread())).categories[0]
  if (!category) throw new Error('no category')
  const weigh = (...weights: number[]) => Object.fromEntries(category.criteria.map((one, index) => [one.id, weights[index] ?? 0]))
  return { id: category.id, weights: category.criteria.map((one) => one.weight), weigh }
}
const version = async (id: string) => (await fresh.db.selectFrom('category').select('criteria_version').where('id', '=', id).executeTakeFirstOrThrow()).criteria_version

test('weights that total 100 are set, and everything kept by version is made anew', async () => {
  const { id, weigh } = await homeCare()
  expect(await changeWeights(ctx, edition, id, weigh(40, 30, 20, 10))).toMatchObject({ ok: true })
  expect((await homeCare()).weights).toEqual([40, 30, 20, 10])
  expect([(await reread()).version, await version(id)]).toEqual([2, 2])
  const trail = await fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'facts']).orderBy('seq', 'desc').executeTakeFirst()
  expect(trail).toEqual({
    verb: 'criterion.changed', object_id: id,
    facts: '{"changes":["weight 1: 30 → 40","weight 2: 25 → 30","weight 3: 25 → 20","weight 4: 20 → 10"]}',
  })
})

test.each([
  ['99 in all', [30, 25, 25, 19], 99],
  ['101 in all', [30, 25, 25, 21], 101],
  ['a weight of nothing', [50, 25, 25, 0], 100],
  ['a negative weight', [60, 25, 25, -10], 100],
  ['a half', [30.5, 24.5, 25, 20], 100],
])('%s is refused', async (_, weights, total) => {
  const { id, weigh } = await homeCare()
  expect(await changeWeights(ctx, edition, id, weigh(...weights))).toEqual({ ok: false, code: 'weights-total', facts: { total } })
  expect(await homeCare()).toMatchObject({ weights: [30, 25, 25, 20] })
  expect((await reread()).version).toBe(1)
})

test('a criterion left out, or one of another category, is refused', async () => {
  const { id, weigh } = await homeCare()
  const [first, ...others] = Object.entries(weigh(30, 25, 25, 20))
  expect(await changeWeights(ctx, edition, id, Object.fromEntries(others))).toMatchObject({ code: 'weights-total' })
  expect(await changeWeights(ctx, edition, id, Object.fromEntries([['another', first?.[1] ?? 0], ...others]))).toMatchObject({ code: 'weights-total' })
})

test('a category of another edition is not there', async () => {
  const other = await makeEdition(fresh.db, { slug: '2026' })
  const category = await makeCategory(fresh.db, other)
  expect(await changeWeights(ctx, edition, category.id, {})).toMatchObject({ code: 'not-found' })
})

test('once nominations have opened, weights take a reason', async () => {
  await fresh.db.updateTable('edition').set({ stage: 'nominating' }).execute()
  const { id, weigh } = await homeCare()
  expect(await changeWeights(ctx, edition, id, weigh(40, 30, 20, 10))).toMatchObject({ code: 'reason-needed' })
  expect(await changeWeights(ctx, edition, id, weigh(40, 30, 20, 10), 'The panel asked')).toMatchObject({ ok: true })
  const { facts } = await fresh.db.selectFrom('audit_event').select('facts').orderBy('seq', 'desc').executeTakeFirstOrThrow()
  expect(JSON.parse(facts)).toMatchObject({ reason: 'The panel asked' })
})

test('two at once: one is set whole, the other is told', async () => {
  const { id, weigh } = await homeCare()
  const answers = await Promise.all([changeWeights(ctx, edition, id, weigh(40, 30, 20, 10)), changeWeights(ctx, edition, id, weigh(10, 20, 30, 40))])
  expect(answers.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['changed-meanwhile', 'ok'])
  expect([[40, 30, 20, 10], [10, 20, 30, 40]]).toContainEqual((await homeCare()).weights)
  expect((await getEditionById(ctx, edition.id)).version).toBe(2)
})

test('weights are organisers’ to change', async () => {
  const { id, weigh } = await homeCare()
  const judge = { ...ctx, actor: await makeAccount(fresh.db, { role: 'judge', edition }) }
  expect(await changeWeights(judge, edition, id, weigh(40, 30, 20, 10))).toMatchObject({ code: 'not-yours' })
})
