import { limitText } from '#app/domain/words.ts'
import type { Question } from '#app/features/categories/queries.server.ts'
import { Movers } from '#app/ui/movers.tsx'

interface QuestionListProps {
  /** the address of the questions' page */
  at: string
  version: number
  questions: Question[]
  mayChange: boolean
  mayMove: boolean
}

/** Questions in the order in which they are asked; while that may change, each has its two buttons. */
export function QuestionList({ at, version, questions, mayChange, mayMove }: QuestionListProps) {
  return (
    <ol className="border-t border-hair">
      {questions.map((question, index) => (
        <li key={question.id} className="grid gap-2 border-b border-hair py-3">
          <div>
            <span className="block font-bold">{mayChange ? <a href={`${at}/${question.key}`}>{question.label}</a> : question.label}</span>
            {question.hint && <span className="block text-small text-ink2">{question.hint}</span>}
            <span className="block text-small text-ink2">{limitText(question.leastWords, question.wordLimit)}. {question.optional ? 'It may be left empty.' : 'It must be answered.'}</span>
          </div>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <a href={`${at}/${question.key}/preview`} className="inline-flex min-h-11 items-center">Preview<span className="sr-only">: {question.label}</span></a>
            {mayMove && questions.length > 1 && <Movers fields={{ version, question: question.key }} label={question.label} first={index === 0} last={index === questions.length - 1} />}
          </div>
        </li>
      ))}
    </ol>
  )
}
