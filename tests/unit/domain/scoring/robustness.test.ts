import { describe, expect, test } from 'vitest'
import { calibrate } from '#app/domain/scoring/calibration.ts'
import { panelOf } from '#app/domain/scoring/panel.ts'
import { decisiveJudges, robustnessOf } from '#app/domain/scoring/robustness.ts'
import { scoresFrom } from '#tests/unit/domain/scoring/panels.ts'

type Rows = Parameters<typeof scoresFrom>[0]
const given = (byEntry: number[][]): Rows => byEntry.flatMap((scores, i) => scores.map((y, j): Rows[number] => [`E${i}`, `J${j}`, y]))
const tolerance = 1e-9
const everybody = (rows: Rows) => [...panelOf(scoresFrom(rows)).entries.keys()]
function robust(rows: Rows, placed = everybody(rows)) {
  const panel = panelOf(scoresFrom(rows))
  return robustnessOf(panel, calibrate(panel, tolerance), { placed, tolerance })
}
const decisive = (rows: Rows, ordering: 'raw' | 'adjusted', placed = everybody(rows)) => decisiveJudges(panelOf(scoresFrom(rows)), ordering, { placed, tolerance })

/** Without J0 it is E1 that is first. */
const hangsOnOne = given([[9, 5, 5], [1, 6, 7], [2, 1, 3]])

describe('the same first', () => {
  test('whoever is left out, and by every method', () => {
    expect(robust(given([[8, 9, 8], [5, 6, 4], [2, 1, 3]]))).toEqual({ sameWinner: { raw: true, bothFixed: true, leaveOneJudgeOut: true }, decisive: [] })
  })
  test('but not without one of the judges', () => {
    expect(robust(hangsOnOne)).toEqual({ sameWinner: { raw: true, bothFixed: true, leaveOneJudgeOut: false }, decisive: [0] })
  })
  test('unless the other can take no place', () => {
    expect(robust(hangsOnOne, [0, 2])).toMatchObject({ sameWinner: { leaveOneJudgeOut: true }, decisive: [] })
  })
  test('not by raw means, where a lenient judge alone scored somebody', () => {
    // J0 gives three more than the others, and is the only one who saw E3.
    const { sameWinner } = robust([...given([[8, 5, 5], [7, 4, 3.5], [6, 3, 3.5]]), ['E3', 'J0', 7]])
    expect(sameWinner).toMatchObject({ raw: false, bothFixed: true })
  })
  test('not by the additive fit, which takes off all of a difference between judges', () => {
    const { sameWinner } = robust(given([[7, 3, 7], [3, 8], [3, 4, 5]]))
    expect(sameWinner).toMatchObject({ raw: true, bothFixed: false })
  })
  test('is all who share it', () => {
    expect(robust(given([[1, 3], [1, 3], [0, 2]])).sameWinner).toEqual({ raw: true, bothFixed: true, leaveOneJudgeOut: true })
  })
  test('by the additive fit cannot be told across parts that share no judge', () => {
    expect(robust([['A', 'J1', 3], ['A', 'J2', 4], ['B', 'J1', 1], ['B', 'J2', 2], ['C', 'J3', 5], ['C', 'J4', 6], ['D', 'J3', 8], ['D', 'J4', 9]]).sameWinner).toMatchObject({ raw: true, bothFixed: null })
  })
  test('is not asked where nothing can be adjusted', () => {
    expect(robust(given([[1], [2]]))).toEqual({ sameWinner: { raw: null, bothFixed: null, leaveOneJudgeOut: null }, decisive: [] })
  })
})

describe('judges without whom another is first', () => {
  test('are asked of the order that is in force', () => {
    // J2 is strict. Without J1, who put E2 last, E2 has J2's 4 alone: less than E1 by raw means, more once J2's severity is off.
    const rows: Rows = [...given([[5, 5, 1], [7, 8, 2]]), ['E2', 'J1', 3], ['E2', 'J2', 4]]
    expect([decisive(rows, 'raw'), decisive(rows, 'adjusted')]).toEqual([[], [1]])
  })
  test('where too little is left to adjust by, raw means say who is first', () => {
    expect(decisive(given([[1, 9], [2, 3]]), 'adjusted')).toEqual([1])
  })
  test('are none where there is one judge, or more than a hundred', () => {
    const panelWith = (judges: number) => given([Array.from({ length: judges }, () => 5), Array.from({ length: judges }, (_, j) => 3 - (j % 2))])
    expect([1, 2, 100, 101].map((judges) => decisive(panelWith(judges), 'raw'))).toEqual([null, [], [], null])
    expect(robust(panelWith(101)).sameWinner).toMatchObject({ raw: true, leaveOneJudgeOut: null })
  })
})
