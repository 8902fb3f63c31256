import { readKnown, type Known } from '#app/domain/privacy/known.ts'
import { findPassages, type FoundPassage } from '#app/domain/privacy/passages.ts'
import { tellingSentences, type TellingSentence } from '#app/domain/privacy/sentences.ts'
import type { Question } from '#app/features/categories/queries.server.ts'
import { questionsAsked, type Answers, type Asked } from '#app/features/nominations/journey.ts'

/** Whose names a nominator may write, by what they have told so far. */
function knownFrom({ name = '', employer = '', nominatorName = '', relationship = '' }: Answers): Known {
  return readKnown({ nominee: name, employer, nominator: nominatorName, relationship })
}

/** What an answer may say of people receiving care. */
export function passagesIn(answers: Answers, { id }: Pick<Question, 'id'>): FoundPassage[] {
  return findPassages(answers.story[id] ?? '', knownFrom(answers))
}

export function tellingIn(answers: Answers, question: Pick<Question, 'id'>): TellingSentence[] {
  return tellingSentences(answers.story[question.id] ?? '', passagesIn(answers, question))
}

/** The same of everything that is asked, for whoever has the whole story before them. */
export function tellingInAll(asked: Asked, answers: Answers): TellingSentence[] {
  return questionsAsked(asked, answers).flatMap((question) => tellingIn(answers, question))
}
