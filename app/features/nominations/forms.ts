import { z } from 'zod'
import { emailAddress, line, phoneNumber } from '#app/domain/fields.ts'
import { countWords } from '#app/domain/words.ts'
import type { Category, Question } from '#app/features/categories/queries.server.ts'
import { kindsText } from '#app/features/categories/words.ts'
import { isOneself, listSteps, otherRelationship, relationshipsFor, stepAfter, valuesOf, type Answers, type Asked, type Step } from '#app/features/nominations/journey.ts'
import { draftPath } from '#app/features/nominations/paths.ts'
import { nomineeKinds, type NomineeKind } from '#db/vocabulary.ts'


const whoForm = z.object({
  kind: z.enum(nomineeKinds, { error: 'Choose whether it is a person, a team or a service.' }),
  name: line(120, 'their name').min(1, 'Write the name of who you are nominating.').refine((t) => /[\p{L}\p{N}]/u.test(t), 'Write a name with letters in it.'),
})

const workForm = z.object({
  job: line(120, 'their job'),
  employer: line(120, 'where they work').min(1, 'Write where they work. If you are not sure, write “not sure”; if they care for someone unpaid, “unpaid carer”.'),
  reach: line(200, 'how we can reach them'),
})

/** A form is made once for what it asks; making one costs more than using it a hundred times. */
function madeOnce<K extends object>(make: (asked: K) => z.ZodObject): (asked: K) => z.ZodObject {
  const made = new WeakMap<K, z.ZodObject>()
  return (asked) => {
    const form = made.get(asked) ?? make(asked)
    made.set(asked, form)
    return form
  }
}

function categoryFormFor(kind: NomineeKind | undefined) {
  return madeOnce((categories: Category[]) => z.object({
    category: z.array(z.string()).min(1, 'Choose at least one category.').superRefine((slugs, issues) => {
      for (const slug of slugs) {
        const category = categories.find((one) => one.slug === slug)
        if (!category) issues.addIssue({ code: 'custom', message: 'Choose from the categories listed.' })
        else if (kind && !category.kinds.includes(kind))
          issues.addIssue({ code: 'custom', message: `${category.name} is for ${kindsText(category.kinds)}. You are nominating ${kindsText([kind])}.` })
      }
    }),
  }))
}
const categoryForms = { person: categoryFormFor('person'), team: categoryFormFor('team'), service: categoryFormFor('service'), any: categoryFormFor(undefined) }

const questionForm = madeOnce(({ leastWords, wordLimit, optional }: Question) =>
  z.object({
    answer: z
      .string()
      .min(optional ? 0 : 1, 'Write an answer. A few plain words are enough.')
      .max(20_000, 'This is too long to keep. Use fewer words.')
      .superRefine((text, issues) => {
        const words = countWords(text)
        if (words > wordLimit) issues.addIssue({ code: 'custom', message: `Use ${wordLimit} words or fewer. You have used ${words}.` })
        if (text === '') return
        if (words === 0) issues.addIssue({ code: 'custom', message: 'Write an answer in words.' })
        else if (words < leastWords) issues.addIssue({ code: 'custom', message: `Use ${leastWords} words or more. You have used ${words}.` })
      }),
  }))

const chooseShareName = 'Choose whether we may tell them who nominated them.'
/** When a rule over two fields is asked: whatever else is wrong on the page. */
const always = () => true

const knowForm = madeOnce((relationships: string[]) =>
  z
    .object({
      relationship: z.enum([...relationships, otherRelationship], { error: 'Choose how you know them.' }),
      otherRelationship: line(120, 'how you know them'),
      shareName: z.enum(['yes', 'no', ''], { error: chooseShareName }),
    })
    .refine((v) => v.shareName !== '' || isOneself(v), { path: ['shareName'], error: chooseShareName, when: always })
    .refine((v) => v.otherRelationship !== '', {
      path: ['otherRelationship'], error: 'Write how you know them.',
      when: ({ value }) => (value as Record<string, unknown>).relationship === otherRelationship,
    }))

const youForm = z
  .object({
    nominatorName: line(120, 'your name').min(1, 'Write your name.'),
    nominatorEmail: emailAddress,
    nominatorPhone: phoneNumber,
  })
  .refine((v) => v.nominatorEmail !== '' || v.nominatorPhone !== '', {
    path: ['nominatorEmail'], error: 'Give an email address or a phone number, so that we can tell you what happens.',
  })

/** The page after one. Who nominates is passed over where it is known already, from another nomination; the check shows it. */
export function nextStep(asked: Asked, answers: Answers, slug: string): Step | undefined {
  const next = stepAfter(listSteps(asked, answers), slug)
  const isKnown = next?.slug === 'you' && listMissing(asked, answers, [next]).length === 0
  return isKnown ? undefined : next
}

/** Where Continue leads from a page: to the next, and after the last to where a file may be added, if any is taken; while changing, to the first that is not right. Then to the check. */
export function pathAfter(asked: Asked, { id, answers }: { id: string; answers: Answers }, slug: string, changing: boolean): string {
  const next = changing ? listMissing(asked, answers)[0]?.step : nextStep(asked, answers, slug)
  return draftPath(id, next?.slug ?? (asked.attachments && !changing ? 'attachment' : 'check'), changing)
}

/** Beginning: from which draft of this device the nominator is known, and what "Help me choose" led to. */
export const startForm = z.object({ from: z.string(), kind: z.string(), category: z.string() })

/** Sending: nothing but a field that people cannot see. A program that fills in whatever there is gives itself away. */
export const sendForm = z.object({ website: z.string() })

/** Having no more reminders. The field is a mail program's, which sends it for its user (RFC 8058). */
export const oneClickForm = z.object({ 'List-Unsubscribe': z.enum(['One-Click', ''], { error: 'This was sent in a way we do not know. Press the button instead.' }) })

/** What organisers do on a nomination's page. `seen`: how many links to it had been made when the page was shown. */
export const actForm = z.object({ intent: z.string(), seen: z.string().regex(/^\d{1,6}$/, 'This page was sent without what it belongs to. Open it again, then decide.').transform(Number) })

/** The form of one page. What an answer may be depends on the edition and on what was answered before. */
export function stepForm(step: Step, asked: Asked, answers: Answers): z.ZodObject {
  if (step.question) return questionForm(step.question)
  switch (step.slug) {
    case 'who': return whoForm
    case 'work': return workForm
    case 'category': return categoryForms[answers.kind ?? 'any'](asked.categories)
    case 'know': return knowForm(relationshipsFor(asked, answers.kind))
    case 'you': return youForm
  }
}

export interface Missing {
  step: Step
  /** what is wrong on that page, as its own form says it */
  sentence: string
}

/** Pages whose answers would not pass their own form: the one list behind the check page and the guard on sending. */
export function listMissing(asked: Asked, answers: Answers, steps = listSteps(asked, answers)): Missing[] {
  return steps.flatMap((step) => {
    const read = stepForm(step, asked, answers).safeParse(valuesOf(step, asked, answers))
    return read.success ? [] : [{ step, sentence: read.error.issues[0]?.message ?? 'This answer is missing.' }]
  })
}
