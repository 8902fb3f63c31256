import { describe, expect, test } from 'vitest'
import { checkJudges } from '#app/domain/scoring/judge-checks.ts'
import { kendallW } from '#app/domain/scoring/kendall.ts'
import { krippendorffAlpha } from '#app/domain/scoring/krippendorff.ts'
import { meanZScores } from '#app/domain/scoring/other-methods.ts'
import { transposed } from '#app/domain/scoring/panel.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import { compareMethods } from '#app/domain/scoring/comparison.ts'
import { fixture, scoresFrom, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

interface Case {
  rows: [string, string, number][]
  raw_mean: Record<string, number>
  FE: { entry: Record<string, number> }
  both_random_REML?: { mu: number; var_entry: number; var_judge: number; var_residual: number; blup_judge: Record<string, number> }
  rank?: { severity_adjusted_mean: Record<string, number>; p_rank1_mc1e6: Record<string, number> }
}
const { cases } = JSON.parse(fixture('degenerate.json')) as { cases: Record<string, Case> }
const of = (name: string) => workOut(sheetOf(scoresFrom(cases[name]!.rows)))
const unknownModel = { mean: null, varEntry: null, varJudge: null, varResidual: null, criterion: null }

test.each(Object.keys(cases))('%s: raw means and places are always there', (name) => {
  const { entries } = of(name).standings
  const wanted = Object.entries(cases[name]!.raw_mean)
  for (const { entry, raw, rawPlace } of entries) {
    expect(raw, entry).toBeCloseTo(cases[name]!.raw_mean[entry]!, 9)
    expect(rawPlace).toBe(1 + wanted.filter(([, other]) => other > raw! + 1e-6).length)
  }
  expect(entries.map(({ entry }) => entry).sort()).toEqual(wanted.map(([entry]) => entry).sort())
})

describe.each(Object.entries(cases).filter(([, one]) => one.both_random_REML))('%s is fitted', (name, { both_random_REML: wanted, rank }) => {
  test('variances and adjusted means', () => {
    const { standings } = of(name)
    const { mean, varEntry, varJudge, varResidual } = standings.model
    expect(standings.method).toBe('reml')
    expect(mean).toBeCloseTo(wanted!.mu, 6)
    expect(varEntry! / wanted!.var_entry).toBeCloseTo(1, 5)
    expect(varJudge).toBeCloseTo(wanted!.var_judge, 5)
    expect(varResidual! / wanted!.var_residual).toBeCloseTo(1, 4)
    for (const { judge, severity } of standings.judges) expect(severity, judge).toBeCloseTo(wanted!.blup_judge[judge]!, 5)
    for (const { entry, adjusted } of standings.entries) expect(adjusted, entry).toBeCloseTo(rank!.severity_adjusted_mean[entry]!, 5)
  })

  test('P(first)', () => {
    for (const { entry, pFirst } of of(name).standings.entries) expect(Math.abs(pFirst! - rank!.p_rank1_mc1e6[entry]!), entry).toBeLessThan(0.005)
  })
})

test.each(['one_judge', 'tree_no_df'])('%s: raw only, and nothing that cannot be known', (name) => {
  const { standings } = of(name)
  expect(standings).toMatchObject({
    method: 'raw-only', model: unknownModel, possibleWinners: null, tooClose: null, warnings: ['not-enough-overlap'],
    sameWinner: { raw: null, bothFixed: null, leaveOneJudgeOut: null }, reliability: { iccA1: null, iccAk: null, iccC1: null, iccCk: null },
  })
  for (const one of standings.entries) expect(one).toMatchObject({ adjusted: null, adjustedPlace: null, pFirst: null })
  for (const one of standings.judges) expect(one).toMatchObject({ severity: null, se: null })
})

test('one entry is first, whatever else cannot be known', () => {
  const { standings } = of('one_entry')
  expect(standings).toMatchObject({ method: 'raw-only', model: unknownModel, possibleWinners: ['A'], tooClose: null })
  expect(standings.entries).toEqual([{ entry: 'A', n: 5, raw: 7, rawPlace: 1, adjusted: null, adjustedPlace: null, pFirst: 1 }])
})

test('no variation: everybody shares first place', () => {
  const { standings, panel, tolerance } = of('all_equal')
  expect(standings).toMatchObject({
    method: 'no-variation', model: { mean: 7, varEntry: 0, varJudge: 0, varResidual: 0, criterion: null }, warnings: ['no-variation'],
    reliability: { iccA1: null, iccAk: null, iccC1: null, iccCk: null, k: 3 }, possibleWinners: ['A', 'B', 'C'],
  })
  for (const one of standings.entries) expect(one).toMatchObject({ raw: 7, rawPlace: 1, adjusted: 7, adjustedPlace: 1, pFirst: 1 / 3 })
  expect(kendallW(transposed(panel.scores), tolerance)).toBeNull()
  expect(krippendorffAlpha([[7, 7, 7], [7, 7, 7]], 'interval')).toBeNull()
})

test('perfectly additive: the additive fit, and certainty', () => {
  const { standings } = of('perfectly_additive')
  expect(standings).toMatchObject({ method: 'both-fixed', possibleWinners: ['A'], tooClose: [], warnings: ['no-residual-variation'], model: { varResidual: 0, criterion: null } })
  for (const { entry, adjusted, pFirst } of standings.entries) {
    expect(adjusted).toBeCloseTo(cases.perfectly_additive!.FE.entry[entry]!, 9)
    expect(pFirst).toBe(entry === 'A' ? 1 : 0)
  }
  expect(standings.reliability).toMatchObject({ iccC1: 1, iccCk: 1 })
})

test('perfectly additive and apart: nothing is said across the parts', () => {
  const apart = scoresFrom([['A', 'J1', 3], ['A', 'J2', 4], ['B', 'J1', 1], ['B', 'J2', 2], ['C', 'J3', 5], ['C', 'J4', 6], ['D', 'J3', 8], ['D', 'J4', 9]])
  const { standings } = workOut(sheetOf(apart))
  expect(standings).toMatchObject({ method: 'both-fixed', possibleWinners: null, tooClose: null, warnings: ['no-residual-variation', 'very-uncertain', 'disconnected'], sameWinner: { bothFixed: null } })
  expect(standings.entries.map(({ pFirst }) => pFirst)).toEqual([null, null, null, null])
})

test('disconnected: fitted, with a warning, and never compared by the additive fit', () => {
  const working = of('disconnected')
  const { standings } = working
  expect(standings).toMatchObject({ warnings: ['disconnected'], sameWinner: { bothFixed: null } })
  expect(compareMethods(working)[0]).toEqual({ name: 'both fixed', values: null, places: null })
})

test('a judge who gives all the same is noted, has no z-score, and breaks nothing', () => {
  const { standings, panel, calibration } = of('flat_judge')
  expect(standings.judges.find(({ judge }) => judge === 'J3')?.flags).toContain('same-score')
  const withoutFlat = workOut(sheetOf(scoresFrom(cases.flat_judge!.rows.filter(([, judge]) => judge !== 'J3'))))
  expect(meanZScores(panel.scores)).toEqual(meanZScores(withoutFlat.panel.scores))
  expect(checkJudges(panel.scores, calibration.additive)[2]).toMatchObject({ slope: 0, spread: 0 })
})

test('an exact tie shares the place, and the ladder says who stands first', () => {
  const { standings, tieBreaks } = of('exact_tie')
  expect(standings.entries.map(({ entry, rawPlace, adjustedPlace }) => [entry, rawPlace, adjustedPlace])).toEqual([['B', 1, 1], ['A', 1, 1], ['C', 3, 3]])
  expect(tieBreaks).toEqual([{ order: [['B'], ['A']], by: ['head-to-head'] }])
  expect(standings.tooClose).toContainEqual(['A', 'B'])
  expect(standings.model.varJudge).toBe(0)
  for (const { severity } of standings.judges) expect(Math.abs(severity!)).toBe(0)
})

test('one score from the most lenient judge is corrected, and still first', () => {
  const [first] = of('single_score_entry').standings.entries
  expect(first).toMatchObject({ entry: 'D', n: 1, raw: 9.5, rawPlace: 1, adjustedPlace: 1, adjusted: expect.closeTo(8.8247, 4) })
})

test('judges who do not separate the entries leave all as likely', () => {
  const { standings } = workOut(sheetOf(scoresFrom([['A', 'J1', 1], ['A', 'J2', 4], ['B', 'J1', 4], ['B', 'J2', 1], ['C', 'J1', 2], ['C', 'J2', 3]])))
  expect(standings).toMatchObject({ method: 'reml', model: { varEntry: 0 }, reliability: { iccA1: 0, iccCk: 0 }, possibleWinners: ['A', 'B', 'C'] })
  expect(standings.warnings).toEqual(['very-uncertain', 'entries-not-separated'])
  expect(standings.entries.map(({ pFirst }) => pFirst)).toEqual([1 / 3, 1 / 3, 1 / 3])
  expect(standings.tooClose).toHaveLength(3)
})

test('an entry without a counted score has no place; a sheet without scores has nothing', () => {
  const sheet = sheetOf(scoresFrom(cases.exact_tie!.rows))
  const { standings } = workOut({ ...sheet, entries: [...sheet.entries, 'Z'] })
  expect(standings.entries.at(-1)).toEqual({ entry: 'Z', n: 0, raw: null, rawPlace: null, adjusted: null, adjustedPlace: null, pFirst: null })
  expect(standings.warnings).toEqual(['not-judged'])
  expect(workOut({ entries: [], criteria: [], marks: [] }).standings).toMatchObject({ method: 'raw-only', entries: [], judges: [], warnings: ['no-scores'], possibleWinners: null })
})
