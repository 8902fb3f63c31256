import { fillReduced, layoutOf, sumOfSquares } from '#app/domain/scoring/absorption.ts'
import { factorise, invert, solve } from '#app/domain/scoring/cholesky.ts'
import { componentsOf } from '#app/domain/scoring/connectivity.ts'
import { centred, rowMeans, rowSizes, rowSums, transposed, withinRows, type Crossed } from '#app/domain/scoring/panel.ts'

/** Both effects fixed. Effects in points; severities sum to 0 in each component. */
export interface AdditiveFit {
  adjusted: Float64Array
  severity: Float64Array
  /** residual sum of squares, and its degrees of freedom: scores - entries - judges + components */
  rss: number
  df: number
  /** it leaves nothing over but rounding: entry and judge account for every score */
  exact: boolean
  components: number
  /** per score, in the order of the table: score less the fitted one, and its leverage */
  residuals: Float64Array
  leverages: () => Float64Array
}

/** Least share of the scores' variation that must be left over for its size to be told from rounding. */
const leastResidual = 1e-12

/**
 * Least squares of  score = entry + judge, the additive analysis of an incomplete block layout (Fisher 1940), which is
 * calibration with equal confidences (MacKay, Kenna, Low & Parker 2017). Entries in different components of the panel
 * cannot be compared by it. `scores` by entry; solved on the smaller side.
 */
export function fitAdditive(scores: Crossed): AdditiveFit {
  const { mean, scores: deviations } = centred(scores)
  const wide = scores.cols > scores.rows
  const table = wide ? transposed(deviations) : deviations
  const components = componentsOf(table)
  const factor = laplacianFactor(table, components.ofCol)
  const kept = solveKept(table, factor)
  const severity = balanced(wide ? rowMeans(table, kept) : kept, wide ? components.ofRow : components.ofCol)
  const adjusted = rowMeans(deviations, severity)
  const residuals = residualsOf(deviations, adjusted, severity)
  const rss = sumOfSquares(residuals)
  return {
    adjusted: adjusted.map((value) => value + mean), severity, residuals, rss, exact: rss <= leastResidual * sumOfSquares(deviations.y),
    df: scores.y.length - scores.rows - scores.cols + components.count,
    components: components.count, leverages: () => leveragesOf(table, factor, wide),
  }
}

/** The Cholesky factor of A + Σ 1 1′ / q over components: A, the Laplacian of the columns' graph, made regular. */
function laplacianFactor(table: Crossed, component: Int32Array): Float64Array {
  const q = table.cols
  const layout = layoutOf(table)
  const matrix = new Float64Array(q * q)
  fillReduced(matrix, layout, layout.classes.map(({ size }) => 1 / size))
  for (let j = 0; j < q; j++) {
    for (let k = 0; k <= j; k++) if (component[j] === component[k]) matrix[j * q + k]! += 1 / q
  }
  factorise(matrix, q)
  return matrix
}

/** Effects of the columns: A⁺ c,  c_j = Σ_{i of j} (y_ij - mean_i). */
function solveKept(table: Crossed, factor: Float64Array): Float64Array {
  const c = rowSums(transposed(withinRows(table)))
  solve(factor, table.cols, c)
  return c
}

/** Moved so that they sum to 0 in each component. */
function balanced(effects: Float64Array, component: Int32Array): Float64Array {
  const totals = new Map<number, { sum: number; count: number }>()
  for (const [j, c] of component.entries()) {
    const { sum, count } = totals.get(c) ?? { sum: 0, count: 0 }
    totals.set(c, { sum: sum + effects[j]!, count: count + 1 })
  }
  return effects.map((value, j) => {
    const { sum, count } = totals.get(component[j]!)!
    return value - sum / count
  })
}

function residualsOf({ rows, start, col, y }: Crossed, adjusted: Float64Array, severity: Float64Array): Float64Array {
  const residuals = new Float64Array(y.length)
  for (let i = 0; i < rows; i++) {
    for (let cell = start[i]!; cell < start[i + 1]!; cell++) residuals[cell] = y[cell]! - adjusted[i]! - severity[col[cell]!]!
  }
  return residuals
}

/** h_ij = 1/r_i + v′ A⁺ v,  v = e_j - a_i / r_i; in the order of the scores by entry. */
function leveragesOf(table: Crossed, factor: Float64Array, turn: boolean): Float64Array {
  const { rows, cols: q, start, col } = table
  const inverse = invert(factor, q)
  const leverages = new Float64Array(col.length)
  const sizes = rowSizes(table)
  for (let i = 0; i < rows; i++) {
    const columns = col.subarray(start[i], start[i + 1])
    const towards = Float64Array.from(columns, (j) => columns.reduce((sum, k) => sum + inverse[j * q + k]!, 0) / sizes[i]!)
    const among = towards.reduce((sum, value) => sum + value, 0) / sizes[i]!
    for (const [k, j] of columns.entries()) leverages[start[i]! + k] = 1 / sizes[i]! + inverse[j * q + j]! - 2 * towards[k]! + among
  }
  return turn ? transposed({ ...table, y: leverages }).y : leverages
}
