import { describe, expect, test } from 'vitest'
import { layoutOf } from '#app/domain/scoring/absorption.ts'
import { centred, panelOf, type Score } from '#app/domain/scoring/panel.ts'
import { fitReml, momentRatios } from '#app/domain/scoring/reml.ts'
import { scoresFrom } from '#tests/unit/domain/scoring/panels.ts'

/** By the textbook: what is left within judges holds entries and residual, what is left within entries judges and residual. */
function naiveRatios(scores: Score[]): [entries: number, judges: number] {
  const mean = scores.reduce((sum, { y }) => sum + y, 0) / scores.length
  const squares = (marks: Score[], about: number) => marks.reduce((sum, { y }) => sum + (y - about) ** 2, 0)
  const within = (groups: Score[][]) =>
    groups.reduce((sum, own) => sum + squares(own, own.reduce((total, { y }) => total + y, 0) / own.length), 0) / (scores.length - groups.length)
  const part = (groups: Score[][]) => scores.length - groups.reduce((sum, own) => sum + own.length ** 2, 0) / scores.length
  const [entries, judges] = [[...Map.groupBy(scores, ({ entry }) => entry).values()], [...Map.groupBy(scores, ({ judge }) => judge).values()]]
  const [left, right] = [within(judges), within(entries)]
  const residual = (squares(scores, mean) - part(entries) * left - part(judges) * right) / (scores.length - 1 - part(entries) - part(judges))
  const positive = Math.max(residual, 0.05 * Math.min(left, right)) || 1
  return [Math.max(left / positive - 1, 0.01), Math.max(right / positive - 1, 0.01)]
}

const startOf = (scores: Score[]) => momentRatios(layoutOf(centred(panelOf(scores).scores).scores))
const table = (rows: (number | null)[][]) =>
  scoresFrom(rows.flatMap((row, i) => row.flatMap((y, j) => (y === null ? [] : [[`E${i}`, `J${j}`, y] as [string, string, number]]))))

describe('the start of the search', () => {
  test('of a complete panel is the analysis of variance', () => {
    const scores = table([[3, 4, 6], [7, 9, 9], [1, 2, 5], [5, 5, 8]])
    const [entries, judges] = startOf(scores)
    expect([entries, judges]).toEqual(naiveRatios(scores).map((ratio) => expect.closeTo(ratio, 9) as number))
    expect(entries).toBeGreaterThan(5)
    expect(judges).toBeGreaterThan(1)
  })

  test.each<[string, (number | null)[][]]>([
    ['with gaps', [[3, 4, null, 6], [7, null, 9, 9], [1, 2, 5, null], [null, 5, 8, 7], [2, 3, 3, 5]]],
    ['of sizes far apart', [[3, 4, 6, 5], [7, 9, null, null], [1, null, 5, null], [null, 5, null, 8]]],
    ['where severity says more than merit', [[1, 5, 9], [2, 5, 8], [1, 6, 9]]],
    ['where hardly anything is left over', [[1, 2, 3], [2, 3, 4], [3, 4, 5.01]]],
    ['where judges say the opposite of each other', [[1, 9], [9, 1], [1, 9], [9, 1]]],
  ])('%s is Henderson’s', (_, rows) => {
    const scores = table(rows)
    expect(startOf(scores)).toEqual(naiveRatios(scores).map((ratio) => expect.closeTo(ratio, 9) as number))
  })

  test('where nothing varies it is small and finite', () => {
    expect(startOf(table([[5, 5], [5, 5]]))).toEqual([0.01, 0.01])
  })
})

test('the larger side is absorbed, entries where both are as large', () => {
  const wide = table([[3, 4, 6, 5], [7, 9, 9, 8]])
  const tall = table([[3, 4], [7, 9], [1, 2], [5, 5]])
  const square = table([[3, 4, 6], [7, 9, 9], [1, 2, 5]])
  expect([wide, tall, square].map((scores) => fitReml(panelOf(scores).scores).absorbed)).toEqual(['judges', 'entries', 'entries'])
})
