import { normalBelow } from '#app/domain/scoring/distributions.ts'
import { sdOfDifference, type Effects } from '#app/domain/scoring/effects.ts'

/** P(entry i is better than entry k). */
export type Beats = (i: number, k: number) => number

/** Exact under the model: the posterior of a difference is normal. Half where there is nothing to tell two entries apart. */
export function beatsUnder(effects: Effects): Beats {
  return (i, k) => {
    const sd = sdOfDifference(effects, i, k)
    return sd > 0 ? normalBelow((effects.mean[i]! - effects.mean[k]!) / sd) : 0.5
  }
}

/** Without residual variation what is measured is so: 1, ½ or 0. */
export function beatsOutright(values: ArrayLike<number>, tolerance: number): Beats {
  return (i, k) => (Math.abs(values[i]! - values[k]!) <= tolerance ? 0.5 : values[i]! > values[k]! ? 1 : 0)
}

/**
 * Pairs too close to call: of entries that follow each other in the order, and of the first with any other, those of which
 * the upper is the better with less than `level`. `order` from first to last.
 */
export function tooCloseToCall(order: readonly number[], beats: Beats, level = 0.9): [upper: number, lower: number][] {
  return order.flatMap((upper, at) =>
    order.slice(at + 1, at === 0 ? undefined : at + 2).filter((lower) => beats(upper, lower) < level).map((lower): [number, number] => [upper, lower]))
}
