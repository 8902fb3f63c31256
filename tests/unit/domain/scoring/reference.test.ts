import { describe, expect, test } from 'vitest'
import { fitAdditive } from '#app/domain/scoring/additive.ts'
import { beatsUnder } from '#app/domain/scoring/closeness.ts'
import { compositesOf } from '#app/domain/scoring/composite.ts'
import { connectivityOf } from '#app/domain/scoring/connectivity.ts'
import { effectsOf, standardError } from '#app/domain/scoring/effects.ts'
import { firstPlaceProbabilities } from '#app/domain/scoring/first-place.ts'
import { checkJudges } from '#app/domain/scoring/judge-checks.ts'
import { kendallW } from '#app/domain/scoring/kendall.ts'
import { krippendorffAlpha, type Metric } from '#app/domain/scoring/krippendorff.ts'
import { bordaShares, meanZScores, medians, olympicMeans } from '#app/domain/scoring/other-methods.ts'
import { panelOf, rowMeans, transposed, type Panel } from '#app/domain/scoring/panel.ts'
import { judgesPerEntry, reliabilityOf } from '#app/domain/scoring/reliability.ts'
import { fitReml } from '#app/domain/scoring/reml.ts'
import { preferencesOf, schulzePlaces, strongestPaths } from '#app/domain/scoring/schulze.ts'
import { workOut, type Working } from '#app/domain/scoring/standings.ts'
import { readScoreSheet } from '#app/domain/scoring/score-sheet.ts'
import { fixture, scoresIn } from '#tests/unit/domain/scoring/panels.ts'

type ByName = Record<string, number>
interface Expected {
  raw: { entry_mean: ByName }
  both_random_REML: { mu: number; mu_se: number; var_entry: number; var_judge: number; var_residual: number; minus2logLik: number; blup_entry: ByName; blup_judge: ByName }
  both_fixed: { entry_lsmean: ByName; judge_effect_sum_to_zero: ByName; rss: number; df_residual: number }
}
const tolerance = 1e-9
const digits = 5 // adjusted means, effects
const expectedOf = <T>(name: string) => JSON.parse(fixture(`${name}.json`)) as T
const named = (names: readonly string[], values: ArrayLike<number | null>) => Object.fromEntries(names.map((name, k) => [name, values[k]]))

function expectAllClose(got: Record<string, unknown>, wanted: ByName, places: number): void {
  expect(Object.keys(got)).toEqual(Object.keys(wanted).sort())
  for (const [name, value] of Object.entries(wanted)) expect(got[name], name).toBeCloseTo(value, places)
}

describe.each([['penicillin', 'penicillin.csv'], ['paris1976_red11', 'paris1976_red11.csv'], ['shrout_fleiss', 'shrout_fleiss.csv'], ['fixture_panel', 'fixture_panel_composite.csv']])('%s', (name, file) => {
  const { raw, both_random_REML: random, both_fixed: fixed } = expectedOf<Expected>(name)
  const fitted = () => {
    const panel: Panel = panelOf(scoresIn(file))
    return { panel, fit: fitReml(panel.scores) }
  }

  test('variances and criterion as lme4 finds them', () => {
    const { fit } = fitted()
    expect(fit.mean).toBeCloseTo(random.mu, 8)
    expect(fit.varEntry / random.var_entry).toBeCloseTo(1, 6)
    expect(fit.varJudge / random.var_judge).toBeCloseTo(1, 6)
    expect(fit.varResidual / random.var_residual).toBeCloseTo(1, 6)
    expect(fit.criterion).toBeCloseTo(random.minus2logLik, 7)
    expect(Math.sqrt(fit.varResidual * fit.solution.varMean)).toBeCloseTo(random.mu_se, 6)
  })

  test('predictions of entries and judges', () => {
    const { panel, fit } = fitted()
    expectAllClose(named(panel.entries, fit.entryEffects), random.blup_entry, digits)
    expectAllClose(named(panel.judges, fit.severity), random.blup_judge, digits)
  })

  test('raw means, and both effects fixed', () => {
    const { panel } = fitted()
    const additive = fitAdditive(panel.scores)
    expectAllClose(named(panel.entries, rowMeans(panel.scores)), raw.entry_mean, 10)
    expectAllClose(named(panel.entries, additive.adjusted), fixed.entry_lsmean, 8)
    expectAllClose(named(panel.judges, additive.severity), fixed.judge_effect_sum_to_zero, 8)
    expect(additive.rss).toBeCloseTo(fixed.rss, 8)
    expect(additive.df).toBe(fixed.df_residual)
  })
})

test.each([
  ['paris1976_red11', { A: 0.364, B: 0.343, C: 0.184, D: 0.097 }],
])('P(first) of %s', (name, wanted) => {
  const panel = panelOf(scoresIn(`${name}.csv`))
  const got = named(panel.entries, firstPlaceProbabilities(effectsOf(fitReml(panel.scores), 'entries'), 1))
  for (const [entry, p] of Object.entries(wanted)) expect(Math.abs(got[entry]! - p), entry).toBeLessThan(0.004)
})

describe('Shrout and Fleiss (1979): intraclass correlations', () => {
  test.each(['shrout_fleiss', 'paris1976_red11', 'fixture_panel'])('%s', (name) => {
    const expected = expectedOf<{ icc_from_REML?: ByName; icc?: ByName }>(name)
    const wanted = expected.icc_from_REML ?? expected.icc!
    const { scores } = panelOf(scoresIn(name === 'fixture_panel' ? 'fixture_panel_composite.csv' : `${name}.csv`))
    const got = reliabilityOf(fitReml(scores), judgesPerEntry(scores))
    expect(got.k).toBeCloseTo(wanted.k ?? wanted.k_harmonic!, 12)
    const all = [[got.iccA1, 'ICC_A1'], [got.iccC1, 'ICC_C1'], [got.iccAk, 'ICC_Ak'], [got.iccCk, 'ICC_Ck']] as const
    for (const [value, key] of all) expect(value, key).toBeCloseTo(wanted[key]!, 6)
  })

  test('are the ones in print', () => {
    const { scores } = panelOf(scoresIn('shrout_fleiss.csv'))
    const { iccA1, iccC1, iccAk, iccCk } = reliabilityOf(fitReml(scores), 4)
    expect([iccA1, iccC1, iccAk, iccCk].map((value) => value?.toFixed(2))).toEqual(['0.29', '0.71', '0.62', '0.91'])
  })
})

test.each(['nominal', 'ordinal', 'interval', 'ratio'] satisfies Metric[])('Krippendorff (2011), example C: %s', (metric) => {
  const units = [...Map.groupBy(scoresIn('krippendorff.csv'), ({ entry }) => entry).values()].map((unit) => unit.map(({ y }) => y))
  expect(krippendorffAlpha(units, metric)).toBeCloseTo(expectedOf<{ alpha: ByName }>('krippendorff').alpha[metric]!, 10)
})

describe.each(['paris1976_red11', 'shrout_fleiss', 'fixture_panel'])('other methods on %s', (name) => {
  interface Other { zscore: { mean_z: ByName }; olympic: { olympic_mean: ByName }; median: ByName; kendall?: { W_tie_corrected: number; chisq: number; df: number; p: number }; borda?: { borda_points: ByName } }
  const { zscore, olympic, median, kendall, borda } = expectedOf<Other>(name)
  const panelRead = () => panelOf(scoresIn(name === 'fixture_panel' ? 'fixture_panel_composite.csv' : `${name}.csv`))

  test('z-scores, Olympic means, medians', () => {
    const { entries, scores } = panelRead()
    expectAllClose(named(entries, meanZScores(scores)), zscore.mean_z, 9)
    expectAllClose(named(entries, olympicMeans(scores)), olympic.olympic_mean, 9)
    expectAllClose(named(entries, medians(scores)), median, 9)
  })

  test('Kendall’s W', () => {
    const got = kendallW(transposed(panelRead().scores), tolerance)
    if (!kendall) return expect(got).toBeNull()
    expect([got?.w, got?.chiSquare, got?.df].map((value) => value?.toFixed(9))).toEqual([kendall.W_tie_corrected, kendall.chisq, kendall.df].map((value) => value.toFixed(9)))
    expect(got?.p).toBeCloseTo(kendall.p, 10)
  })

  test('Borda', () => {
    const { entries, judges, scores } = panelRead()
    if (!borda) return expect(bordaShares(scores, tolerance)).toHaveLength(18)
    const points = bordaShares(scores, tolerance).map((share) => share! * judges.length * (entries.length - 1))
    expectAllClose(named(entries, points), borda.borda_points, 9)
  })
})

test.each(['paris1976_red11', 'shrout_fleiss'])('Schulze’s order of %s contradicts the reference nowhere', (name) => {
  const { schulze_ranking: ranking, pairwise_wins: wins } = expectedOf<{ schulze_ranking: string[]; pairwise_wins: Record<string, number[]> }>(name)
  const { entries, scores } = panelOf(scoresIn(`${name}.csv`))
  const prefer = preferencesOf(scores, tolerance)
  expect(named(entries, prefer as never)).toEqual(wins)
  const strength = strongestPaths(prefer)
  const before = (a: string, b: string) => strength[entries.indexOf(a)]![entries.indexOf(b)]! > strength[entries.indexOf(b)]![entries.indexOf(a)]!
  expect(ranking.flatMap((low, at) => ranking.slice(0, at).filter((high) => before(low, high)))).toEqual([])
  expect(entries[schulzePlaces(prefer).indexOf(1)]).toBe(ranking[0])
})

test('Schulze (2011): 45 ballots, order E A C B D with the printed strengths', () => {
  const letters = [...'ABCDE']
  const ballots = fixture('schulze_wikipedia45.csv').trim().split('\n').slice(1).map((line) => line.split(',') as [string, string])
  const prefer = letters.map((a) => letters.map((b) => ballots.reduce((sum, [count, ballot]) => sum + (a !== b && ballot.indexOf(a) < ballot.indexOf(b) ? Number(count) : 0), 0)))
  const strength = strongestPaths(prefer)
  const path = (a: string, b: string) => strength[letters.indexOf(a)]![letters.indexOf(b)]
  expect([path('E', 'A'), path('A', 'E'), path('A', 'C'), path('C', 'A'), path('C', 'B'), path('B', 'C'), path('B', 'D'), path('D', 'B')]).toEqual([25, 24, 28, 25, 29, 28, 33, 28])
  const places = schulzePlaces(prefer)
  expect(letters.toSorted((a, b) => places[letters.indexOf(a)]! - places[letters.indexOf(b)]!).join('')).toBe('EACBD')
})

describe('the panel with conflicts, holes and four criteria', () => {
  interface Fixture {
    weights: ByName
    criterion_means: ByName
    krippendorff_interval: number
    fiedler: number
    components: number
    judge_inconsistency: Record<string, { n: number; rss: number; dof: number; F: number; p: number }>
    hat_values: number[]
    rank: {
      severity_adjusted_mean: ByName; ranking_by_severity_adjusted_mean: string[]; judge_severity_se: ByName; posterior_sd: ByName
      p_rank1_mc1e6: ByName; credible_set_95: string[]; p_winner_beats_exact: ByName; too_close_to_call_with_winner_90: string[]; p_adjacent_exact: { a: string; b: string; p: number }[]
    }
  }
  const expected = expectedOf<Fixture>('fixture_panel')
  const weights = new Map(Object.entries(expected.weights))
  const text = fixture('fixture_panel_scores.csv').trim().split('\n').map((line, row) => `${line},${row ? weights.get(line.split(',')[2]!) : 'weight'}`).join('\n')
  const sheet = () => {
    const read = readScoreSheet(text)
    if (!read.ok) throw new Error(read.problem)
    return read.sheet
  }
  const effects = ({ calibration }: Working) => effectsOf(calibration.fit!, 'entries')

  test('composites', () => {
    const { scores, marks } = compositesOf(sheet())
    const wanted = scoresIn('fixture_panel_composite.csv')
    expect(scores.map(({ entry, judge }) => `${entry} ${judge}`)).toEqual(wanted.map(({ entry, judge }) => `${entry} ${judge}`).sort())
    for (const [k, { y }] of scores.entries()) expect(y).toBeCloseTo(wanted[k]!.y, 12)
    const means = Map.groupBy(marks, ({ criterion }) => criterion)
    for (const [id, mean] of Object.entries(expected.criterion_means)) {
      const given = means.get(id)!
      expect(given.reduce((sum, { score }) => sum + score, 0) / given.length).toBeCloseTo(mean, 10)
    }
  })

  test('adjusted means and their order', () => {
    const { panel, calibration, standings } = workOut(sheet())
    expectAllClose(named(panel.entries, calibration.adjusted!), expected.rank.severity_adjusted_mean, digits)
    const placed = standings.entries.toSorted((a, b) => a.adjustedPlace! - b.adjustedPlace!).map(({ entry }) => entry)
    expect(placed).toEqual(expected.rank.ranking_by_severity_adjusted_mean)
    expect(standings.entries[0]?.entry).toBe('E15')
  })

  test('uncertainty of severities and entries', () => {
    const working = workOut(sheet())
    const { panel, standings } = working
    for (const { judge, se } of standings.judges) expect(se, judge).toBeCloseTo(expected.rank.judge_severity_se[judge]!, digits)
    expectAllClose(named(panel.entries, panel.entries.map((_, i) => standardError(effects(working), i))), expected.rank.posterior_sd, digits)
  })

  test('P(first) and the possible winners', () => {
    const { standings } = workOut(sheet())
    for (const { entry, pFirst } of standings.entries) expect(Math.abs(pFirst! - expected.rank.p_rank1_mc1e6[entry]!), entry).toBeLessThan(0.005)
    expect(standings.possibleWinners).toEqual(expected.rank.credible_set_95)
  })

  test('who beats whom, exactly', () => {
    const working = workOut(sheet())
    const { panel, standings } = working
    const beats = beatsUnder(effects(working))
    const at = (name: string) => panel.entries.indexOf(name)
    for (const [other, p] of Object.entries(expected.rank.p_winner_beats_exact)) expect(beats(at('E02'), at(other)), other).toBeCloseTo(p, 5)
    for (const { a, b, p } of expected.rank.p_adjacent_exact) expect(beats(at(a), at(b)), a).toBeCloseTo(p, 5)
    const withWinner = standings.tooClose!.filter(([upper]) => upper === 'E02').map(([, lower]) => lower)
    expect(withWinner.toSorted()).toEqual(expected.rank.too_close_to_call_with_winner_90.toSorted())
    const adjacent = expected.rank.p_adjacent_exact.filter(({ p }) => p < 0.9).map(({ a, b }) => `${a} ${b}`)
    expect(standings.tooClose!.map((pair) => pair.join(' ')).filter((pair) => pair !== 'E02 E10')).toEqual(adjacent)
  })

  test('agreement, connection, judges', () => {
    const { panel, calibration } = workOut(sheet())
    const { start, y } = panel.scores
    const units = panel.entries.map((_, i) => [...y.subarray(start[i], start[i + 1])])
    expect(krippendorffAlpha(units, 'interval')).toBeCloseTo(expected.krippendorff_interval, 10)
    expect(connectivityOf(panel)).toMatchObject({ components: expected.components, fiedler: expect.closeTo(expected.fiedler, 10) })
    const checks = checkJudges(panel.scores, calibration.additive)
    for (const [j, judge] of panel.judges.entries()) {
      const { n, dof, F, p } = expected.judge_inconsistency[judge]!
      expect(checks[j]).toMatchObject({ n, inconsistency: { f: expect.closeTo(F, 9), df1: expect.closeTo(dof, 9), p: expect.closeTo(p, 9) } })
    }
    const sorted = (values: ArrayLike<number>) => Array.from(values).sort((a, b) => a - b)
    const leverages = sorted(calibration.additive.leverages())
    for (const [k, h] of sorted(expected.hat_values).entries()) expect(leverages[k]).toBeCloseTo(h, 10)
  })
})
