import { calibrate, type Calibration } from '#app/domain/scoring/calibration.ts'
import { rowMeans, withoutJudge, type Panel } from '#app/domain/scoring/panel.ts'
import { groupsByValue, valuesOf } from '#app/domain/scoring/places.ts'

/** Would the adjusted order have the same first, or the same who share it? Null where that cannot be known. */
export interface SameWinner {
  /** by raw means */
  raw: boolean | null
  /** by the additive fit, which cannot compare entries of panels that share no judge */
  bothFixed: boolean | null
  /** whichever one judge had not sat */
  leaveOneJudgeOut: boolean | null
}

/** Judges up to which each is left out in turn: a second or two of refits. */
const judgesAtMost = 100

interface Contest {
  /** the entries that can be first, by index */
  placed: readonly number[]
  tolerance: number
}

/** `decisive`: the judges, by index, without whom somebody else is first. */
export function robustnessOf(panel: Panel, calibration: Calibration, { placed, tolerance }: Contest): { sameWinner: SameWinner; decisive: number[] } {
  const { adjusted, additive } = calibration
  if (!adjusted) return { sameWinner: { raw: null, bothFixed: null, leaveOneJudgeOut: null }, decisive: [] }
  const contenders = new Set(placed.map((i) => panel.entries[i]!))
  const winner = firstOf(panel, adjusted, contenders, tolerance)
  const decisive = decisiveJudges(panel, 'adjusted', { placed, tolerance })
  return {
    decisive: decisive ?? [],
    sameWinner: {
      raw: firstOf(panel, rowMeans(panel.scores), contenders, tolerance) === winner,
      bothFixed: additive.components > 1 ? null : firstOf(panel, additive.adjusted, contenders, tolerance) === winner,
      leaveOneJudgeOut: decisive && decisive.length === 0,
    },
  }
}

/** The judges, by index, without whom an ordering has another first; null when nobody can be left out, or there are too many to try. */
export function decisiveJudges(panel: Panel, ordering: 'raw' | 'adjusted', { placed, tolerance }: Contest): number[] | null {
  if (panel.judges.length < 2 || panel.judges.length > judgesAtMost) return null
  const contenders = new Set(placed.map((i) => panel.entries[i]!))
  const first = (one: Panel) => firstOf(one, ordering === 'raw' ? rowMeans(one.scores) : adjustedOrRaw(one, tolerance), contenders, tolerance)
  const winner = first(panel)
  return [...panel.judges.keys()].filter((j) => first(withoutJudge(panel, j)) !== winner)
}

/** Who is first, as a text to compare: one name, or all who share it. */
function firstOf({ entries }: Panel, values: ArrayLike<number>, contenders: ReadonlySet<string>, tolerance: number): string {
  const placed = [...entries.keys()].filter((i) => contenders.has(entries[i]!))
  return JSON.stringify(groupsByValue(valuesOf(values, placed), tolerance)[0]?.map((i) => entries[i]))
}

/** What a panel is ordered by: adjusted means, or raw ones where too little is left to adjust by. */
function adjustedOrRaw(panel: Panel, tolerance: number): Float64Array {
  return calibrate(panel, tolerance).adjusted ?? rowMeans(panel.scores)
}
