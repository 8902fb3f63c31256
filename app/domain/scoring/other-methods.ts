import { meanOf, transposed, type Crossed } from '#app/domain/scoring/panel.ts'
import { midRanks } from '#app/domain/scoring/places.ts'

/**
 * What other panels would have done with the same scores, for a column beside ours. All take scores by entry and answer
 * one number per entry, higher is better; null where the method says nothing of that entry.
 */
type Column = (number | null)[]

/** Mean over judges of (y - judge's mean) / judge's standard deviation (n - 1). A judge who gives all the same has no say. */
export function meanZScores(scores: Crossed): Column {
  return meansOf(withinJudge(scores, (given) => {
    const sd = standardDeviation(given)
    const mean = meanOf(given)
    return Array.from(given, (y) => (sd > 0 ? (y - mean) / sd : NaN))
  }))
}

/**
 * Borda (1781), whatever number of entries each judge saw: mean share of the others that the judge put below it, 0 … 1. Of no
 * others the share is 0/0: a judge who saw one entry has no say.
 */
export function bordaShares(scores: Crossed, tolerance: number): Column {
  return meansOf(withinJudge(scores, (given) => midRanks(given, tolerance).map((rank) => (given.length - rank) / (given.length - 1))))
}

/** The mean without the highest and the lowest score, as in figure skating; with fewer than three scores, the mean. */
export function olympicMeans(scores: Crossed): Column {
  return eachEntry(scores, (given) => meanOf(given.length < 3 ? given : given.toSorted().subarray(1, -1)))
}

export function medians(scores: Crossed): Column {
  return eachEntry(scores, medianOf)
}

export function medianOf(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** With n - 1; 0 for a single value, and for equal ones whatever rounding makes of their mean. */
export function standardDeviation(values: ArrayLike<number>): number {
  const all = Array.from(values)
  if (all.every((y) => y === all[0])) return 0
  const mean = meanOf(values)
  return Math.sqrt(all.reduce((sum, y) => sum + (y - mean) ** 2, 0) / (all.length - 1))
}

function eachEntry({ rows, start, y }: Crossed, of: (given: Float64Array) => number): Column {
  return Array.from({ length: rows }, (_, i) => of(y.subarray(start[i], start[i + 1])))
}

/** Every judge's scores put on a scale of their own, by entry again; NaN where the judge has no say. */
function withinJudge(scores: Crossed, scale: (given: Float64Array) => number[]): Crossed {
  const byJudge = transposed(scores)
  for (let j = 0; j < byJudge.rows; j++) {
    const given = byJudge.y.subarray(byJudge.start[j], byJudge.start[j + 1])
    given.set(scale(given))
  }
  return transposed(byJudge)
}

function meansOf(scores: Crossed): Column {
  return Array.from({ length: scores.rows }, (_, i) => {
    const said = scores.y.subarray(scores.start[i], scores.start[i + 1]).filter((value) => !Number.isNaN(value))
    return said.length ? meanOf(said) : null
  })
}
