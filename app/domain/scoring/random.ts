import { integersFrom } from '#app/domain/random.ts'

/** Random deviates for one seed. Part of the published method: changing a line here, or in `integersFrom`, changes `version` in standings.ts. */
export interface Random {
  /** a standard normal deviate */
  normal: () => number
}

export function randomFrom(seed: number): Random {
  const next = integersFrom(seed)
  const uniform = () => (next() + 0.5) / 2 ** 31 - 1 // in (-1, 1)
  let spare: number | undefined
  /** Two at a time by the polar method (Marsaglia & Bray 1964). */
  const normal = () => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    let [x, y, s] = [0, 0, 0]
    do {
      x = uniform()
      y = uniform()
      s = x * x + y * y
    } while (s >= 1 || s === 0)
    const length = Math.sqrt((-2 * Math.log(s)) / s)
    spare = y * length
    return x * length
  }
  return { normal }
}
