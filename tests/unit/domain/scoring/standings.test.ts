import { describe, expect, test } from 'vitest'
import { toleranceOf } from '#app/domain/scoring/places.ts'
import { placeOf, scoreInForce, workOut, type Settings } from '#app/domain/scoring/standings.ts'
import { scoresFrom, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

type Rows = Parameters<typeof scoresFrom>[0]
const given = (byEntry: Record<string, number[]>): Rows => Object.entries(byEntry).flatMap(([entry, scores]) => scores.map((y, j): Rows[number] => [entry, `J${j}`, y]))
const orderOf = (rows: Rows, settings?: Settings, unplaced: string[] = []) =>
  workOut({ ...sheetOf(scoresFrom(rows)), unplaced }, settings).standings.entries.map(({ entry }) => entry)

/** J1 is lenient, and the only one who saw D: by raw means D is before C, by adjusted ones C is before D. */
const lenient: Rows = [['A', 'J1', 8], ['A', 'J2', 6], ['A', 'J3', 7], ['B', 'J1', 5], ['B', 'J2', 4], ['B', 'J3', 4], ['C', 'J2', 6], ['C', 'J3', 7], ['D', 'J1', 7]]

describe('entries stand', () => {
  test('by raw means, or by adjusted ones where the edition says so', () => {
    expect(orderOf(lenient)).toEqual(['A', 'D', 'C', 'B'])
    expect(orderOf(lenient, { ordering: 'adjusted' })).toEqual(['A', 'C', 'D', 'B'])
  })
  test('by raw means where there are no adjusted ones', () => {
    expect(orderOf(given({ A: [1], B: [3], C: [2] }), { ordering: 'adjusted' })).toEqual(['B', 'C', 'A'])
  })
  test('by name where nothing parts them', () => {
    expect(orderOf(given({ b: [1, 1], c: [2, 2], a: [1, 1] }))).toEqual(['c', 'a', 'b'])
  })
  test('last without a place, by the mean in force and then by name', () => {
    expect(orderOf(lenient, {}, ['C', 'A', 'D'])).toEqual(['B', 'A', 'D', 'C'])
    expect(orderOf(lenient, { ordering: 'adjusted' }, ['C', 'A', 'D'])).toEqual(['B', 'A', 'C', 'D'])
    expect(orderOf(given({ b: [1, 2], c: [3, 4], a: [1, 2] }), {}, ['b', 'a'])).toEqual(['c', 'a', 'b'])
  })
  test('after all of those without any score, once and by name', () => {
    const sheet = sheetOf(scoresFrom(lenient))
    const { entries } = workOut({ ...sheet, entries: ['z', 'y', 'z', ...sheet.entries], unplaced: ['A'] }).standings
    expect(entries.map(({ entry }) => entry)).toEqual(['D', 'C', 'B', 'A', 'y', 'z'])
    expect(entries.at(-1)).toEqual({ entry: 'z', n: 0, raw: null, rawPlace: null, adjusted: null, adjustedPlace: null, pFirst: null })
  })
})

test('place and score in force: adjusted only where that is the order and it is known', () => {
  const one = { entry: 'A', n: 3, raw: 4, rawPlace: 2, adjusted: 5, adjustedPlace: 1, pFirst: null }
  const unknown = { ...one, adjusted: null, adjustedPlace: null }
  expect([placeOf(one, 'raw'), placeOf(one, 'adjusted'), placeOf(unknown, 'adjusted'), placeOf({ ...unknown, rawPlace: null }, 'raw')]).toEqual([2, 1, 2, Infinity])
  expect([scoreInForce(one, 'raw'), scoreInForce(one, 'adjusted'), scoreInForce(unknown, 'adjusted')]).toEqual([4, 5, 4])
})

test('on the adjusted order, severity is off what the tie ladder compares', () => {
  // A and B are equal by means and head-to-head. J0 and J1 are the lenient ones, and it is their scores in which B’s median lies.
  const sheet = sheetOf(scoresFrom(given({ A: [5, 1, 4, 2], B: [2, 4, 1, 5], C: [4, 4, 1, 1], D: [3, 3, 0, 0], E: [5, 5, 2, 2] })))
  expect(workOut(sheet).tieBreaks).toEqual([{ order: [['A', 'B']], by: ['panel'] }])
  expect(workOut(sheet, { ordering: 'adjusted' }).tieBreaks).toEqual([{ order: [['A'], ['B']], by: ['median'] }])
})

test('what is told apart goes with the range of the marks, and with their size', () => {
  const toleranceWith = (...scores: number[]) => workOut(sheetOf(scoresFrom(scores.map((y, j) => ['A', `J${j}`, y])))).tolerance
  expect(toleranceWith(4, -10, 0)).toBe(toleranceOf(14, 10))
  expect(toleranceWith(4e9, 4e9 + 1)).toBe(toleranceOf(1, 4e9 + 1))
  expect(workOut({ entries: [], criteria: [], marks: [] }).tolerance).toBe(0)
})

describe('warnings', () => {
  const cross = [['A', 'J1', 3], ['A', 'J2', 4], ['B', 'J1', 1], ['B', 'J2', 2]] satisfies Rows
  const apart = [['C', 'J3', 5], ['C', 'J4', 6], ['D', 'J3', 8], ['D', 'J4', 9]] satisfies Rows
  test.each<[string, Rows, string[]]>([
    ['none', given({ A: [1, 2, 4], B: [3, 3, 5], C: [6, 7, 7] }), []],
    ['two degrees of freedom are hardly any', given({ A: [1, 2], B: [3, 3], C: [6, 7] }), ['very-uncertain']],
    ['three are enough', given({ A: [1, 2], B: [3, 3], C: [6, 7], D: [3, 5] }), []],
    ['nothing left over', given({ A: [1, 2], B: [3, 4], C: [6, 7], D: [3, 4] }), ['no-residual-variation']],
    ['nothing left over, in parts', [...cross, ...apart], ['no-residual-variation', 'very-uncertain', 'disconnected']],
    ['one judge', given({ A: [1], B: [2] }), ['not-enough-overlap']],
    ['no scores', [], ['no-scores']],
  ])('%s', (_, rows, wanted) => expect(workOut(sheetOf(scoresFrom(rows))).standings.warnings).toEqual(wanted))

  test('an entry without a score is worth one, unless it takes no place anyway', () => {
    const sheet = sheetOf(scoresFrom(given({ A: [1, 2, 4], B: [3, 3, 5], C: [6, 7, 7] })))
    const warningsWith = (unplaced: string[]) => workOut({ ...sheet, entries: [...sheet.entries, 'Z'], unplaced }).standings.warnings
    expect([warningsWith([]), warningsWith(['Z']), warningsWith(['A'])]).toEqual([['not-judged'], [], ['not-judged']])
  })
  test('a scorecard with too few marks is worth one', () => {
    const sheet = sheetOf(scoresFrom(given({ A: [1, 2, 4], B: [3, 3, 5], C: [6, 7, 7] })))
    const criteria = [...sheet.criteria, { id: 'little', weight: 0.5 }]
    expect(workOut({ ...sheet, criteria, marks: [...sheet.marks, { entry: 'A', judge: 'J9', criterion: 'little', score: 1 }] }).standings.warnings).toContain('sheet-not-counted')
  })
})

test('the seed is 1 unless said, and moves probabilities alone', () => {
  const sheet = sheetOf(scoresFrom(lenient))
  const [one, seven] = [workOut(sheet).standings, workOut(sheet, { seed: 7 }).standings]
  const { judges, model } = seven
  expect([one.seed, seven.seed, { judges, model }]).toEqual([1, 7, { judges: one.judges, model: one.model }])
  expect(seven.entries.map(({ pFirst }) => pFirst)).not.toEqual(one.entries.map(({ pFirst }) => pFirst))
})
