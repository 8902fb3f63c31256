import { transposed, type Crossed } from '#app/domain/scoring/panel.ts'

/** How many prefer row to column. Shape: n rows of n. */
export type Preferences = number[][]

/** Judges who put entry i above entry k, among those who scored both. `scores` by entry. */
export function preferencesOf(scores: Crossed, tolerance: number): Preferences {
  const prefer: Preferences = Array.from({ length: scores.rows }, () => new Array<number>(scores.rows).fill(0))
  const { rows, start, col, y } = transposed(scores)
  for (let j = 0; j < rows; j++) {
    for (let one = start[j]!; one < start[j + 1]!; one++) {
      for (let other = start[j]!; other < start[j + 1]!; other++) {
        if (y[one]! - y[other]! > tolerance) prefer[col[one]!]![col[other]!]!++
      }
    }
  }
  return prefer
}

/**
 * Schulze's method (2011, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method"), winning votes: the strength of the strongest path from each to each, by Floyd and Warshall.
 */
export function strongestPaths(prefer: Preferences): number[][] {
  const strength = prefer.map((row, i) => row.map((votes, k) => (votes > prefer[k]![i]! ? votes : 0)))
  for (const [via, onward] of strength.entries()) {
    for (const row of strength) {
      for (let k = 0; k < row.length; k++) row[k] = Math.max(row[k]!, Math.min(row[via]!, onward[k]!))
    }
  }
  return strength
}

/** Place of each in Schulze's order: one more than how many beat it. */
export function schulzePlaces(prefer: Preferences): number[] {
  const strength = strongestPaths(prefer)
  return strength.map((row, i) => 1 + row.filter((back, k) => strength[k]![i]! > back).length)
}
