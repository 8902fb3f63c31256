import { fillReduced, layoutOf } from '#app/domain/scoring/absorption.ts'
import { factorise, solve } from '#app/domain/scoring/cholesky.ts'
import { meanOf, type Crossed, type Panel } from '#app/domain/scoring/panel.ts'

/** Rows and columns that no cell joins fall apart into components, numbered from 0. */
export interface Components {
  count: number
  ofRow: Int32Array
  ofCol: Int32Array
}

/** By union-find: rows stand at 0 … rows - 1, columns after them. */
export function componentsOf({ rows, cols, start, col }: Crossed): Components {
  const parent = Int32Array.from({ length: rows + cols }, (_, k) => k)
  const rootOf = (k: number): number => {
    while (parent[k] !== k) k = parent[k] = parent[parent[k]!]!
    return k
  }
  for (let i = 0; i < rows; i++) {
    for (let cell = start[i]!; cell < start[i + 1]!; cell++) parent[rootOf(rows + col[cell]!)] = rootOf(i)
  }
  const numbers = new Map<number, number>()
  const component = parent.map((_, k) => {
    const root = rootOf(k)
    if (!numbers.has(root)) numbers.set(root, numbers.size)
    return numbers.get(root)!
  })
  return { count: numbers.size, ofRow: component.slice(0, rows), ofCol: component.slice(rows) }
}

/** How well a panel hangs together: what comparison of its judges rests on. */
export interface Connectivity {
  components: number
  /** second smallest eigenvalue of the judges' Laplacian (Fiedler 1973), in entries; 0 when the panel falls apart */
  fiedler: number | null
  /** the two judges who share the fewest entries */
  thinnest: { judges: [string, string]; shared: number } | null
}

/** Judges up to which pairs of judges are looked at. */
const judgesAtMost = 1000

export function connectivityOf({ judges, scores }: Panel): Connectivity {
  const { count } = componentsOf(scores)
  if (judges.length < 2 || judges.length > judgesAtMost) return { components: count, fiedler: null, thinnest: null }
  return { components: count, fiedler: count > 1 ? 0 : fiedlerValue(scores), thinnest: thinnestPair(judges, scores) }
}

/**
 * By inverse iteration on A + 1 1′/q, which is A with its zero eigenvalue lifted out of the way. The Rayleigh quotient is
 * right to the square of the vector's error; close eigenvalues slow the vector down but not the value.
 */
function fiedlerValue(scores: Crossed): number {
  const q = scores.cols
  const layout = layoutOf(scores)
  const matrix = new Float64Array(q * q)
  fillReduced(matrix, layout, layout.classes.map(({ size }) => 1 / size))
  for (let k = 0; k < q * q; k++) matrix[k]! += 1 / q
  factorise(matrix, q)
  let vector = unit(Float64Array.from({ length: q }, (_, j) => Math.sin(1 + j * 2.399963)))
  let value = 0
  for (let round = 0; round < 2000; round++) {
    const next = vector.slice()
    solve(matrix, q, next)
    const before = value
    value = 1 / next.reduce((sum, x, j) => sum + x * vector[j]!, 0)
    vector = unit(next)
    if (Math.abs(value - before) < 1e-13 * value) break
  }
  return value
}

/** Length 1, sum 0. */
function unit(vector: Float64Array): Float64Array {
  const mean = meanOf(vector)
  const length = Math.sqrt(vector.reduce((sum, x) => sum + (x - mean) ** 2, 0))
  return vector.map((x) => (x - mean) / length)
}

function thinnestPair(judges: string[], scores: Crossed): Connectivity['thinnest'] {
  const q = judges.length
  const layout = layoutOf(scores)
  const shared = new Float64Array(q * q)
  fillReduced(shared, layout, layout.classes.map(() => -1))
  let least: { judges: [string, string]; shared: number } | null = null
  for (let j = 0; j < q; j++) {
    for (let k = j + 1; k < q; k++) {
      const count = shared[k * q + j]!
      if (!least || count < least.shared) least = { judges: [judges[j]!, judges[k]!], shared: count }
    }
  }
  return least
}
