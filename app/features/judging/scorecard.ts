import { z } from 'zod'
import type { Criterion } from '#app/features/categories/queries.server.ts'
import type { ScorecardState } from '#db/vocabulary.ts'

const markSchema = z.object({ value: z.number().int().nullable(), cannotJudge: z.boolean(), reason: z.string() })
/** What a judge says to one criterion: a point of its scale, that they cannot judge it (which is no 0), or nothing yet. */
export type Mark = z.infer<typeof markSchema>

/** All that a judge writes on a scorecard; marks by criterion. Each save is kept as one of these. */
export const contentSchema = z.object({
  marks: z.record(z.string(), markSchema), note: z.string(), citation: z.string(),
  /** the nominee may read the citation's sentence after the ceremony, without the judge's name */
  share: z.boolean().default(false),
})
export type Content = z.infer<typeof contentSchema>

const noMark: Mark = { value: null, cannotJudge: false, reason: '' }

export function markOf({ marks }: Pick<Content, 'marks'>, criterionId: string): Mark {
  return marks[criterionId] ?? noMark
}

/** The content as these criteria ask for it: one mark each, in their order, and none for criteria that are gone. */
export function contentOn(criteria: Criterion[], content: Content): Content {
  const { note, citation, share } = content
  return { marks: Object.fromEntries(criteria.map(({ id }) => [id, markOf(content, id)])), note, citation, share }
}

export function sameContent(a: Content, b: Content): boolean {
  const ids = [...new Set([...Object.keys(a.marks), ...Object.keys(b.marks)])]
  return a.note === b.note && a.citation === b.citation && a.share === b.share && ids.every((id) => sameMark(markOf(a, id), markOf(b, id)))
}

export function sameMark(a: Mark, b: Mark): boolean {
  return a.value === b.value && a.cannotJudge === b.cannotJudge && a.reason === b.reason
}

export function isGiven({ value, cannotJudge }: Mark): boolean {
  return value !== null || cannotJudge
}

/** How many criteria have a point, or that they cannot be judged. */
export function countGiven(criteria: Criterion[], content: Pick<Content, 'marks'>): number {
  return criteria.filter(({ id }) => isGiven(markOf(content, id))).length
}

/** The ends of a scale say the most about a judge, so they need a reason. */
export function needsReason({ scaleMin, scaleMax }: Criterion, { value }: Mark): boolean {
  return value === scaleMin || value === scaleMax
}

/** Of 100: below it, a scorecard says too little about the entry to stand beside the others. */
export const leastWeight = 50

/** What is missing before a scorecard can be finished, and of which criterion; without one, of the whole. */
export interface ScorecardGap {
  of: 'mark' | 'reason' | 'weight'
  criterionId?: string
  missing: string
}

/** Empty: it can be finished. */
export function gapsBeforeFinishing(criteria: Criterion[], content: Pick<Content, 'marks'>): ScorecardGap[] {
  const gaps = criteria.flatMap((criterion) => gapsOf(criterion, markOf(content, criterion.id)))
  const weight = weightGiven(criteria, content)
  if (gaps.some(({ of }) => of === 'mark') || weight >= leastWeight) return gaps
  const missing = `The criteria you scored are worth ${weight} of 100, and a scorecard needs ${leastWeight}. Score another, or step aside from this entry.`
  return [...gaps, { of: 'weight', missing }]
}

function gapsOf(criterion: Criterion, mark: Mark): ScorecardGap[] {
  const { id: criterionId, name } = criterion
  if (!isGiven(mark)) return [{ of: 'mark', criterionId, missing: `Score “${name}”, or say that you cannot judge it.` }]
  if (!needsReason(criterion, mark) || mark.reason) return []
  return [{ of: 'reason', criterionId, missing: `Say in a sentence why you give ${mark.value} for “${name}”.` }]
}

function weightGiven(criteria: Criterion[], content: Pick<Content, 'marks'>): number {
  return criteria.reduce((sum, { id, weight }) => (markOf(content, id).value === null ? sum : sum + weight), 0)
}

/**
 * A judge's own score of an entry so far: the weighted mean of the marks that are there, in points of the first
 * criterion's scale; null before the first. For their own eyes: the standings fill gaps from what others gave.
 */
export function ownScore(criteria: Criterion[], content: Pick<Content, 'marks'>): number | null {
  const [first] = criteria
  const given = criteria.flatMap((criterion) => {
    const { value } = markOf(content, criterion.id)
    return value === null ? [] : [{ weight: criterion.weight, share: (value - criterion.scaleMin) / (criterion.scaleMax - criterion.scaleMin) }]
  })
  const weight = given.reduce((sum, one) => sum + one.weight, 0)
  if (!first || weight === 0) return null
  const share = given.reduce((sum, one) => sum + one.weight * one.share, 0) / weight
  return first.scaleMin + share * (first.scaleMax - first.scaleMin)
}

/** Where a scorecard is for its judge: one finished on evidence or criteria that have changed since must be looked at again. */
export type Progress = Exclude<ScorecardState, 'stepped-aside'> | 'look-again'

/** A scorecard, what it was made on, and what there is now. */
export interface Made {
  state: ScorecardState
  madeOn: Evidence
  now: Evidence
}
export interface Evidence {
  dossier: number
  criteria: number
}

/** Whether what a scorecard was made on has changed since. */
export function isOutdated({ state, madeOn, now }: Made): boolean {
  return state !== 'to-do' && (madeOn.dossier !== now.dossier || madeOn.criteria !== now.criteria)
}

export function progressOf(card: Made): Progress {
  if (card.state === 'finished') return isOutdated(card) ? 'look-again' : 'finished'
  return card.state === 'to-do' ? 'to-do' : 'in-progress'
}

/** Whether a scorecard lacks nothing but to be finished. */
export function isReady(card: Made, criteria: Criterion[], content: Pick<Content, 'marks'>): boolean {
  return progressOf(card) === 'in-progress' && !isOutdated(card) && gapsBeforeFinishing(criteria, content).length === 0
}
