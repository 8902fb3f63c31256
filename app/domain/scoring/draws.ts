import { sharedFrom, type Effects } from '#app/domain/scoring/effects.ts'
import { randomFrom } from '#app/domain/scoring/random.ts'

/** Each call draws every effect once from the posterior, into the same array. */
export function effectDrawer(effects: Effects, seed: number): () => Float64Array {
  const { mean, onMean, coefficient, own, start, index, sdMean, q } = effects
  const { normal } = randomFrom(seed)
  const toShared = sharedFrom(effects)
  const shared = new Float64Array(q)
  const drawn = new Float64Array(mean.length)
  return () => {
    const m = sdMean * normal()
    for (let k = 0; k < q; k++) shared[k] = normal()
    toShared(shared)
    for (let i = 0; i < mean.length; i++) {
      let sum = 0
      for (let at = start[i]!; at < start[i + 1]!; at++) sum += shared[index[at]!]!
      drawn[i] = mean[i]! + onMean[i]! * m + coefficient[i]! * sum + own[i]! * normal()
    }
    return drawn
  }
}
