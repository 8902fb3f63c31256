import type { Score } from '#app/domain/scoring/panel.ts'

/**
 * The model written down as in a textbook: dense N × N matrices, inverted by Gauss and Jordan, searched by trying. Slow, and
 * shares nothing with the code it is compared with.
 */
export interface Dense {
  entries: string[]
  judges: string[]
  y: number[]
  /** 0/1, a row for each score */
  z: number[][]
  w: number[][]
}

export function denseOf(scores: readonly Score[]): Dense {
  const entries = [...new Set(scores.map((one) => one.entry))].sort()
  const judges = [...new Set(scores.map((one) => one.judge))].sort()
  return {
    entries, judges, y: scores.map((one) => one.y),
    z: scores.map((one) => entries.map((name) => Number(name === one.entry))),
    w: scores.map((one) => judges.map((name) => Number(name === one.judge))),
  }
}

export type Matrix = number[][]
export const times = (a: Matrix, b: Matrix): Matrix => a.map((row) => b[0]!.map((_, k) => row.reduce((sum, x, i) => sum + x * b[i]![k]!, 0)))
export const turned = (a: Matrix): Matrix => (a[0] ?? []).map((_, k) => a.map((row) => row[k]!))
const column = (v: number[]): Matrix => v.map((x) => [x])
const combined = (parts: [number, Matrix][]): Matrix => parts[0]![1].map((row, i) => row.map((_, k) => parts.reduce((sum, [f, m]) => sum + f * m[i]![k]!, 0)))
const identity = (n: number): Matrix => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, k) => Number(i === k)))

/** Inverse and ln |determinant|, with row pivoting. */
export function inverted(a: Matrix): { inverse: Matrix; logDeterminant: number } {
  const n = a.length
  const work = a.map((row, i) => [...row, ...identity(n)[i]!])
  let logDeterminant = 0
  for (let k = 0; k < n; k++) {
    const pivot = work.slice(k).reduce((best, row, i) => (Math.abs(row[k]!) > Math.abs(work[best]![k]!) ? i + k : best), k)
    ;[work[k], work[pivot]] = [work[pivot]!, work[k]!]
    const head = work[k]![k]!
    logDeterminant += Math.log(Math.abs(head))
    work[k] = work[k]!.map((x) => x / head)
    for (let i = 0; i < n; i++) if (i !== k && work[i]![k]) { const f = work[i]![k]!; work[i] = work[i]!.map((x, c) => x - f * work[k]![c]!) }
  }
  return { inverse: work.map((row) => row.slice(n)), logDeterminant }
}

/** -2 restricted log likelihood at variance ratios to the residual variance, that variance profiled out; and the predictions. */
export function naiveReml({ y, z, w, entries, judges }: Dense, entryRatio: number, judgeRatio: number) {
  const n = y.length
  const h = combined([[1, identity(n)], [entryRatio, times(z, turned(z))], [judgeRatio, times(w, turned(w))]])
  const { inverse, logDeterminant } = inverted(h)
  const rowTotals = inverse.map((row) => row.reduce((a, b) => a + b, 0))
  const one = rowTotals.reduce((a, b) => a + b, 0)
  const mean = rowTotals.reduce((sum, total, i) => sum + total * y[i]!, 0) / one
  const off = y.map((value) => value - mean)
  const weighted = times(inverse, column(off)).map(([x]) => x!)
  const rss = off.reduce((sum, x, i) => sum + x * weighted[i]!, 0)
  const criterion = logDeterminant + Math.log(one) + (n - 1) * (1 + Math.log((2 * Math.PI * rss) / (n - 1)))
  const predict = (incidence: Matrix, ratio: number) => times(turned(incidence), column(weighted)).map(([x]) => ratio * x!)
  const variance = rss / (n - 1)
  const p = inverse.map((row, i) => row.map((x, k) => x - (rowTotals[i]! * rowTotals[k]!) / one))
  /** posterior covariance of one side's effects: G - G Z′ P Z G */
  const posterior = (incidence: Matrix, ratio: number) =>
    combined([[variance * ratio, identity(incidence[0]!.length)], [-variance * ratio * ratio, times(turned(incidence), times(p, incidence))]])
  const severity = predict(w, judgeRatio)
  const adjusted = entries.map((_, i) => {
    const own = y.flatMap((value, cell) => (z[cell]![i] ? [value - severity[w[cell]!.indexOf(1)]!] : []))
    return own.reduce((a, b) => a + b, 0) / own.length
  })
  return {
    criterion, mean, variance, severity, adjusted, entryEffects: predict(z, entryRatio), judges,
    entryCovariance: () => posterior(z, entryRatio), judgeCovariance: () => posterior(w, judgeRatio),
  }
}

/** The lowest point of the criterion: a wide grid with its edges at 0, then ever finer ones round the best so far. */
export function naiveMinimum(dense: Dense): { criterion: number; entryRatio: number; judgeRatio: number } {
  const criterion = cheapCriterion(dense)
  const wide = [0, ...Array.from({ length: 41 }, (_, k) => 10 ** (-4 + k * 0.25))]
  const tried = wide.flatMap((entryRatio) => wide.map((judgeRatio) => ({ entryRatio, judgeRatio, criterion: criterion(entryRatio, judgeRatio) })))
  let best = tried.reduce((a, b) => (b.criterion < a.criterion ? b : a))
  for (let step = 0.25; step > 1e-6; step /= 2) {
    for (let moved = true; moved;) {
      const factors = [1, 10 ** step, 10 ** -step]
      const near = factors.flatMap((f) => factors.map((g) => [best.entryRatio * f, best.judgeRatio * g] as const))
      const next = near.map(([a, b]) => ({ entryRatio: a, judgeRatio: b, criterion: criterion(a, b) })).reduce((a, b) => (b.criterion < a.criterion ? b : a))
      moved = next.criterion < best.criterion
      if (moved) best = next
    }
  }
  return best
}

/** As `naiveReml`'s criterion, by Henderson's mixed model equations in full: (1 + n + q)² instead of N². */
export function cheapCriterion({ y, z, w }: Dense) {
  const x = y.map((_, i) => [1, ...z[i]!, ...w[i]!])
  const cross = times(turned(x), x)
  const right = times(turned(x), column(y)).map(([v]) => v!)
  const [n, q] = [z[0]!.length, w[0]!.length]
  const total = y.reduce((sum, value) => sum + value * value, 0)
  return (entryRatio: number, judgeRatio: number) => {
    const roots = [1, ...Array<number>(n).fill(Math.sqrt(entryRatio)), ...Array<number>(q).fill(Math.sqrt(judgeRatio))]
    const matrix = cross.map((row, i) => row.map((value, k) => roots[i]! * value * roots[k]! + Number(i === k && i > 0)))
    const { inverse, logDeterminant } = inverted(matrix)
    const scaled = right.map((value, i) => value * roots[i]!)
    const solved = times(inverse, column(scaled)).map(([v]) => v!)
    const rss = total - scaled.reduce((sum, value, i) => sum + value * solved[i]!, 0)
    const df = y.length - 1
    return logDeterminant + df * (1 + Math.log((2 * Math.PI * rss) / df))
  }
}
