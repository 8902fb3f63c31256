import { describe, expect, test } from 'vitest'
import { minimiseFrom, type Pair, type Slope } from '#app/domain/scoring/minimise.ts'

/** a (x - p)² + b (y - q)² + c (x - p)(y - q) */
const bowl = ([p, q]: Pair, [a, b, c]: [number, number, number] = [1, 1, 0]) => ([x, y]: Pair): Slope => {
  const [u, v] = [x - p, y - q]
  return { value: a * u * u + b * v * v + c * u * v, gradient: [2 * a * u + c * v, 2 * b * v + c * u] }
}
function expectLowest(at: (point: Pair) => Slope, start: Pair, wanted: Pair, curvature: Pair = [1, 1]): void {
  const { point, value } = minimiseFrom(at, start, curvature)
  expect(point).toEqual(wanted.map((one): unknown => expect.closeTo(one, 6)))
  expect(value).toBe(at(point).value)
}

describe('the lowest point is found', () => {
  test.each<[string, Pair]>([['near', [1, 2]], ['far', [30, 0.5]], ['from the corner', [0, 0]], ['where it starts', [3, 1]]])('inside: %s', (_, start) => {
    expectLowest(bowl([3, 1]), start, [3, 1])
    expectLowest(bowl([3, 1], [4, 0.1, 0.5]), start, [3, 1])
    expectLowest(bowl([3, 1], [1, 1, -1.9]), start, [3, 1])
  })
  test('whatever is guessed of its curvature', () => {
    for (const curvature of [[0.01, 50], [50, 0.01], [2, 2]] satisfies Pair[]) expectLowest(bowl([3, 1], [4, 0.1, 0.5]), [1, 4], [3, 1], curvature)
  })
  test.each<[string, Pair, Pair]>([['x = 0', [-2, 1], [0, 1]], ['y = 0', [3, -5], [3, 0]], ['the corner', [-1, -1], [0, 0]]])('on the edge %s, from inside and from the edge', (_, bottom, wanted) => {
    for (const start of [[1, 1], [0, 4], [4, 0], [0, 0]] satisfies Pair[]) expectLowest(bowl(bottom), start, wanted)
  })
  test('on an edge off which the other coordinate pulls at first', () => {
    // At x = 0 the lowest y is 1.5, not 2.
    expectLowest(bowl([-1, 2], [1, 1, 1]), [3, 3], [0, 1.5])
  })
  test('in a bent valley', () => {
    const rosenbrock = ([x, y]: Pair): Slope => ({ value: (1 - x) ** 2 + 10 * (y - x * x) ** 2, gradient: [-2 * (1 - x) - 40 * x * (y - x * x), 20 * (y - x * x)] })
    expectLowest(rosenbrock, [0, 2], [1, 1])
    expectLowest(rosenbrock, [3, 0], [1, 1])
  })
  test('from where it bends downwards', () => {
    const wave = ([x, y]: Pair): Slope => ({ value: -1 / (1 + (x - 2) ** 2 + (y - 2) ** 2), gradient: [2 * (x - 2), 2 * (y - 2)].map((slope) => slope / (1 + (x - 2) ** 2 + (y - 2) ** 2) ** 2) as Pair })
    expectLowest(wave, [0.2, 0.5], [2, 2])
  })
})

test('no point outside is asked for, nor a step of more than two', () => {
  const asked: Pair[] = []
  minimiseFrom((point) => (asked.push(point), bowl([9, -3])(point)), [0, 20], [0.001, 0.001])
  expect(asked.filter(([x, y]) => x < 0 || y < 0)).toEqual([])
  const steps = asked.slice(1).map(([x, y], k) => Math.max(Math.abs(x - asked[k]![0]), Math.abs(y - asked[k]![1])))
  expect(Math.max(...steps)).toBe(2)
})

test('where nothing goes down, the start is the answer', () => {
  const cliff = (point: Pair): Slope => ({ value: point[0] === 1 ? 0 : 1, gradient: [1, 0] })
  expect(minimiseFrom(cliff, [1, 1], [1, 1])).toEqual({ point: [1, 1], value: 0 })
})
