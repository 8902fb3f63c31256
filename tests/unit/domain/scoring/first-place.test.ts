import { describe, expect, test } from 'vitest'
import { normalBelow } from '#app/domain/scoring/distributions.ts'
import { restrictedTo, type Effects } from '#app/domain/scoring/effects.ts'
import { drawsOf, firstPlaceProbabilities, possibleWinners } from '#app/domain/scoring/first-place.ts'

/** Effects that know nothing of each other, each with a standard deviation of one point. */
function independent(mean: number[]): Effects {
  const q = mean.length
  const inverse = new Float64Array(q * q)
  for (let i = 0; i < q; i++) inverse[i * q + i] = 1
  return {
    mean: Float64Array.from(mean), onMean: new Float64Array(q), coefficient: new Float64Array(q).fill(1), own: new Float64Array(q),
    start: Int32Array.from({ length: q + 1 }, (_, k) => k), index: Int32Array.from({ length: q }, (_, k) => k), sdMean: 0, scale: 1, inverse, q,
  }
}

/** Beyond this a difference of two such effects is not drawn. */
const reach = 4.25 * Math.SQRT2

describe('P(first)', () => {
  test('of equals is an equal share each, and all shares are one', () => {
    const shares = firstPlaceProbabilities(independent([0, 0, 0, 0]), 1)
    for (const share of shares) expect(Math.abs(share - 0.25)).toBeLessThan(0.005)
    expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 9)
  })

  test('of two a standard deviation apart is the normal distribution’s', () => {
    const [lower, upper] = firstPlaceProbabilities(independent([0, 1]), 1)
    expect(Math.abs(upper! - normalBelow(1 / Math.SQRT2))).toBeLessThan(0.005)
    expect(lower! + upper!).toBeCloseTo(1, 9)
  })

  /** Names by whether they are drawn: the draws of those who are, are as if there were no others. */
  test.each([
    ['who is just within reach of the leader is drawn', [0, 0.91 - reach, 0.9], [0, 1, 2]],
    ['who is just out of reach is not', [1, 0.99 - reach, 0.9], [0, 2]],
    ['the leader need not be the first, nor the last', [0.99 - reach, 1, 0.5], [1, 2]],
    ['nor is who comes after the leader taken for one', [0.9 - reach, 1, 0.95, 0.5], [1, 2, 3]],
    ['within reach of the leader, though not of others', [0, 0.5, 1, 1.01 - reach], [0, 1, 2, 3]],
  ])('%s', (_, mean, drawn) => {
    const effects = independent(mean)
    const expected = new Float64Array(mean.length)
    const among = firstPlaceProbabilities(restrictedTo(effects, Int32Array.from(drawn)), 7)
    for (const [at, i] of drawn.entries()) expected[i] = among[at]!
    expect(firstPlaceProbabilities(effects, 7)).toEqual(expected)
  })

  test('those who cannot be first are not drawn, however good they are', () => {
    const shares = firstPlaceProbabilities(independent([0, 9, 0, 3]), 1, [0, 2])
    expect([shares[1], shares[3]]).toEqual([0, 0])
    expect(Math.abs(shares[0]! - 0.5)).toBeLessThan(0.005)
  })

  test.each([
    ['few entries: as many as are of use', 10, 10, 10, 200_000],
    ['so many that the work counts', 100, 40, 30, Math.round(2e8 / (5000 + 40 + 300))],
    ['what each effect shares is work too', 100, 4000, 30, Math.round(2e8 / (5000 + 4000 + 300))],
    ['at least as many as make the figure worth something', 1000, 10, 10, 20_000],
  ])('%s', (_, q, shared, entries, draws) => {
    expect(drawsOf({ q, index: new Int32Array(shared), mean: new Float64Array(entries) })).toBe(draws)
  })
})

describe('possible winners', () => {
  test.each([
    ['one is enough', [0.96, 0.04], [0]],
    ['likeliest first', [0.1, 0.6, 0.3], [1, 2, 0]],
    ['exactly the level', [0.05, 0.95], [1]],
    ['as few as hold the level', [0.6, 0.36, 0.04], [0, 1]],
    ['equals come together', [0.9, 0.05, 0.05], [0, 1, 2]],
    ['and stay out together', [0.96, 0.02, 0.02], [0]],
    ['all alike, all in', Array<number>(30).fill(1 / 30), Array.from({ length: 30 }, (_, i) => i)],
    ['nobody who cannot', [0, 0], []],
  ])('%s', (_, probabilities, wanted) => expect(possibleWinners(probabilities)).toEqual(wanted))
})
