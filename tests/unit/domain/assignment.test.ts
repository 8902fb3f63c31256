import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign, leastSquares, type AssignmentProblem, type Reading } from '#app/domain/assignment.ts'
import { figuresOf } from '#app/domain/assignment-figures.ts'
import { seededRandom, shuffled } from '#app/domain/random.ts'

const named = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${String(index).padStart(3, '0')}`)
const key = ({ entry, judge }: Reading) => `${entry} ${judge}`

/** Small problems, with conflicts and things begun anywhere. */
const problems = fc
  .record({ entries: fc.integer({ min: 1, max: 4 }), judges: fc.integer({ min: 1, max: 4 }), wanted: fc.integer({ min: 1, max: 3 }), lots: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 16, maxLength: 16 }) })
  .map(({ entries, judges, wanted, lots }): AssignmentProblem => {
    const [e, j] = [named('e', entries), named('j', judges)]
    const pairs = e.flatMap((entry) => j.map((judge) => ({ entry, judge })))
    return { entries: e, judges: j, wanted, barred: pairs.filter((_, index) => lots[index] === 0 || lots[index] === 1), kept: pairs.filter((_, index) => lots[index] === 2) }
  })

const sumOfSquares = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count ** 2, 0)
const loadSquares = ({ entries, judges }: AssignmentProblem, readings: Reading[]) => sumOfSquares(figuresOf(readings, entries, judges).loads.values())

function sharedSquares(readings: Reading[], judges: string[]): number {
  const byEntry = [...Map.groupBy(readings, (one) => one.entry).values()].map((all) => all.map((one) => one.judge))
  return sumOfSquares(judges.flatMap((one, place) => judges.slice(place + 1).map((other) => byEntry.filter((have) => have.includes(one) && have.includes(other)).length)))
}

/** The judges of each entry that the rules allow, in every way there is. */
function everyWay({ entries, judges, wanted, barred, kept }: AssignmentProblem): Reading[][] {
  const has = (list: Reading[], entry: string, judge: string) => list.some((one) => one.entry === entry && one.judge === judge)
  const waysOf = (entry: string): Reading[][] => {
    const begun = judges.filter((judge) => has(kept, entry, judge))
    const free = judges.filter((judge) => !has(kept, entry, judge) && !has(barred, entry, judge))
    const more = Math.min(free.length, Math.max(0, wanted - begun.length))
    return choose(free, more).map((chosen) => [...begun, ...chosen].map((judge) => ({ entry, judge })))
  }
  return entries.reduce<Reading[][]>((ways, entry) => ways.flatMap((way) => waysOf(entry).map((one) => [...way, ...one])), [[]])
}

function choose<T>(from: T[], count: number): T[][] {
  if (count === 0) return [[]]
  return from.flatMap((one, index) => choose(from.slice(index + 1), count - 1).map((rest) => [one, ...rest]))
}

describe('every small problem', () => {
  test('is solved as well as the best of all ways: first loads, then what pairs share', () => {
    fc.assert(fc.property(problems, (problem) => {
      const ways = everyWay(problem).map((way) => ({ loads: loadSquares(problem, way), shared: sharedSquares(way, problem.judges), keys: way.map(key).sort().join() }))
      const readings = assign(problem)
      const loads = Math.min(...ways.map((way) => way.loads))
      expect(ways.map((way) => way.keys)).toContain(readings.map(key).sort().join())
      expect(loadSquares(problem, readings)).toBe(loads)
      expect(sharedSquares(readings, problem.judges)).toBe(Math.min(...ways.filter((way) => way.loads === loads).map((way) => way.shared)))
    }), { numRuns: 300, seed: 7 })
  })

  test('has the same answer in whatever order it is told', () => {
    fc.assert(fc.property(problems, fc.integer(), (problem, seed) => {
      const random = seededRandom(seed)
      const { entries, judges, barred, kept, wanted } = problem
      const mixed = { wanted, entries: shuffled(entries, random), judges: shuffled(judges, random), barred: shuffled(barred, random), kept: shuffled(kept, random) }
      expect(assign(mixed)).toEqual(assign(problem))
    }), { seed: 7 })
  })
})

/** The set of the reference: 400 entries, 3 judges each of 30, 8 % of pairs in conflict. */
function large(conflicts: number): AssignmentProblem {
  const [entries, judges, random] = [named('e', 400), named('j', 30), seededRandom(5)]
  return { entries, judges, wanted: 3, kept: [], barred: entries.flatMap((entry) => judges.filter(() => random() < conflicts).map((judge) => ({ entry, judge }))) }
}

test('400 entries for 30 judges: every load is 40 and what pairs share reaches the lower bound, in less than two seconds', () => {
  const problem = large(0.08)
  const before = performance.now()
  const readings = assign(problem)
  expect(performance.now() - before).toBeLessThan(2000)
  const barred = new Set(problem.barred.map(key))
  expect(readings.filter((one) => barred.has(key(one)))).toEqual([])
  const { loads, readings: each, shared, groups } = figuresOf(readings, problem.entries, problem.judges)
  expect([new Set(loads.values()), new Set(each.values()), shared, groups]).toEqual([new Set([40]), new Set([3]), { least: 2, most: 3 }, 1])
  expect([sharedSquares(readings, problem.judges), leastSquares([...each.values()], 30)]).toEqual([3390, 3390])
})

test('half of all pairs in conflict cost hardly anything', () => {
  const problem = large(0.5)
  const readings = assign(problem)
  expect(new Set(figuresOf(readings, problem.entries, problem.judges).loads.values())).toEqual(new Set([40]))
  expect(sharedSquares(readings, problem.judges)).toBeLessThanOrEqual(3400)
})

describe('what cannot be done', () => {
  test('an entry that too few may read gets those there are', () => {
    const problem = { entries: ['a', 'b'], judges: ['x', 'y', 'z'], wanted: 3, kept: [], barred: [{ entry: 'a', judge: 'x' }, { entry: 'a', judge: 'y' }] }
    expect(figuresOf(assign(problem), problem.entries, problem.judges).readings).toEqual(new Map([['a', 1], ['b', 3]]))
  })

  test('nobody to read, and nothing to be read', () => {
    expect(assign({ entries: ['a'], judges: [], wanted: 2, barred: [], kept: [] })).toEqual([])
    expect(assign({ entries: [], judges: ['x'], wanted: 2, barred: [], kept: [] })).toEqual([])
  })
})

describe('the figures', () => {
  const read = (entry: string, ...judges: string[]): Reading[] => judges.map((judge) => ({ entry, judge }))

  test('panels that share nothing are groups of their own', () => {
    const figures = figuresOf([...read('a', 'w', 'x'), ...read('b', 'y', 'z')], ['a', 'b', 'c'], ['w', 'x', 'y', 'z', 'idle'])
    expect(figures).toEqual({
      loads: new Map([['w', 1], ['x', 1], ['y', 1], ['z', 1], ['idle', 0]]), readings: new Map([['a', 2], ['b', 2], ['c', 0]]), shared: { least: 0, most: 1 }, groups: 2,
    })
  })

  test('one judge in both joins them', () => {
    expect(figuresOf([...read('a', 'w', 'x'), ...read('b', 'y', 'z'), ...read('c', 'x', 'y')], ['a', 'b', 'c'], ['w', 'x', 'y', 'z']).groups).toBe(1)
  })

  test('with one judge there is no pair', () => {
    expect(figuresOf(read('a', 'x'), ['a'], ['x']).shared).toBeNull()
  })
})
