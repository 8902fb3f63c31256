/**
 * Random numbers that are the same on every machine for one seed: sfc32 (Doty-Humphrey, PractRand), seeded by splitmix32.
 * Part of the published method: changing a line here changes `version` in standings.ts.
 */
export interface Random {
  /** a standard normal deviate */
  normal: () => number
}

export function randomFrom(seed: number): Random {
  const next = sfc32(seed)
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

/** Unsigned 32-bit integers. */
function sfc32(seed: number): () => number {
  const split = splitmix32(seed)
  let [a, b, c, count] = [split(), split(), split(), 1]
  const next = () => {
    const out = (a + b + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + out | 0
    return out >>> 0
  }
  for (let warm = 0; warm < 15; warm++) next()
  return next
}

function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
}
