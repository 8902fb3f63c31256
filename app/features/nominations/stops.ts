import { stepForm } from '#app/features/nominations/forms.ts'
import { listSteps, valuesOf, type Answers, type Asked, type Step } from '#app/features/nominations/journey.ts'
import { stepTitle } from '#app/features/nominations/step-view.ts'

/** Where somebody stopped writing a nomination. */
export interface Stop {
  name: string
  /** the page's question */
  words: string
}

const check: Stop = { name: 'check', words: 'Check and send' }

/** The pages in their order. The questions of the categories count as one, as everybody has others. */
export function listStops(asked: Asked): Stop[] {
  const steps = listSteps(asked, { categories: asked.categories.map(({ id }) => id), story: {} })
  return [...new Map(steps.map((step) => [stopOf(step).name, stopOf(step)])).values(), check]
}

function stopOf(step: Step): Stop {
  return step.question && step.category ? { name: 'of-category', words: 'The category’s own question' } : { name: step.slug, words: stepTitle(step, '') }
}

/** The first page that its writer has not filled in as its own form wants it; the check when all of them are. */
export function stoppedAt(asked: Asked, answers: Answers): string {
  const open = listSteps(asked, answers).find((step) => !stepForm(step, asked, answers).safeParse(valuesOf(step, asked, answers)).success)
  return open ? stopOf(open).name : check.name
}
