import { afterAll, expect, test, vi } from 'vitest'
import { readScoreSheet } from '#app/domain/scoring/score-sheet.ts'
import { workOut, type Ordering, type Working } from '#app/domain/scoring/standings.ts'
import { noteFigures, times } from '#tests/faults/figures.ts'
import { cheapCriterion, denseOf } from '#tests/unit/domain/scoring/naive.ts'
import { naiveStandings, type NaiveStandings } from '#tests/unit/domain/scoring/naive-sheet.ts'
import { chances, seeds, shuffled } from '#tests/unit/domain/scoring/panels.ts'
import { completeRows, csvOf, randomRows, rowsNotCounted, type Row } from '#tests/unit/domain/scoring/random-rows.ts'

/** The draws for P(first) have tests of their own; without them a sheet takes a millisecond instead of a hundred. */
vi.mock('#app/domain/scoring/first-place.ts', async (original) => ({
  ...(await original<typeof import('#app/domain/scoring/first-place.ts')>()),
  firstPlaceProbabilities: ({ mean }: { mean: Float64Array }) => mean.map((u) => 1 / (1 + Math.exp(-u))),
}))

const tried = seeds(1, times(500, 10_000))
const sheets = tried.length
const figures = { sheets, fitted: 0, 'with ties': 0, 'without a fit': 0, disconnected: 0, shifted: 0 }
afterAll(() => noteFigures(figures))

function worked(rows: readonly Row[], ordering: Ordering): Working {
  const read = readScoreSheet(csvOf(rows))
  if (!read.ok) throw new Error(read.problem)
  return workOut(read.sheet, { ordering })
}

const orderingOf = (seed: number): Ordering => (seed % 2 ? 'adjusted' : 'raw')
const everything = ({ standings, tieBreaks }: Working) => JSON.stringify([standings, tieBreaks])

test(`${sheets} sheets: what a second way of working them out gives`, { timeout: 600_000 }, () => {
  for (const seed of tried) {
    const rows = randomRows(seed)
    const working = worked(rows, orderingOf(seed))
    const naive = naiveStandings(rows, working.standings.model, orderingOf(seed))
    expectSame(working, naive, `seed ${seed}`)
    if (working.calibration.fit) expectLowest(working, `seed ${seed}`)
    figures.fitted += Number(naive.method === 'reml')
    figures['without a fit'] += Number(naive.method !== 'reml')
    figures['with ties'] += Number(naive.ties.length > 0)
    figures.disconnected += Number(naive.warnings.includes('disconnected'))
  }
  for (const [what, met] of Object.entries(figures)) if (what !== 'shifted') expect(met, what).toBeGreaterThan(sheets / 20)
})

test(`${sheets} sheets: the same to the last digit in any order of rows, and with rows that do not count`, { timeout: 600_000 }, () => {
  for (const seed of tried) {
    const [rows, chance] = [randomRows(seed), chances(seed + 0.5)]
    if (rows.length === 0) continue
    const wanted = everything(worked(rows, orderingOf(seed)))
    expect(everything(worked(shuffled(rows, chance), orderingOf(seed))), `seed ${seed}`).toBe(wanted)
    expect(everything(worked(shuffled([...rows, ...rowsNotCounted(rows, chance)], chance), orderingOf(seed))), `seed ${seed}, with more rows`).toBe(wanted)
  }
})

test('on a complete panel no judge moves a place by giving everybody more, or less', { timeout: 600_000 }, () => {
  const places = ({ standings }: Working) => standings.entries.map(({ entry, rawPlace, adjustedPlace }) => [entry, rawPlace, adjustedPlace ?? rawPlace]).sort()
  for (const seed of tried) {
    const rows = completeRows(seed)
    const shift = new Map(rows.map(({ judge }) => [judge, Math.round(5 * chances(seed + Number(judge.slice(1))).normal())]))
    const moved = rows.map((row) => ({ ...row, score: row.score! + shift.get(row.judge)! }))
    const before = places(worked(rows, 'adjusted'))
    expect(places(worked(moved, 'adjusted')), `seed ${seed}`).toEqual(before)
    for (const [entry, raw, adjusted] of before) expect(adjusted, `seed ${seed}, ${entry}`).toBe(raw)
    figures.shifted += 1
  }
})

function expectSame({ standings, tieBreaks }: Working, naive: NaiveStandings, where: string): void {
  const places = ({ entry, n, rawPlace, adjustedPlace }: NaiveStandings['entries'][number]) => [entry, n, rawPlace, adjustedPlace]
  expect([standings.method, standings.warnings], where).toEqual([naive.method, naive.warnings])
  expect(standings.entries.map(places), where).toEqual(naive.entries.map(places))
  for (const [k, { raw, adjusted }] of naive.entries.entries()) {
    expectNear(standings.entries[k]!.raw, raw, where)
    expectNear(standings.entries[k]!.adjusted, adjusted, where)
  }
  for (const { judge, severity } of standings.judges) expectNear(severity, naive.severity && naive.severity[judge]!, `${where}, ${judge}`)
  expect(tieBreaks.map(({ order }) => order.map((group) => group.toSorted())).sort(), where).toEqual(naive.ties.sort())
  for (const { order, by } of tieBreaks) expect(by.includes('panel'), where).toBe(order.some((group) => group.length > 1))
}

function expectNear(got: number | null, wanted: number | null, where: string): void {
  if (got === null || wanted === null) expect(got, where).toBe(wanted)
  else expect(Math.abs(got - wanted), where).toBeLessThan(1e-7)
}

/** No variances near the fitted ones, and none on the edges, are likelier. */
function expectLowest({ composites: { scores }, calibration }: Working, where: string): void {
  const { mean, varEntry, varJudge, varResidual } = calibration.fit!
  const criterion = cheapCriterion(denseOf(scores.map((one) => ({ ...one, y: one.y - mean }))))
  const [a, b] = [varEntry / varResidual, varJudge / varResidual]
  const others = [[0, 0], [0, b], [a, 0], [a * 1.1 + 0.01, b], [a / 1.1, b], [a, b * 1.1 + 0.01], [a, b / 1.1]] as const
  for (const [c, d] of others) expect(criterion(c, d), `${where}, ${c} ${d}`).toBeGreaterThan(criterion(a, b) - 1e-7)
}
