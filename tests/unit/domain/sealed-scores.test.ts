import { describe, expect, test } from 'vitest'
import type { Mark } from '#app/domain/scoring/composite.ts'
import { readScoreSheet } from '#app/domain/scoring/score-sheet.ts'
import { version, workOut } from '#app/domain/scoring/standings.ts'
import { followsFromScores, sealedCsv, sealedScores, sealedSheet, sealedStandings } from '#app/domain/sealed-scores.ts'

/** Out of order, with a mark that was not given and an entry that stood down. */
const sheet = {
  entries: ['b', 'a', 'c'], unplaced: ['c'],
  criteria: [{ id: 'C2', weight: 40 }, { id: 'C1', weight: 60 }],
  marks: ([['b', 'J2', 3, 2], ['b', 'J1', 2, 5], ['a', 'J1', 4, null], ['a', 'J2', 1, 1], ['c', 'J1', 5, 5]] as const)
    .flatMap(([entry, judge, c1, c2]) => [{ entry, judge, criterion: 'C1', score: c1 }, ...(c2 === null ? [] : [{ entry, judge, criterion: 'C2', score: c2 }])]),
}
const rules = { ordering: 'raw', quorum: 1, quorumRule: 'not-ranked' } as const
const method = { ...rules, calibration: 'reml', version, seed: 7, criteria: sheet.criteria }
const working = workOut(sheet, { seed: 7 })

function leafOf(own: { method?: object; standings?: object[]; sheet?: object | undefined } = {}): string {
  const standings = sealedStandings(working, rules, new Set(['a', 'b']))
  return JSON.stringify({ edition: '2027', method, standings, sheet: sealedSheet(sheet), ...own })
}

test('a sheet is sealed in one order: entries, those that take no place, and a line a scorecard', () => {
  expect(sealedSheet({ ...sheet, unplaced: ['c', 'b'] })).toEqual({
    entries: ['a', 'b', 'c'], unplaced: ['b', 'c'],
    cards: [
      { entry: 'a', judge: 'J1', marks: [null, 4] }, { entry: 'a', judge: 'J2', marks: [1, 1] }, { entry: 'b', judge: 'J1', marks: [5, 2] },
      { entry: 'b', judge: 'J2', marks: [2, 3] }, { entry: 'c', judge: 'J1', marks: [5, 5] },
    ],
  })
  expect(sealedSheet({ ...sheet, marks: sheet.marks.toReversed() })).toEqual(sealedSheet(sheet))
  expect(sealedSheet({ entries: ['a'], criteria: [], marks: [] })).toEqual({ entries: ['a'], unplaced: [], cards: [] })
})

test('the sealed standings are those in force, of the entries asked for', () => {
  const [first, second, ...more] = sealedStandings(working, rules, new Set(['a', 'b']))
  expect(more).toEqual([])
  const [b, a] = ['b', 'a'].map((name) => working.standings.entries.find(({ entry }) => entry === name)!)
  expect(first).toEqual({ entry: 'b', scores: 2, place: 1, raw: b!.raw, adjusted: b!.adjusted, rawPlace: 1, adjustedPlace: b!.adjustedPlace, pFirst: b!.pFirst })
  expect(second).toEqual({ entry: 'a', scores: 2, place: 2, raw: a!.raw, adjusted: a!.adjusted, rawPlace: 2, adjustedPlace: a!.adjustedPlace, pFirst: a!.pFirst })
})

describe('read again from the text of a leaf', () => {
  test('they are the sheet that was sealed: marks not given are left out', () => {
    const read = sealedScores(leafOf())!
    const lines = (marks: readonly Mark[]) => marks.map(({ entry, judge, criterion, score }) => [entry, judge, criterion, score].join(' ')).sort()
    expect(lines(read.sheet.marks)).toEqual(lines(sheet.marks))
    expect({ ...read.sheet, marks: [] }).toEqual({ entries: ['a', 'b', 'c'], criteria: sheet.criteria, marks: [], unplaced: ['c'] })
    expect(workOut(read.sheet, { seed: 7 }).standings).toEqual(working.standings)
  })
  test('a line that is shorter than the criteria has the last ones not given', () => {
    const short = { entries: ['a'], unplaced: [], cards: [{ entry: 'a', judge: 'J1', marks: [2] }] }
    expect(sealedScores(leafOf({ sheet: short }))!.sheet.marks).toEqual([{ entry: 'a', judge: 'J1', criterion: 'C2', score: 2 }])
  })
  test('a leaf from before score sheets were sealed has none', () => expect(sealedScores(leafOf({ sheet: undefined }))).toBeNull())
  test.each([
    ['a seed below 0', { method: { ...method, seed: -1 } }], ['half a seed', { method: { ...method, seed: 1.5 } }], ['half a quorum', { method: { ...method, quorum: 1.5 } }],
    ['an ordering nobody knows', { method: { ...method, ordering: 'best' } }], ['a quorum rule nobody knows', { method: { ...method, quorumRule: 'no' } }],
    ['a criterion without weight', { method: { ...method, criteria: [{ id: 'C1' }] } }], ['a mark in words', { sheet: { entries: [], unplaced: [], cards: [{ entry: 'a', judge: 'b', marks: ['5'] }] } }],
  ])('%s is none that can be worked out', (_, own) => expect(sealedScores(leafOf(own))).toBeNull())
  test('the file of a sheet is read to the same sheet', () => {
    const read = readScoreSheet(sealedCsv(sealedScores(leafOf())!))
    expect(read.ok && workOut(read.sheet, { seed: 7 }).standings).toEqual(working.standings)
  })
})

describe('sealed standings follow from the sealed scores', () => {
  const follows = (own: Parameters<typeof leafOf>[0] = {}) => followsFromScores(sealedScores(leafOf(own))!)
  const standings = sealedStandings(working, rules, new Set(['a', 'b']))

  test('as they were sealed', () => expect(follows()).toBe(true))
  test('by the seed and the ordering that were sealed', () => {
    // By raw means d is before c, by adjusted ones after.
    const given = [['a', 1, 8], ['a', 2, 6], ['a', 3, 7], ['b', 1, 5], ['b', 2, 4], ['b', 3, 4], ['c', 2, 6], ['c', 3, 7], ['d', 1, 7]] as const
    const panel = { entries: ['a', 'b', 'c', 'd'], criteria: sheet.criteria, marks: given.map(([entry, judge, score]) => ({ entry, judge: `J${judge}`, criterion: 'C1', score })) }
    const own = (seed: number, ordering: 'raw' | 'adjusted') => ({ sheet: sealedSheet(panel), method: { ...method, seed, ordering }, standings: sealedStandings(workOut(panel, { seed: 7, ordering: 'adjusted' }), { ...rules, ordering: 'adjusted' }, new Set(panel.entries)) })
    expect([follows(own(7, 'adjusted')), follows(own(8, 'adjusted')), follows(own(7, 'raw'))]).toEqual([true, false, false])
  })
  test('another figure, or another score, does not', () => {
    expect(follows({ standings: [{ ...standings[0]!, raw: standings[0]!.raw! + 1e-12 }, standings[1]!] })).toBe(false)
    expect(follows({ sheet: sealedSheet({ ...sheet, marks: sheet.marks.map((one) => ({ ...one, score: one.score + Number(one.entry === 'c') })) }) })).toBe(false)
  })
  test('of another version nothing is said', () => expect(follows({ method: { ...method, version: '0' } })).toBeNull())
})
