import { describe, expect, test } from 'vitest'
import type { ScoreSheet } from '#app/domain/scoring/composite.ts'
import { readScoreSheet } from '#app/domain/scoring/score-sheet.ts'
import { sheetCsv } from '#app/domain/scoring/sheet-csv.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import { randomScores, seeds } from '#tests/unit/domain/scoring/panels.ts'

test('a score sheet is written with every criterion of a scorecard, and a draft’s row for an entry that has none', () => {
  const sheet = {
    entries: ['b', 'a', 'c'], criteria: [{ id: 'C1', weight: 60 }, { id: 'C2', weight: 40 }], unplaced: ['b'],
    marks: [{ entry: 'a', judge: 'J1', criterion: 'C2', score: 3 }, { entry: 'a', judge: 'J2', criterion: 'C1', score: 0 }, { entry: 'b', judge: 'J1', criterion: 'C1', score: 4 }],
  }
  expect(sheetCsv(sheet).split(/\r?\n/)).toEqual([
    'entry,judge,criterion,score,weight,state', 'b,J1,C1,4,60,not-placed', 'b,J1,C2,,40,not-placed', 'a,J1,C1,,60,', 'a,J1,C2,3,40,', 'a,J2,C1,0,60,', 'a,J2,C2,,40,', 'c,none,none,,,draft', '',
  ])
})

describe('a score sheet written out and read again', () => {
  const again = (sheet: ScoreSheet) => {
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
