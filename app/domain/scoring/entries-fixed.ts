import { fillReduced, layoutOf, sumOfSquares } from '#app/domain/scoring/absorption.ts'
import { factorise, logDeterminant, solve } from '#app/domain/scoring/cholesky.ts'
import { centred, rowMeans, rowSizes, rowSums, transposed, withinRows, type Crossed } from '#app/domain/scoring/panel.ts'

/** Entries fixed, judges random. Variances in squared points, effects in points. */
export interface EntriesFixedFit {
  adjusted: Float64Array
  severity: Float64Array
  varJudge: number
  varResidual: number
  /** -2 restricted log likelihood */
  criterion: number
}

/**
 * score = entry + judge, the judges random: an incomplete block layout with recovery of inter-block information (Yates 1940;
 * Patterson & Thompson 1971). One ratio is searched, λ = judges' variance over the residual one; without severity it gives raw
 * means, with ever more of it the additive fit. `scores` by entry; needs more scores than entries, and residual variation.
 */
export function fitEntriesFixed(scores: Crossed): EntriesFixedFit {
  const { mean, scores: deviations } = centred(scores)
  const { cols: q } = deviations
  const layout = layoutOf(deviations)
  const laplacian = new Float64Array(q * q)
  fillReduced(laplacian, layout, layout.classes.map(({ size }) => 1 / size))
  const within = withinRows(deviations)
  const c = rowSums(transposed(within))
  const total = sumOfSquares(within.y)
  const df = scores.y.length - scores.rows
  const constant = rowSizes(scores).reduce((sum, size) => sum + Math.log(size), 0)
  const at = (lambda: number) => {
    const factor = laplacian.map((value) => lambda * value)
    for (let j = 0; j < q; j++) factor[j * q + j]! += 1
    factorise(factor, q)
    const severity = c.map((value) => lambda * value)
    solve(factor, q, severity)
    const varResidual = (total - severity.reduce((sum, b, j) => sum + b * c[j]!, 0)) / df
    return { severity, varResidual, varJudge: lambda * varResidual, criterion: df * (1 + Math.log(2 * Math.PI * varResidual)) + logDeterminant(factor, q) + constant }
  }
  const best = at(lowest((x) => at(ratioAt(x)).criterion, ratioAt))
  return { ...best, adjusted: rowMeans(deviations, best.severity).map((value) => value + mean) }
}

/** Searched as its logarithm, so that small and large ratios are found alike. */
const ratioAt = (x: number) => Math.expm1(x)
const furthest = 16
const step = 0.25
const closeEnough = 1e-10

/** The ratio at the lowest point: a grid, then golden section about its lowest knot (Kiefer 1953). */
function lowest(value: (x: number) => number, ratio: (x: number) => number): number {
  const knots = Array.from({ length: furthest / step + 1 }, (_, k) => k * step)
  const values = knots.map(value)
  const knot = values.indexOf(values.reduce((a, b) => Math.min(a, b)))
  let [low, high] = [knots[Math.max(knot - 1, 0)]!, knots[Math.min(knot + 1, knots.length - 1)]!]
  const golden = (Math.sqrt(5) - 1) / 2
  while (high - low > closeEnough * (1 + low)) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    if (value(left) <= value(right)) high = right
    else low = left
  }
  return value(0) <= value((low + high) / 2) ? 0 : ratio((low + high) / 2)
}
