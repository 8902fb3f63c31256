import type { Criterion } from '#app/features/categories/queries.server.ts'
import { ownScore, type Content } from '#app/features/judging/scorecard.ts'

/** Two scores nearer than this are the same: what is left of a sum's rounding. In points of the scale. */
const same = 1e-9

export interface Ranked<Row> {
  /** shared by equals, and then the next ones are left out: 1, 2, 2, 4 */
  place: number
  score: number
  row: Row
}

/** A judge's own entries by their own scores, and those without one; otherwise they stay in the order they came in. */
export function rankOwn<Row extends { content: Content }>(criteria: Criterion[], rows: Row[]): { ranked: Ranked<Row>[]; unscored: Row[] } {
  const scoreOf = (row: Row) => ownScore(criteria, row.content)
  const scored = rows.flatMap((row) => {
    const score = scoreOf(row)
    return score === null ? [] : [{ row, score }]
  })
  const ranked = scored
    .map(({ row, score }) => ({ row, score, place: 1 + scored.filter((one) => one.score > score + same).length }))
    .sort((a, b) => a.place - b.place)
  return { ranked, unscored: rows.filter((row) => scoreOf(row) === null) }
}
