import { meanOf } from '#app/domain/scoring/panel.ts'
import type { Criterion } from '#app/domain/scoring/composite.ts'
import type { Working } from '#app/domain/scoring/standings.ts'

/** How one scorecard comes to its score, and what is taken off for severity. In points. */
export interface CardWorking {
  judge: string
  /** in the order of the criteria; null: not given */
  marks: (number | null)[]
  score: number
  /** where marks are missing: how far the others lie above what everybody gave on the same criteria */
  above: number | null
  /** null where it cannot be known */
  severity: number | null
}

export interface EntryWorking {
  cards: CardWorking[]
  raw: number
  adjusted: number | null
  /** mean of the scorecards of the whole category with a mark each on every criterion: what `above` is added to */
  level: number
}

/** The arithmetic behind an entry's means, line by line; undefined when no scorecard counts. */
export function entryWorking({ composites, panel, calibration, standings }: Working, criteria: readonly Criterion[], entry: string): EntryWorking | undefined {
  const { raw = null, adjusted = null } = standings.entries.find((one) => one.entry === entry) ?? {}
  const scores = composites.scores.filter((one) => one.entry === entry)
  if (raw === null) return undefined
  const means = criterionMeans(composites.marks)
  const asked = criteria.filter(({ id }) => means.has(id))
  const marksOf = Map.groupBy(composites.marks.filter((mark) => mark.entry === entry), ({ judge }) => judge)
  const level = weighted(asked, ({ id }) => means.get(id)!)
  const cards = scores.map(({ judge, y }): CardWorking => {
    const given = new Map(marksOf.get(judge)!.map(({ criterion, score }) => [criterion, score]))
    const isWhole = asked.every(({ id }) => given.has(id))
    return {
      judge, score: y, marks: criteria.map(({ id }) => given.get(id) ?? null), above: isWhole ? null : y - level,
      severity: calibration.severity?.[panel.judges.indexOf(judge)] ?? null,
    }
  })
  return { cards, raw, adjusted, level }
}

/** By criterion, over all marks that count. */
export function criterionMeans(marks: Working['composites']['marks']): Map<string, number> {
  return new Map([...Map.groupBy(marks, ({ criterion }) => criterion)].map(([id, given]) => [id, meanOf(given.map(({ score }) => score))]))
}

function weighted(criteria: readonly Criterion[], value: (one: Criterion) => number): number {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0)
  return criteria.reduce((sum, one) => sum + one.weight * value(one), 0) / total
}
