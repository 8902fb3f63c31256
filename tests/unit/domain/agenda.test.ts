import { expect, test } from 'vitest'
import { byCloseness, closenessOf, type AgendaRow, type Closeness } from '#app/domain/agenda.ts'

const rows = (...scored: [place: number | null, score: number | null][]): AgendaRow[] => scored.map(([place, score]) => ({ place, score }))

const cases: [string, AgendaRow[], boolean, Closeness][] = [
  ['nothing ranked', rows([null, 4]), false, { kind: 'nobody', gap: 0 }],
  ['one ranked', rows([1, 4], [null, 3]), false, { kind: 'alone', gap: 0 }],
  ['two at the first place', rows([1, 4], [1, 4]), true, { kind: 'equal', gap: 0 }],
  ['parted by the ladder', rows([1, 4], [2, 4]), true, { kind: 'close', gap: 0 }],
  ['too close for the model', rows([1, 4.5], [2, 4]), true, { kind: 'close', gap: 0.5 }],
  ['ahead', rows([1, 4.5], [2, 4]), false, { kind: 'ahead', gap: 0.5 }],
]
test.each(cases)('%s', (_, given, tooClose, closeness) => {
  expect(closenessOf(given, tooClose)).toEqual(closeness)
})

test('the closest comes first', () => {
  const of = (kind: Closeness['kind'], gap = 0): Closeness => ({ kind, gap })
  const inTurn = [of('equal'), of('close', 0.1), of('close', 0.3), of('ahead', 0.2), of('alone'), of('nobody')]
  expect(inTurn.toReversed().sort(byCloseness)).toEqual(inTurn)
})
