import { expect, test } from 'vitest'
import { gapsOfSpread, spreadOf, type SpreadAward } from '#app/domain/award-spread.ts'

const award = (categoryId: string, name: string, employer = '', settled = false): SpreadAward =>
  ({ categoryId, category: `Category ${categoryId}`, nomineeId: name, name, employer, employerKey: employer.toLowerCase(), settled })
const listed = (awards: SpreadAward[]) => {
  const { nominees, employers } = spreadOf(awards)
  return [nominees, employers].map((several) => several.map(({ name, awards: own }) => `${name}: ${own.map(({ category }) => category).join(', ')}`))
}

test('who has several awards, and whose people do, the most first', () => {
  const awards = [award('a', 'Asha', 'Harbour'), award('b', 'Asha', 'Harbour'), award('b', 'Bea', 'Harbour'), award('c', 'Cem', 'Moor'), award('d', 'Dan', 'Moor'), award('d', 'Eve')]
  expect(listed(awards)).toEqual([
    ['Asha: Category a, Category b'],
    ['Harbour: Category a, Category b, Category b', 'Moor: Category c, Category d'],
  ])
})

test('nobody with one award, nor whoever gave no employer', () => {
  expect(listed([award('a', 'Asha'), award('b', 'Bea')])).toEqual([[], []])
})

test('with one award each, the second category cannot be settled', () => {
  const first = award('a', 'Asha', '', true)
  expect(gapsOfSpread([first, award('b', 'Asha')], 'b')).toEqual(['Asha has an award in Category a already, and each has one at most.'])
  expect(gapsOfSpread([first, award('b', 'Asha')], 'a')).toEqual([])
  expect(gapsOfSpread([award('a', 'Asha'), award('b', 'Asha')], 'b')).toEqual([])
})
