import { effectDrawer } from '#app/domain/scoring/draws.ts'
import { restrictedTo, sdOfDifference, type Effects } from '#app/domain/scoring/effects.ts'

/** An entry further than this many standard deviations behind the leader beats it once in 90,000 times: it is not drawn. */
const outOfReach = 4.25
const drawsAtMost = 200_000
const drawsAtLeast = 20_000
const workWanted = 2e8

/**
 * P(first) of each entry under the model: in how many draws from the posterior of the effects it is the highest, with
 * the fitted variances taken as known. Standard error at most 0.0011 with 200,000 draws, 0.0035 with 20,000. `among`: the
 * entries that can be first; for the others it is 0.
 */
export function firstPlaceProbabilities(effects: Effects, seed: number, among: readonly number[] = Array.from(effects.mean.keys())): Float64Array {
  const candidates = withinReach(effects, among)
  const drawn = restrictedTo(effects, candidates)
  const draws = drawsOf(drawn)
  const wins = new Float64Array(effects.mean.length)
  const draw = effectDrawer(drawn, seed)
  for (let k = 0; k < draws; k++) wins[candidates[highestOf(draw())]!]!++
  return wins.map((count) => count / draws)
}

/** As many as the work allows: a draw multiplies a triangle of q × q, adds up what each effect shares, and needs a deviate for each. */
export function drawsOf({ q, index, mean }: Pick<Effects, 'q' | 'index' | 'mean'>): number {
  const work = (q * q) / 2 + index.length + 10 * mean.length
  return Math.round(Math.min(Math.max(workWanted / work, drawsAtLeast), drawsAtMost))
}

/** Those who could be first at all; the others need not be drawn. */
function withinReach(effects: Effects, among: readonly number[]): Int32Array {
  const { mean } = effects
  const leader = among.reduce((best, i) => (mean[i]! > mean[best]! ? i : best))
  return Int32Array.from(among).filter((i) => mean[leader]! - mean[i]! <= outOfReach * sdOfDifference(effects, leader, i))
}

function highestOf(values: Float64Array): number {
  let first = 0
  for (let i = 1; i < values.length; i++) if (values[i]! > values[first]!) first = i
  return first
}

/** The smallest set that holds the best entry with this probability, likeliest first; equals come or stay together. */
export function possibleWinners(probabilities: ArrayLike<number>, level = 0.95): number[] {
  const order = Array.from(probabilities, (_, i) => i).sort((a, b) => probabilities[b]! - probabilities[a]!)
  let [total, least] = [0, 0]
  return order.filter((i) => {
    const taken = probabilities[i]! > 0 && (total < level - 1e-9 || probabilities[i] === least)
    if (taken) {
      total += probabilities[i]!
      least = probabilities[i]!
    }
    return taken
  })
}
