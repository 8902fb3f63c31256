import { z } from 'zod'
import type { NomineeKind } from '#db/vocabulary.ts'

/**
 * "Help me choose", as an edition's settings hold it: what is asked after who it is about. `otherwise` is the answer that
 * is none of the others. Which categories an answer leads to, each category says itself.
 */
export const choosingSchema = z.array(z.object({
  key: z.string(),
  question: z.string(),
  answers: z.array(z.object({ key: z.string(), label: z.string() })),
  otherwise: z.string(),
}))
export type Choosing = z.infer<typeof choosingSchema>
type Question = Choosing[number]

/** Of a category, by question: the answers of which it takes one. A question that it does not name makes no difference to it. */
export const fitsSchema = z.record(z.string(), z.array(z.string()))
export type Fits = z.infer<typeof fitsSchema>

interface Choosable {
  kinds: NomineeKind[]
  fits: Fits
}

/** The value of the answer that is none of the others. */
export const otherwise = 'otherwise'
const mostSuggested = 2

/** The questions that make a difference for such a nominee after what is answered so far, each with the answers that lead to some category. */
export function questionsFor(choosing: Choosing, categories: Choosable[], kind: NomineeKind, answered: Record<string, string> = {}): Question[] {
  let open = categories.filter((category) => category.kinds.includes(kind))
  return choosing.flatMap((one) => {
    const answers = one.answers.filter((answer) => open.some(({ fits }) => fits[one.key]?.includes(answer.key)))
    const given = answered[one.key]
    if (given !== undefined) open = open.filter(({ fits }) => fits[one.key]?.includes(given) ?? true)
    return answers.length ? [{ ...one, answers }] : []
  })
}

export interface Suggestion<C> {
  category: C
  /** the answers that speak for it, in words */
  because: string[]
}

/**
 * The category to which the answers (by question) lead, or the two that they leave: first the one for which more of them
 * speak. None when no answer speaks for any.
 */
export function suggest<C extends Choosable>(choosing: Choosing, categories: C[], kind: NomineeKind, answers: Record<string, string>): Suggestion<C>[] {
  return categories
    .filter(({ kinds, fits }) => kinds.includes(kind) && Object.entries(fits).every(([question, taken]) => taken.includes(answers[question] ?? '')))
    .map((category) => ({ category, because: reasonsFor(choosing, category, answers) }))
    .sort((a, b) => b.because.length - a.because.length)
    .slice(0, mostSuggested)
}

function reasonsFor(choosing: Choosing, { fits }: Choosable, answers: Record<string, string>): string[] {
  return choosing.flatMap((one) => (fits[one.key] ? one.answers.filter(({ key }) => key === answers[one.key]).map(({ label }) => label) : []))
}
