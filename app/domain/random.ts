/** Numbers in [0, 1) that look random and are the same for the same seed. */
export function seededRandom(seed: number): () => number {
  const next = integersFrom(seed)
  return () => next() / 2 ** 32
}

/** Unsigned 32-bit integers, the same on every machine for one seed: sfc32 (Doty-Humphrey, PractRand), seeded by splitmix32. */
export function integersFrom(seed: number): () => number {
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

/** The same things in an order drawn by `random` (Fisher and Yates). */
export function shuffled<T>(things: T[], random: () => number): T[] {
  const drawn = [...things]
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[drawn[last], drawn[other]] = [drawn[other] as T, drawn[last] as T]
  }
  return drawn
}
