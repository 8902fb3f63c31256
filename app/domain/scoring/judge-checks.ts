import type { AdditiveFit } from '#app/domain/scoring/additive.ts'
import { fAbove } from '#app/domain/scoring/distributions.ts'
import { medianOf, standardDeviation } from '#app/domain/scoring/other-methods.ts'
import { meanOf, transposed, type Crossed } from '#app/domain/scoring/panel.ts'

/** What a judge's scores show besides severity. For organisers: to ask, not to accuse. No judge is ever dropped for it. */
export type JudgeFlag = 'same-score' | 'inconsistent' | 'wide' | 'narrow' | 'decisive'

export interface JudgeCheck {
  n: number
  /** the judge's residual mean square over the others', the linear twin of Rasch infit; null when there is too little to tell */
  inconsistency: { f: number; df1: number; df2: number; p: number } | null
  /** standard deviation of the judge's scores over the panel's median one */
  spread: number | null
  /** slope of the judge's scores on what the other judges, severity taken off, gave the same entries; about 1 is usual */
  slope: number | null
  flags: JudgeFlag[]
}

const sameScoreFrom = 3
const spreadFrom = 12
const falseAlarms = 0.01
/** Less is rounding: a judge all of whose scores are fitted exactly. */
const leastFreedom = 1e-6

/** One check a judge, in the panel's order; `decisive` are the judges without whom somebody else is first. `scores` by entry. */
export function checkJudges(scores: Crossed, additive: AdditiveFit, decisive: readonly number[] = []): JudgeCheck[] {
  const byJudge = transposed(scores)
  const residuals = transposed({ ...scores, y: additive.residuals })
  const leverages = transposed({ ...scores, y: additive.leverages() })
  const others = transposed({ ...scores, y: meansOfOthers(scores, additive.severity) })
  const part = ({ start, y }: Crossed, j: number) => y.subarray(start[j], start[j + 1])
  const deviations = Array.from({ length: byJudge.rows }, (_, j) => standardDeviation(part(byJudge, j)))
  const usual = medianOf(deviations)
  return deviations.map((sd, j) => {
    const given = part(byJudge, j)
    const inconsistency = additive.exact ? null : compareResiduals(part(residuals, j), part(leverages, j), additive)
    const spread = given.length > 1 && usual > 0 ? sd / usual : null
    const found = { n: given.length, inconsistency, spread, slope: slopeOf(given, part(others, j)) }
    const flags = flagsOf(found, sd === 0, byJudge.rows)
    return { ...found, flags: decisive.includes(j) ? [...flags, 'decisive'] : flags }
  })
}

/**
 * F = (RSS_j / d_j) / ((RSS - RSS_j) / (df - d_j)),  d_j = Σ (1 - leverage). Where a judge has freedom the others have some too, as
 * the residuals of an entry sum to 0.
 */
function compareResiduals(residuals: Float64Array, leverages: Float64Array, { rss, df }: AdditiveFit): JudgeCheck['inconsistency'] {
  const own = residuals.reduce((sum, e) => sum + e * e, 0)
  const df1 = leverages.reduce((sum, h) => sum + 1 - h, 0)
  if (df1 < leastFreedom) return null
  const df2 = df - df1
  const f = own / df1 / ((rss - own) / df2)
  return { f, df1, df2, p: fAbove(f, df1, df2) }
}

function flagsOf({ n, inconsistency, spread }: Omit<JudgeCheck, 'flags'>, flat: boolean, judges: number): JudgeFlag[] {
  const flags: JudgeFlag[] = []
  if (flat && n >= sameScoreFrom) flags.push('same-score')
  if (inconsistency && inconsistency.p < falseAlarms / judges) flags.push('inconsistent')
  if (spread !== null && n >= spreadFrom && spread > 2) flags.push('wide')
  if (spread !== null && n >= spreadFrom && spread < 0.5) flags.push('narrow')
  return flags
}

/** For each score, the mean of y - severity over the entry's other judges; NaN where there is no other. */
function meansOfOthers({ rows, start, col, y }: Crossed, severity: Float64Array): Float64Array {
  const means = new Float64Array(y.length)
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let cell = start[i]!; cell < start[i + 1]!; cell++) sum += y[cell]! - severity[col[cell]!]!
    for (let cell = start[i]!; cell < start[i + 1]!; cell++) {
      means[cell] = (sum - y[cell]! + severity[col[cell]!]!) / (start[i + 1]! - start[i]! - 1)
    }
  }
  return means
}

/** Least-squares slope of y on x, over pairs that have both; null without three such or without spread in x. */
function slopeOf(y: Float64Array, x: Float64Array): number | null {
  const both = Array.from(x.keys()).filter((k) => Number.isFinite(x[k]))
  const [mx, my] = [meanOf(both.map((k) => x[k]!)), meanOf(both.map((k) => y[k]!))]
  const [xx, xy] = both.reduce(([a, b], k) => [a + (x[k]! - mx) ** 2, b + (x[k]! - mx) * (y[k]! - my)], [0, 0] as [number, number])
  return both.length >= 3 && xx > 1e-12 * meanOf(both.map((k) => x[k]! ** 2)) ? xy / xx : null
}
