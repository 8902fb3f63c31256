import { describe, expect, test } from 'vitest'
import { workOut } from '#app/domain/scoring/standings.ts'
import { scoresFrom, scoresIn, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

const panel = sheetOf(scoresIn('fixture_panel_composite.csv'))
const all = workOut(panel)

describe('an entry that takes no place', () => {
  const without = workOut({ ...panel, unplaced: ['E02', 'E15'] }, { ordering: 'adjusted' })
  const of = (name: string) => without.standings.entries.find(({ entry }) => entry === name)!

  test('tells of its judges as much as any: severities, variances and means stay the same', () => {
    const { judges, model, reliability } = without.standings
    expect(model).toEqual(all.standings.model)
    expect(reliability).toEqual(all.standings.reliability)
    expect(judges.map(({ judge, severity, se }) => [judge, severity, se])).toEqual(all.standings.judges.map(({ judge, severity, se }) => [judge, severity, se]))
    const means = (one: typeof all) => one.standings.entries.map(({ entry, raw, adjusted }) => [entry, raw, adjusted]).sort()
    expect(means(without)).toEqual(means(all))
  })

  test('has means, no place, no chance, and stands after those that have', () => {
    expect(of('E02')).toMatchObject({ n: expect.any(Number), raw: expect.any(Number), rawPlace: null, adjustedPlace: null, pFirst: null })
    expect(without.standings.entries.slice(-2).map(({ entry }) => entry)).toEqual(['E02', 'E15'])
  })

  test('leaves its place to the next, who share all of its chance', () => {
    expect(of('E10')).toMatchObject({ adjustedPlace: 1 })
    expect(without.standings.entries.reduce((sum, { pFirst }) => sum + (pFirst ?? 0), 0)).toBeCloseTo(1, 9)
    expect(without.standings.possibleWinners).not.toContain('E02')
    expect(without.standings.tooClose!.flat()).not.toContain('E15')
    expect(without.standings.warnings).toEqual(all.standings.warnings)
  })

  test('is no rival in a tie', () => {
    const tied = sheetOf(scoresFrom([['A', 'J1', 4], ['A', 'J2', 2], ['B', 'J1', 2], ['B', 'J2', 4], ['C', 'J1', 1], ['C', 'J2', 1]]))
    expect(workOut(tied).tieBreaks).toHaveLength(1)
    const { standings, tieBreaks } = workOut({ ...tied, unplaced: ['B'] })
    expect([tieBreaks, standings.entries.map(({ entry, rawPlace }) => [entry, rawPlace])]).toEqual([[], [['A', 1], ['C', 2], ['B', null]]])
  })

  test('does not make another first by leaving a judge out', () => {
    // Without J1 it is B that leads A; B takes no place.
    const sheet = sheetOf(scoresFrom([['A', 'J1', 9], ['B', 'J1', 1], ['C', 'J1', 2], ['A', 'J2', 5], ['B', 'J2', 6], ['C', 'J2', 1], ['A', 'J3', 5], ['B', 'J3', 7], ['C', 'J3', 3]]))
    expect(workOut(sheet).standings.sameWinner.leaveOneJudgeOut).toBe(false)
    expect(workOut({ ...sheet, unplaced: ['B'] }).standings.sameWinner.leaveOneJudgeOut).toBe(true)
  })

  test('where nobody takes a place nobody wins', () => {
    const { standings } = workOut({ ...panel, unplaced: panel.entries })
    expect([standings.possibleWinners, standings.tooClose, standings.entries.every(({ rawPlace, pFirst }) => rawPlace === null && pFirst === null)]).toEqual([[], [], true])
  })
})
