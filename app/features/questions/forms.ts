import { z } from 'zod'
import { line, wholeNumber } from '#app/domain/fields.ts'
import type { QuestionText } from '#app/domain/question-rules.ts'
import { reason, seenShape } from '#app/features/editions/forms.ts'

const oneButton = { error: 'Choose one of the buttons.' }
/** As the database has it. */
const [leastLimit, mostLimit] = [10, 1000]

/** `look`: what it would do is shown first. `edit`: back from there, with everything typed. */
export const questionForm = z
  .object({
    ...seenShape,
    intent: z.enum(['save', 'look', 'edit'], oneButton),
    label: line(200).min(1, 'Write the question.'),
    hint: z.string().max(600, 'Use 600 characters or fewer.'),
    leastWords: wholeNumber('the fewest words', 0, mostLimit).transform(Number),
    wordLimit: wholeNumber('the most words', leastLimit, mostLimit).transform(Number),
    answer: z.enum(['must', 'may'], { error: 'Choose whether it must be answered.' }),
    reason,
  })
  .refine(({ leastWords, wordLimit }) => leastWords <= wordLimit, { path: ['leastWords'], error: 'The fewest words cannot be more than the most.' })
type QuestionForm = z.output<typeof questionForm>

export function textOf({ label, hint, leastWords, wordLimit, answer }: QuestionForm): QuestionText {
  return { label, hint, leastWords, wordLimit, optional: answer === 'may' }
}

/** A question under the field names of its form. */
export function valuesOf({ label, hint, leastWords, wordLimit, optional }: QuestionText): Record<string, string> {
  return { label, hint, leastWords: String(leastWords), wordLimit: String(wordLimit), answer: optional ? 'may' : 'must' }
}

export const moveForm = z.object({ ...seenShape, intent: z.enum(['up', 'down'], oneButton), question: z.string().regex(/^[a-z0-9-]{1,60}$/, oneButton) })

export const removeForm = z.object({ ...seenShape, reason })
