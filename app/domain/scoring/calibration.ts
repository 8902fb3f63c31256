import { fitAdditive, type AdditiveFit } from '#app/domain/scoring/additive.ts'
import { beatsOutright, beatsUnder, type Beats } from '#app/domain/scoring/closeness.ts'
import { effectsOf, standardError } from '#app/domain/scoring/effects.ts'
import { firstPlaceProbabilities } from '#app/domain/scoring/first-place.ts'
import { centred, meanOf, type Panel } from '#app/domain/scoring/panel.ts'
import { groupsByValue, valuesOf } from '#app/domain/scoring/places.ts'
import { fitReml, type RemlFit } from '#app/domain/scoring/reml.ts'
import { standardDeviation } from '#app/domain/scoring/other-methods.ts'

/**
 * How severity was taken off: by the random-effects fit; by the additive fit, which it becomes when that leaves nothing over;
 * not at all, as judges and entries overlap too little; or there was nothing to take, as all scores are equal.
 */
export type Method = 'reml' | 'both-fixed' | 'raw-only' | 'no-variation'

/** Variances in squared points; null where they cannot be known. */
export interface Model {
  mean: number | null
  varEntry: number | null
  varJudge: number | null
  varResidual: number | null
  /** -2 restricted log likelihood */
  criterion: number | null
}

/** Per entry `adjusted`, per judge `severity`, in the panel's order and in points; null where they cannot be known. */
export interface Calibration {
  method: Method
  additive: AdditiveFit
  model: Model
  adjusted: Float64Array | null
  severity: Float64Array | null
  fit: RemlFit | null
}

const nothingKnown: Model = { mean: null, varEntry: null, varJudge: null, varResidual: null, criterion: null }

/** The primary method, or what takes its place on a degenerate panel. The panel has at least one score. */
export function calibrate({ entries, judges, scores }: Panel, tolerance: number): Calibration {
  const additive = fitAdditive(scores)
  const { mean, scores: deviations } = centred(scores)
  const common = { additive, fit: null }
  if (additive.df === 0) { // a single entry or judge leaves none either
    return { ...common, method: 'raw-only', model: nothingKnown, adjusted: null, severity: null }
  }
  if (deviations.y.every((value) => Math.abs(value) <= tolerance)) {
    const model = { mean, varEntry: 0, varJudge: 0, varResidual: 0, criterion: null }
    return { ...common, method: 'no-variation', model, adjusted: new Float64Array(entries.length).fill(mean), severity: new Float64Array(judges.length) }
  }
  if (additive.exact) {
    return { ...common, method: 'both-fixed', model: additiveModel(additive), adjusted: additive.adjusted, severity: additive.severity }
  }
  const fit = fitReml(scores)
  return { ...common, method: 'reml', model: modelOf(fit), adjusted: fit.adjusted, severity: fit.severity, fit }
}

const modelOf = ({ mean, varEntry, varJudge, varResidual, criterion }: RemlFit): Model => ({ mean, varEntry, varJudge, varResidual, criterion })

/** The limit of the random-effects fit as the residual variance goes to 0, if the panel is connected. */
function additiveModel({ adjusted, severity, components }: AdditiveFit): Model {
  if (components > 1) return { ...nothingKnown, varResidual: 0 }
  return { mean: meanOf(adjusted), varEntry: standardDeviation(adjusted) ** 2, varJudge: standardDeviation(severity) ** 2, varResidual: 0, criterion: null }
}

/** What the model says of its own figures. Per judge `se`, in points; per entry `pFirst`; `beats` for a pair of entries. */
export interface Uncertainty {
  se: Float64Array | null
  pFirst: Float64Array | null
  beats: Beats | null
}

/** `placed`: the entries that can be first, by index; the chance of the others is 0. */
export function uncertaintyOf(
  { method, additive, adjusted, model, fit }: Calibration, { entries, judges }: Panel, { placed, tolerance, seed }: { placed: readonly number[]; tolerance: number; seed: number },
): Uncertainty {
  const alike = sharedAmong(placed, entries.length)
  const unknown: Uncertainty = { se: null, pFirst: placed.length === 1 ? alike : null, beats: null }
  if (fit) {
    const effects = effectsOf(fit, 'entries')
    const severities = effectsOf(fit, 'judges')
    const se = Float64Array.from(judges, (_, j) => standardError(severities, j))
    const pFirst = model.varEntry === 0 || placed.length < 2 ? alike : firstPlaceProbabilities(effects, seed, placed)
    return { se, pFirst, beats: beatsUnder(effects) }
  }
  if (method === 'no-variation') return { se: null, pFirst: alike, beats: () => 0.5 }
  if (!adjusted || additive.components > 1) return unknown
  const [first = []] = groupsByValue(valuesOf(adjusted, placed), tolerance)
  return { se: new Float64Array(judges.length), pFirst: sharedAmong(first, entries.length), beats: beatsOutright(adjusted, tolerance) }
}

/** Certain of one, or shared among several; 0 for the others of `n`. */
function sharedAmong(some: readonly number[], n: number): Float64Array {
  const chances = new Float64Array(n)
  for (const index of some) chances[index] = 1 / some.length
  return chances
}
