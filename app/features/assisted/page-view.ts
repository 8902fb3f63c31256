import type { NumberedStep } from '#app/features/assisted/pages.ts'
import { firstSentence, kindsText } from '#app/features/categories/words.ts'
import type { Answers, Asked } from '#app/features/nominations/journey.ts'
import { stepTitle, viewOf, type StepView } from '#app/features/nominations/step-view.ts'
import { nomineeKinds } from '#db/vocabulary.ts'

/** One question of a long page. */
export interface QuestionView extends StepView {
  number: number
  slug: string
}

/** The categories are all shown: whom they are for is said with each, since who is nominated stands on the same page. */
export function viewQuestion({ number, step }: NumberedStep, asked: Asked, answers: Answers): QuestionView {
  const view = viewOf(step, asked, answers)
  const { name = '' } = answers
  const title = stepTitle(step, name)
  return step.slug === 'category' ? { ...view, title, number, slug: step.slug, options: categoryOptions(asked) } : { ...view, title, number, slug: step.slug }
}

function categoryOptions({ categories }: Asked): StepView['options'] {
  return categories.map(({ slug, name, who, kinds }) => ({
    value: slug, label: name, hint: kinds.length === nomineeKinds.length ? firstSentence(who) : `${firstSentence(who)} For ${kindsText(kinds)}.`,
  }))
}
