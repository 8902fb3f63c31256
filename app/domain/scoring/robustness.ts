import { calibrate, type Calibration } from '#app/domain/scoring/calibration.ts'
import { rowMeans, withoutJudge, type Panel } from '#app/domain/scoring/panel.ts'
import { groupsByValue } from '#app/domain/scoring/places.ts'

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

/** `decisive`: the judges, by index, without whom somebody else is first. */
export function robustnessOf(panel: Panel, calibration: Calibration, tolerance: number): { sameWinner: SameWinner; decisive: number[] } {
  const { adjusted, additive } = calibration
  if (!adjusted) return { sameWinner: { raw: null, bothFixed: null, leaveOneJudgeOut: null }, decisive: [] }
  const namesOfFirst = (values: ArrayLike<number>, { entries }: Panel) => JSON.stringify(groupsByValue(values, tolerance)[0]?.map((i) => entries[i]))
  const winner = namesOfFirst(adjusted, panel)
  const leftOut = panel.judges.length > judgesAtMost ? [] : panel.judges.map((_, j) => withoutJudge(panel, j))
  const decisive = [...leftOut.keys()].filter((j) => namesOfFirst(orderingOf(leftOut[j]!, tolerance), leftOut[j]!) !== winner)
  return {
    decisive,
    sameWinner: {
      raw: namesOfFirst(rowMeans(panel.scores), panel) === winner,
      bothFixed: additive.components > 1 ? null : namesOfFirst(additive.adjusted, panel) === winner,
      leaveOneJudgeOut: leftOut.length ? decisive.length === 0 : null,
    },
  }
}

/** What a panel is ordered by: adjusted means, or raw ones where too little is left to adjust by. */
function orderingOf(panel: Panel, tolerance: number): Float64Array {
  return calibrate(panel, tolerance).adjusted ?? rowMeans(panel.scores)
}
