import { describe, expect, test } from 'vitest'
import { fitAdditive } from '#app/domain/scoring/additive.ts'
import { beatsUnder } from '#app/domain/scoring/closeness.ts'
import { componentsOf } from '#app/domain/scoring/connectivity.ts'
import { covariance, effectsOf, restrictedTo, sdOfDifference } from '#app/domain/scoring/effects.ts'
import { firstPlaceProbabilities } from '#app/domain/scoring/first-place.ts'
import { layoutOf } from '#app/domain/scoring/absorption.ts'
import { centred, panelOf, type Score } from '#app/domain/scoring/panel.ts'
import { fitReml } from '#app/domain/scoring/reml.ts'
import { RemlCriterion } from '#app/domain/scoring/reml-criterion.ts'
import { calibrate } from '#app/domain/scoring/calibration.ts'
import { denseOf, inverted, naiveMinimum, naiveReml, times, turned } from '#tests/unit/domain/scoring/naive.ts'
import { chances, randomScores, seeds } from '#tests/unit/domain/scoring/panels.ts'

/** On [0, 1], so that the naive matrices keep their digits. */
function unitScale(scores: Score[]): Score[] {
  const all = scores.map(({ y }) => y)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  return scores.map((one) => ({ ...one, y: (one.y - low) / (high - low) }))
}
const panels = (from: number, count: number) => seeds(from, count).map((seed) => ({ seed, scores: unitScale(randomScores(seed)) }))
  .filter(({ scores }) => scores.length > 3 && scores.every(({ y }) => Number.isFinite(y)))
const fitted = (from: number, count: number) => panels(from, count).flatMap(({ seed, scores }) => {
  const panel = panelOf(scores)
  const { fit } = calibrate(panel, 1e-9)
  return fit ? [{ seed, scores, panel, fit, dense: denseOf(scores) }] : []
})

test('the criterion and everything that follows from it are the textbook’s, at any ratios', () => {
  const { uniform } = chances(7)
  for (const { seed, scores } of panels(1000, 300)) {
    const { scores: deviations } = centred(panelOf(scores).scores)
    const ratios = [0, 1].map(() => (uniform() < 0.15 ? 0 : 10 ** (4 * uniform() - 2))) as [number, number]
    const criterion = new RemlCriterion(layoutOf(deviations))
    const got = criterion.solve(ratios)
    const naive = naiveReml(denseOf(scores), ...ratios)
    expect(got.criterion, `seed ${seed}`).toBeCloseTo(naive.criterion, 7)
    expect(criterion.value(ratios)).toBe(got.criterion)
    expect([...got.rowEffects, ...got.colEffects].join()).not.toContain('NaN')
    for (const [i, u] of got.rowEffects.entries()) expect(u, `seed ${seed}`).toBeCloseTo(naive.entryEffects[i]!, 8)
    for (const [j, b] of got.colEffects.entries()) expect(b, `seed ${seed}`).toBeCloseTo(naive.severity[j]!, 8)
  }
})

test('the gradient is the criterion’s slope, on the boundary too', () => {
  const { uniform } = chances(8)
  for (const { seed, scores } of panels(2000, 200)) {
    const criterion = new RemlCriterion(layoutOf(centred(panelOf(scores).scores).scores))
    const [a, b] = [0, 1].map(() => (uniform() < 0.2 ? 0 : 10 ** (3 * uniform() - 1.5))) as [number, number]
    const { gradient } = criterion.solve([a, b])
    const h = 1e-4
    const slope = (of: (x: number) => number, x: number) => (8 * (of(x + h) - of(x - h)) - of(x + 2 * h) + of(x - 2 * h)) / (12 * h)
    expect(gradient[0], `seed ${seed}`).toBeCloseTo(slope((x) => criterion.value([x, b]), a), 4)
    expect(gradient[1], `seed ${seed}`).toBeCloseTo(slope((x) => criterion.value([a, x]), b), 4)
  }
})

// Twenty seconds of searching are too long to be had for each change of `npm run mutation`.
test.skipIf(process.env.STRYKER_MUTATOR_WORKER)('no point of a brute-force search is lower than the fit', { timeout: 120_000 }, () => {
  const kinds = new Set<string>()
  for (const { seed, fit, dense } of fitted(3000, 75)) {
    const best = naiveMinimum(dense)
    expect(fit.criterion, `seed ${seed}`).toBeLessThan(naiveReml(dense, best.entryRatio, best.judgeRatio).criterion + 1e-8)
    kinds.add(`${fit.varEntry > 0} ${fit.varJudge > 0}`)
  }
  expect(kinds.size).toBe(4) // the inside, both edges, and the corner have been met
})

test.each([100372, 100569, 100612, 100659, 101243, 102040])('panel %d has two minima, and the lower one is found', { timeout: 30_000 }, (seed) => {
  const [{ fit, dense }] = fitted(seed, 1) as [ReturnType<typeof fitted>[number]]
  const best = naiveMinimum(dense)
  expect(fit.criterion).toBeLessThan(naiveReml(dense, best.entryRatio, best.judgeRatio).criterion + 1e-8)
})

test('adjusted means and effects are the textbook’s at the fitted variances', () => {
  for (const { seed, fit, dense } of fitted(4000, 300)) {
    const naive = naiveReml(dense, fit.varEntry / fit.varResidual, fit.varJudge / fit.varResidual)
    expect(fit.mean, `seed ${seed}`).toBeCloseTo(naive.mean, 7)
    expect(fit.varResidual).toBeCloseTo(naive.variance, 7)
    for (const [i, value] of fit.adjusted.entries()) expect(value, `seed ${seed}`).toBeCloseTo(naive.adjusted[i]!, 7)
    for (const [j, value] of fit.severity.entries()) expect(value, `seed ${seed}`).toBeCloseTo(naive.severity[j]!, 7)
  }
})

describe('uncertainty', () => {
  test('covariances of entries and of judges are the posterior’s, whichever side is absorbed', () => {
    const sides = new Set<string>()
    for (const { seed, fit, dense } of fitted(5000, 200)) {
      sides.add(fit.absorbed)
      const naive = naiveReml(dense, fit.varEntry / fit.varResidual, fit.varJudge / fit.varResidual)
      const [entries, judges] = [effectsOf(fit, 'entries'), effectsOf(fit, 'judges')]
      for (const [i, row] of naive.entryCovariance().entries()) for (const [k, value] of row.entries()) expect(covariance(entries, i, k), `seed ${seed}`).toBeCloseTo(value, 7)
      for (const [i, row] of naive.judgeCovariance().entries()) for (const [k, value] of row.entries()) expect(covariance(judges, i, k), `seed ${seed}`).toBeCloseTo(value, 7)
    }
    expect(sides).toEqual(new Set(['entries', 'judges']))
  })

  test('restricted to some, they are the same', () => {
    for (const { fit } of fitted(5000, 60)) {
      const effects = effectsOf(fit, 'entries')
      const all = [...effects.mean.keys()]
      for (const some of [all, all.slice(0, 1), all.slice(1, 4)].map((list) => Int32Array.from(list))) {
        const less = restrictedTo(effects, some)
        for (const [one, i] of some.entries()) {
          expect(less.mean[one]).toBe(effects.mean[i])
          for (const [other, k] of some.entries()) expect(covariance(less, one, other)).toBeCloseTo(covariance(effects, i, k), 12)
        }
      }
    }
  })

  test('of two entries, P(first) is P(one beats the other)', () => {
    const two = fitted(6100, 400).filter(({ panel, fit }) => panel.entries.length === 2 && fit.varEntry > 0)
    expect(two.length).toBeGreaterThan(1)
    for (const { seed, fit } of two) {
      const effects = effectsOf(fit, 'entries')
      expect(Math.abs(firstPlaceProbabilities(effects, 1)[0]! - beatsUnder(effects)(0, 1)), `seed ${seed}`).toBeLessThan(0.005)
    }
  })

  test('P(first) is what draws from the textbook’s covariance give', { timeout: 60_000 }, () => {
    for (const { seed, fit, dense, panel } of fitted(7000, 30).filter((one) => one.fit.varEntry > 0)) {
      const naive = naiveReml(dense, fit.varEntry / fit.varResidual, fit.varJudge / fit.varResidual)
      const got = firstPlaceProbabilities(effectsOf(fit, 'entries'), seed)
      const wins = naiveFirst(naive.entryEffects, naive.entryCovariance(), 40_000, seed)
      for (const [i, name] of panel.entries.entries()) expect(Math.abs(got[i]! - wins[i]!), `seed ${seed} ${name}`).toBeLessThan(0.014)
    }
  })
})

/** Shares of draws mean + L z in which each is highest. */
function naiveFirst(mean: number[], matrix: number[][], draws: number, seed: number): number[] {
  const { normal } = chances(seed + 99)
  const l = matrix.map((row) => row.map(() => 0))
  for (const [i, row] of l.entries()) {
    for (let k = 0; k <= i; k++) {
      const rest = matrix[i]![k]! - row.slice(0, k).reduce((sum, x, c) => sum + x * l[k]![c]!, 0)
      row[k] = i === k ? Math.sqrt(Math.max(rest, 0)) : l[k]![k]! > 1e-9 ? rest / l[k]![k]! : 0
    }
  }
  const wins = mean.map(() => 0)
  for (let draw = 0; draw < draws; draw++) {
    const z = mean.map(() => normal())
    const drawn = mean.map((u, i) => u + l[i]!.reduce((sum, x, k) => sum + x * z[k]!, 0))
    wins[drawn.indexOf(Math.max(...drawn))]! += 1 / draws
  }
  return wins
}

test('the additive fit is least squares: residuals sum to 0 by entry and by judge, severities in each component', () => {
  for (const { seed, scores } of panels(8000, 300)) {
    const { scores: table } = panelOf(scores)
    const { residuals, severity, adjusted, rss, df, components } = fitAdditive(table)
    const { z, w } = denseOf([...scores].sort((a, b) => (a.entry + a.judge < b.entry + b.judge ? -1 : 1)))
    for (const incidence of [z, w]) for (const [sum] of times(turned(incidence), [...residuals].map((e) => [e]))) expect(sum, `seed ${seed}`).toBeCloseTo(0, 9)
    const { count, ofCol } = componentsOf(table)
    for (let c = 0; c < count; c++) expect(severity.reduce((sum, b, j) => sum + (ofCol[j] === c ? b : 0), 0), `seed ${seed}`).toBeCloseTo(0, 9)
    expect(components).toBe(count)
    expect(df).toBe(scores.length - table.rows - table.cols + count)
    expect(rss).toBeCloseTo(residuals.reduce((sum, e) => sum + e * e, 0), 12)
    expect(adjusted).toHaveLength(table.rows)
  }
})

test('leverages are the diagonal of the hat matrix', () => {
  for (const { seed, scores } of panels(9000, 150)) {
    const ordered = [...scores].sort((a, b) => (a.entry + a.judge < b.entry + b.judge ? -1 : 1))
    const { scores: table } = panelOf(scores)
    const { ofRow, ofCol, count } = componentsOf(table)
    const { z, w } = denseOf(ordered)
    const x = z.map((row, cell) => [...row, ...w[cell]!])
    const lift = Array.from({ length: count }, (_, c) => [...[...ofRow].map((d) => Number(d === c)), ...[...ofCol].map((d) => -Number(d === c))])
    const regular = times(turned(x), x).map((row, i) => row.map((value, k) => value + lift.reduce((sum, v) => sum + v[i]! * v[k]!, 0)))
    const hat = times(times(x, inverted(regular).inverse), turned(x))
    const leverages = fitAdditive(table).leverages()
    for (const [cell, row] of hat.entries()) expect(leverages[cell], `seed ${seed}`).toBeCloseTo(row[cell]!, 8)
  }
})

test('large panels: the same by classes of rows summed beforehand and by rows one at a time', () => {
  const { normal, uniform, below } = chances(5)
  const scores = Array.from({ length: 60 }, (_, i) => Array.from({ length: 5 }, (__, j) => ({ entry: `E${i}`, judge: `J${j}`, y: normal() + j })).filter(() => uniform() < 0.8)).flat()
  const extra = Array.from({ length: 3 }, (_, i) => ({ entry: `F${i}`, judge: `J${below(5)}`, y: normal() }))
  const layout = layoutOf(centred(panelOf([...scores, ...extra]).scores).scores)
  expect(layout.classes.some(({ pairs }) => pairs)).toBe(true)
  const listed = { ...layout, classes: layout.classes.map((one) => ({ ...one, pairs: null })) }
  const [a, b] = [new RemlCriterion(layout).solve([0.7, 0.4]), new RemlCriterion(listed).solve([0.7, 0.4])]
  expect(a.criterion).toBeCloseTo(b.criterion, 10)
  expect(a.gradient[0]).toBeCloseTo(b.gradient[0], 9)
  expect(a.gradient[1]).toBeCloseTo(b.gradient[1], 9)
  expect(sdOfDifference(effectsOf(fitReml(panelOf(scores).scores), 'entries'), 3, 3)).toBe(0)
})
