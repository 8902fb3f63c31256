import { describe, expect, test } from 'vitest'
import { compareMethods } from '#app/domain/scoring/comparison.ts'
import { fitEntriesFixed } from '#app/domain/scoring/entries-fixed.ts'
import { bordaShares, meanZScores, medians, olympicMeans } from '#app/domain/scoring/other-methods.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import { scoresFrom, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

type Rows = Parameters<typeof scoresFrom>[0]
const workingOf = (rows: Rows, unplaced: string[] = []) => workOut({ ...sheetOf(scoresFrom(rows)), unplaced })
const given = (byEntry: number[][]): Rows => byEntry.flatMap((scores, i) => scores.map((y, j): Rows[number] => [`E${i}`, `J${j}`, y]))
const byName = (working: ReturnType<typeof workingOf>) => Object.fromEntries(compareMethods(working).map(({ name, ...column }) => [name, column]))

describe('beside a panel that is fitted', () => {
  const working = workingOf(given([[5, 6, 4], [3, 5, 4], [6, 6, 7], [1, 2, 1.5]]))
  const { panel: { scores }, calibration, tolerance } = working

  test('every method has its name, its figures and its places', () => {
    const places = [2, 3, 1, 4]
    expect(byName(working)).toEqual({
      'both fixed': { values: [...calibration.additive.adjusted], places }, 'entries fixed': { values: [...fitEntriesFixed(scores).adjusted], places }, 'z-score': { values: meanZScores(scores), places },
      Olympic: { values: olympicMeans(scores), places }, median: { values: medians(scores), places }, Borda: { values: bordaShares(scores, tolerance), places }, Schulze: { values: null, places },
    })
  })
  test('who takes no place has figures and no place, and is no rival', () => {
    const columns = byName(workingOf(given([[5, 6, 4], [3, 5, 4], [1, 2, 1.5], [6, 6, 7]]), ['E3']))
    for (const { places } of Object.values(columns)) expect(places).toEqual([1, 2, 3, null])
    expect(columns.median?.values).toEqual([5, 4, 1.5, 6])
  })
})

test('where severity cannot be told from chance, nothing is said of either effect', () => {
  expect(byName(workingOf([['A', 'J', 1], ['B', 'J', 2], ['B', 'K', 4]]))).toMatchObject({ 'both fixed': { values: null, places: null }, 'entries fixed': { values: null, places: null }, median: { places: [2, 1] } })
})

test('entries are held fixed beside up to 200 judges', () => {
  const column = (judges: number) => byName(workingOf(given([0, 1].map((i) => Array.from({ length: judges }, (_, j) => i + ((i + 1) * j * 7) % 5)))))['entries fixed']
  expect(column(200)?.places).toEqual([2, 1])
  expect(column(201)).toEqual({ values: null, places: null })
})

test('Schulze’s paths are traced for up to 500 entries', () => {
  const column = (entries: number) => byName(workingOf(given(Array.from({ length: entries }, (_, i) => [i]))))['Schulze']
  expect(column(500)?.places?.[0]).toBe(500)
  expect(column(501)?.places).toBeNull()
})
