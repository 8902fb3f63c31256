import type { Model } from '#app/domain/scoring/calibration.ts'
import type { Score } from '#app/domain/scoring/panel.ts'
import type { Ordering } from '#app/domain/scoring/standings.ts'
import { denseOf, inverted, naiveReml, times, turned } from '#tests/unit/domain/scoring/naive.ts'
import type { Row } from '#tests/unit/domain/scoring/random-rows.ts'

/** The standings as their definitions say them, one after the other and again for each entry: nothing is shared with the code, and nothing is saved. */
export interface NaiveStandings {
  method: string
  entries: { entry: string; n: number; raw: number | null; rawPlace: number | null; adjusted: number | null; adjustedPlace: number | null }[]
  severity: Record<string, number> | null
  /** equals on the ordering in force, parted as far as the ladder does */
  ties: string[][][]
  warnings: string[]
}

type Filled = Row & { score: number }
type Means = Map<string, number>

const distinct = <T>(list: readonly T[]) => [...new Set(list)]
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
const mean = (list: readonly number[]) => sum(list) / list.length

/** `model`: the variances to adjust by. That no others are likelier is asked elsewhere. */
export function naiveStandings(rows: readonly Row[], { varEntry, varJudge, varResidual }: Model, ordering: Ordering): NaiveStandings {
  const counting = rows.filter(({ state }) => state === 'final' || state === 'not-placed')
  const filled = counting.filter((row): row is Filled => row.score !== null && row.weight > 0)
  const { cards, thin } = cardsOf(filled)
  const marks = cards.flat()
  const scores = scoresOf(cards)
  const tolerance = marks.length ? 1e-9 * (Math.max(...marks.map(({ score }) => score)) - Math.min(...marks.map(({ score }) => score))) + 1e-14 * Math.max(...marks.map(({ score }) => Math.abs(score))) : 0
  const stoodDown = distinct(counting.filter(({ state }) => state === 'not-placed').map(({ entry }) => entry))
  const judged = distinct(scores.map(({ entry }) => entry)).sort()

  const additive = scores.length ? naiveAdditive(scores) : null
  const method = methodOf(scores, additive, tolerance)
  const severity = severityOf()
  const raw = meansOf(() => 0)
  const adjusted = severity && meansOf((judge) => severity[judge]!)
  const entries = judged.map((entry) => ({
    entry, n: scores.filter((one) => one.entry === entry).length,
    raw: raw.get(entry)!, rawPlace: placeOf(entry, raw), adjusted: adjusted?.get(entry) ?? null, adjustedPlace: adjusted && placeOf(entry, adjusted),
  }))
  const notJudged = distinct(rows.map(({ entry }) => entry)).filter((entry) => !judged.includes(entry)).sort()

  const inForce = (ordering === 'adjusted' ? adjusted : null) ?? raw
  const rungs = rungsOf(counting, marks, scores, (judge) => (ordering === 'adjusted' ? (severity?.[judge] ?? 0) : 0), tolerance)
  const places = distinct(entries.flatMap(({ entry }) => placeOf(entry, inForce) ?? [])).sort((a, b) => a - b)
  const groups = places.map((place) => parted(judged.filter((entry) => placeOf(entry, inForce) === place), rungs, tolerance))
  const unplaced = judged.filter((entry) => stoodDown.includes(entry)).sort((a, b) => inForce.get(b)! - inForce.get(a)!)
  const order = [...groups.flat(2), ...unplaced]
  return {
    method, severity, ties: groups.filter((group) => group.flat().length > 1),
    entries: [...order.map((name) => entries.find(({ entry }) => entry === name)!), ...notJudged.map((entry) => ({ entry, n: 0, raw: null, rawPlace: null, adjusted: null, adjustedPlace: null }))],
    warnings: [
      ...(scores.length ? [] : ['no-scores']),
      ...(notJudged.some((entry) => !stoodDown.includes(entry)) ? ['not-judged'] : []),
      ...(thin.length ? ['sheet-not-counted'] : []),
      ...(method === 'raw-only' && scores.length ? ['not-enough-overlap'] : []),
      ...(method === 'no-variation' ? ['no-variation'] : []),
      ...(method === 'both-fixed' ? ['no-residual-variation'] : []),
      ...(method !== 'raw-only' && additive!.df <= 2 ? ['very-uncertain'] : []),
      ...(method === 'reml' && varEntry === 0 ? ['entries-not-separated'] : []),
      ...(additive && additive.components > 1 ? ['disconnected'] : []),
    ],
  }

  function severityOf(): Record<string, number> | null {
    const judges = distinct(scores.map(({ judge }) => judge)).sort()
    if (method === 'raw-only') return null
    if (method === 'no-variation') return Object.fromEntries(judges.map((judge) => [judge, 0]))
    const effects = method === 'both-fixed' ? additive!.severity : naiveReml(denseOf(scores), varEntry! / varResidual!, varJudge! / varResidual!).severity
    return Object.fromEntries(judges.map((judge, j) => [judge, effects[j]!]))
  }
  function meansOf(level: (judge: string) => number): Means {
    return new Map(judged.map((entry) => [entry, mean(scores.filter((one) => one.entry === entry).map(({ judge, y }) => y - level(judge)))]))
  }
  function placeOf(entry: string, means: Means): number | null {
    const rivals = judged.filter((rival) => !stoodDown.includes(rival))
    return rivals.includes(entry) ? 1 + rivals.filter((rival) => means.get(rival)! > means.get(entry)! + tolerance).length : null
  }
}

/** The marks of each scorecard; those with less than half of the weight apart. */
function cardsOf(filled: readonly Filled[]): { cards: Filled[][]; thin: Filled[][] } {
  const weightOf = (marks: readonly Filled[]) => sum(distinct(marks.map(({ criterion }) => criterion)).map((id) => marks.find(({ criterion }) => criterion === id)!.weight))
  const pairs = distinct(filled.map(({ entry, judge }) => `${entry} ${judge}`)).sort()
  const all = pairs.map((pair) => filled.filter(({ entry, judge }) => `${entry} ${judge}` === pair))
  const isThin = (card: Filled[]) => 2 * weightOf(card) < weightOf(filled)
  return { cards: all.filter((card) => !isThin(card)), thin: all.filter(isThin) }
}

/** Σ w m + Σ present w (x - m) / Σ present w, w being shares of the whole and m the criterion's mean. */
function scoresOf(cards: readonly Filled[][]): Score[] {
  const marks = cards.flat()
  const criteria = distinct(marks.map(({ criterion }) => criterion)).map((id) => {
    const given = marks.filter(({ criterion }) => criterion === id)
    return { id, weight: given[0]!.weight, middle: mean(given.map(({ score }) => score)) }
  })
  const level = sum(criteria.map(({ weight, middle }) => weight * middle)) / sum(criteria.map(({ weight }) => weight))
  const middleOf = (id: string) => criteria.find((one) => one.id === id)!.middle
  return cards.map((card) => ({
    entry: card[0]!.entry, judge: card[0]!.judge,
    y: level + sum(card.map(({ weight, score, criterion }) => weight * (score - middleOf(criterion)))) / sum(card.map(({ weight }) => weight)),
  }))
}

function methodOf(scores: readonly Score[], additive: ReturnType<typeof naiveAdditive> | null, tolerance: number): string {
  if (!additive || additive.n < 2 || additive.q < 2 || additive.df === 0) return 'raw-only'
  const middle = mean(scores.map(({ y }) => y))
  if (scores.every(({ y }) => Math.abs(y - middle) <= tolerance)) return 'no-variation'
  return additive.rss <= 1e-12 * sum(scores.map(({ y }) => (y - middle) ** 2)) ? 'both-fixed' : 'reml'
}

/** Entry and judge both fixed, by the normal equations with one condition more for each part of the panel. */
function naiveAdditive(scores: readonly Score[]) {
  const { entries, judges, y, z, w } = denseOf(scores)
  const partOf = partsOf(scores)
  const parts = distinct([...partOf.values()])
  const x = z.map((row, cell) => [...row, ...w[cell]!])
  const conditions = parts.map((part) => [...entries.map(() => 0), ...judges.map((judge) => Number(partOf.get(`judge ${judge}`) === part))])
  const normal = times(turned([...x, ...conditions]), [...x, ...conditions])
  const effects = times(inverted(normal).inverse, times(turned(x), y.map((value) => [value]))).map(([value]) => value!)
  const rss = sum(x.map((row, cell) => (y[cell]! - sum(row.map((one, k) => one * effects[k]!))) ** 2))
  return { n: entries.length, q: judges.length, components: parts.length, df: y.length - entries.length - judges.length + parts.length, rss, severity: effects.slice(entries.length) }
}

/** A number for each entry and judge; those whom scores connect have the same. */
function partsOf(scores: readonly Score[]): Map<string, number> {
  const part = new Map(scores.flatMap(({ entry, judge }) => [`entry ${entry}`, `judge ${judge}`]).map((name, index) => [name, index]))
  for (let changed = true; changed;) {
    changed = false
    for (const { entry, judge } of scores) {
      const least = Math.min(part.get(`entry ${entry}`)!, part.get(`judge ${judge}`)!)
      for (const name of [`entry ${entry}`, `judge ${judge}`]) if (part.get(name) !== least) { part.set(name, least); changed = true }
    }
  }
  return part
}

type Rung = (entry: string, tied: readonly string[]) => number | null

function rungsOf(counting: readonly Row[], marks: readonly Filled[], scores: readonly Score[], level: (judge: string) => number, tolerance: number): Rung[] {
  const ofCriterion = (entry: string, id: string) => mean(marks.filter((one) => one.entry === entry && one.criterion === id).map(({ judge, score }) => score - level(judge)))
  const weights = distinct(counting.map(({ weight }) => weight)).sort((a, b) => b - a)
  const criteria = weights.map((weight): Rung => {
    const ids = distinct(counting.filter((one) => one.weight === weight).map(({ criterion }) => criterion))
    return (entry) => {
      const value = mean(ids.map((id) => ofCriterion(entry, id)))
      return Number.isNaN(value) ? null : value
    }
  })
  const given = (entry: string) => scores.filter((one) => one.entry === entry)
  const wins = (entry: string, rival: string) => given(entry).filter(({ judge, y }) => given(rival).some((other) => other.judge === judge && y > other.y + tolerance)).length
  const headToHead: Rung = (entry, tied) => sum(tied.map((rival) => Math.sign(wins(entry, rival) - wins(rival, entry))))
  const median: Rung = (entry) => {
    const sorted = given(entry).map(({ judge, y }) => y - level(judge)).sort((a, b) => a - b)
    return mean([sorted[Math.floor((sorted.length - 1) / 2)]!, sorted[Math.ceil((sorted.length - 1) / 2)]!])
  }
  return [...criteria, headToHead, median]
}

/** From first to last, by the first rung that says of all of them that they are not all equal, and so on in each part. */
function parted(tied: readonly string[], rungs: readonly Rung[], tolerance: number): string[][] {
  for (const rung of rungs) {
    const values = tied.map((entry) => rung(entry, tied))
    if (values.includes(null)) continue
    const worse = values.map((value) => values.filter((other) => other! > value! + tolerance).length)
    const levels = distinct(worse).sort((a, b) => a - b)
    if (levels.length > 1) return levels.flatMap((level) => parted(tied.filter((_, k) => worse[k] === level), rungs, tolerance))
  }
  return [[...tied].sort()]
}
