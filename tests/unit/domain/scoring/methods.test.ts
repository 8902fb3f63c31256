import { describe, expect, test } from 'vitest'
import { factorise, invert, logDeterminant, solve } from '#app/domain/scoring/cholesky.ts'
import { onScale, type Mark } from '#app/domain/scoring/composite.ts'
import { chiSquareAbove, fAbove, normalBelow } from '#app/domain/scoring/distributions.ts'
import { kendallW } from '#app/domain/scoring/kendall.ts'
import { krippendorffAlpha } from '#app/domain/scoring/krippendorff.ts'
import { bordaShares, meanZScores, medianOf, olympicMeans, standardDeviation } from '#app/domain/scoring/other-methods.ts'
import { byName, centred, panelOf, transposed, type Score } from '#app/domain/scoring/panel.ts'
import { groupsByValue, midRanks, placesOf, toleranceOf } from '#app/domain/scoring/places.ts'
import { randomFrom } from '#app/domain/scoring/random.ts'
import { preferencesOf, schulzePlaces } from '#app/domain/scoring/schulze.ts'
import { tieBreaker } from '#app/domain/scoring/tie-ladder.ts'
import { beatsOutright, tooCloseToCall } from '#app/domain/scoring/closeness.ts'
import { inverted } from '#tests/unit/domain/scoring/naive.ts'
import { chances, scoresFrom } from '#tests/unit/domain/scoring/panels.ts'

describe('places', () => {
  test.each([
    ['competition ranking', [5, 7, 5, 9, 4], [3, 2, 3, 1, 5]],
    ['nothing', [], []],
    ['no figure, no place', [1, null, 2], [2, null, 1]],
    ['nearer than the tolerance is equal', [1, 1 + 1e-10, 2], [2, 2, 1]],
    ['further is not', [1, 1 + 2e-9, 2], [3, 2, 1]],
    ['near ones do not chain', [0, 0.8e-9, 1.6e-9], [3, 1, 1]],
  ])('%s', (_, values, wanted) => expect(placesOf(values, 1e-9)).toEqual(wanted))

  test('equals stand in the order they came in, whatever rounding left of them', () => {
    expect(groupsByValue([1, 1 + 1e-10, 2, null], 1e-9)).toEqual([[2], [0, 1]])
    expect(groupsByValue([1, 2, 1], 0)).toEqual([[1], [0, 2]])
  })
  test('mid-ranks', () => expect(midRanks([3, 1, 3, 2], 1e-9)).toEqual([1.5, 4, 1.5, 3]))
  test('the tolerance goes with the range, and stays above rounding', () => {
    expect(toleranceOf(10, 5)).toBeCloseTo(1e-8, 12)
    expect(toleranceOf(0, 1e9)).toBeCloseTo(1e-5, 12)
  })
})

describe('the tie ladder', () => {
  const criteria = [{ id: 'a', weight: 50 }, { id: 'b', weight: 30 }, { id: 'c', weight: 20 }]
  const marksOf = (rows: [entry: string, judge: string, a: number, b: number, c: number][]) =>
    rows.flatMap(([entry, judge, ...marks]) => marks.map((score, k): Mark => ({ entry, judge, criterion: 'abc'[k]!, score })))
  const breakTie = (marks: Mark[], scores: Score[], tied: string[], severity = new Map<string, number>()) =>
    tieBreaker({ criteria, marks, scores, severity, tolerance: 1e-9 })(tied)

  test('the heaviest criterion that differs decides', () => {
    const marks = marksOf([['A', 'J', 3, 3, 4], ['B', 'J', 3, 4, 2.5], ['C', 'J', 4, 1, 4.5]])
    expect(breakTie(marks, [], ['A', 'B', 'C'])).toEqual({ order: [['C'], ['B'], ['A']], by: ['criteria'] })
  })

  test('criteria of equal weight stand on one rung: neither is first', () => {
    const evidence = { criteria: [{ id: 'a', weight: 1 }, { id: 'b', weight: 1 }], marks: marksOf([['A', 'J', 5, 1, 0], ['B', 'J', 1, 5, 0]]), scores: [], severity: new Map<string, number>(), tolerance: 1e-9 }
    expect(tieBreaker({ ...evidence, scores: scoresFrom([['A', 'J', 3], ['B', 'J', 3]]) })(['A', 'B'])).toEqual({ order: [['A', 'B']], by: ['panel'] })
  })

  test('on the adjusted order, severity is off the marks too', () => {
    const marks = marksOf([['A', 'J', 3, 3, 3], ['B', 'K', 4, 3, 1]])
    expect(breakTie(marks, [], ['A', 'B']).order).toEqual([['B'], ['A']])
    expect(breakTie(marks, [], ['A', 'B'], new Map([['K', 2]])).order).toEqual([['A'], ['B']])
  })

  test('a missing mark silences a criterion', () => {
    const marks = marksOf([['A', 'J', 3, 3, 3], ['B', 'J', 4, 3, 1]]).filter(({ entry, criterion }) => !(entry === 'A' && criterion === 'a'))
    expect(breakTie(marks, [], ['A', 'B'])).toEqual({ order: [['A'], ['B']], by: ['criteria'] }) // by c
  })

  test('a missing mark on one of several criteria of equal weight silences them all', () => {
    const marks = marksOf([['A', 'J', 5, 3, 3], ['B', 'J', 4, 4, 4]]).filter(({ entry, criterion }) => !(entry === 'A' && criterion === 'b'))
    const alike = criteria.map(({ id }) => ({ id, weight: 1 }))
    expect(tieBreaker({ criteria: alike, marks, scores: scoresFrom([['A', 'J', 3], ['B', 'J', 3]]), severity: new Map(), tolerance: 1e-9 })(['A', 'B'])).toEqual({ order: [['A', 'B']], by: ['panel'] })
  })

  test('those whom nothing parts are left to the panel, though others were parted', () => {
    const marks = marksOf([['A', 'J', 3, 3, 3], ['B', 'J', 4, 3, 2], ['C', 'J', 3, 3, 3]])
    expect(breakTie(marks, scoresFrom([['A', 'J', 3], ['B', 'J', 3], ['C', 'J', 3]]), ['A', 'B', 'C'])).toEqual({ order: [['B'], ['A', 'C']], by: ['criteria', 'panel'] })
  })

  test('what rounding left of a score wins no duel', () => {
    const scores = scoresFrom([['A', 'J1', 3 + 1e-12], ['B', 'J1', 3]])
    expect(breakTie([], scores, ['B', 'A'])).toEqual({ order: [['B', 'A']], by: ['panel'] })
  })

  test('head-to-head asks only judges who scored both', () => {
    const scores = scoresFrom([['A', 'J1', 4], ['B', 'J1', 3], ['A', 'J2', 2], ['B', 'J3', 5], ['A', 'J4', 3], ['B', 'J4', 3]])
    expect(breakTie([], scores, ['B', 'A'])).toEqual({ order: [['A'], ['B']], by: ['head-to-head'] })
  })

  test('of three, those whom head-to-head leaves equal are tried again between themselves', () => {
    // A and B both beat C, and no judge scored the two: the median, 4 to 3.5, parts them.
    const scores = scoresFrom([['A', 'J1', 5], ['B', 'J2', 4], ['A', 'J3', 3], ['C', 'J3', 1], ['B', 'J4', 3], ['C', 'J4', 1]])
    expect(breakTie([], scores, ['A', 'B', 'C'])).toEqual({ order: [['A'], ['B'], ['C']], by: ['head-to-head', 'median'] })
  })

  test('of four, two whom head-to-head leaves equal are parted by it when they alone are left', () => {
    // A over B, B over D, C over A: A and B are even overall, C leads, D trails.
    const scores = scoresFrom([['A', 'J1', 5], ['B', 'J1', 4], ['B', 'J2', 5], ['D', 'J2', 4], ['C', 'J3', 5], ['A', 'J3', 4]])
    expect(breakTie([], scores, ['A', 'B', 'C', 'D'])).toEqual({ order: [['C'], ['A'], ['B'], ['D']], by: ['head-to-head'] })
  })

  test('the median, with severity off, and then the panel', () => {
    const scores = scoresFrom([['A', 'J1', 1], ['A', 'J2', 4], ['A', 'J3', 4], ['B', 'J4', 3], ['B', 'J5', 3], ['B', 'J6', 3]])
    expect(breakTie([], scores, ['A', 'B'])).toEqual({ order: [['A'], ['B']], by: ['median'] })
    expect(breakTie([], scores, ['A', 'B'], new Map([['J2', 3], ['J3', 3]])).order).toEqual([['B'], ['A']])
    expect(breakTie([], scores.slice(3), ['B'])).toEqual({ order: [['B']], by: [] })
  })
})

describe('distributions', () => {
  test.each([[0, 0.5], [1, 0.8413447460685429], [-1.959963984540054, 0.025], [3, 0.9986501019683699], [-8, 6.220960574271785e-16]])('normal %d', (z, p) => {
    expect(normalBelow(z) / p).toBeCloseTo(1, 10)
  })
  test.each([[25.754716981132, 9, 0.002240481965104], [0, 3, 1], [1, 1, 0.31731050786291415], [200, 10, 1.6139305336977304e-37]])('chi-square %d on %d', (x, df, p) => {
    expect(chiSquareAbove(x, df) / p).toBeCloseTo(1, 9)
  })
  test.each([[1.521628057147, 6.646611661166, 41.353388338834, 0.1897259120196], [1, 1, 1, 0.5], [4.964602743730711, 1, 10, 0.05], [0, 2, 3, 1]])('F %d on %d and %d', (x, df1, df2, p) => {
    expect(fAbove(x, df1, df2)).toBeCloseTo(p, 9)
  })
})

describe('random numbers', () => {
  test('are the same for a seed, and the ones they always were', () => {
    const { normal } = randomFrom(1)
    const again = randomFrom(1).normal
    const first = [normal(), normal(), normal()]
    expect(first).toEqual([again(), again(), again()])
    expect(first).not.toEqual([randomFrom(2).normal(), 0, 0])
    expect(first.map((x) => x.toFixed(6))).toMatchInlineSnapshot(`
      [
        "-1.652927",
        "0.804549",
        "-0.549770",
      ]
    `)
  })

  test('are normal', () => {
    const { normal } = randomFrom(42)
    const draws = Array.from({ length: 200_000 }, () => normal())
    const moment = (power: number) => draws.reduce((sum, x) => sum + x ** power, 0) / draws.length
    expect([moment(1), moment(2) - 1, moment(3), moment(4) - 3].every((off) => Math.abs(off) < 0.04)).toBe(true)
    expect(draws.filter((x) => x > 1.959964).length / draws.length).toBeCloseTo(0.025, 2)
  })
})

test('without anything left over, what is measured is so: the higher is the better, and equals are even', () => {
  const beats = beatsOutright([3, 1, 1 + 1e-10, 1.5], 0.5)
  expect([beats(0, 1), beats(1, 0), beats(1, 2), beats(3, 1)]).toEqual([1, 0, 0.5, 0.5])
})

test('too close to call: neighbours, and anybody with the first', () => {
  const close = new Map([['0 2', 0.89], ['1 3', 0.5], ['2 3', 0.5]])
  const beats = (i: number, k: number) => close.get(`${i} ${k}`) ?? 0.9
  expect(tooCloseToCall([0, 1, 2, 3], beats)).toEqual([[0, 2], [2, 3]])
})

describe('Cholesky', () => {
  test.each([1, 2, 3, 4, 5, 8, 9, 13])('of %d rows', (q) => {
    const { normal } = chances(q)
    const root = Array.from({ length: q }, () => Array.from({ length: q }, () => normal()))
    const dense = root.map((row, i) => root.map((other, k) => row.reduce((sum, x, c) => sum + x * other[c]!, Number(i === k))))
    const matrix = Float64Array.from(dense.flat())
    factorise(matrix, q)
    const naive = inverted(dense)
    expect(logDeterminant(matrix, q)).toBeCloseTo(naive.logDeterminant, 9)
    for (const [at, value] of invert(matrix, q).entries()) expect(value).toBeCloseTo(naive.inverse.flat()[at]!, 9)
    const x = Float64Array.from({ length: q }, (_, i) => i - 1)
    const wanted = naive.inverse.map((row) => row.reduce((sum, value, k) => sum + value * (k - 1), 0))
    solve(matrix, q, x)
    for (const [i, value] of x.entries()) expect(value).toBeCloseTo(wanted[i]!, 9)
  })
})

test('Olympic means leave a mean of two alone, and of three the middle one', () => {
  expect(olympicMeans(panelOf(scoresFrom([['A', 'J1', 1], ['A', 'J2', 4], ['B', 'J1', 1], ['B', 'J2', 9], ['B', 'J3', 2]])).scores)).toEqual([2.5, 2])
})

test('names stand by code unit, the same in every language', () => {
  expect([byName('a', 'b'), byName('b', 'a'), byName('a', 'a'), byName('Z', 'a'), byName('é', 'z')]).toEqual([-1, 1, 0, -1, 1])
})

test('scores far from 0 are centred to the last digit', () => {
  const far = centred(panelOf(scoresFrom(Array.from({ length: 999 }, (_, i) => [`E${i}`, 'J1', 1e9 + i / 7]))).scores)
  expect(Math.abs(far.scores.y.reduce((a, b) => a + b))).toBeLessThan(1e-8)
})

test('z-scores are within each judge, and one who gives all the same has no say, whatever rounding makes of the mean', () => {
  const rows: [string, string, number][] = [['A', 'J', 1], ['B', 'J', 2], ['C', 'J', 3]]
  expect(meanZScores(panelOf(scoresFrom(rows)).scores)).toEqual([-1, 0, 1])
  expect((0.1 + 0.1 + 0.1) / 3).not.toBe(0.1)
  expect(meanZScores(panelOf(scoresFrom([...rows, ['A', 'K', 0.1], ['B', 'K', 0.1], ['D', 'K', 0.1]])).scores)).toEqual([-1, 0, 1, null])
})

test('a judge who saw one entry has no say in Borda', () => {
  expect(bordaShares(panelOf(scoresFrom([['A', 'J1', 5], ['B', 'J2', 3], ['C', 'J2', 3]])).scores, 1e-9)).toEqual([null, 0.5, 0.5])
})

test('a judge prefers one entry to another by more than the tolerance', () => {
  const { scores } = panelOf(scoresFrom([['A', 'J', 1], ['B', 'J', 2], ['C', 'J', 3], ['A', 'K', 3]]))
  expect(preferencesOf(scores, 1)).toEqual([[0, 0, 0], [0, 0, 0], [1, 0, 0]])
})

test('Schulze: a cycle is cut at its weakest', () => {
  // A over B by 7, B over C by 8, C over A by 8: without the first, B, C, A
  expect(schulzePlaces([[0, 7, 4], [5, 0, 8], [8, 4, 0]])).toEqual([3, 1, 2])
})

test('Kendall’s W asks two judges at least, who tell at least two entries apart', () => {
  const w = (rows: Parameters<typeof scoresFrom>[0]) => kendallW(transposed(panelOf(scoresFrom(rows)).scores), 1e-9)
  expect(w([['A', 'J', 1], ['B', 'J', 2]])).toBeNull()
  expect(w([['A', 'J', 1], ['A', 'K', 2]])).toBeNull()
  expect(w([['A', 'J', 1], ['B', 'J', 2], ['A', 'K', 3], ['B', 'K', 5]])).toMatchObject({ w: 1, chiSquare: 2, df: 1 })
})

describe('Krippendorff’s alpha', () => {
  test('takes values by size, in whatever order they come', () => {
    const units = [[3, 1], [2, 2], [1, 1], [3, 3], [2, 3]]
    for (const metric of ['ordinal', 'interval'] as const) expect(krippendorffAlpha(units, metric)).toBeCloseTo(krippendorffAlpha(units.toReversed().map((unit) => unit.toReversed()), metric)!, 12)
    // 10 values: 1 three times, 2 three times, 3 four times. Ranks between: 1–2 3, 2–3 3.5, 1–3 6.5.
    const expected = 2 * (3 * 3 * 3 ** 2 + 3 * 4 * 3.5 ** 2 + 3 * 4 * 6.5 ** 2) / 9
    expect(krippendorffAlpha(units, 'ordinal')).toBeCloseTo(1 - 2 * (6.5 ** 2 + 3.5 ** 2) / expected, 12)
  })
  test('zeros are no distance from each other on a ratio scale', () => {
    expect(krippendorffAlpha([[0, 0], [1, 1], [2, 2]], 'ratio')).toBe(1)
  })
})

test('small sums', () => {
  expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3]), standardDeviation([1, 3]), standardDeviation([5]), standardDeviation([0.1, 0.1, 0.1])]).toEqual([2, 2.5, Math.SQRT2, 0, 0])
  expect(onScale(4, { min: 1, max: 7 }, { min: 0, max: 10 })).toBe(5)
  expect(onScale(10, { min: 0, max: 10 }, { min: 2, max: 8 })).toBe(8)
})
