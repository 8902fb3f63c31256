import type { ScoreSheet } from '#app/domain/scoring/composite.ts'
import { connectivityOf, type Connectivity } from '#app/domain/scoring/connectivity.ts'
import { placeRangesOf, type PlaceRange } from '#app/domain/scoring/place-ranges.ts'
import { decisiveJudges } from '#app/domain/scoring/robustness.ts'
import { workOut, type Ordering, type Working } from '#app/domain/scoring/standings.ts'

/** Standings with all that a page tells of how sure they are. */
export interface Explained extends Working {
  /** by entry */
  ranges: Map<string, PlaceRange> | null
  /** judges, as on the sheet, without whom the ordering in force has another first */
  decisive: string[] | null
  connection: Connectivity
}

const known = new Map<string, Explained>()
const keptAtMost = 50

/** The chances of first place take half a second to draw, and the same sheet gives the same figures: kept for the next look. */
export function explainOnce(sheet: ScoreSheet, ordering: Ordering): Explained {
  const key = JSON.stringify([sheet, ordering])
  const explained = known.get(key) ?? explain(sheet, ordering)
  if (known.size > keptAtMost) known.clear()
  known.set(key, explained)
  return explained
}

function explain(sheet: ScoreSheet, ordering: Ordering): Explained {
  const working = workOut(sheet, { ordering })
  const { panel } = working
  const decisive = decisiveJudges(panel, ordering, working)
  return { ...working, ranges: placeRangesOf(working), decisive: decisive && decisive.map((j) => panel.judges[j]!), connection: connectivityOf(panel) }
}
