import { rowSizes, type Crossed } from '#app/domain/scoring/panel.ts'

/** Intraclass correlations, 0 … 1; null where they would be 0/0. `k`: judges per entry. */
export interface Reliability {
  /** one judge's score, absolute: severity counts as error (Shrout & Fleiss 1979, ICC(2,1)) */
  iccA1: number | null
  /** the raw mean of k judges (ICC(2,k)) */
  iccAk: number | null
  /** one judge's score, consistency: severity is taken off (ICC(3,1)) */
  iccC1: number | null
  /** the adjusted mean of k judges (ICC(3,k)) */
  iccCk: number | null
  k: number | null
}

interface Variances {
  varEntry: number | null
  varJudge: number | null
  varResidual: number | null
}

/** From the fitted variances (McGraw & Wong 1996); on a complete panel they are Shrout and Fleiss's. */
export function reliabilityOf({ varEntry, varJudge, varResidual }: Variances, k: number | null): Reliability {
  const share = (noise: number) => (varEntry !== null && varEntry + noise > 0 ? varEntry / (varEntry + noise) : null)
  if (varJudge === null || varResidual === null || k === null) return { iccA1: null, iccAk: null, iccC1: null, iccCk: null, k }
  return { iccA1: share(varJudge + varResidual), iccAk: share((varJudge + varResidual) / k), iccC1: share(varResidual), iccCk: share(varResidual / k), k }
}

/** The harmonic mean of the scores per entry: the precision of a mean of r scores goes with 1/r. */
export function judgesPerEntry(scores: Crossed): number | null {
  if (scores.rows === 0) return null
  return scores.rows / rowSizes(scores).reduce((sum, size) => sum + 1 / size, 0)
}
