import type { Reading } from '#app/domain/assignment.ts'

export interface AssignmentFigures {
  /** judge → how many entries they read */
  loads: Map<string, number>
  /** entry → how many judges read it; 0 too */
  readings: Map<string, number>
  /** the fewest and the most entries that two judges share; null with fewer than two judges */
  shared: { least: number; most: number } | null
  /** groups of judges that share no entry with each other: with more than one, they can only be compared by trust in chance */
  groups: number
}

/** What an assignment comes to, for whoever decides on it. Judges without an entry have a load of 0 and stand in no group. */
export function figuresOf(readings: Reading[], entries: string[], judges: string[]): AssignmentFigures {
  const byEntry = [...Map.groupBy(readings, (one) => one.entry).values()].map((all) => all.map((one) => one.judge))
  const countOf = (key: keyof Reading, all: string[]) => {
    const groups = Map.groupBy(readings, (one) => one[key])
    return new Map(all.map((one) => [one, groups.get(one)?.length ?? 0]))
  }
  return { loads: countOf('judge', judges), readings: countOf('entry', entries), shared: spreadOfShared(byEntry, judges), groups: countGroups(byEntry) }
}

function spreadOfShared(byEntry: string[][], judges: string[]): AssignmentFigures['shared'] {
  const counts = judges.flatMap((one, place) =>
    judges.slice(place + 1).map((other) => byEntry.filter((have) => have.includes(one) && have.includes(other)).length))
  return counts.length ? { least: Math.min(...counts), most: Math.max(...counts) } : null
}

function countGroups(byEntry: string[][]): number {
  let groups: Set<string>[] = []
  for (const have of byEntry) {
    const [joined, apart] = [groups.filter((group) => have.some((one) => group.has(one))), groups.filter((group) => !have.some((one) => group.has(one)))]
    groups = [...apart, new Set([...have, ...joined.flatMap((group) => [...group])])]
  }
  return groups.length
}
