import type { Criterion } from '#app/features/categories/queries.server.ts'
import type { Comment, CountedMark } from '#app/features/meeting/evidence.queries.server.ts'

/** What one criterion says of an entry: the mean of the marks given, and how far they reach. */
export interface CriterionMean {
  id: string
  name: string
  weight: number
  /** null: nobody gave a mark */
  mean: number | null
  least: number | null
  most: number | null
  comments: string[]
}

export function meansOf(criteria: Criterion[], entryId: string, { marks, comments }: { marks: CountedMark[]; comments: Comment[] }): CriterionMean[] {
  return criteria.map(({ id, name, weight }) => {
    const values = marks.filter((one) => one.entryId === entryId && one.criterionId === id).map(({ value }) => value)
    const given = values.length > 0
    return {
      id, name, weight, mean: given ? values.reduce((sum, one) => sum + one, 0) / values.length : null, least: given ? Math.min(...values) : null, most: given ? Math.max(...values) : null,
      comments: comments.filter((one) => one.entryId === entryId && one.criterionId === id).map(({ text }) => text),
    }
  })
}

/** The two to lay side by side: those asked for, else the first two that stay equal, else the first two. */
export function pairOf<Row extends { entryId: string; tie: 'parted' | 'equal' | null }>(rows: Row[], asked: (string | null)[]): [Row, Row] | undefined {
  const wanted = [...new Set(asked)].flatMap((id) => rows.find(({ entryId }) => entryId === id) ?? [])
  const equal = rows.filter(({ tie }) => tie === 'equal')
  const [one, other] = [wanted, equal, rows].find((some) => some.length >= 2) ?? []
  return one && other && [one, other]
}
