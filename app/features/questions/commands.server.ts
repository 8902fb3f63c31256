import type { Edition } from '#app/domain/edition.ts'
import { canChangeQuestions, canMoveQuestions, type AllAsked, type AskedQuestion, type QuestionChange, type QuestionText } from '#app/domain/question-rules.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import { holdEdition } from '#app/features/editions/queries.server.ts'
import { allAsked, listBeside, newKey } from '#app/features/questions/asked.ts'
import { countSentWith } from '#app/features/questions/queries.server.ts'
import { changeFacts } from '#app/features/questions/words.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'

/** May this be changed, with this reason? The page asks before anything is done, the command within its transaction. */
export async function mayChangeQuestions(ctx: Pick<Ctx | TrxCtx, 'db'>, edition: Edition, change: QuestionChange, reason: string): Promise<Result> {
  const sentWith = change.act === 'remove' ? await countSentWith(ctx, change.question.id) : 0
  return canChangeQuestions(edition, allAsked(await getProgramme(ctx, edition)), change, { sentWith, reason })
}

/**
 * Adds, changes or removes a question. Nobody sends a nomination while one is removed, so none can be sent with it.
 * Side effects: the question, edition, audit with what was and is, and the reason.
 */
export async function changeQuestions(ctx: Ctx, seen: Seen, change: QuestionChange, reason = ''): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const asked = allAsked(await getProgramme(trx, edition))
    if (!isThere(asked, change)) return denied('not-found')
    if (change.act === 'remove') await holdEdition(trx, edition.id, 'alone')
    const may = await mayChangeQuestions(trx, edition, change, reason)
    if (!may.ok) return may
    const made = makeChange(edition, asked, change)
    return ok<Change | undefined>(made && { ...made, facts: { ...made.facts, ...(reason && { reason }) } })
  })
}

function isThere({ questions, categories }: AllAsked, change: QuestionChange): boolean {
  if (change.act !== 'add') return questions.some(({ id }) => id === change.question.id)
  return change.categoryId === null || categories.some(({ id }) => id === change.categoryId)
}

/** Nothing, when it is as it was. */
function makeChange({ id: edition_id }: Edition, asked: AllAsked, change: QuestionChange): Change | undefined {
  switch (change.act) {
    case 'add': {
      const beside = listBeside(asked, change.categoryId)
      const row = { id: newId(), edition_id, category_id: change.categoryId, key: newKey(asked), position: beside.length + 1, ...columnsOf(change.text) }
      return {
        verb: 'question.added', objectId: row.id, facts: { label: row.label },
        also: async (trx) => {
          await putInPlaces(trx, beside)
          await trx.db.insertInto('question').values(row).execute()
        },
      }
    }
    case 'change': {
      const { question: { id }, text } = change
      const changes = changeFacts(change.question, text)
      if (changes.length === 0) return undefined
      return { verb: 'question.changed', objectId: id, facts: { changes }, also: ({ db }) => db.updateTable('question').set(columnsOf(text)).where('id', '=', id).execute() }
    }
    case 'remove': {
      const { id, label } = change.question
      return { verb: 'question.removed', objectId: id, facts: { label }, also: ({ db }) => db.deleteFrom('question').where('id', '=', id).execute() }
    }
  }
}

function columnsOf({ label, hint, leastWords, wordLimit, optional }: QuestionText) {
  return { label, hint, least_words: leastWords, word_limit: wordLimit, optional: optional ? (1 as const) : (0 as const) }
}

/** Changes places with the question before or after it; at an end it stays. Side effects: the questions asked of the same nominations, edition, audit. */
export async function moveQuestion(ctx: Ctx, seen: Seen, key: string, towards: 'up' | 'down'): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const asked = allAsked(await getProgramme(trx, edition))
    const question = asked.questions.find((one) => one.key === key)
    if (!question) return denied('not-found')
    const may = canMoveQuestions(edition)
    if (!may.ok) return may
    const beside = listBeside(asked, question.categoryId)
    const here = beside.indexOf(question)
    const other = beside[towards === 'up' ? here - 1 : here + 1]
    if (!other) return ok(undefined)
    const places = beside.with(here, other).with(beside.indexOf(other), question)
    return ok<Change>({ verb: 'question.changed', objectId: question.id, facts: { changes: ['position'] }, also: (then) => putInPlaces(then, places) })
  })
}

async function putInPlaces({ db }: TrxCtx, order: Pick<AskedQuestion, 'id'>[]): Promise<void> {
  for (const [index, { id }] of order.entries()) await db.updateTable('question').set({ position: index + 1 }).where('id', '=', id).execute()
}
