import type { ExpressionBuilder } from 'kysely'
import { sentenceQuestion } from '#app/features/editions/template.ts'
import type { Database } from '#db/schema.ts'

/** What a nomination says in one sentence, in the version in force; null where that was not asked. */
export function sentenceOf(e: ExpressionBuilder<Database & { n: Database['nomination'] }, 'n'>) {
  return e
    .selectFrom('answer').innerJoin('question', 'question.id', 'answer.question_id').select('answer.text')
    .whereRef('answer.nomination_id', '=', 'n.id').whereRef('answer.version', '=', 'n.version').where('question.key', '=', sentenceQuestion)
}
