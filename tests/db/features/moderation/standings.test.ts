import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { workOut } from '#app/domain/scoring/standings.ts'
import { numbered, readCategorySheet } from '#app/features/moderation/score-sheet.server.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { ScorecardRow } from '#db/schema.ts'
import { testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { editionNow, makeScene, type Scene } from '#tests/db/features/moderation/scene.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeScene(fresh.db)
})
afterEach(() => fresh.close())

const read = async () => readStandings(scene.first, await editionNow(scene), scene.category)
const shown = async () => (await read()).rows.map(({ name, place, raw, n }) => [name, place, raw, n])

test('entries stand by the mean of their finished scorecards', async () => {
  expect(await shown()).toEqual([['Asha', 1, 5, 3], ['Bea', 2, 4, 3], ['Cem', 3, 3, 3]])
  const { rows, cards, gone, ordering, adjusts } = await read()
  expect({ cards, gone, ordering, adjusts, scores: rows[0]?.scores }).toEqual({ cards: { counted: 9, unfinished: 0, outdated: 0, apart: 0 }, gone: [], ordering: 'raw', adjusts: true, scores: [5, 5, 5] })
})

describe('what does not count', () => {
  const change = {
    unfinished: ({ id }: ScorecardRow) => fresh.db.updateTable('scorecard').set({ state: 'in-progress', finished_at: null }).where('id', '=', id).execute(),
    outdated: ({ entry_id }: ScorecardRow) => fresh.db.updateTable('entry').set({ dossier_version: 9 }).where('id', '=', entry_id).execute(),
    aside: ({ judge_id, entry_id }: ScorecardRow) => fresh.db.insertInto('recusal').values({ id: newId(), judge_id, entry_id, source: 'declared', reason: '', created_at: testNow, lifted_at: null }).execute(),
    voided: ({ judge_id }: ScorecardRow) => fresh.db.updateTable('judge').set({ state: 'void' }).where('id', '=', judge_id).execute(),
  }
  const make = (what: keyof typeof change) => change[what](scene.cards[0]!)

  test('a scorecard that is not finished: its entry falls below the quorum, and the others move up', async () => {
    await make('unfinished')
    expect(await shown()).toEqual([['Bea', 1, 4, 3], ['Cem', 2, 3, 3], ['Asha', null, 5, 2]])
    expect((await read()).cards).toEqual({ counted: 8, unfinished: 1, outdated: 0, apart: 0 })
  })

  test('scorecards made on older evidence', async () => {
    await make('outdated')
    expect(await shown()).toEqual([['Bea', 1, 4, 3], ['Cem', 2, 3, 3], ['Asha', null, null, 0]])
    expect((await read()).cards).toEqual({ counted: 6, unfinished: 0, outdated: 3, apart: 0 })
  })

  test('those of a judge who stepped aside, or is void', async () => {
    await make('aside')
    expect((await shown()).map(([name, , , n]) => [name, n])).toEqual([['Bea', 3], ['Cem', 3], ['Asha', 2]])
    await make('voided')
    expect((await shown()).map(([name, , , n]) => [name, n])).toEqual([['Asha', 2], ['Bea', 2], ['Cem', 2]])
  })

})

describe('an entry that stood down', () => {
  const leave = (standing: 'stood-down' | 'void') => fresh.db.updateTable('entry').set({ standing, standing_reason: 'Moved' }).where('id', '=', scene.entries[0].id).execute()
  const severities = async () => {
    const { sheet } = await readCategorySheet(scene.first, await editionNow(scene), scene.category)
    return workOut(sheet).standings.judges.map(({ n, severity }) => [n, severity?.toFixed(6)])
  }
  /** Ann marks Asha two points higher than the others do, and Bea one. */
  beforeEach(async () => {
    for (const [card, value] of [[scene.cards[0], 7], [scene.cards[3], 5]] as const) await fresh.db.updateTable('mark').set({ value }).where('scorecard_id', '=', card!.id).execute()
  })

  test('is named apart and takes no place, and tells as much of its judges as before', async () => {
    const before = await severities()
    await leave('stood-down')
    expect((await shown()).map(([name, place]) => [name, place])).toEqual([['Bea', 1], ['Cem', 2]])
    const { gone, cards, certainty } = await read()
    expect({ gone, cards, possible: certainty.possibleWinners?.includes('Asha') }).toEqual({ gone: ['Asha'], cards: { counted: 6, unfinished: 0, outdated: 0, apart: 3 }, possible: false })
    expect(await severities()).toEqual(before)
  })

  test('and is void tells nothing', async () => {
    await leave('void')
    expect((await read()).cards).toMatchObject({ counted: 6, apart: 0 })
    expect((await severities()).map(([n]) => n)).toEqual([2, 2, 2])
  })
})

test('below the quorum an entry has no chance of first place, and is ranked where the edition has it so', async () => {
  await fresh.db.updateTable('scorecard').set({ state: 'in-progress', finished_at: null }).where('id', '=', scene.cards[0]!.id).execute()
  const chances = async () => (await read()).rows.map(({ name, pFirst }) => [name, pFirst !== null])
  expect(await chances()).toEqual([['Bea', true], ['Cem', true], ['Asha', false]])
  const settings = JSON.stringify({ ...(await editionNow(scene)).settings, quorumRule: 'ranked-with-warning' })
  await fresh.db.updateTable('edition').set((e) => ({ settings, version: e('version', '+', 1) })).execute()
  expect(await chances()).toEqual([['Asha', true], ['Bea', true], ['Cem', true]])
})

test('judges stand as numbers that tell nothing of who they are, others in each category', async () => {
  const { sheet, judges } = await readCategorySheet(scene.first, await editionNow(scene), scene.category)
  expect([...new Set(sheet.marks.map(({ judge }) => judge))].sort()).toEqual(['J1', 'J2', 'J3'])
  expect(judges.toSorted()).toEqual(scene.judges.map(({ id }) => id).sort())
  expect(numbered('J', 0, { length: 12 })).toBe('J01')
})

test('a mark that a judge could not give is told, and guessed from the rest', async () => {
  const judge = scene.judges[0]!
  const criterion = await fresh.db.insertInto('criterion').values({ id: newId(), category_id: scene.category.id, position: 2, name: 'Courage', weight: 50, scale_min: 0, scale_max: 10, anchors: '[]' }).returningAll().executeTakeFirstOrThrow()
  await fresh.db.updateTable('criterion').set({ weight: 50 }).where('category_id', '=', scene.category.id).execute()
  await fresh.db.updateTable('edition').set((e) => ({ version: e('version', '+', 1) })).execute()
  for (const card of scene.cards.filter(({ judge_id }) => judge_id !== judge.id)) {
    await fresh.db.insertInto('mark').values({ scorecard_id: card.id, criterion_id: criterion.id, value: 8, cannot_judge: 0, reason: '' }).execute()
  }
  expect((await read()).rows.map(({ name, missing, raw }) => [name, missing, Number(raw?.toFixed(6))])).toEqual([['Asha', 1, 4.666667], ['Bea', 1, 4], ['Cem', 1, 3.333333]])
})

test('however many entries there are, it takes as many reads', async () => {
  const edition = await editionNow(scene)
  const counted = countQueries(fresh.url)
  const count = async () => {
    const before = counted.asked()
    const { rows } = await readStandings(counted, edition, scene.category)
    return [rows.length, counted.asked() - before]
  }
  const aside = (standing: 'stood-down' | 'standing') => fresh.db.updateTable('entry').set({ standing }).where('id', 'in', scene.entries.slice(1).map(({ id }) => id)).execute()
  await count() // keeps the programme
  await aside('stood-down')
  const one = await count()
  await aside('standing')
  expect([one, await count()]).toEqual([[1, 3], [3, 3]])
  await counted.close()
})
