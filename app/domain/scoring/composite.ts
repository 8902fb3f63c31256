import { byName, meanOf, type Score } from '#app/domain/scoring/panel.ts'

/** What one judge gave one entry on one criterion. */
export interface Mark {
  entry: string
  judge: string
  criterion: string
  score: number
}

export interface Criterion {
  id: string
  /** ≥ 0, in any unit; only the share of the total counts */
  weight: number
}

/** The marks that count – of finished scorecards, not recused, not void – and everybody who could have had some. */
export interface ScoreSheet {
  entries: readonly string[]
  criteria: readonly Criterion[]
  marks: readonly Mark[]
  /** entries that stood down, or have too few scores to be ranked: their scores tell of their judges, and they take no place */
  unplaced?: readonly string[]
}

export interface Composites {
  scores: Score[]
  /** scorecards with less than half of the weight: not counted */
  tooThin: { entry: string; judge: string }[]
  /** every mark counted, in the order of entry, judge and criterion */
  marks: Mark[]
}

const leastShare = 0.5

/**
 * One score a scorecard: the weighted mean of its marks. For a missing mark stands what the judge's other marks say,
 * measured from each criterion's mean over the panel: else to skip a criterion on which all mark low would pay.
 */
export function compositesOf({ criteria, marks }: ScoreSheet): Composites {
  const weights = new Map(criteria.filter(({ weight }) => weight > 0).map(({ id, weight }) => [id, weight]))
  const sorted = marks.filter(({ criterion }) => weights.has(criterion)).sort(inOrder)
  const cards = [...Map.groupBy(sorted, ({ entry, judge }) => JSON.stringify([entry, judge])).values()]
  const all = weightOf(sorted, weights)
  const [full, thin] = [cards.filter(isFullEnough), cards.filter((card) => !isFullEnough(card))]
  const counted = full.flat()
  const means = new Map([...Map.groupBy(counted, ({ criterion }) => criterion)].map(([id, given]) => [id, meanOf(given.map(({ score }) => score))]))
  return {
    scores: full.map((card) => ({ entry: card[0]!.entry, judge: card[0]!.judge, y: compositeOf(card, weights, means) })),
    tooThin: thin.map(([mark]) => ({ entry: mark!.entry, judge: mark!.judge })),
    marks: counted,
  }

  function isFullEnough(card: Mark[]): boolean {
    return weightOf(card, weights) >= (leastShare - 1e-9) * all
  }
}

const inOrder = (a: Mark, b: Mark) => byName(a.entry, b.entry) || byName(a.judge, b.judge) || byName(a.criterion, b.criterion)

/** The weight of the criteria that these marks touch. */
function weightOf(marks: readonly Mark[], weights: Map<string, number>): number {
  return [...new Set(marks.map(({ criterion }) => criterion))].sort(byName).reduce((sum, id) => sum + weights.get(id)!, 0)
}

/** Σ w m / Σ w + Σ present w (x - m) / Σ present w, m the criterion's mean; without a missing mark, Σ w x / Σ w. */
function compositeOf(card: readonly Mark[], weights: Map<string, number>, means: Map<string, number>): number {
  const present = card.reduce((sum, { criterion }) => sum + weights.get(criterion)!, 0)
  const weighted = (value: (mark: Mark) => number) => card.reduce((sum, mark) => sum + weights.get(mark.criterion)! * value(mark), 0) / present
  if (card.length === means.size) return weighted(({ score }) => score)
  const [total, level] = [...means].reduce(([w, sum], [id, mean]) => [w + weights.get(id)!, sum + weights.get(id)! * mean], [0, 0])
  return level / total + weighted(({ criterion, score }) => score - means.get(criterion)!)
}

/** A mark on one scale, moved to another: where criteria have scales of their own, before they are put together. */
export function onScale(score: number, from: { min: number; max: number }, to: { min: number; max: number }): number {
  return to.min + ((score - from.min) / (from.max - from.min)) * (to.max - to.min)
}
