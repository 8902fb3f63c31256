import { z } from 'zod'
import { seenVersion } from '#app/domain/fields.ts'
import type { Criterion } from '#app/features/categories/queries.server.ts'
import { markOf, type Content, type Mark, type ScorecardGap } from '#app/features/judging/scorecard.ts'

export const markField = (criterionId: string) => `mark-${criterionId}` as const
export const reasonField = (criterionId: string) => `reason-${criterionId}` as const
export const cannotJudge = 'cannot'

/** The most characters of each text. */
export const longest = { reason: 600, note: 4000, citation: 300 }

const text = (most: number) => z.string().max(most, `Use ${most} characters or fewer.`)
/** `evidenceStamp` of what the page showed */
const stamp = z.string().regex(/^[\w-]{43}$/, 'This page was sent without what it belongs to. Open it again.')
const seen = { version: seenVersion, seen: stamp }

/** The points of a criterion's scale, from the lowest. */
export function pointsOf({ scaleMin, scaleMax }: Criterion): number[] {
  return Array.from({ length: scaleMax - scaleMin + 1 }, (_, index) => scaleMin + index)
}

const known = new WeakMap<Criterion[], ReturnType<typeof makeScorecardForm>>()

/** A scorecard as its judge fills it in: nothing needs to be complete before it is finished. Made once for a list of criteria. */
export function scorecardForm(criteria: Criterion[]) {
  const form = known.get(criteria) ?? makeScorecardForm(criteria)
  known.set(criteria, form)
  return form
}

function makeScorecardForm(criteria: Criterion[]) {
  const marks = criteria.map((criterion) => {
    const allowed = ['', cannotJudge, ...pointsOf(criterion).map(String)]
    return [markField(criterion.id), z.string().refine((value) => allowed.includes(value), `Choose one of the points for “${criterion.name}”.`)] as const
  })
  const reasons = criteria.map(({ id }) => [reasonField(id), text(longest.reason)] as const)
  return z.object({
    ...seen,
    ...(Object.fromEntries([...marks, ...reasons]) as Record<`mark-${string}` | `reason-${string}`, z.ZodType<string>>),
    citation: text(longest.citation), share: z.enum(['yes', ''], 'Tick the box, or leave it.'), note: text(longest.note),
  })
}

/** Finishing again what was finished on evidence that has changed since. */
export const confirmForm = z.object(seen)
export const finishAllForm = z.object({ entry: z.array(z.string()) })
export const stepAsideForm = z.object({ reason: text(longest.reason).min(1, 'Say in a sentence what connects you.') })

export function contentFrom(criteria: Criterion[], values: Record<string, string | string[] | number>): Content {
  const read = (name: string) => String(values[name] ?? '')
  const marks = criteria.map(({ id }): [string, Mark] => [id, markFrom(read(markField(id)), read(reasonField(id)))])
  return { marks: Object.fromEntries(marks), note: read('note'), citation: read('citation'), share: read('share') === 'yes' }
}

function markFrom(chosen: string, reason: string): Mark {
  const isPoint = chosen !== '' && chosen !== cannotJudge
  return { value: isPoint ? Number(chosen) : null, cannotJudge: chosen === cannotJudge, reason }
}

export function valuesOf(criteria: Criterion[], content: Content): Record<string, string> {
  const fields = criteria.flatMap(({ id }) => {
    const mark = markOf(content, id)
    return [[markField(id), mark.cannotJudge ? cannotJudge : String(mark.value ?? '')], [reasonField(id), mark.reason]] as const
  })
  return { ...Object.fromEntries(fields), note: content.note, citation: content.citation, share: content.share ? 'yes' : '' }
}

/** What is missing before finishing, at the field where it is put right. */
export function errorsOf(gaps: ScorecardGap[]): Record<string, string> {
  return Object.fromEntries(gaps.map(({ of, criterionId = '', missing }) =>
    [of === 'weight' ? 'form' : of === 'mark' ? markField(criterionId) : reasonField(criterionId), missing]))
}
