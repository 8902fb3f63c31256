/**
 * Dense symmetric positive definite matrices, q × q, by rows, lower triangle. Work is done as dot products of rows,
 * four at a time: a number once read is used four times, which makes large panels twice as fast.
 */
const four = new Float64Array(4)

/** `four[r] = Σ_k x[at + k] · rows[first + r·q + k]`, k < length, for r < count ≤ 4. */
function dotRows(x: Float64Array, at: number, rows: Float64Array, first: number, q: number, count: number, length: number): void {
  if (count < 4) {
    for (let r = 0; r < count; r++) four[r] = dot(x, at, rows, first + r * q, length)
    return
  }
  const [b, c, d] = [first + q, first + 2 * q, first + 3 * q]
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  for (let k = 0; k < length; k++) {
    const value = x[at + k]!
    s0 += value * rows[first + k]!
    s1 += value * rows[b + k]!
    s2 += value * rows[c + k]!
    s3 += value * rows[d + k]!
  }
  four[0] = s0
  four[1] = s1
  four[2] = s2
  four[3] = s3
}

function dot(x: Float64Array, at: number, y: Float64Array, yAt: number, length: number): number {
  let sum = 0
  for (let k = 0; k < length; k++) sum += x[at + k]! * y[yAt + k]!
  return sum
}

/** A = L L′ in place: the lower triangle of `a` becomes L. What stands above the diagonal is left alone. */
export function factorise(a: Float64Array, q: number): void {
  for (let j = 0; j < q; j++) {
    const row = j * q
    const pivot = Math.sqrt(a[row + j]! - dot(a, row, a, row, j))
    a[row + j] = pivot
    for (let i = j + 1; i < q; i += 4) {
      const count = Math.min(4, q - i)
      dotRows(a, row, a, i * q, q, count, j)
      for (let r = 0; r < count; r++) a[(i + r) * q + j] = (a[(i + r) * q + j]! - four[r]!) / pivot
    }
  }
}

/** ln |A| from its factor L. */
export function logDeterminant(factor: Float64Array, q: number): number {
  let sum = 0
  for (let j = 0; j < q; j++) sum += Math.log(factor[j * q + j]!)
  return 2 * sum
}

/** x becomes L⁻¹ x. */
export function solveLower(factor: Float64Array, q: number, x: Float64Array): void {
  for (let i = 0; i < q; i++) x[i] = (x[i]! - dot(factor, i * q, x, 0, i)) / factor[i * q + i]!
}

/** x becomes L′⁻¹ x. */
export function solveUpper(factor: Float64Array, q: number, x: Float64Array): void {
  for (let i = q - 1; i >= 0; i--) {
    const row = i * q
    const value = (x[i]! /= factor[row + i]!)
    for (let k = 0; k < i; k++) x[k]! -= value * factor[row + k]!
  }
}

/** x becomes A⁻¹ x. */
export function solve(factor: Float64Array, q: number, x: Float64Array): void {
  solveLower(factor, q, x)
  solveUpper(factor, q, x)
}

/** A⁻¹ in full, from its factor. `scratch` (q × q) is written over with (L⁻¹)′. */
export function invert(factor: Float64Array, q: number, inverse = new Float64Array(q * q), scratch = new Float64Array(q * q)) {
  invertFactor(factor, q, scratch)
  for (let i = 0; i < q; i++) {
    for (let j = 0; j <= i; j += 4) {
      const count = Math.min(4, i + 1 - j)
      dotRows(scratch, i * q + i, scratch, j * q + i, q, count, q - i)
      for (let r = 0; r < count; r++) inverse[i * q + j + r] = inverse[(j + r) * q + i] = four[r]!
    }
  }
  return inverse
}

/** Row i of `target` becomes column i of L⁻¹. */
function invertFactor(factor: Float64Array, q: number, target: Float64Array): void {
  target.fill(0)
  for (let k = 0; k < q; k++) {
    const pivot = factor[k * q + k]!
    for (let i = 0; i < k; i += 4) {
      const count = Math.min(4, k - i)
      dotRows(factor, k * q + i, target, i * q + i, q, count, k - i)
      for (let r = 0; r < count; r++) target[(i + r) * q + k] = -four[r]! / pivot
    }
    target[k * q + k] = 1 / pivot
  }
}
