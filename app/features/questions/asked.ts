import type { AllAsked, AskedQuestion } from '#app/domain/question-rules.ts'
import type { Programme } from '#app/features/categories/queries.server.ts'

/** Every question with the category that asks it, in the order in which they are asked. */
export function allAsked({ story, categories }: Programme): AllAsked {
  const own = categories.flatMap(({ id, questions }) => questions.map((one) => ({ ...one, categoryId: id })))
  return { categories, questions: [...story.map((one) => ({ ...one, categoryId: null })), ...own] }
}

/** Those asked of the same nominations. */
export function listBeside({ questions }: AllAsked, categoryId: string | null): AskedQuestion[] {
  return questions.filter((one) => one.categoryId === categoryId)
}

/** A name for the page of a new question: it stays when the wording changes. */
export function newKey({ questions }: AllAsked): string {
  const taken = new Set(questions.map(({ key }) => key))
  let number = questions.length + 1
  while (taken.has(`question-${number}`)) number += 1
  return `question-${number}`
}
