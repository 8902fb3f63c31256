import { seededRandom, shuffled } from '#app/domain/random.ts'

/** One entry given to one judge. */
export interface Reading {
  entry: string
  judge: string
}

export interface AssignmentProblem {
  entries: string[]
  judges: string[]
  /** judges wanted for each entry */
  wanted: number
  /** pairs in conflict: never given */
  barred: Reading[]
  /** begun already: stay as they are, and count */
  kept: Reading[]
}

/** A judge in the workings: their place in the list. */
type Place = number

interface Workings {
  /** entry → the judges who may have it, in the order in which ties are broken */
  able: Place[][]
  /** entry → those who have it; the kept ones first */
  given: Place[][]
  /** entry → how many of `given` are kept */
  keptCount: number[]
  load: number[]
}

/**
 * Who reads what (reference: judging, section 6). Every entry gets the judges wanted, or all who may have it where those are
 * fewer; then loads are as equal as they can be; then pairs of judges share entries as equally as can be found, so that
 * judges can be compared. The same problem, in whatever order it is told, has the same answer.
 */
export function assign(problem: AssignmentProblem): Reading[] {
  const entries = [...problem.entries].sort()
  const judges = [...problem.judges].sort()
  const random = seededRandom(1)
  const workings = begin(problem, entries, judges, random)
  giveToLeastLoaded(workings, problem.wanted)
  balance(workings)
  connect(workings, random)
  return workings.given.flatMap((places, index) => [...places].sort((a, b) => a - b).map((place) => ({ entry: entries[index] ?? '', judge: judges[place] ?? '' })))
}

function begin({ barred, kept }: AssignmentProblem, entries: string[], judges: string[], random: () => number): Workings {
  const placesOf = (pairs: Reading[]) => {
    const byEntry = Map.groupBy(pairs, (pair) => pair.entry)
    return entries.map((entry) => (byEntry.get(entry) ?? []).map((pair) => judges.indexOf(pair.judge)).filter((place) => place >= 0).sort((a, b) => a - b))
  }
  const [given, barredPlaces] = [placesOf(kept), placesOf(barred)]
  const order = shuffled(judges.map((_, place) => place), random)
  const load = judges.map(() => 0)
  for (const place of given.flat()) load[place] = (load[place] ?? 0) + 1
  return {
    able: barredPlaces.map((none) => order.filter((place) => !none.includes(place))),
    given, keptCount: given.map((places) => places.length), load,
  }
}

/** The start: the entries that fewest may have come first. */
function giveToLeastLoaded({ able, given, load }: Workings, wanted: number): void {
  const hardestFirst = able.map((places, entry) => ({ entry, choice: places.length })).sort((a, b) => a.choice - b.choice)
  for (const { entry } of hardestFirst) {
    const have = given[entry] ?? []
    const free = (able[entry] ?? []).filter((place) => !have.includes(place))
    const least = free.sort((a, b) => (load[a] ?? 0) - (load[b] ?? 0)).slice(0, Math.max(0, wanted - have.length))
    for (const place of least) {
      have.push(place)
      load[place] = (load[place] ?? 0) + 1
    }
  }
}

/** One entry going from one judge to another. */
interface Step {
  entry: number
  from: Place
  to: Place
}

/**
 * Moves entries along paths of judges, each handing one on to the next, as long as one leads from a judge to another with at
 * least two fewer. When there is none left, no other way of giving has a smaller sum of squared loads.
 */
function balance(workings: Workings): void {
  const { load } = workings
  let heaviestFirst = byLoad(load)
  for (let at = 0; at < heaviestFirst.length;) {
    const path = pathToLighter(workings, heaviestFirst[at] ?? 0)
    for (const step of path) move(workings, step)
    if (path.length) [heaviestFirst, at] = [byLoad(load), 0]
    else at += 1
  }
}

function byLoad(load: number[]): Place[] {
  return load.map((_, place) => place).sort((a, b) => (load[b] ?? 0) - (load[a] ?? 0))
}

/** The shortest way from a judge to one with at least two entries fewer; empty when there is none. */
function pathToLighter({ able, given, keptCount, load }: Workings, start: Place): Step[] {
  const lightEnough = (load[start] ?? 0) - 2
  if (Math.min(...load) > lightEnough) return []
  const came = new Map<Place, Step | undefined>([[start, undefined]])
  for (const from of came.keys()) { // grows while it is walked
    if ((load[from] ?? 0) <= lightEnough) return stepsTo(came, from)
    for (const [entry, have] of given.entries()) {
      if (have.indexOf(from) < (keptCount[entry] ?? 0)) continue // not theirs (-1), or kept
      for (const to of able[entry] ?? []) if (!came.has(to) && !have.includes(to)) came.set(to, { entry, from, to })
    }
  }
  return []
}

/** In the order in which they can be taken: an entry goes on before another comes, so nobody ever has one twice. */
function stepsTo(came: Map<Place, Step | undefined>, end: Place): Step[] {
  const steps: Step[] = []
  for (let step = came.get(end); step; step = came.get(step.from)) steps.push(step)
  return steps
}

function move({ given, load }: Workings, { entry, from, to }: Step): void {
  const have = given[entry] ?? []
  have[have.indexOf(from)] = to
  load[from] = (load[from] ?? 0) - 1
  load[to] = (load[to] ?? 0) + 1
}

/** Of each pair of judges, how many entries they share; and the sum of the squares of that over all pairs. */
interface Shared {
  /** judge × judge, both ways round */
  counts: Int32Array[]
  squares: number
}

/**
 * Swaps entries between judges, loads staying as they are, so that the sum of squares falls: simulated annealing, so a swap
 * that makes it worse is taken too, ever less often.
 */
function connect(workings: Workings, random: () => number): void {
  const { given, keptCount, load } = workings
  const seats = given.flatMap((have, entry) => have.flatMap((_, seat) => (seat < (keptCount[entry] ?? 0) ? [] : [{ entry, seat }])))
  if (seats.length < 2) return
  const shared: Shared = { counts: load.map(() => new Int32Array(load.length)), squares: 0 }
  for (const have of given) have.forEach((judge, seat) => have.slice(seat + 1).forEach((other) => share(shared, judge, other, 1)))
  const least = leastSquares(given.map((have) => have.length), load.length)
  const turns = Math.min(triesForASeat * seats.length, mostTries)
  for (let turn = 0; turn < turns && shared.squares > least; turn += 1) {
    const before = shared.squares
    const heat = startHeat * (1 - turn / turns)
    const steps = proposeSteps(workings, seats, random)
    for (const step of steps) hand(workings, shared, step)
    const worse = shared.squares - before
    if (worse > 0 && random() >= Math.exp(-worse / heat)) for (const { entry, from, to } of steps.reverse()) hand(workings, shared, { entry, from: to, to: from })
  }
}
const [triesForASeat, mostTries, startHeat] = [300, 600_000, 2]

/** Two judges swap two entries, or one with one more than another hands one on; no steps where that may not be. */
function proposeSteps({ able, given, load }: Workings, seats: { entry: number; seat: number }[], random: () => number): Step[] {
  const draw = (count: number) => Math.floor(random() * count)
  const mayTake = (entry: number, judge: Place) => able[entry]?.includes(judge) && !given[entry]?.includes(judge)
  const [one, two] = [seats[draw(seats.length)], seats[draw(seats.length)]]
  if (!one || !two) return []
  const [from, to] = [given[one.entry]?.[one.seat] ?? 0, given[two.entry]?.[two.seat] ?? 0]
  if (!mayTake(one.entry, to)) return []
  if (load[from] === (load[to] ?? 0) + 1 && draw(2) === 0) return [{ entry: one.entry, from, to }]
  return mayTake(two.entry, from) ? [{ entry: one.entry, from, to }, { entry: two.entry, from: to, to: from }] : []
}

function hand(workings: Workings, shared: Shared, step: Step): void {
  for (const other of workings.given[step.entry] ?? []) {
    if (other === step.from) continue
    share(shared, step.from, other, -1)
    share(shared, step.to, other, 1)
  }
  move(workings, step)
}

/** (n ± 1)² is n² ± 2n + 1. */
function share(shared: Shared, one: Place, other: Place, by: 1 | -1): void {
  const [row, column] = [shared.counts[one], shared.counts[other]]
  if (!row || !column) return
  const was = row[other] ?? 0
  shared.squares += 2 * by * was + 1
  row[other] = column[one] = was + by
}

/** The least that the sum of squares can be, were all pairs of judges to share the same number or one more. */
export function leastSquares(readings: number[], judges: number): number {
  const pairs = (judges * (judges - 1)) / 2
  const meetings = readings.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const each = pairs ? Math.floor(meetings / pairs) : 0
  return (pairs - (meetings - each * pairs)) * each ** 2 + (meetings - each * pairs) * (each + 1) ** 2
}
