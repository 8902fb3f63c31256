import { describe, expect, test } from 'vitest'
import { criterionMeans, entryWorking } from '#app/domain/scoring/entry-working.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import type { Mark } from '#app/domain/scoring/composite.ts'

const criteria = [{ id: 'care', weight: 60 }, { id: 'skill', weight: 40 }, { id: 'off', weight: 0 }]
const rows: [entry: string, judge: string, care: number | null, skill: number | null][] = [
  ['A', 'Ann', 5, 4], ['A', 'Bob', 3, 2], ['A', 'Cy', 4, null], ['B', 'Ann', 2, 4], ['B', 'Bob', 1, 3], ['B', 'Cy', 3, 3], ['C', 'Ann', null, 5],
]
const marks = rows.flatMap(([entry, judge, ...given]) => given.flatMap((score, k): Mark[] => (score === null ? [] : [{ entry, judge, criterion: criteria[k]!.id, score }])))
const working = () => workOut({ entries: ['A', 'B', 'C'], criteria, marks })
const close = (value: number): unknown => expect.closeTo(value, 12)

describe('the arithmetic of an entry', () => {
  const arithmetic = () => entryWorking(working(), criteria, 'A')!

  test('a line for each scorecard: its marks in the order of the criteria, and the score they come to', () => {
    const { cards } = arithmetic()
    expect(cards.map(({ judge, marks: given }) => [judge, given])).toEqual([['Ann', [5, 4, null]], ['Bob', [3, 2, null]], ['Cy', [4, null, null]]])
    expect(cards.map(({ score }) => score).slice(0, 2)).toEqual([close(4.6), close(2.6)])
  })
  test('where a mark is missing, the score is the level of the category and what the others lie above it', () => {
    const { cards, level } = arithmetic()
    // care: 18 / 6 = 3; skill, C’s card not counted: 16 / 5 = 3.2
    expect(level).toBeCloseTo(0.6 * 3 + 0.4 * 3.2, 12)
    expect(cards.map(({ above }) => above)).toEqual([null, null, close(1)])
    expect(cards[2]!.score).toBeCloseTo(level + 1, 12)
  })
  test('the means are those of the standings, and severities those of the judges', () => {
    const { cards, raw, adjusted } = arithmetic()
    const { entries, judges } = working().standings
    expect(entries.find(({ entry }) => entry === 'A')).toMatchObject({ raw, adjusted })
    expect(adjusted).not.toBeNull()
    expect(cards.map(({ judge, severity }) => [judge, severity])).toEqual(judges.map(({ judge, severity }) => [judge, severity]))
  })
})

test('severity and adjusted mean are not said where they cannot be known', () => {
  const one = workOut({ entries: ['A'], criteria, marks: marks.filter(({ entry }) => entry === 'A') })
  expect(entryWorking(one, criteria, 'A')).toMatchObject({ adjusted: null, cards: [{ severity: null }, { severity: null }, { severity: null }] })
})

test.each([['an entry whose scorecards do not count', 'C'], ['an entry that nobody knows', 'Z']])('%s has no working', (_, entry) => {
  expect(entryWorking(working(), criteria, entry)).toBeUndefined()
})

test('a criterion on which nobody has given a mark has no part in the level', () => {
  const more = [...criteria, { id: 'new', weight: 50 }]
  expect(entryWorking(working(), more, 'B')).toMatchObject({ level: close(3.08), cards: [{ above: null }, { above: null }, { above: null }] })
})

test('means of the criteria are over all marks that count', () => {
  expect([...criterionMeans(working().composites.marks)]).toEqual([['care', 3], ['skill', close(3.2)]])
})
