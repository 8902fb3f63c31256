import { layoutOf, type Layout } from '#app/domain/scoring/absorption.ts'
import { minimiseFrom, type Pair } from '#app/domain/scoring/minimise.ts'
import { centred, rowMeans, transposed, type Crossed } from '#app/domain/scoring/panel.ts'
import { RemlCriterion, type Ratios, type Solution } from '#app/domain/scoring/reml-criterion.ts'

/** The calibration of a panel. Variances in squared points, effects in points. */
export interface RemlFit {
  mean: number
  varEntry: number
  varJudge: number
  varResidual: number
  /** -2 restricted log likelihood */
  criterion: number
  /** how far above the mean each judge marks (BLUP): taken off before averaging */
  severity: Float64Array
  /** best linear unbiased prediction of each entry, from the mean */
  entryEffects: Float64Array
  /** mean over its judges of score - severity */
  adjusted: Float64Array
  /** what uncertainty is worked out from */
  solution: Solution
  absorbed: 'entries' | 'judges'
  /** the scores by the absorbed side */
  table: Crossed
}

/**
 * Severity-adjusted means: score = mean + entry + judge + residual, both effects random, variances by REML. The larger
 * side is absorbed. `scores` by entry; needs two entries, two judges, and residual variation.
 */
export function fitReml(scores: Crossed): RemlFit {
  const { mean: grandMean, scores: deviations } = centred(scores)
  const absorbed = scores.rows >= scores.cols ? 'entries' : 'judges'
  const table = absorbed === 'entries' ? deviations : transposed(deviations)
  const criterion = new RemlCriterion(layoutOf(table))
  const solution = criterion.solve(findRatios(criterion))
  const { varResidual, ratios: [rows, cols], rowEffects, colEffects } = solution
  const [entry, judge, entryEffects, severity] = absorbed === 'entries' ? [rows, cols, rowEffects, colEffects] : [cols, rows, colEffects, rowEffects]
  return {
    mean: grandMean + solution.mean, varEntry: entry * varResidual, varJudge: judge * varResidual, varResidual,
    criterion: solution.criterion, severity, entryEffects,
    adjusted: rowMeans(deviations, severity).map((value) => value + grandMean),
    solution, absorbed, table,
  }
}

/**
 * The ratios at the global minimum. The search runs in x = ln(1 + m·ratio), m the mean size of a row or column: near 0 it
 * is as straight as the ratio, far out as its logarithm, so one search reaches the boundary and large ratios alike.
 * A criterion can have several minima when a panel is small: there a grid is scanned first, at little cost.
 */
function findRatios(criterion: RemlCriterion): Ratios {
  const { table } = criterion.layout
  const size: Pair = [table.y.length / table.rows, table.y.length / table.cols]
  const ratiosAt = (point: Pair): Pair => [Math.expm1(point[0]) / size[0], Math.expm1(point[1]) / size[1]]
  const slopeAt = (point: Pair) => {
    const { criterion: value, gradient } = criterion.solve(ratiosAt(point))
    return { value, gradient: gradient.map((slope, k) => (slope * Math.exp(point[k]!)) / size[k]!) as Pair }
  }
  const [rows, cols] = momentRatios(criterion.layout)
  const moment: Pair = [Math.log1p(rows * size[0]), Math.log1p(cols * size[1])]
  const starts = [moment, ...(table.cols <= scanUpTo ? valleys((point) => criterion.value(ratiosAt(point))) : [])]
  const ends = starts.map((start) => minimiseFrom(slopeAt, start, [table.rows - 1, table.cols - 1]))
  return ratiosAt(ends.reduce((best, end) => (end.value < best.value ? end : best)).point)
}

/** Columns up to which a grid is scanned: some milliseconds. Above, a panel holds too much for a second minimum. */
const scanUpTo = 64
const grid = [0, 0.1, 0.4, 1, 2, 3.5, 5.5, 8, 11]

/** The points of the grid that are no higher than their neighbours. */
function valleys(value: (point: Pair) => number): Pair[] {
  const values = grid.map((x) => grid.map((y) => value([x, y])))
  const points = grid.flatMap((_, i) => grid.map((__, k): Pair => [i, k]))
  return points
    .filter(([i, k]) => values.slice(Math.max(i - 1, 0), i + 2).every((row) => row.slice(Math.max(k - 1, 0), k + 2).every((near) => near >= values[i]![k]!)))
    .map(([i, k]) => [grid[i]!, grid[k]!])
}

/** A start: the ratios that make the three sums of squares equal their expectations (Henderson 1953, method I), at least 0.01. */
export function momentRatios({ table, sums, sumOfSquares, colSums, colCounts }: Layout): Ratios {
  const cells = table.y.length
  const share = (total: ArrayLike<number>, count: (k: number) => number) => Array.from(total).reduce((sum, s, k) => sum + (s * s) / count(k), 0)
  const rowSize = (i: number) => table.start[i + 1]! - table.start[i]!
  const withinRows = (sumOfSquares - share(sums, rowSize)) / (cells - table.rows)
  const withinCols = (sumOfSquares - share(colSums, (j) => colCounts[j]!)) / (cells - table.cols)
  const rowPart = cells - sums.reduce((sum, _, i) => sum + rowSize(i) ** 2, 0) / cells
  const colPart = cells - colCounts.reduce((sum, count) => sum + count * count, 0) / cells
  const residual = (sumOfSquares - rowPart * withinCols - colPart * withinRows) / (cells - 1 - rowPart - colPart)
  const positive = Math.max(residual, 0.05 * Math.min(withinRows, withinCols)) || 1
  return [Math.max(withinCols / positive - 1, 0.01), Math.max(withinRows / positive - 1, 0.01)]
}
