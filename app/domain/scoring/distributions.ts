/** Tails of the common distributions, to 1e-12 or better. Series and continued fractions as in DLMF ch. 8. */

/** P(Z ≤ z) of a standard normal. */
export function normalBelow(z: number): number {
  const tail = gammaAbove(0.5, (z * z) / 2) / 2
  return z < 0 ? tail : 1 - tail
}

/** P(X > x) of chi-square. */
export function chiSquareAbove(x: number, df: number): number {
  return gammaAbove(df / 2, x / 2)
}

/** P(X > x) of F; degrees of freedom need not be whole. */
export function fAbove(x: number, df1: number, df2: number): number {
  return betaBelow(df2 / (df2 + df1 * x), df2 / 2, df1 / 2)
}

const tiny = 1e-300

/** ln Γ(x), x > 0 (Lanczos 1964, g = 7, nine terms). */
function lnGamma(x: number): number {
  const terms = [
    676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
    -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
  ]
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const t = x + 6.5
  const sum = terms.reduce((left, term, k) => left + term / (x + k), 0.9999999999998099)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Regularised upper incomplete gamma function Q(a, x) (DLMF 8.7.1 and 8.9.2). */
function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1
  if (x === Infinity) return 0
  const front = Math.exp(-x + a * Math.log(x) - lnGamma(a))
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a]
    for (let n = 1; term > sum * 1e-17; n++) sum += term *= x / (a + n)
    return 1 - front * sum
  }
  return front * continuedFraction((n) => (n === 0 ? 1 : n * (a - n)), (n) => x + 2 * n + 1 - a)
}

/** Regularised incomplete beta function I_x(a, b) (DLMF 8.17.22). */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  return front * continuedFraction((n) => betaTerm(n, x, a, b), () => 1)
}

function betaTerm(n: number, x: number, a: number, b: number): number {
  if (n === 0) return 1
  const m = n >> 1
  if (n % 2 === 0) return (m * (b - m) * x) / ((a + n - 1) * (a + n))
  return (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n))
}

/** over(0) / (under(0) + over(1) / (under(1) + …)), by the modified Lentz method (Thompson & Barnett 1986). */
function continuedFraction(over: (n: number) => number, under: (n: number) => number): number {
  let [value, c, d] = [tiny, tiny, 0]
  for (let n = 0; n < 10_000; n++) {
    d = 1 / (under(n) + over(n) * d || tiny)
    c = under(n) + over(n) / c || tiny
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-16) break
  }
  return value
}
