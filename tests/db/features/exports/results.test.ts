import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCsv } from '#app/domain/csv.ts'
import { sheetCsv } from '#app/domain/scoring/sheet-csv.ts'
import type { Standings } from '#app/domain/scoring/standings.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { scoresCsv } from '#app/features/exports/scores.server.ts'
import { standingsCsv } from '#app/features/exports/standings.server.ts'
import { listOpenResults } from '#app/features/moderation/embargo.server.ts'
import { listModerated } from '#app/features/moderation/moderated.queries.server.ts'
import { readCategorySheet } from '#app/features/moderation/score-sheet.server.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { buildDemo } from '#tests/demo/build.ts'
import { close, editionNow, makeScene, reveal, sealBoth, settle, type Scene } from '#tests/db/features/moderation/scene.ts'
import { makeAccount, makeCtx } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { collect } from '#tests/setup/parts.ts'
import { makeScratchFolder } from '#tests/setup/scratch.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

async function read(parts: AsyncIterable<string>): Promise<string[][]> {
  const table = readCsv((await collect(parts)).join(''))
  return table.ok ? table.rows.slice(1) : []
}

describe('of one category', () => {
  beforeEach(async () => {
    scene = await makeScene(fresh.db)
  })
  const openTo = async (ctx: Ctx) => (await listOpenResults(ctx, await editionNow(scene))).map(({ slug }) => slug)
  const everybody = async () => [await openTo(scene.first), await openTo(scene.outsider), await openTo(scene.owner), await openTo(makeCtx(fresh.db, { actor: await makeAccount(fresh.db) }))]

  test('results open to the embargo list when scoring is closed, to every organiser with the reveal, and to nobody else', async () => {
    expect(await everybody()).toEqual([[], [], [], []])
    await settle(scene)
    await sealBoth(scene)
    expect(await everybody()).toEqual([['care'], [], [], []])
    await reveal(scene)
    expect(await everybody()).toEqual([['care'], ['care'], ['care'], []])
  })

  test('standings have every figure and what was decided', async () => {
    await settle(scene)
    const edition = await editionNow(scene)
    const { rows } = await readStandings(scene.first, edition, scene.category)
    const awards = [['Winner', '1', 'Asha is kind.'], ['Highly commended', '2', ''], ['Reserve', '3', '']]
    expect(await read(standingsCsv(scene.first, edition, await listModerated(scene.first, edition)))).toEqual(rows.map((row, index) =>
      ['Home Care', String(row.place), row.entryId, row.name, row.employer, '3', ...[row.raw, row.adjusted, row.pFirst].map((figure) => String(figure ?? '')), ...awards[index]!]))
  })

  test('an award stays in sight when its entry no longer takes part, without its name', async () => {
    await settle(scene)
    await fresh.db.updateTable('entry').set({ standing: 'stood-down', standing_reason: 'They moved away' }).where('id', '=', scene.entries[0].id).execute()
    const edition = await editionNow(scene)
    const rows = await read(standingsCsv(scene.first, edition, await listModerated(scene.first, edition)))
    expect(rows.at(-1)).toEqual(['Home Care', '', scene.entries[0].id, '', '', '', '', '', '', 'Winner', '1', 'Asha is kind.'])
    expect(rows).toHaveLength(3)
  })

  test('scores have every mark of a finished scorecard, and say which count; what is not finished stays with its judge', async () => {
    await fresh.db.updateTable('scorecard').set({ state: 'in-progress', finished_at: null }).where('id', '=', scene.cards[0]!.id).execute()
    await fresh.db.updateTable('judge').set({ state: 'void' }).where('id', '=', scene.judges[2]!.id).execute()
    await close(scene)
    const edition = await editionNow(scene)
    const rows = await read(scoresCsv(scene.first, edition, [scene.category]))
    const [nominee, judge, score, counts] = [2, 3, 8, 12]
    expect(rows.map((row) => [row[nominee], row[score], row[counts]]).sort()).toEqual([
      ['Asha', '5', 'no'], ['Asha', '5', 'yes'], ['Bea', '4', 'no'], ['Bea', '4', 'yes'], ['Bea', '4', 'yes'], ['Cem', '3', 'no'], ['Cem', '3', 'yes'], ['Cem', '3', 'yes'],
    ])
    expect([...new Set(rows.map((row) => `${row[judge]} ${row[counts]}`))].sort()).toEqual([' no', 'J1 yes', 'J2 yes'])
  })
})

test('from the score sheets of the demo, npm run results gives the figures of the standings pages', { timeout: 120_000 }, async () => {
  const now = '2026-11-22T12:00:00.000Z'
  const ctx = makeCtx(fresh.db, { now })
  await buildDemo({ ...ctx, stage: 'moderating', say: () => undefined })
  const edition = (await findCurrentEdition(ctx))!
  const folder = makeScratchFolder('score-sheets')
  const categories = await listModerated(ctx, edition)
  let compared = 0
  for (const category of categories.slice(0, 4)) {
    const file = join(folder, `${category.slug}.csv`)
    writeFileSync(file, sheetCsv((await readCategorySheet(ctx, edition, category)).sheet))
    const { stdout } = spawnSync(process.execPath, ['app/results.ts', file, '--json', '--order', edition.settings.ordering], { encoding: 'utf8' })
    const { entries, method } = JSON.parse(stdout) as Standings
    const page = await readStandings(ctx, edition, category)
    const figures = page.rows.map(({ entryId, n, raw, adjusted, pFirst }) => [entryId, { n, raw, adjusted, pFirst }] as const)
    const given = new Map(entries.map(({ entry, n, raw, adjusted, pFirst }) => [entry, { n, raw, adjusted, pFirst }]))
    expect(figures.map(([id]) => [id, given.get(id)])).toEqual(figures)
    expect(method).toBe(page.method)
    compared += figures.length
  }
  rmSync(folder, { recursive: true })
  expect(compared).toBeGreaterThan(8)
})
