import { describe, expect, test } from 'vitest'
import { placeRangesOf } from '#app/domain/scoring/place-ranges.ts'
import { readScoreSheet } from '#app/domain/scoring/score-sheet.ts'
import { sheetCsv } from '#app/domain/scoring/sheet-csv.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import { fixture, randomScores, scoresFrom, scoresIn, seeds, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

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

describe('places with their uncertainty', () => {
  test('nine draws in ten lie between, and the likeliest first can be first', () => {
    const ranges = placeRangesOf(all)!
    expect(ranges.size).toBe(18)
    for (const { entry, adjustedPlace, pFirst } of all.standings.entries) {
      const { from, to } = ranges.get(entry)!
      expect([from <= adjustedPlace!, adjustedPlace! <= to], entry).toEqual([true, true])
      expect(from === 1, entry).toBe(pFirst! > 0.05)
    }
  })
  test('take only those in who take a place', () => {
    const ranges = placeRangesOf(workOut({ ...panel, unplaced: ['E02'] }))!
    expect([ranges.size, ranges.has('E02'), ranges.get('E15')?.from]).toEqual([17, false, 1])
  })
  const cases = (JSON.parse(fixture('degenerate.json')) as { cases: Record<string, { rows: [string, string, number][] }> }).cases
  test.each([
    ['one_judge', null], ['all_equal', [['A', 1, 3], ['B', 1, 3], ['C', 1, 3]]], ['perfectly_additive', [['A', 1, 1], ['B', 3, 3], ['C', 2, 2], ['D', 4, 4]]],
  ])('%s', (name, wanted) => {
    const ranges = placeRangesOf(workOut(sheetOf(scoresFrom(cases[name]!.rows))))
    expect(ranges && [...ranges].map(([entry, { from, to }]) => [entry, from, to]).sort()).toEqual(wanted)
  })
})

describe('a score sheet written out and read again', () => {
  const again = (sheet: typeof panel) => {
    const read = readScoreSheet(sheetCsv(sheet))
    if (!read.ok) throw new Error(read.problem)
    return read.sheet
  }

  test.each(seeds(0, 20))('gives the same figures to the last digit: panel %d', (seed) => {
    const criteria = [{ id: 'C1', weight: 60 }, { id: 'C2', weight: 40 }]
    const scores = randomScores(seed)
    const entries = [...new Set(scores.map(({ entry }) => entry))]
    const marks = scores.flatMap(({ entry, judge, y }, k) => [{ entry, judge, criterion: 'C1', score: y }, ...(k % 7 ? [{ entry, judge, criterion: 'C2', score: y / 3 }] : [])])
    const sheet = { entries: [...entries, 'late'], criteria, marks, unplaced: entries.slice(0, seed % 2) }
    expect(workOut(again(sheet)).standings).toEqual(workOut(sheet).standings)
  })

  test('keeps a criterion that nobody could judge, and an entry that nobody scored', () => {
    const sheet = { entries: ['a', 'b'], criteria: [{ id: 'C1', weight: 70 }, { id: 'C2', weight: 30 }], marks: [{ entry: 'a', judge: 'J1', criterion: 'C1', score: 0.1 + 0.2 }], unplaced: [] }
    expect(again(sheet)).toEqual(sheet)
  })
})
