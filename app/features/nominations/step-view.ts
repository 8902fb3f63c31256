import { otherRelationship, relationshipsFor, type Answers, type Asked, type FixedStep, type Step } from '#app/features/nominations/journey.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

/** What one page of the form shows, and no more: it is made for every visit. */
export interface StepView {
  fields: FixedStep['slug'] | 'question'
  section: string
  title: string
  hint: string
  leastWords: number
  wordLimit: number
  /** the page may be left empty */
  optional: boolean
  /** of the list on the page, where there is one */
  options: { value: string; label: string; hint?: string }[]
  nomineeName: string
  nomineeKind: NomineeKind
}

/** The page's question as its title says it. */
export function stepTitle(step: Step, nomineeName: string): string {
  if (step.question) return step.question.label
  switch (step.slug) {
    case 'who': return 'Who are you nominating?'
    case 'work': return `Where does ${nomineeName || 'your nominee'} work?`
    case 'category': return 'Which category is it for?'
    case 'know': return `How do you know ${nomineeName || 'them'}?`
    case 'you': return 'How can we reach you?'
  }
}

export function viewOf(step: Step, asked: Asked, answers: Answers): StepView {
  const { name = '', kind = 'person' } = answers
  const { hint = '', leastWords = 0, wordLimit = 0, optional = false } = step.question ?? {}
  return {
    fields: step.question ? 'question' : step.slug, section: step.section, title: stepTitle(step, name), hint, leastWords, wordLimit, optional,
    options: optionsOf(step, asked, answers), nomineeName: name, nomineeKind: kind,
  }
}

function optionsOf(step: Step, asked: Asked, { kind = 'person' }: Answers): StepView['options'] {
  if (step.slug === 'category') {
    return asked.categories.filter((one) => one.kinds.includes(kind)).map((one) => ({ value: one.slug, label: one.name, hint: one.who }))
  }
  if (step.slug !== 'know') return []
  return [...relationshipsFor(asked, kind).map((one) => ({ value: one, label: one })), { value: otherRelationship, label: 'In another way' }]
}
