import type { Edition } from '#app/domain/edition.ts'
import { byTheClock } from '#app/domain/edition-stage.ts'
import { questionGaps } from '#app/domain/gaps.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'

/** What organisers write of a question. */
export interface QuestionText {
  label: string
  hint: string
  /** of an answer; 0: any number will do */
  leastWords: number
  wordLimit: number
  /** whether it may be left empty */
  optional: boolean
}

export const questionPartWords: Record<keyof QuestionText | 'position', string> = {
  label: 'the wording', hint: 'the hint', leastWords: 'the fewest words', wordLimit: 'the most words', optional: 'may be left empty', position: 'its place',
}

export interface AskedQuestion extends QuestionText {
  id: string
  /** its name in the addresses of the form */
  key: string
  /** null: asked of every nomination */
  categoryId: string | null
}

/** Everything that an edition asks, and the categories that ask it. */
export interface AllAsked {
  questions: AskedQuestion[]
  categories: { id: string; slug: string; name: string }[]
}

export type QuestionChange =
  | { act: 'add'; categoryId: string | null; text: QuestionText }
  | { act: 'change'; question: AskedQuestion; text: QuestionText }
  | { act: 'remove'; question: AskedQuestion }

/** What may be done to questions: anything; what asks no more of anybody, for a reason; nothing. */
export type QuestionFreedom = 'free' | 'reason' | 'none'

export function questionFreedom(edition: Edition): QuestionFreedom {
  const { stage } = byTheClock(edition, edition.now)
  if (stage === 'preparing') return 'free'
  return stage === 'nominating' ? 'reason' : 'none'
}

/**
 * May this be changed, with this reason? Once nominations are open, people write by what is asked: it may ask less of them,
 * and no more, so that nothing sent, begun or under way becomes wrong. `sentWith`: nominations that were asked the question.
 */
export function canChangeQuestions(edition: Edition, asked: AllAsked, change: QuestionChange, { sentWith, reason }: { sentWith: number; reason: string }): Result {
  const freedom = questionFreedom(edition)
  if (freedom === 'none') return denied('questions-closed')
  if (change.act === 'remove' && sentWith > 0) return denied('question-answered', { count: sentWith })
  const missing = missingAfter(asked, change)
  if (freedom === 'free') return missing && edition.opensByClock ? denied('opening-needs-it', { missing }) : ok()
  if (missing) return denied('question-needed', { missing })
  const [more] = asksMore(change)
  if (more) return denied('question-asks-more', { limit: more })
  return reason ? ok() : denied('reason-needed')
}

/** May questions change places? Once nominations are open they have numbers: on paper forms, and on the telephone. */
export function canMoveQuestions(edition: Edition): Result {
  return questionFreedom(edition) === 'free' ? ok() : denied('frozen')
}

/** The parts that `text` makes different. */
export function listChangedParts(was: QuestionText, text: QuestionText): (keyof QuestionText)[] {
  const parts: (keyof QuestionText)[] = ['label', 'hint', 'leastWords', 'wordLimit', 'optional']
  return parts.filter((part) => was[part] !== text[part])
}

/** The limits that a change would draw closer, each as the sentence that keeps it. */
function asksMore(change: QuestionChange): string[] {
  if (change.act === 'remove') return []
  const { text } = change
  if (change.act === 'add') return text.optional ? [] : ['a new question is one that may be left empty']
  const { question: was } = change
  return [
    ...(text.wordLimit < was.wordLimit ? [`the most words stay ${was.wordLimit} or become more`] : []),
    ...(text.leastWords > was.leastWords ? [`the fewest words stay ${was.leastWords}${was.leastWords > 0 ? ' or become less' : ''}`] : []),
    ...(was.optional && !text.optional ? ['what may be left empty stays so'] : []),
  ]
}

/** The first thing that would be missing among the questions. */
function missingAfter({ questions, categories }: AllAsked, change: QuestionChange): string | undefined {
  const after = questionsAfter(questions, change)
  const [gap] = categories.flatMap((category) => questionGaps({ ...category, ...countAsked(after, category.id) }))
  return gap?.missing
}

function questionsAfter(questions: AskedQuestion[], change: QuestionChange): Pick<AskedQuestion, 'categoryId' | 'optional'>[] {
  switch (change.act) {
    case 'add': return [...questions, { ...change.text, categoryId: change.categoryId }]
    case 'change': return questions.map((one) => (one.id === change.question.id ? { ...one, ...change.text } : one))
    case 'remove': return questions.filter(({ id }) => id !== change.question.id)
  }
}

/** How many questions a category asks of its own, and how many a nomination for it must answer. */
export function countAsked(questions: Pick<AskedQuestion, 'categoryId' | 'optional'>[], categoryId: string): { questionCount: number; mustAnswerCount: number } {
  return {
    questionCount: questions.filter((one) => one.categoryId === categoryId).length,
    mustAnswerCount: questions.filter((one) => !one.optional && (one.categoryId === null || one.categoryId === categoryId)).length,
  }
}
