import { describe, expect, test } from 'vitest'
import { calibrate, uncertaintyOf } from '#app/domain/scoring/calibration.ts'
import { panelOf } from '#app/domain/scoring/panel.ts'
import { scoresFrom } from '#tests/unit/domain/scoring/panels.ts'

type Rows = Parameters<typeof scoresFrom>[0]
const given = (byEntry: number[][]): Rows => byEntry.flatMap((scores, i) => scores.map((y, j): Rows[number] => [`E${i}`, `J${j}`, y]))
const panelWith = (rows: Rows) => panelOf(scoresFrom(rows))
const calibrated = (rows: Rows, tolerance = 1e-9) => calibrate(panelWith(rows), tolerance)
const uncertain = (rows: Rows, placed: number[], tolerance = 1e-9) => uncertaintyOf(calibrated(rows, tolerance), panelWith(rows), { placed, tolerance, seed: 1 })

const fitted = given([[5, 6, 4], [3, 5, 4], [1, 2, 1.5]])
const exact = given([[1, 3], [4, 6], [2, 4], [4, 6]])
const apart: Rows = [['A', 'J1', 3], ['A', 'J2', 4], ['B', 'J1', 1], ['B', 'J2', 2], ['C', 'J3', 5], ['C', 'J4', 6], ['D', 'J3', 8], ['D', 'J4', 9]]

describe('how severity is taken off', () => {
  test.each<[string, Rows, string]>([
    ['entries and judges that overlap', fitted, 'reml'],
    ['one entry', given([[1, 2, 4]]), 'raw-only'],
    ['one judge', given([[1], [2], [4]]), 'raw-only'],
    ['a tree: no degree of freedom is left', [['A', 'J1', 1], ['B', 'J1', 2], ['B', 'J2', 5]], 'raw-only'],
    ['nothing left over', exact, 'both-fixed'],
    ['all scores equal', given([[3, 3], [3, 3]]), 'no-variation'],
  ])('%s: %s', (_, rows, method) => expect(calibrated(rows).method).toBe(method))

  test('what lies within the tolerance does not vary', () => {
    expect(calibrated(given([[2, 3], [4, 3]]), 1)).toMatchObject({ method: 'no-variation', model: { mean: 3, varEntry: 0, varJudge: 0, varResidual: 0, criterion: null } })
    expect(calibrated(given([[2, 3], [4, 3]]), 0.999).method).toBe('reml')
  })
  test('without variation every entry has the mean, and no judge is severe', () => {
    expect(calibrated(given([[3, 3], [3, 3]]))).toMatchObject({ adjusted: Float64Array.of(3, 3), severity: Float64Array.of(0, 0), fit: null })
  })
  test('with nothing left over the variances are those of the effects', () => {
    // entries 2, 5, 3, 5: mean 3.75, squares 6.75 over 3; judges -1 and 1
    expect(calibrated(exact).model).toEqual({ mean: expect.closeTo(3.75, 12), varEntry: expect.closeTo(2.25, 12), varJudge: expect.closeTo(2, 12), varResidual: 0, criterion: null })
  })
  test('across parts that share no judge not even those are known', () => {
    expect(calibrated(apart).model).toEqual({ mean: null, varEntry: null, varJudge: null, varResidual: 0, criterion: null })
  })
})

describe('what is said of uncertainty', () => {
  test('of a fit: all of it, and only those who can be first share the chance', () => {
    const { se, pFirst, beats } = uncertain(fitted, [1, 2])
    expect([se!.length, se!.every((one) => one > 0), pFirst![0], pFirst![1]! + pFirst![2]!]).toEqual([3, true, 0, expect.closeTo(1, 12)])
    expect(pFirst![1]).toBeGreaterThan(0.9)
    expect(beats!(0, 2)).toBeGreaterThan(0.9)
    expect(beats!(1, 1)).toBe(0.5)
  })
  test('of a fit with more judges than entries: of each of its judges', () => {
    const { se } = uncertain(given([[5, 6, 4, 7], [3, 5, 4, 4]]), [0, 1])
    expect([se!.length, se!.every((one) => one > 0)]).toEqual([4, true])
  })
  test('of a fit in which one entry or none can be first, that is certain', () => {
    expect([uncertain(fitted, [1]).pFirst, uncertain(fitted, []).pFirst]).toEqual([Float64Array.of(0, 1, 0), Float64Array.of(0, 0, 0)])
  })
  test('of equal scores: any two are even, and each is as likely first', () => {
    const { se, pFirst, beats } = uncertain(given([[3, 3], [3, 3], [3, 3]]), [0, 2])
    expect([se, pFirst, beats!(0, 1)]).toEqual([null, Float64Array.of(0.5, 0, 0.5), 0.5])
  })
  test('with nothing left over: none, and equals share', () => {
    const { se, pFirst, beats } = uncertain(exact, [0, 1, 2, 3])
    expect([se, pFirst, beats!(1, 3), beats!(1, 0), beats!(0, 1)]).toEqual([Float64Array.of(0, 0), Float64Array.of(0, 0.5, 0, 0.5), 0.5, 1, 0])
    expect(uncertain(exact, [0, 2]).pFirst).toEqual(Float64Array.of(0, 0, 1, 0))
    expect(uncertain(exact, []).pFirst).toEqual(Float64Array.of(0, 0, 0, 0))
  })
  test.each<[string, Rows, number]>([['too little overlap', given([[1], [2], [4]]), 3], ['parts that share no judge', apart, 4]])('of %s nothing is, but that the only one is first', (_, rows, entries) => {
    expect(uncertain(rows, [0, 1])).toEqual({ se: null, pFirst: null, beats: null })
    expect(uncertain(rows, [1])).toEqual({ se: null, pFirst: Float64Array.from({ length: entries }, (__, i) => Number(i === 1)), beats: null })
  })
})
