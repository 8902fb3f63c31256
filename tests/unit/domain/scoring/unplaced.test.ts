import { describe, expect, test } from 'vitest'
import { workOut, type Standings } from '#app/domain/scoring/standings.ts'
import { scoresFrom, scoresIn, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

const panel = sheetOf(scoresIn('fixture_panel_composite.csv'))
const all = () => workOut(panel).standings

describe('an entry that takes no place', () => {
  const without = () => workOut({ ...panel, unplaced: ['E02', 'E15'] }, { ordering: 'adjusted' }).standings

  test('tells of its judges as much as any: severities, variances and means stay the same', () => {
    const told = ({ model, reliability, judges, entries }: Standings) => ({
      model, reliability, judges: judges.map(({ judge, severity, se }) => [judge, severity, se]), means: entries.map(({ entry, raw, adjusted }) => [entry, raw, adjusted]).sort(),
    })
    expect(told(without())).toEqual(told(all()))
  })

  test('has means, no place, no chance, and stands after those that have', () => {
    const last = without().entries.slice(-2)
    expect(last.map(({ entry }) => entry)).toEqual(['E02', 'E15'])
    expect(last[0]).toMatchObject({ n: expect.any(Number), raw: expect.any(Number), rawPlace: null, adjustedPlace: null, pFirst: null })
  })

  test('leaves its place to the next, who share all of its chance', () => {
    const { entries, possibleWinners, tooClose, warnings } = without()
    expect(entries[0]).toMatchObject({ entry: 'E10', adjustedPlace: 1 })
    expect(entries.reduce((sum, { pFirst }) => sum + (pFirst ?? 0), 0)).toBeCloseTo(1, 9)
    expect(possibleWinners).not.toContain('E02')
    expect(tooClose!.flat()).not.toContain('E15')
    expect(warnings).toEqual(all().warnings)
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

  test('where nobody takes a place nobody wins, and nobody ties', () => {
    const { standings, tieBreaks } = workOut({ ...panel, unplaced: panel.entries })
    expect([standings.possibleWinners, standings.tooClose, tieBreaks, standings.entries.every(({ rawPlace, pFirst }) => rawPlace === null && pFirst === null)]).toEqual([[], [], [], true])
  })
})
