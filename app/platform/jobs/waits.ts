import { hours, seconds } from '#app/domain/time.ts'

const first = seconds(10)
const longest = hours(1)

/**
 * Waits between tries in milliseconds: doubling from ten seconds up to an hour, as many as together fit into `budgetMs`.
 * A job is tried once more than there are waits.
 */
export function waitsWithin(budgetMs: number): number[] {
  const waits: number[] = []
  for (let spent = 0, wait = first; spent + wait <= budgetMs; wait = Math.min(wait * 2, longest)) {
    waits.push(wait)
    spent += wait
  }
  return waits
}
