import { z } from 'zod'
import { publicUses, type Publicity, type PublicUse } from '#app/domain/publicity.ts'
import { line, seenVersion } from '#app/domain/fields.ts'
import { useWords } from '#app/features/screening/words.ts'

const longestReason = 500
const reason = z.string().max(longestReason, `Use ${longestReason} characters or fewer.`)
const someReason = reason.min(1, 'Write the reason, in a sentence.')

/** Whether an entry may take part. `version`: of the dossier that was read. */
export const decideForm = z
  .object({
    version: seenVersion,
    decision: z.enum(['eligible', 'ineligible'], 'Choose whether it is eligible.'),
    reason,
  })
  .refine(({ decision, reason: why }) => decision === 'eligible' || why !== '', { path: ['reason'], error: 'Write the reason, in a sentence.' })

/** `to`: what the page offered, so that pressing twice does it once. */
export const standForm = z.object({ to: z.enum(['stood-down', 'standing'], 'Choose one of the buttons.'), reason: someReason })

/** To one of the categories it may go to, by slug. */
export function moveForm(slugs: string[]) {
  return z.object({ version: seenVersion, category: z.enum(slugs, 'Choose the category it goes to.') })
}

/** What organisers put right about a nominee. `seen`: the fingerprint of what the page showed. */
export const correctForm = z.object({
  name: line(120).min(1, 'Write the name.'), saidAs: line(120), job: line(120), employer: line(120), reach: line(200),
  confirmed: z.array(z.string()), seen: line(100),
})

/** Words to cover, a line for each; to `look` shows what judges would read, to `lift` takes one cover away. */
export const coverForm = z
  .object({
    version: seenVersion,
    intent: z.enum(['look', 'cover', 'lift'], 'Choose one of the buttons.'),
    words: z.string().max(5000, 'Use 5,000 characters or fewer.'),
    redaction: z.string(),
  })
  .refine(({ intent, words }) => intent === 'lift' || words !== '', { path: ['words'], error: 'Write the words to cover, as they stand in the passage.' })

/** The people that a page showed, by id. */
export const tellForm = z.object({ nominee: z.array(z.string()).min(1, 'Choose at least one person.').max(500, 'Tell 500 people at a time, at most.') })

/** Told by hand; `seen`: how many notices there were, so that pressing twice notes one. */
export const toldForm = z.object({ seen: seenVersion, route: z.enum(['letter', 'phone', 'employer'], 'Choose how they were told.') })

export type PublicField = `public-${PublicUse}`
/** Their own name and the choice whether it may be public are two fields. */
export const publicField = (use: PublicUse): PublicField => `public-${use}`

const choice = z.enum(['', 'yes', 'no'], 'Choose yes or no.')
const publicityFields = Object.fromEntries(publicUses.map((use) => [publicField(use), choice])) as Record<PublicField, typeof choice>

/** What a nominee says. Only who accepts is asked about publicity. `request` and `code` come once a code was mailed. */
export const answerForm = z
  .object({
    answer: z.enum(['accepted', 'declined', 'objected'], 'Choose your answer.'),
    ...publicityFields,
    name: line(120).min(1, 'Write the name.'),
    saidAs: line(120),
    job: line(120),
    employer: line(120),
    intent: z.enum(['save', 'new-code'], 'Choose one of the buttons.'),
    request: z.string(),
    code: z.string().transform((text) => text.replace(/[\s-]/g, '')),
  })
  .superRefine((told, issues) => {
    if (told.answer !== 'accepted') return
    for (const use of publicUses) {
      const field = publicField(use)
      if (told[field] === '') issues.addIssue({ code: 'custom', path: [field], message: `Choose yes or no: ${useWords[use]}.` })
    }
  })

/** What the form says may be public. */
export function publicityIn(form: z.infer<typeof answerForm>): Publicity {
  const publicity: Publicity = {}
  for (const use of publicUses) publicity[use] = form[publicField(use)] === 'yes' ? 'yes' : 'no'
  return publicity
}

/** From a letter: its reference and its code. */
export const letterForm = z.object({
  reference: z.string().transform((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, '')).pipe(z.string().regex(/^[A-Z0-9]{8}$/, 'Write the eight letters and numbers of the reference.')),
  code: z.string().transform((text) => text.replace(/[\s-]/g, '')).pipe(z.string().regex(/^\d{6}$/, 'Write the six numbers of the code.')),
})
