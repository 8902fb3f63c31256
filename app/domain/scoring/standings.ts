import { calibrate, uncertaintyOf, type Calibration, type Method, type Model, type Uncertainty } from '#app/domain/scoring/calibration.ts'
import { tooCloseToCall } from '#app/domain/scoring/closeness.ts'
import { compositesOf, type Composites, type ScoreSheet } from '#app/domain/scoring/composite.ts'
import { possibleWinners } from '#app/domain/scoring/first-place.ts'
import { checkJudges, type JudgeCheck, type JudgeFlag } from '#app/domain/scoring/judge-checks.ts'
import { byName, panelOf, rowMeans, rowSizes, type Panel } from '#app/domain/scoring/panel.ts'
import { groupsByValue, placesOf, toleranceOf, valuesOf } from '#app/domain/scoring/places.ts'
import { judgesPerEntry, reliabilityOf, type Reliability } from '#app/domain/scoring/reliability.ts'
import { robustnessOf, type SameWinner } from '#app/domain/scoring/robustness.ts'
import { tieBreaker, type TieBreak } from '#app/domain/scoring/tie-ladder.ts'

/** Rises whenever the same sheet and seed would give other figures: it stands in every seal. */
export const version = '1'

export type Ordering = 'raw' | 'adjusted'

export type Warning =
  | 'no-scores' // nothing was counted
  | 'not-judged' // an entry has no counted score, and so no place
  | 'sheet-not-counted' // a scorecard has marks for less than half of the weight
  | 'not-enough-overlap' // severity cannot be told from noise: raw-only
  | 'no-variation' // all scores are equal
  | 'no-residual-variation' // the additive fit leaves nothing over: both-fixed
  | 'very-uncertain' // one or two degrees of freedom: probabilities are hardly more than a guess
  | 'entries-not-separated' // the judges' scores do not separate the entries
  | 'disconnected' // panels that share no judge: to compare across them rests on chance having dealt the entries

export interface EntryStanding {
  entry: string
  /** scorecards counted */
  n: number
  /** an entry that takes no place has its means all the same */
  raw: number | null
  rawPlace: number | null
  adjusted: number | null
  adjustedPlace: number | null
  pFirst: number | null
}

export interface JudgeStanding {
  judge: string
  n: number
  severity: number | null
  se: number | null
  flags: JudgeFlag[]
}

/** The published form: `npm run results -- FILE.csv --json` prints it. What cannot be known is null. */
export interface Standings {
  method: Method
  entries: EntryStanding[]
  judges: JudgeStanding[]
  model: Model
  reliability: Reliability
  possibleWinners: string[] | null
  tooClose: [upper: string, lower: string][] | null
  sameWinner: SameWinner
  warnings: Warning[]
  seed: number
  version: string
}

/** The standings with what they were worked out from, for pages that show their working. */
export interface Working {
  standings: Standings
  composites: Composites
  panel: Panel
  /** the panel's entries that can take a place, by index */
  placed: number[]
  /** nothing nearer than this is told apart, in points */
  tolerance: number
  calibration: Calibration
  judgeChecks: JudgeCheck[]
  /** entries equal on the ordering in force, and what the ladder makes of them */
  tieBreaks: TieBreak[]
}

export interface Settings {
  seed?: number
  ordering?: Ordering
}

/** Everything about one category's scores. The same sheet gives the same figures to the last digit, in whatever order its marks come. */
export function workOut(sheet: ScoreSheet, { seed = 1, ordering = 'raw' }: Settings = {}): Working {
  const composites = compositesOf(sheet)
  const panel = panelOf(composites.scores)
  const placed = indexesBut(panel, sheet.unplaced)
  const tolerance = toleranceFor(composites)
  const calibration = calibrate(panel, tolerance)
  const basis = { composites, panel, placed, tolerance, calibration }
  const uncertainty = uncertaintyOf(calibration, panel, { placed, tolerance, seed })
  const { sameWinner, decisive } = robustnessOf(panel, calibration, { placed, tolerance })
  const judgeChecks = checkJudges(panel.scores, calibration.additive, decisive)
  const judged = judgedEntries(basis, uncertainty)
  const notJudged = entriesLeft(sheet, panel)
  const tieBreaks = breakTies(sheet, basis, judged, ordering)
  const standings: Standings = {
    method: calibration.method,
    entries: [...inOrder(judged, ordering, tieBreaks), ...notJudged],
    judges: panel.judges.map((judge, j) => {
      const { n, flags } = judgeChecks[j]!
      return { judge, n, severity: calibration.severity?.[j] ?? null, se: uncertainty.se?.[j] ?? null, flags }
    }),
    model: calibration.model,
    reliability: reliabilityOf(calibration.model, judgesPerEntry(panel.scores)),
    possibleWinners: uncertainty.pFirst && namesOf(panel, possibleWinners(uncertainty.pFirst)),
    tooClose: closePairs(basis, uncertainty),
    sameWinner, warnings: warningsOf(composites, calibration, notJudged.filter(({ entry }) => !sheet.unplaced?.includes(entry)).length), seed, version,
  }
  return { ...basis, standings, judgeChecks, tieBreaks }
}

type Basis = Pick<Working, 'composites' | 'panel' | 'placed' | 'tolerance' | 'calibration'>

const namesOf = ({ entries }: Panel, indexes: readonly number[]) => indexes.map((i) => entries[i]!)

function indexesBut({ entries }: Panel, left: readonly string[] = []): number[] {
  const out = new Set(left)
  return [...entries.keys()].filter((i) => !out.has(entries[i]!))
}

/** From the range of the marks that count. */
function toleranceFor({ marks }: Composites): number {
  const [least, most] = marks.reduce(([low, high], { score }) => [Math.min(low, score), Math.max(high, score)], [Infinity, -Infinity])
  return marks.length ? toleranceOf(most - least, Math.max(Math.abs(least), Math.abs(most))) : 0
}

function judgedEntries({ panel, placed, tolerance, calibration: { adjusted } }: Basis, { pFirst }: Uncertainty): EntryStanding[] {
  const raw = rowMeans(panel.scores)
  const sizes = rowSizes(panel.scores)
  const rawPlaces = placesOf(valuesOf(raw, placed), tolerance)
  const adjustedPlaces = adjusted && placesOf(valuesOf(adjusted, placed), tolerance)
  const chances = pFirst && valuesOf(pFirst, placed)
  return panel.entries.map((entry, i) => ({
    entry, n: sizes[i]!, raw: raw[i]!, rawPlace: rawPlaces[i]!,
    adjusted: adjusted?.[i] ?? null, adjustedPlace: adjustedPlaces?.[i] ?? null, pFirst: chances?.[i] ?? null,
  }))
}

function entriesLeft({ entries }: ScoreSheet, panel: Panel): EntryStanding[] {
  const judged = new Set(panel.entries)
  const nothing = { n: 0, raw: null, rawPlace: null, adjusted: null, adjustedPlace: null, pFirst: null }
  return [...new Set(entries)].filter((entry) => !judged.has(entry)).sort(byName).map((entry) => ({ entry, ...nothing }))
}

/** The order in force is by raw means where adjusted ones cannot be known. */
export const placeOf = (one: EntryStanding, ordering: Ordering) => (ordering === 'adjusted' ? one.adjustedPlace : null) ?? one.rawPlace ?? Infinity

/** The mean that the order in force goes by. */
export const scoreInForce = ({ raw, adjusted }: Pick<EntryStanding, 'raw' | 'adjusted'>, ordering: Ordering) => (ordering === 'adjusted' ? adjusted : null) ?? raw

function breakTies({ criteria }: ScoreSheet, { composites, panel, tolerance, calibration }: Basis, judged: EntryStanding[], ordering: Ordering): TieBreak[] {
  const ranked = judged.filter(({ rawPlace }) => rawPlace !== null)
  const tied = [...Map.groupBy(ranked, (one) => placeOf(one, ordering)).values()].filter((group) => group.length > 1)
  if (tied.length === 0) return []
  const severity = new Map(panel.judges.map((judge, j) => [judge, ordering === 'adjusted' ? (calibration.severity?.[j] ?? 0) : 0]))
  const breakTie = tieBreaker({ criteria, ...composites, severity, tolerance })
  return tied.map((group) => breakTie(group.map(({ entry }) => entry)))
}

/** Those without a place come last, by their means all the same. */
function inOrder(judged: EntryStanding[], ordering: Ordering, tieBreaks: TieBreak[]): EntryStanding[] {
  const rank = new Map(tieBreaks.flatMap(({ order }) => order.flat().map((entry, k) => [entry, k])))
  const [placed, others] = [judged.filter(({ rawPlace }) => rawPlace !== null), judged.filter(({ rawPlace }) => rawPlace === null)]
  const mean = (one: EntryStanding) => scoreInForce(one, ordering) ?? 0
  return [
    ...placed.toSorted((a, b) => placeOf(a, ordering) - placeOf(b, ordering) || (rank.get(a.entry) ?? 0) - (rank.get(b.entry) ?? 0) || byName(a.entry, b.entry)),
    ...others.toSorted((a, b) => mean(b) - mean(a) || byName(a.entry, b.entry)),
  ]
}

/** In the adjusted order, of which the model speaks. */
function closePairs({ panel, placed, tolerance, calibration: { adjusted } }: Basis, { beats }: Uncertainty): Standings['tooClose'] {
  if (!adjusted || !beats) return null
  const order = groupsByValue(valuesOf(adjusted, placed), tolerance).flat()
  return tooCloseToCall(order, beats).map((pair) => namesOf(panel, pair) as [string, string])
}

function warningsOf({ tooThin, scores }: Composites, { method, model, additive: { df, components } }: Calibration, notJudged: number): Warning[] {
  const found: Record<Warning, boolean> = {
    'no-scores': scores.length === 0,
    'not-judged': notJudged > 0,
    'sheet-not-counted': tooThin.length > 0,
    'not-enough-overlap': method === 'raw-only' && scores.length > 0,
    'no-variation': method === 'no-variation',
    'no-residual-variation': method === 'both-fixed',
    'very-uncertain': method !== 'raw-only' && df <= 2,
    'entries-not-separated': method === 'reml' && model.varEntry === 0,
    disconnected: components > 1,
  }
  return (Object.keys(found) as Warning[]).filter((warning) => found[warning])
}
