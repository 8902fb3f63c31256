import { factorise } from '#app/domain/scoring/cholesky.ts'
import { rowSizes } from '#app/domain/scoring/panel.ts'
import type { RemlFit } from '#app/domain/scoring/reml.ts'

/**
 * The posterior of the effects of one side, entries or judges, at the fitted variances and a flat mean:
 *
 *   effect_i = mean_i + onMean_i · m + coefficient_i · Σ_{k of i} shared_k + own_i · z_i
 *
 * with m ~ N(0, sdMean²), shared ~ N(0, scale² S⁻¹) and z_i ~ N(0, 1) all independent. The side that was absorbed leans on
 * the other side's effects and has a part of its own; the side that was kept is the shared part itself. In points.
 */
export interface Effects {
  mean: Float64Array
  onMean: Float64Array
  coefficient: Float64Array
  own: Float64Array
  /** which shared parts: those of i at start[i] … start[i + 1] - 1 of `index` */
  start: Int32Array
  index: Int32Array
  sdMean: number
  scale: number
  /** S⁻¹, q × q */
  inverse: Float64Array
  q: number
}

export function effectsOf(fit: RemlFit, side: 'entries' | 'judges'): Effects {
  const { varResidual, varMean, ratios, inverse } = fit.solution
  const sd = Math.sqrt(varResidual)
  const shared = { sdMean: Math.sqrt(varResidual * varMean), scale: sd * Math.sqrt(ratios[1]), inverse, q: fit.table.cols }
  return { ...shared, ...(side === fit.absorbed ? absorbedSide(fit, sd) : keptSide(fit)) }
}

type OneSide = Omit<Effects, 'sdMean' | 'scale' | 'inverse' | 'q'>

/** effect_i = w_i (s_i - r_i mean - Σ_{k of i} kept_k) + √(varResidual w_i) z_i. */
function absorbedSide({ table, solution: { ratios: [ratio], rowEffects, colOnMean } }: RemlFit, sd: number): OneSide {
  const sizes = rowSizes(table)
  const weights = Float64Array.from(sizes, (size) => ratio / (1 + ratio * size))
  const onMean = weights.map((weight, i) => {
    let change = sizes[i]!
    for (let cell = table.start[i]!; cell < table.start[i + 1]!; cell++) change += colOnMean[table.col[cell]!]!
    return -weight * change
  })
  return {
    mean: rowEffects, onMean, coefficient: weights.map((weight) => -weight), own: weights.map((weight) => sd * Math.sqrt(weight)),
    start: table.start, index: table.col,
  }
}

function keptSide({ table: { cols }, solution: { colEffects, colOnMean } }: RemlFit): OneSide {
  return { ...keptAlone(cols), mean: colEffects, onMean: colOnMean }
}

/** Each of q effects is one shared part and nothing else. */
function keptAlone(q: number): Omit<OneSide, 'mean'> {
  return {
    onMean: new Float64Array(q), coefficient: new Float64Array(q).fill(1), own: new Float64Array(q),
    start: Int32Array.from({ length: q + 1 }, (_, k) => k), index: Int32Array.from({ length: q }, (_, k) => k),
  }
}

/** Posterior covariance of two effects of one side, or the variance of one, in squared points. */
export function covariance({ onMean, coefficient, own, start, index, sdMean, scale, inverse, q }: Effects, i: number, k: number): number {
  let sum = 0
  for (let one = start[i]!; one < start[i + 1]!; one++) {
    for (let other = start[k]!; other < start[k + 1]!; other++) sum += inverse[index[one]! * q + index[other]!]!
  }
  const shared = coefficient[i]! * coefficient[k]! * scale * scale * sum + onMean[i]! * onMean[k]! * sdMean * sdMean
  return i === k ? shared + own[i]! * own[i]! : shared
}

export function standardError(effects: Effects, i: number): number {
  return Math.sqrt(covariance(effects, i, i))
}

/** Posterior standard deviation of effect_i - effect_k. */
export function sdOfDifference(effects: Effects, i: number, k: number): number {
  if (i === k) return 0
  return Math.sqrt(Math.max(covariance(effects, i, i) + covariance(effects, k, k) - 2 * covariance(effects, i, k), 0))
}

/**
 * The same posterior of some effects only. Fewer effects than shared parts are cheaper to draw from their own covariance,
 * so then that is what they share.
 */
export function restrictedTo(effects: Effects, some: Int32Array): Effects {
  const mean = Float64Array.from(some, (i) => effects.mean[i]!)
  if (some.length < effects.q) return { ...effects, ...ownCovariance(effects, some), mean }
  const [onMean, coefficient, own] = [effects.onMean, effects.coefficient, effects.own].map((part) => Float64Array.from(some, (i) => part[i]!))
  const start = new Int32Array(some.length + 1)
  const index = some.reduce<number[]>((all, i, k) => {
    all.push(...effects.index.subarray(effects.start[i], effects.start[i + 1]))
    start[k + 1] = all.length
    return all
  }, [])
  return { ...effects, mean, onMean: onMean!, coefficient: coefficient!, own: own!, start, index: Int32Array.from(index) }
}

function ownCovariance(effects: Effects, some: Int32Array): Omit<Effects, 'mean'> {
  const q = some.length
  const inverse = new Float64Array(q * q)
  for (let one = 0; one < q; one++) {
    for (let other = 0; other <= one; other++) {
      inverse[one * q + other] = inverse[other * q + one] = covariance(effects, some[one]!, some[other]!)
    }
  }
  return { ...keptAlone(q), sdMean: 0, scale: 1, inverse, q }
}

/** Draws of the shared parts: standard normals in, shared parts out, in place. */
export function sharedFrom({ inverse, q, scale }: Effects): (normals: Float64Array) => void {
  const factor = inverse.slice()
  factorise(factor, q)
  return (normals) => {
    for (let i = q - 1; i >= 0; i--) {
      let sum = 0
      for (let k = 0; k <= i; k++) sum += factor[i * q + k]! * normals[k]!
      normals[i] = scale * sum
    }
  }
}
