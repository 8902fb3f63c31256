import type { Criterion, Mark } from '#app/domain/scoring/composite.ts'
import { meanOf, type Score } from '#app/domain/scoring/panel.ts'
import { groupsByValue } from '#app/domain/scoring/places.ts'
import { medianOf } from '#app/domain/scoring/other-methods.ts'

/** What parts entries that are equal on the ordering in force; the last is for people. */
export type Rung = 'criteria' | 'head-to-head' | 'median' | 'panel'

export interface TieBreak {
  /** from first to last; those in one group stay equal: for the panel, by a recorded vote or as a joint award */
  order: string[][]
  /** the rungs that parted some, and 'panel' if some stay equal */
  by: Rung[]
}

/** What the ladder looks at. `severity`: what the ordering in force takes off each judge; none for the raw order. */
export interface Evidence {
  criteria: readonly Criterion[]
  marks: readonly Mark[]
  scores: readonly Score[]
  severity: ReadonlyMap<string, number>
  tolerance: number
}

/** Higher is better; null: this rung says nothing of that entry, and so nothing of the group. */
type Measure = (tied: readonly string[]) => (number | null)[]

/**
 * Parts tied entries: means by criterion from the heaviest, then head-to-head among judges who scored both, then the median.
 * A rung that parts a group is tried again on each part, as against fewer rivals it may say more.
 */
export function tieBreaker(evidence: Evidence): (tied: readonly string[]) => TieBreak {
  const rungs = rungsOf(evidence)
  return (tied) => {
    const used = new Set<Rung>()
    const order = part(tied, rungs, used, evidence.tolerance)
    if (order.some((group) => group.length > 1)) used.add('panel')
    return { order, by: [...used] }
  }
}

function part(tied: readonly string[], rungs: [Rung, Measure][], used: Set<Rung>, tolerance: number): string[][] {
  const [next, ...after] = rungs
  if (!next || tied.length < 2) return [[...tied]]
  const [name, measure] = next
  const values = measure(tied)
  const groups = values.includes(null) ? [[...tied.keys()]] : groupsByValue(values, tolerance)
  if (groups.length < 2) return part(tied, after, used, tolerance)
  used.add(name)
  return groups.flatMap((group) => part(group.map((index) => tied[index]!), rungs, used, tolerance))
}

function rungsOf({ criteria, marks, scores, severity, tolerance }: Evidence): [Rung, Measure][] {
  const level = (judge: string) => severity.get(judge) ?? 0
  const marksOf = Map.groupBy(marks, ({ entry }) => entry)
  const scoresOf = Map.groupBy(scores, ({ entry }) => entry)
  const byWeight = [...Map.groupBy(criteria, ({ weight }) => weight)].sort(([a], [b]) => b - a)
  /** Criteria of equal weight stand on one rung, as no one of them comes first. */
  const rungs = byWeight.map(([, alike]): [Rung, Measure] => ['criteria', (tied) => tied.map((entry) =>
    meanOverCriteria(marksOf.get(entry) ?? [], alike.map(({ id }) => id), level))])
  return [
    ...rungs,
    ['head-to-head', (tied) => tied.map((entry) => tied.reduce((wins, rival) => wins + duel(scoresOf.get(entry), scoresOf.get(rival), tolerance), 0))],
    ['median', (tied) => tied.map((entry) => medianOf((scoresOf.get(entry) ?? []).map(({ judge, y }) => y - level(judge))))],
  ]
}

/** Mean over these criteria of the entry's mean on each; null when it has no mark on one of them. */
function meanOverCriteria(marks: readonly Mark[], criteria: readonly string[], level: (judge: string) => number): number | null {
  const means = criteria.map((id) => meanOf(marks.filter(({ criterion }) => criterion === id).map(({ judge, score }) => score - level(judge))))
  return means.some(Number.isNaN) ? null : meanOf(means)
}

/** 1 when more of the judges who scored both put the first above the second, -1 when fewer, 0 when as many. */
function duel(first: readonly Score[] = [], second: readonly Score[] = [], tolerance: number): number {
  const other = new Map(second.map(({ judge, y }) => [judge, y]))
  const lead = first.reduce((sum, { judge, y }) => {
    const gap = y - (other.get(judge) ?? y)
    return sum + (Math.abs(gap) <= tolerance ? 0 : Math.sign(gap))
  }, 0)
  return Math.sign(lead)
}
