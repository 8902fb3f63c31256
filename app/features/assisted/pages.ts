import { stepForm } from '#app/features/nominations/forms.ts'
import { listSteps, valuesOf, withStep, type Answers, type Asked, type Step } from '#app/features/nominations/journey.ts'

/** The form in two long pages: the second begins where the questions depend on the categories chosen. */
export const parts = ['who', 'story'] as const
export type Part = (typeof parts)[number]

export function isPart(name: string | undefined): name is Part {
  return parts.some((one) => one === name)
}

export interface NumberedStep {
  /** its place in the form: the same on the screen, on paper and over the telephone */
  number: number
  step: Step
}

const onFirst: string[] = ['who', 'work', 'category']

export function partOf({ slug }: Step): Part {
  return onFirst.includes(slug) ? 'who' : 'story'
}

export function stepsOn(part: Part, asked: Asked, answers: Answers): NumberedStep[] {
  return listSteps(asked, answers).map((step, index) => ({ number: index + 1, step })).filter(({ step }) => partOf(step) === part)
}

/** Several questions stand on one page, so each answer is under its question's key. */
function fieldOf({ slug, question }: Step, own: string): string {
  return question ? `answer-${slug}` : own
}

const fieldsIn = (step: Step, asked: Asked, answers: Answers) => Object.keys(stepForm(step, asked, answers).shape)

/** The fields of a page's questions, and what is in them. */
export function pageValues(steps: NumberedStep[], asked: Asked, answers: Answers): Record<string, string | string[]> {
  const values = steps.map(({ step }) => Object.entries(valuesOf(step, asked, answers)).map(([name, value]) => [fieldOf(step, name), value] as const))
  return Object.fromEntries(values.flat())
}

export interface Taken {
  answers: Answers
  /** what each question's own form says, by field */
  errors: Record<string, string>
}

/** The answers with everything typed on a page in them, right or not, and what is wrong with it. */
export function takePage(steps: NumberedStep[], asked: Asked, before: Answers, typed: Record<string, unknown>): Taken {
  let answers = before
  const errors: Record<string, string> = {}
  for (const { step } of steps) {
    const own = Object.fromEntries(fieldsIn(step, asked, answers).map((name) => [name, typed[fieldOf(step, name)] ?? '']))
    const read = stepForm(step, asked, answers).safeParse(own)
    answers = withStep(step, asked, answers, read.success ? read.data : own)
    for (const { path, message } of read.success ? [] : read.error.issues) errors[fieldOf(step, String(path[0]))] ??= message
  }
  return { answers, errors }
}
