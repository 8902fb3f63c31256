import { expect, test } from 'vitest'
import { orderInForce } from '#app/domain/order-in-force.ts'
import { workOut } from '#app/domain/scoring/standings.ts'

const rules = { ordering: 'raw', quorum: 2, quorumRule: 'not-ranked' } as const
const criteria = [{ id: 'heavy', weight: 60 }, { id: 'light', weight: 40 }]
/** `scores`: by entry, a list of [heavy, light] for judges 1, 2, … */
function sheet(scores: Record<string, [number, number][]>) {
  const marks = Object.entries(scores).flatMap(([entry, cards]) => cards.flatMap(([heavy, light], judge) =>
    [{ entry, judge: `J${judge}`, criterion: 'heavy', score: heavy }, { entry, judge: `J${judge}`, criterion: 'light', score: light }]))
  return workOut({ entries: Object.keys(scores), criteria, marks })
}
const shown = (scores: Record<string, [number, number][]>, own: Partial<Parameters<typeof orderInForce>[1]> = {}) =>
  orderInForce(sheet(scores), { ...rules, ...own }).map(({ entry, place, tie, short }) => [entry, place, tie, short])

test('by the weighted mean, whatever order they come in', () => {
  expect(shown({ a: [[1, 1], [1, 1]], b: [[5, 5], [4, 4]], c: [[3, 3], [3, 3]] })).toEqual([['b', 1, null, false], ['c', 2, null, false], ['a', 3, null, false]])
})

test('equal means are parted by the heaviest criterion, and say so', () => {
  expect(shown({ a: [[2, 5], [2, 5]], b: [[4, 2], [4, 2]], c: [[1, 1], [1, 1]] })).toEqual([['b', 1, 'parted', false], ['a', 2, 'parted', false], ['c', 3, null, false]])
  expect(orderInForce(sheet({ a: [[2, 5]], b: [[4, 2]] }), { ...rules, quorum: 1 }).map(({ by }) => by)).toEqual([['criteria'], ['criteria']])
})

test('what the ladder cannot part shares a place, and the next ones are left out', () => {
  expect(shown({ a: [[3, 3], [3, 3]], b: [[3, 3], [3, 3]], c: [[1, 1], [1, 1]] })).toEqual([['a', 1, 'equal', false], ['b', 1, 'equal', false], ['c', 3, null, false]])
})

test('below the quorum an entry has no place, and takes none from the others', () => {
  const scores: Record<string, [number, number][]> = { a: [[5, 5]], b: [[4, 4], [4, 4]], c: [[2, 2], [3, 3]], d: [] }
  expect(shown(scores)).toEqual([['b', 1, null, false], ['c', 2, null, false], ['a', null, null, true], ['d', null, null, true]])
  expect(shown(scores, { quorumRule: 'ranked-with-warning' })).toEqual([['a', 1, null, true], ['b', 2, null, false], ['c', 3, null, false], ['d', null, null, true]])
})

test('what the ladder parts from some and not from others says both', () => {
  // All have a mean of 3; c leads by its heavy marks, a and b are alike in everything.
  const working = sheet({ a: [[3, 3], [3, 3]], b: [[3, 3], [3, 3]], c: [[4, 1.5], [4, 1.5]], d: [[1, 1], [1, 1]] })
  expect(orderInForce(working, rules).map(({ entry, place, tie, by }) => [entry, place, tie, by])).toEqual(
    [['c', 1, 'parted', ['criteria']], ['a', 2, 'equal', []], ['b', 2, 'equal', []], ['d', 4, null, []]])
})

test('equals below the first are parted from each other alone', () => {
  expect(shown({ a: [[5, 5], [5, 5]], b: [[2, 5], [2, 5]], c: [[4, 2], [4, 2]], d: [[1, 1], [1, 1]] }))
    .toEqual([['a', 1, null, false], ['c', 2, 'parted', false], ['b', 3, 'parted', false], ['d', 4, null, false]])
})

test('an entry that stood down has no place, whatever its scores and the quorum', () => {
  const working = workOut({
    entries: ['a', 'b'], criteria: [criteria[0]!], unplaced: ['a'],
    marks: ([['a', 'J0', 5], ['a', 'J1', 5], ['b', 'J0', 2], ['b', 'J1', 3]] as const).map(([entry, judge, score]) => ({ entry, judge, criterion: 'heavy', score })),
  })
  for (const quorumRule of ['not-ranked', 'ranked-with-warning'] as const) {
    expect(orderInForce(working, { ...rules, quorumRule }).map(({ entry, place, short, tie, by }) => [entry, place, short, tie, by])).toEqual([['b', 1, false, null, []], ['a', null, false, null, []]])
  }
})

test('by adjusted means where the edition says so', () => {
  const given = [['a', 0, 8], ['a', 1, 6], ['a', 2, 7], ['b', 0, 5], ['b', 1, 4], ['b', 2, 4], ['c', 1, 6], ['c', 2, 7], ['d', 0, 7]] as const
  const marks = given.map(([entry, judge, score]) => ({ entry, judge: `J${judge}`, criterion: 'heavy', score }))
  const order = (ordering: 'raw' | 'adjusted') =>
    orderInForce(workOut({ entries: [], criteria, marks }, { ordering }), { ...rules, quorum: 1, ordering }).map(({ entry, place }) => [entry, place])
  expect(order('raw')).toEqual([['a', 1], ['d', 2], ['c', 3], ['b', 4]])
  expect(order('adjusted')).toEqual([['a', 1], ['c', 2], ['d', 3], ['b', 4]])
})
