import { z } from 'zod'
import { attachmentSchema } from '#app/domain/attachment.ts'
import type { Edition, Settings } from '#app/domain/edition.ts'
import type { Category, Programme, Question } from '#app/features/categories/queries.server.ts'
import { nomineeKinds, type NomineeKind } from '#db/vocabulary.ts'

/** What a nominator has told us so far. Every part may be missing or not right yet, until it is sent: what is typed is kept. */
export const answersSchema = z.object({
  kind: z.enum(nomineeKinds).optional().catch(undefined),
  name: z.string().optional(),
  job: z.string().optional(),
  employer: z.string().optional(),
  reach: z.string().optional(),
  /** ids */
  categories: z.array(z.string()).default([]),
  /** question id → text */
  story: z.record(z.string(), z.string()).default({}),
  relationship: z.string().optional(),
  shareName: z.enum(['yes', 'no']).optional().catch(undefined),
  nominatorName: z.string().optional(),
  nominatorEmail: z.string().optional(),
  nominatorPhone: z.string().optional(),
  attachment: attachmentSchema.optional(),
})
export type Answers = z.infer<typeof answersSchema>

/** What an edition asks a nominator. */
export interface Asked extends Programme {
  /** the ways of knowing a nominee that are offered */
  relationships: string[]
  /** whether a file may be added */
  attachments: boolean
}

/** One page of the form: one question, or a few that are one thing. */
export type Step = QuestionStep | FixedStep
export interface QuestionStep {
  slug: string
  section: string
  question: Question
  /** the category that asks it; none when every nomination is asked */
  category?: Category
}
export interface FixedStep {
  slug: 'who' | 'work' | 'category' | 'know' | 'you'
  section: string
  question?: undefined
}

/** The pages in their order. Which there are depends on the categories chosen. */
export function listSteps(asked: Asked, answers: Answers): Step[] {
  return [
    { slug: 'who', section: 'Who you are nominating' },
    { slug: 'work', section: 'Who you are nominating' },
    { slug: 'category', section: 'The category' },
    ...asked.story.map((question) => questionStep(question)),
    ...chosenCategories(asked, answers).flatMap((category) => category.questions.map((question) => questionStep(question, category))),
    { slug: 'know', section: 'You and them' },
    { slug: 'you', section: 'About you' },
  ]
}

export function questionStep(question: Question, category?: Category): QuestionStep {
  return { slug: question.key, section: category?.name ?? 'Their story', question, category }
}

export function chosenCategories(asked: Asked, answers: Answers): Category[] {
  return asked.categories.filter((category) => answers.categories.includes(category.id))
}

/** The story's questions and those of the categories chosen; what was written for a category given up stays in the draft. */
export function questionsAsked(asked: Asked, answers: Answers): Question[] {
  return [...asked.story, ...chosenCategories(asked, answers).flatMap((category) => category.questions)]
}

/** Whether two say the same to everything that is asked. */
export function sameAnswers(asked: Asked, one: Answers, other: Answers): boolean {
  const written = ({ story, ...told }: Answers) => {
    const texts = questionsAsked(asked, { story, ...told }).map((question) => story[question.id] ?? '')
    return JSON.stringify([Object.entries(told).sort(([a], [b]) => (a < b ? -1 : 1)), texts])
  }
  return written(one) === written(other)
}

/** The page after `slug`; undefined after the last. */
export function stepAfter(steps: Step[], slug: string): Step | undefined {
  return steps[steps.findIndex((step) => step.slug === slug) + 1]
}

export function stepBefore(steps: Step[], slug: string): Step | undefined {
  return steps[steps.findIndex((step) => step.slug === slug) - 1]
}

const selfRelationship = 'It is me'

/** Whether somebody says that they nominate themselves. */
export function isOneself({ relationship }: Pick<Answers, 'relationship'>): boolean {
  return relationship === selfRelationship
}

/** What is known of whoever nominates, when they nominate somebody else: they are asked once. */
export function nominatorIn({ nominatorName, nominatorEmail, nominatorPhone }: Answers): Partial<Answers> {
  return { nominatorName, nominatorEmail, nominatorPhone }
}

const offered = new WeakMap<Settings, string[]>()

/** The ways of knowing a nominee that an edition offers; the same list for the same settings, as forms are made once for it. */
export function relationshipsOf({ settings }: Pick<Edition, 'settings'>): string[] {
  const list = offered.get(settings) ?? [...settings.relationships, ...(settings.selfNomination ? [selfRelationship] : [])]
  offered.set(settings, list)
  return list
}

const ofOthers = new WeakMap<string[], string[]>()

/** Those offered for one nominee: only a person can be oneself. The same list for the same edition. */
export function relationshipsFor({ relationships }: Asked, kind: NomineeKind | undefined): string[] {
  if (!kind || kind === 'person') return relationships
  const others = ofOthers.get(relationships) ?? relationships.filter((one) => one !== selfRelationship)
  ofOthers.set(relationships, others)
  return others
}

/** Stands for "in another way" among the relationships offered. */
export const otherRelationship = 'other'

/** The answers kept, under the field names of the page's form. */
export function valuesOf(step: Step, asked: Asked, answers: Answers): Record<string, string | string[]> {
  if (step.question) return { answer: answers.story[step.question.id] ?? '' }
  const { kind = '', name = '', job = '', employer = '', reach = '', relationship = '', shareName = '' } = answers
  const { nominatorName = isOneself(answers) ? name : '', nominatorEmail = '', nominatorPhone = '' } = answers
  const isOffered = relationship === '' || asked.relationships.includes(relationship)
  switch (step.slug) {
    case 'who': return { kind, name }
    case 'work': return { job, employer, reach }
    case 'category': return { category: chosenCategories(asked, answers).map((one) => one.slug) }
    case 'know': return { relationship: isOffered ? relationship : otherRelationship, otherRelationship: isOffered ? '' : relationship, shareName }
    case 'you': return { nominatorName, nominatorEmail, nominatorPhone }
  }
}

/** The answers with one page's values in them, whether or not they are right: nothing typed is lost. */
export function withStep(step: Step, asked: Asked, answers: Answers, values: Record<string, unknown>): Answers {
  if (step.question) return { ...answers, story: { ...answers.story, [step.question.id]: String(values.answer) } }
  if (step.slug === 'category') {
    const slugs = values.category as string[]
    return { ...answers, categories: asked.categories.filter((one) => slugs.includes(one.slug)).map((one) => one.id) }
  }
  if (step.slug === 'know') {
    const { relationship, otherRelationship: other, shareName } = values as Record<string, string>
    const known = relationship && relationship !== otherRelationship ? relationship : other
    return answersSchema.parse({ ...answers, relationship: known, shareName: isOneself({ relationship: known }) ? 'yes' : shareName })
  }
  const after = answersSchema.parse({ ...answers, ...values })
  const hasNoJob = step.slug === 'who' && after.kind !== undefined && after.kind !== 'person'
  return hasNoJob && after.job ? { ...after, job: '' } : after
}
