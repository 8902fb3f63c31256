import { describe, expect, test } from 'vitest'
import { fitAdditive } from '#app/domain/scoring/additive.ts'
import { checkJudges } from '#app/domain/scoring/judge-checks.ts'
import { panelOf } from '#app/domain/scoring/panel.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import { chances, scoresFrom, scoresIn, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

type Rows = Parameters<typeof scoresFrom>[0]
/** A list for each judge: what they gave to the entries 0, 1 … */
function checksOf(...byJudge: number[][]) {
  const { scores } = panelOf(scoresFrom(byJudge.flatMap((given, j) => given.map((y, i): Rows[number] => [`E${100 + i}`, `J${j}`, y]))))
  return checkJudges(scores, fitAdditive(scores))
}

describe('of twenty entries', () => {
  const { normal } = chances(11)
  const rows = Array.from({ length: 20 }, (_, i) => ['J1', 'J2', 'J3', 'J4', 'J5'].map((judge): [string, string, number] => {
    const merit = (i - 10) / 2
    return [`E${i}`, judge, judge === 'J5' ? 4 * normal() : merit * (judge === 'J4' ? 0.2 : 1) + 0.1 * normal()]
  })).flat()
  const checks = () => {
    const { scores } = panelOf(scoresFrom(rows))
    return checkJudges(scores, fitAdditive(scores))
  }

  test('one who scores at random is inconsistent; one who hardly uses the scale is narrow', () => {
    expect(checks().map(({ flags }) => flags)).toEqual([[], [], [], ['narrow'], ['inconsistent']])
  })
  test('slopes: what a judge makes of a point of the others', () => {
    expect(checks()[3]!.slope).toBeLessThan(0.5)
    expect(checks()[0]!.slope).toBeGreaterThan(0.8)
  })
  test('one with twice the spread is wide', () => {
    const wide = panelOf(scoresFrom(rows.filter(([, judge]) => judge !== 'J5').map(([entry, judge, y]) => [entry, judge, judge === 'J1' ? 3 * y : y])))
    expect(checkJudges(wide.scores, fitAdditive(wide.scores))[0]!.flags).toContain('wide')
  })
  test('with many judges it takes more to be inconsistent: the chance of a false alarm is shared among them', () => {
    const panel = panelOf(scoresIn('paris1976_red11.csv'))
    const found = checkJudges(panel.scores, fitAdditive(panel.scores))
    expect(found.filter(({ inconsistency }) => inconsistency!.p < 0.05)).toHaveLength(2)
    expect(found.flatMap(({ flags }) => flags)).toEqual([])
  })
  test('below twelve scores nothing is said of spread', () => {
    const few = panelOf(scoresFrom(rows.filter(([entry]) => Number(entry.slice(1)) > 8)))
    expect(checkJudges(few.scores, fitAdditive(few.scores)).flatMap(({ flags }) => flags)).not.toContain('narrow')
  })
  test('one without whom somebody else is first is decisive', () => {
    const scores = scoresFrom([['A', 'J1', 9], ['B', 'J1', 1], ['C', 'J1', 2], ['A', 'J2', 5], ['B', 'J2', 6], ['C', 'J2', 1], ['A', 'J3', 5], ['B', 'J3', 7], ['C', 'J3', 3]])
    const { standings } = workOut(sheetOf(scores))
    expect(standings.judges.map(({ flags }) => flags)).toEqual([['decisive'], [], []])
    expect(standings.sameWinner).toEqual({ raw: true, bothFixed: true, leaveOneJudgeOut: false })
  })
})

describe('to be noted takes', () => {
  test('the same score three times', () => {
    const flagsWith = (scores: number) => checksOf(Array<number>(scores).fill(4), [1, 2, 3, 4].slice(0, scores))[0]!.flags
    expect([flagsWith(2), flagsWith(3)]).toEqual([[], ['same-score']])
  })
  test('more than twice the usual spread, or less than half, in twelve scores', () => {
    const flagsWith = (entries: number, width: number) => checksOf(...[2, 2, width].map((one) => Array.from({ length: entries }, (_, i) => one * (i % 2))))[2]!
    expect([flagsWith(12, 4).spread, flagsWith(12, 1).spread]).toEqual([2, 0.5])
    expect([4, 4.01, 1, 0.99].map((width) => flagsWith(12, width).flags)).toEqual([[], ['wide'], [], ['narrow']])
    expect([4.01, 0.99].map((width) => flagsWith(11, width).flags)).toEqual([[], []])
  })
})

describe('nothing is said', () => {
  test('of spread after one score, or where nobody uses the scale', () => {
    expect(checksOf([1, 2, 3], [2, 2, 4], [5]).map(({ n, spread }) => [n, spread])).toEqual([[3, expect.any(Number)], [3, expect.any(Number)], [1, null]])
    expect(checksOf([3, 3, 3], [4, 4, 4]).map(({ spread }) => spread)).toEqual([null, null])
  })
  test('of consistency where all is fitted: of nobody without a degree of freedom, nor of who scored what nobody else did', () => {
    expect(checksOf([1, 2, 3], [4]).map(({ inconsistency }) => inconsistency)).toEqual([null, null])
    expect(checksOf([1, 2, 3], [2, 1, 5], [4]).map(({ inconsistency }) => inconsistency && inconsistency.df1)).toEqual([1, 1, null].map((df): unknown => df && expect.closeTo(df, 9)))
  })
  test('of consistency where what is left over is rounding', () => {
    const merits = [0.3, 2.7, 1.1, 4.9, 3.3]
    const checks = checksOf(...[0, 0.7, 1.9, 2.3].map((leniency) => merits.map((merit) => merit + leniency)))
    expect(checks.map(({ inconsistency, flags }) => [inconsistency, flags])).toEqual(Array(4).fill([null, []]))
  })
  test('of slopes over two entries, or where the others give all the same', () => {
    expect(checksOf([1, 5], [2, 3]).map(({ slope }) => slope)).toEqual([null, null])
    expect(checksOf([1, 5, 3], [4, 4, 4]).map(({ slope }) => slope)).toEqual([null, 0])
  })
})

describe('the slope', () => {
  test('is what a judge makes of a point of the others', () => {
    expect(checksOf([2, 4, 6, 8], [1, 2, 3, 4]).map(({ slope }) => slope)).toEqual([expect.closeTo(2, 12), expect.closeTo(0.5, 12)])
  })
  test('is on the others’ mean, their severity taken off', () => {
    // J1 gives what J0 gives and one more, J2 two less: with that off, the others' mean is J0's own score.
    expect(checksOf([1, 3, 4, 8], [2, 4, 5, 9], [-1, 1, 2]).map(({ slope }) => slope)).toEqual([1, 1, 1].map((one): unknown => expect.closeTo(one, 12)))
  })
  test('passes over entries that nobody else scored', () => {
    expect(checksOf([2, 4, 6, 50], [1, 2, 3])[0]!.slope).toBeCloseTo(2, 12)
  })
})
