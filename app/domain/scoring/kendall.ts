import { chiSquareAbove } from '#app/domain/scoring/distributions.ts'
import type { Crossed } from '#app/domain/scoring/panel.ts'
import { midRanks } from '#app/domain/scoring/places.ts'

/** W: 1 when all judges rank alike, 0 when their rankings cancel out. `p`: how often judges who rank blindly would agree as much. */
export interface Concordance {
  w: number
  chiSquare: number
  df: number
  p: number
}

/**
 * Kendall's coefficient of concordance, corrected for ties (Kendall & Babington Smith 1939; Siegel & Castellan 1988). Only for a
 * complete panel; null otherwise, and when no judge tells any entries apart. `byJudge`: rows are judges.
 */
export function kendallW(byJudge: Crossed, tolerance: number): Concordance | null {
  const { rows: m, cols: n, start, y } = byJudge
  if (y.length !== m * n || m < 2) return null
  const rankSums = new Float64Array(n)
  let ties = 0
  for (let j = 0; j < m; j++) {
    const ranks = midRanks(y.subarray(start[j], start[j + 1]), tolerance)
    for (const [i, rank] of ranks.entries()) rankSums[i]! += rank
    for (const { length: t } of Map.groupBy(ranks, (rank) => rank).values()) ties += t ** 3 - t
  }
  const spread = rankSums.reduce((sum, total) => sum + (total - (m * (n + 1)) / 2) ** 2, 0)
  const most = m * m * (n ** 3 - n) - m * ties
  if (most <= 0) return null
  const w = (12 * spread) / most
  const chiSquare = m * (n - 1) * w
  return { w, chiSquare, df: n - 1, p: chiSquareAbove(chiSquare, n - 1) }
}
