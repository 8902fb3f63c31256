import { z } from 'zod'
import type { Edition, Settings } from '#app/domain/edition.ts'
import type { Category, Programme, Question } from '#app/features/categories/queries.server.ts'
import { nomineeKinds } from '#db/vocabulary.ts'

/** What a nominator has told us so far. Every part may be missing until it is sent. */
export const answersSchema = z.object({
  kind: z.enum(nomineeKinds).optional(),
  name: z.string().optional(),
  job: z.string().optional(),
  employer: z.string().optional(),
  reach: z.string().optional(),
  /** ids */
  categories: z.array(z.string()).default([]),
  /** question id → text */
  story: z.record(z.string(), z.string()).default({}),
  relationship: z.string().optional(),
  shareName: z.enum(['yes', 'no']).optional(),
  nominatorName: z.string().optional(),
  nominatorEmail: z.string().optional(),
  nominatorPhone: z.string().optional(),
})
export type Answers = z.infer<typeof answersSchema>

/** What an edition asks a nominator. */
export interface Asked extends Programme {
  /** the ways of knowing a nominee that are offered */
  relationships: string[]
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
    { slug: 'category', section: 'The award' },
    ...asked.story.map((question) => ({ slug: question.key, section: 'Their story', question })),
    ...chosenCategories(asked, answers).flatMap((category) =>
      category.questions.map((question) => ({ slug: question.key, section: category.name, question, category }))),
    { slug: 'know', section: 'You and them' },
    { slug: 'you', section: 'About you' },
  ]
}

export function chosenCategories(asked: Asked, answers: Answers): Category[] {
  return asked.categories.filter((category) => answers.categories.includes(category.id))
}

/** The page after `slug`; undefined after the last. */
export function stepAfter(steps: Step[], slug: string): Step | undefined {
  return steps[steps.findIndex((step) => step.slug === slug) + 1]
}

export function stepBefore(steps: Step[], slug: string): Step | undefined {
  return steps[steps.findIndex((step) => step.slug === slug) - 1]
}

const selfRelationship = 'It is me'
const offered = new WeakMap<Settings, string[]>()

/** The ways of knowing a nominee that an edition offers; the same list for the same settings, as forms are made once for it. */
export function relationshipsOf({ settings }: Pick<Edition, 'settings'>): string[] {
  const list = offered.get(settings) ?? [...settings.relationships, ...(settings.selfNomination ? [selfRelationship] : [])]
  offered.set(settings, list)
  return list
}

/** Stands for "in another way" among the relationships offered. */
export const otherRelationship = 'other'

/** The answers kept, under the field names of the page's form. */
export function valuesOf(step: Step, asked: Asked, answers: Answers): Record<string, string | string[]> {
  if (step.question) return { answer: answers.story[step.question.id] ?? '' }
  const { kind = '', name = '', job = '', employer = '', reach = '', relationship = '', shareName = '' } = answers
  const { nominatorName = '', nominatorEmail = '', nominatorPhone = '' } = answers
  const isOffered = relationship === '' || asked.relationships.includes(relationship)
  switch (step.slug) {
    case 'who': return { kind, name }
    case 'work': return { job, employer, reach }
    case 'category': return { category: chosenCategories(asked, answers).map((one) => one.slug) }
    case 'know': return { relationship: isOffered ? relationship : otherRelationship, otherRelationship: isOffered ? '' : relationship, shareName }
    case 'you': return { nominatorName, nominatorEmail, nominatorPhone }
  }
}

/** The answers with one page's values (already through its form) in them. */
export function withStep(step: Step, asked: Asked, answers: Answers, values: Record<string, unknown>): Answers {
  if (step.question) return { ...answers, story: { ...answers.story, [step.question.id]: String(values.answer) } }
  if (step.slug === 'category') {
    const slugs = values.category as string[]
    return { ...answers, categories: asked.categories.filter((one) => slugs.includes(one.slug)).map((one) => one.id) }
  }
  if (step.slug === 'know') {
    const { relationship, otherRelationship: other, shareName } = values as Record<string, string>
    return answersSchema.parse({ ...answers, shareName, relationship: relationship === otherRelationship ? other : relationship })
  }
  return answersSchema.parse({ ...answers, ...values })
}
