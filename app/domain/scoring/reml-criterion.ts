import { fillReduced, quadraticSum, type Layout } from '#app/domain/scoring/absorption.ts'
import { factorise, invert, logDeterminant, solveLower, solveUpper } from '#app/domain/scoring/cholesky.ts'

/** A pair of variance ratios, to the residual variance: [rows, columns]. Both ≥ 0. */
export type Ratios = readonly [rows: number, cols: number]

/** The criterion and all that follows from it, at one pair of ratios. Effects are in score points. */
export interface Solution {
  ratios: Ratios
  /** -2 restricted log likelihood, with its constants: comparable with lme4's */
  criterion: number
  /** by each ratio */
  gradient: [number, number]
  mean: number
  varResidual: number
  /** variance of the mean, in units of the residual variance */
  varMean: number
  /** best linear unbiased predictions, and what one point more of the mean would change in those of the columns */
  rowEffects: Float64Array
  colEffects: Float64Array
  colOnMean: Float64Array
  /** S⁻¹ (q × q): given the mean, the columns' effects have covariance varResidual · ratio · S⁻¹ */
  inverse: Float64Array
}

/** The sums over rows that one pair of ratios asks for. `c` are the columns' sums once rows are absorbed, of y and of 1. */
interface Absorbed {
  weights: Float64Array
  logDeterminant: number
  yy: number
  y1: number
  one1: number
  cy: Float64Array
  c1: Float64Array
}

/**
 * Restricted maximum likelihood of  y = mean + row + column + residual, both effects random (Patterson & Thompson 1971),
 * with the rows absorbed as in Henderson's mixed model equations, so that only a q × q matrix
 * S = I + b M,  M = diag(n_j) - Σ w_i a_i a_i′,  w_i = a / (1 + a r_i),  is ever formed; a, b the ratios. The residual
 * variance is profiled out.
 */
export class RemlCriterion {
  readonly layout: Layout
  readonly #q: number
  readonly #cells: number
  readonly #matrix: Float64Array
  /** made with the first `solve`, and written over by the next */
  #inverse: Float64Array<ArrayBuffer> | undefined
  #scratch: Float64Array<ArrayBuffer> | undefined

  constructor(layout: Layout) {
    this.layout = layout
    this.#q = layout.table.cols
    this.#cells = layout.table.y.length
    this.#matrix = new Float64Array(this.#q * this.#q)
  }

  /** The criterion alone: a third of the work of `solve`. */
  value(ratios: Ratios): number {
    const absorbed = this.#absorb(ratios[0])
    this.#factorise(absorbed, ratios[1])
    solveLower(this.#matrix, this.#q, absorbed.cy)
    solveLower(this.#matrix, this.#q, absorbed.c1)
    return this.#profile(absorbed, ratios).criterion
  }

  solve(ratios: Ratios): Solution {
    const q = this.#q
    const absorbed = this.#absorb(ratios[0])
    this.#factorise(absorbed, ratios[1])
    const { cy, c1 } = absorbed
    solveLower(this.#matrix, q, cy)
    solveLower(this.#matrix, q, c1)
    const { criterion, mean, rss, one1 } = this.#profile(absorbed, ratios)
    solveUpper(this.#matrix, q, cy)
    solveUpper(this.#matrix, q, c1)
    const inverse = (this.#inverse = invert(this.#matrix, q, this.#inverse, (this.#scratch ??= new Float64Array(q * q))))
    const score = cy.map((value, j) => value - mean * c1[j]!)
    const rows = this.#rowPass(ratios[0], ratios[1], mean, score, c1)
    const scale = (this.#cells - 1) / rss
    return {
      ratios, criterion, mean, inverse, varResidual: 1 / scale, varMean: 1 / one1,
      gradient: [
        this.#rowTrace(ratios, inverse) - rows.oneSquares / one1 - scale * rows.scoreSquares,
        this.#colTrace(absorbed.weights, inverse) - squares(c1) / one1 - scale * squares(score),
      ],
      rowEffects: rows.effects,
      colEffects: score.map((value) => ratios[1] * value),
      colOnMean: c1.map((value) => -ratios[1] * value),
    }
  }

  #absorb(a: number): Absorbed {
    const { classes, colSums, colCounts, sumOfSquares } = this.layout
    const weights = Float64Array.from(classes, ({ size }) => a / (1 + a * size))
    const absorbed: Absorbed = { weights, logDeterminant: 0, yy: sumOfSquares, y1: 0, one1: 0, cy: colSums.slice(), c1: Float64Array.from(colCounts) }
    for (const [c, { size, rows, sum, sumOfSquares: squared, colSums: sums, colCounts: counts }] of classes.entries()) {
      const weight = weights[c]!
      const left = 1 / (1 + a * size)
      absorbed.logDeterminant += rows.length * Math.log1p(a * size)
      absorbed.yy -= weight * squared
      absorbed.y1 += left * sum
      absorbed.one1 += left * size * rows.length
      for (let j = 0; j < this.#q; j++) {
        absorbed.cy[j]! -= weight * sums[j]!
        absorbed.c1[j]! -= weight * size * counts[j]!
      }
    }
    return absorbed
  }

  /** L of S = I + b M = L L′, into the matrix. */
  #factorise({ weights }: Absorbed, b: number): void {
    const q = this.#q
    fillReduced(this.#matrix, this.layout, weights)
    for (let k = 0; k < q * q; k++) this.#matrix[k]! *= b
    for (let j = 0; j < q; j++) this.#matrix[j * q + j]! += 1
    factorise(this.#matrix, q)
  }

  /** With cy and c1 as L⁻¹ cy and L⁻¹ c1: the mean, the residual sum of squares, and the criterion. */
  #profile({ logDeterminant: rowLog, yy, y1, one1, cy, c1 }: Absorbed, [, b]: Ratios) {
    const one = one1 - b * squares(c1)
    const mean = (y1 - b * inner(cy, c1)) / one
    const rss = Math.max(yy - b * squares(cy) - mean * mean * one, Number.MIN_VALUE)
    const df = this.#cells - 1
    const criterion = rowLog + logDeterminant(this.#matrix, this.#q) + Math.log(one) + df * (1 + Math.log((2 * Math.PI * rss) / df))
    return { criterion, mean, rss, one1: one }
  }

  /** Per row (s_i - r_i mean - b Σ score_j) / D_i, the derivative of the likelihood by its effect; and the same of 1. */
  #rowPass(a: number, b: number, mean: number, score: Float64Array, one: Float64Array) {
    const { table: { rows, start, col }, sums } = this.layout
    const effects = new Float64Array(rows)
    let [scoreSquares, oneSquares] = [0, 0]
    for (let i = 0; i < rows; i++) {
      const size = start[i + 1]! - start[i]!
      let [scores, ones] = [0, 0]
      for (let cell = start[i]!; cell < start[i + 1]!; cell++) {
        scores += score[col[cell]!]!
        ones += one[col[cell]!]!
      }
      const d = 1 + a * size
      const rowScore = (sums[i]! - size * mean - b * scores) / d
      const rowOne = (size - b * ones) / d
      effects[i] = a * rowScore
      scoreSquares += rowScore * rowScore
      oneSquares += rowOne * rowOne
    }
    return { effects, scoreSquares, oneSquares }
  }

  /** tr Z′ H⁻¹ Z of the rows: Σ r_i / D_i - b a_i′ S⁻¹ a_i / D_i². */
  #rowTrace([a, b]: Ratios, inverse: Float64Array): number {
    return this.layout.classes.reduce((sum, one) => {
      const d = 1 + a * one.size
      return sum + (one.rows.length * one.size) / d - (b * quadraticSum(this.layout, one, inverse)) / (d * d)
    }, 0)
  }

  /** tr Z′ H⁻¹ Z of the columns: tr S⁻¹ M. */
  #colTrace(weights: Float64Array, inverse: Float64Array): number {
    const { classes, colCounts } = this.layout
    let sum = 0
    for (const [j, count] of colCounts.entries()) sum += count * inverse[j * this.#q + j]!
    return classes.reduce((left, one, c) => left - weights[c]! * quadraticSum(this.layout, one, inverse), sum)
  }
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}

const squares = (a: Float64Array) => inner(a, a)
