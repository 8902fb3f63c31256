import { describe, expect, test } from 'vitest'
import { placeRangesOf } from '#app/domain/scoring/place-ranges.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import { scoresFrom, scoresIn, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

type Rows = Parameters<typeof scoresFrom>[0]
/** By entry, "from–to". */
function rangesOf(rows: Rows, unplaced: string[] = []): Record<string, string> | null {
  const ranges = placeRangesOf(workOut({ ...sheetOf(scoresFrom(rows)), unplaced }))
  return ranges && Object.fromEntries([...ranges].map(([entry, { from, to }]) => [entry, `${from}–${to}`]))
}
/** Each row: what the judges J0, J1 … gave to an entry. */
const given = (byEntry: Record<string, number[]>): Rows => Object.entries(byEntry).flatMap(([entry, scores]) => scores.map((y, j): Rows[number] => [entry, `J${j}`, y]))

describe('drawn from the model', () => {
  const scores = given({ low: [1, 2, 1, 1.5], top: [9, 9.5, 9, 9], even: [5, 5.5, 5, 5], close: [5, 5, 5.5, 5] })

  test('those far apart have one place each, those close together share two', () => {
    expect(rangesOf(scores)).toEqual({ top: '1–1', even: '2–3', close: '2–3', low: '4–4' })
  })
  test('who takes no place leaves it to the next', () => {
    expect(rangesOf(scores, ['top'])).toEqual({ even: '1–2', close: '1–2', low: '3–3' })
  })
  test('nine draws in ten lie between, and the likeliest first can be first', () => {
    const panel = workOut(sheetOf(scoresIn('fixture_panel_composite.csv')))
    const ranges = placeRangesOf(panel)!
    expect(ranges.size).toBe(18)
    for (const { entry, adjustedPlace, pFirst } of panel.standings.entries) {
      const { from, to } = ranges.get(entry)!
      expect([from <= adjustedPlace!, adjustedPlace! <= to], entry).toEqual([true, true])
      expect(from === 1, entry).toBe(pFirst! > 0.05)
    }
  })
})

describe('without drawing', () => {
  test.each<[string, Rows, Record<string, string> | null]>([
    ['all scores equal: any place', given({ A: [3, 3], B: [3, 3], C: [3, 3] }), { A: '1–3', B: '1–3', C: '1–3' }],
    ['judges who do not separate the entries: any place', given({ A: [1, 4], B: [4, 1], C: [2, 3] }), { A: '1–3', B: '1–3', C: '1–3' }],
    ['nothing left over: the place itself', given({ A: [1, 3], B: [4, 6], C: [2, 4] }), { A: '3–3', B: '1–1', C: '2–2' }],
    ['nothing left over, and equals: the place that they share', given({ A: [1, 3], B: [1, 3] }), { A: '1–1', B: '1–1' }],
    ['one judge: not known', given({ A: [1], B: [2] }), null],
    ['nothing left over in panels that share no judge: not known', [['A', 'J1', 3], ['A', 'J2', 4], ['B', 'J1', 1], ['B', 'J2', 2], ['C', 'J3', 5], ['C', 'J4', 6], ['D', 'J3', 8], ['D', 'J4', 9]], null],
  ])('%s', (_, rows, wanted) => expect(rangesOf(rows)).toEqual(wanted))

  test('nothing left over: who takes no place has none', () => {
    expect(rangesOf(given({ A: [1, 3], B: [4, 6], C: [2, 4] }), ['B'])).toEqual({ A: '2–2', C: '1–1' })
  })
})

test('of up to 500 entries', () => {
  const equal = (count: number) => rangesOf(given(Object.fromEntries(Array.from({ length: count }, (_, i) => [`E${i}`, [3, 3]]))))
  expect(equal(500)).toMatchObject({ E0: '1–500' })
  expect(equal(501)).toBeNull()
})
