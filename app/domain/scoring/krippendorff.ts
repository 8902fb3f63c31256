export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio'

/**
 * Krippendorff's alpha (2011, "Computing Krippendorff's Alpha-Reliability"): agreement beyond chance, 1 when perfect, 0 when by
 * chance. `units`: what each judge gave to one entry, at any number of judges; those with fewer than two are left out. Null
 * when nobody disagrees because nothing varies.
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], metric: Metric): number | null {
  const pairable = units.filter((unit) => unit.length > 1)
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b)
  const counts = countEach(pairable.flat(), values)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const distance = squaredDistance(metric, values, counts)
  const observed = pairable.reduce((sum, unit) => sum + disagreement(countEach(unit, values), distance) / (unit.length - 1), 0)
  const expected = disagreement(counts, distance) / (total - 1)
  return expected > 0 ? 1 - observed / expected : null
}

function countEach(given: readonly number[], values: readonly number[]): number[] {
  const counts = new Map<number, number>()
  for (const value of given) counts.set(value, (counts.get(value) ?? 0) + 1)
  return values.map((value) => counts.get(value) ?? 0)
}

/** Σ over ordered pairs of count · count · distance². */
function disagreement(counts: readonly number[], distance: (c: number, v: number) => number): number {
  const present = counts.flatMap((count, c) => (count ? [c] : []))
  return present.reduce((sum, c) => present.reduce((left, v) => left + counts[c]! * counts[v]! * distance(c, v), sum), 0)
}

/** Between the c-th and the v-th value. */
function squaredDistance(metric: Metric, values: readonly number[], counts: readonly number[]): (c: number, v: number) => number {
  const below = counts.reduce<number[]>((sums, count, c) => [...sums, sums[c]! + count], [0])
  const ranksBetween = (c: number, v: number) => below[Math.max(c, v) + 1]! - below[Math.min(c, v)]! - (counts[c]! + counts[v]!) / 2
  const metrics: Record<Metric, (c: number, v: number) => number> = {
    nominal: (c, v) => (c === v ? 0 : 1),
    ordinal: (c, v) => ranksBetween(c, v) ** 2,
    interval: (c, v) => (values[c]! - values[v]!) ** 2,
    ratio: (c, v) => (c === v ? 0 : ((values[c]! - values[v]!) / (values[c]! + values[v]!)) ** 2),
  }
  return metrics[metric]
}
