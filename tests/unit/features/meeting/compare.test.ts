import { expect, test } from 'vitest'
import { meansOf, pairOf } from '#app/features/meeting/compare.ts'
import type { Comment } from '#app/features/meeting/evidence.queries.server.ts'
import { both } from '#tests/unit/features/judging/criteria.ts'

test('the mean of the marks given, how far they reach, and what was written beside them', () => {
  const marks = [['a', 'k', 5], ['a', 'k', 2], ['b', 'k', 1]].map(([entryId, criterionId, value]) => ({ entryId: String(entryId), criterionId: String(criterionId), value: Number(value) }))
  const comments: Comment[] = [{ entryId: 'a', criterionId: 'k', text: 'Rare', shared: false }, { entryId: 'b', criterionId: 'k', text: 'Thin', shared: false }, { entryId: 'a', criterionId: null, text: 'Stage', shared: true }]
  expect(meansOf(both, 'a', { marks, comments })).toEqual([
    { id: 'k', name: 'Kindness', weight: 60, mean: 3.5, least: 2, most: 5, comments: ['Rare'] },
    { id: 's', name: 'Skill', weight: 40, mean: null, least: null, most: null, comments: [] },
  ])
})

const row = (entryId: string, tie: 'equal' | null = null) => ({ entryId, tie })
const pairs: [string, ReturnType<typeof row>[], (string | null)[], string[] | undefined][] = [
  ['those asked for', [row('a'), row('b'), row('c')], ['c', 'a'], ['c', 'a']],
  ['the first that stay equal', [row('a'), row('b', 'equal'), row('c', 'equal')], [null, null], ['b', 'c']],
  ['the first two', [row('a'), row('b'), row('c')], ['a', 'a'], ['a', 'b']],
  ['nothing of one', [row('a')], [], undefined],
]
test.each(pairs)('side by side: %s', (_, rows, asked, pair) => {
  expect(pairOf(rows, asked)?.map(({ entryId }) => entryId)).toEqual(pair)
})
