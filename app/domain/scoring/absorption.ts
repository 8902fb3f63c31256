import { rowSizes, rowSums, transposed, type Crossed } from '#app/domain/scoring/panel.ts'

/**
 * What absorbing the rows of a crossed table takes, summed once, so that nothing after has to read the scores again.
 * Rows of one size share their weight at every step, so their sums are kept together: a panel in which each entry has
 * five judges has one class. Shapes: per row `sums`; per column `colSums`, `colCounts`.
 */
export interface Layout {
  table: Crossed
  sums: Float64Array
  sumOfSquares: number
  colSums: Float64Array
  colCounts: Int32Array
  classes: SizeClass[]
}

/** The rows that have `size` cells each. */
export interface SizeClass {
  size: number
  rows: Int32Array
  /** Σ s_i and Σ s_i² of its row sums s_i */
  sum: number
  sumOfSquares: number
  /** per column: over the rows that meet it, Σ s_i and how many */
  colSums: Float64Array
  colCounts: Float64Array
  /** Σ a_i a_i′ in the lower triangle, a_i the 0/1 vector of row i's columns; null where going through the rows is cheaper */
  pairs: Float64Array | null
}

/** Sums for absorbing the rows of `table`, whose scores are centred. */
export function layoutOf(table: Crossed): Layout {
  const sums = rowSums(table)
  const byColumn = transposed(table)
  const rowsOfSize = Map.groupBy(rowSizes(table).keys(), (i) => table.start[i + 1]! - table.start[i]!)
  const sizes = [...rowsOfSize.keys()].sort((a, b) => a - b)
  return {
    table, sums, sumOfSquares: sumOfSquares(table.y),
    colSums: rowSums(byColumn), colCounts: rowSizes(byColumn),
    classes: sizes.map((size) => classOf(table, sums, size, Int32Array.from(rowsOfSize.get(size) ?? []))),
  }
}

function classOf(table: Crossed, sums: Float64Array, size: number, rows: Int32Array): SizeClass {
  const { cols, start, col } = table
  const one: SizeClass = { size, rows, sum: 0, sumOfSquares: 0, colSums: new Float64Array(cols), colCounts: new Float64Array(cols), pairs: null }
  for (const i of rows) {
    const sum = sums[i]!
    one.sum += sum
    one.sumOfSquares += sum * sum
    for (let cell = start[i]!; cell < start[i + 1]!; cell++) {
      one.colSums[col[cell]!]! += sum
      one.colCounts[col[cell]!]!++
    }
  }
  if (rows.length * size * size > cols * cols) one.pairs = addPairs(new Float64Array(cols * cols), table, rows, 1)
  return one
}

/** target += weight · Σ a_i a_i′ over `rows`, lower triangle. */
function addPairs(target: Float64Array, { cols, start, col }: Crossed, rows: Int32Array, weight: number): Float64Array {
  for (const i of rows) {
    const first = start[i]!
    for (let one = first; one < start[i + 1]!; one++) {
      const at = col[one]! * cols
      for (let other = first; other <= one; other++) target[at + col[other]!]! += weight
    }
  }
  return target
}

/**
 * The columns' matrix once the rows are absorbed: diag(n_j) - Σ w_i a_i a_i′, lower triangle, into `target` (q × q).
 * With w_i = 1/r_i it is the weighted Laplacian of the columns' graph.
 */
export function fillReduced(target: Float64Array, { table, colCounts, classes }: Layout, weights: ArrayLike<number>): void {
  const q = table.cols
  target.fill(0)
  for (const [c, { rows, pairs }] of classes.entries()) {
    const weight = weights[c]!
    if (pairs) for (let k = 0; k < pairs.length; k++) target[k]! -= weight * pairs[k]!
    else addPairs(target, table, rows, -weight)
  }
  for (let j = 0; j < q; j++) target[j * q + j]! += colCounts[j]!
}

/** Σ a_i′ K a_i over the rows of a class, K symmetric q × q. */
export function quadraticSum({ table: { cols, start, col } }: Layout, { rows, pairs }: SizeClass, k: Float64Array): number {
  if (pairs) return 2 * lowerProduct(pairs, k, cols, false) - lowerProduct(pairs, k, cols, true)
  let sum = 0
  for (const i of rows) {
    for (let one = start[i]!; one < start[i + 1]!; one++) {
      for (let other = start[i]!; other < start[i + 1]!; other++) sum += k[col[one]! * cols + col[other]!]!
    }
  }
  return sum
}

/** Σ of the products of two lower triangles, or of their diagonals. */
function lowerProduct(a: Float64Array, b: Float64Array, q: number, diagonal: boolean): number {
  let sum = 0
  for (let i = 0; i < q; i++) {
    for (let k = diagonal ? i : 0; k <= i; k++) sum += a[i * q + k]! * b[i * q + k]!
  }
  return sum
}

export function sumOfSquares(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value * value
  return sum
}
