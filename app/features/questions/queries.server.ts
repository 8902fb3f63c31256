import type { Edition } from '#app/domain/edition.ts'
import type { QuestionChange } from '#app/domain/question-rules.ts'
import type { Touched } from '#app/features/questions/words.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

/** Nominations that were sent with a question, in any of their versions, the withdrawn ones too. */
export async function countSentWith({ db }: Reading, questionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('answer').select((e) => e.fn.count<number>('nomination_id').distinct().as('count')).where('question_id', '=', questionId)
    .executeTakeFirstOrThrow()
  return count
}

export async function countTouched(ctx: Reading, edition: Pick<Edition, 'id'>, change: QuestionChange): Promise<Touched> {
  const drafts = await countDrafts(ctx, edition)
  if (change.act === 'add') return { sent: await countReceived(ctx, edition, change.categoryId), written: 0, drafts }
  const { id } = change.question
  return { sent: await countSentWith(ctx, id), written: await countWritten(ctx, id), drafts }
}

/** Live nominations; with a category, those for it. */
async function countReceived({ db }: Reading, { id }: Pick<Edition, 'id'>, categoryId: string | null): Promise<number> {
  const live = db.selectFrom('nomination').where('edition_id', '=', id).where('state', '=', 'live')
  const theirs = categoryId === null ? live
    : live.where((e) => e.exists(e.selectFrom('nomination_category').select('category_id').whereRef('nomination_id', '=', 'nomination.id').where('category_id', '=', categoryId)))
  const { count } = await theirs.select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

async function countWritten({ db }: Reading, questionId: string): Promise<number> {
  const { count } = await db
    .selectFrom('answer').innerJoin('nomination', (join) => join.onRef('nomination.id', '=', 'answer.nomination_id').onRef('nomination.version', '=', 'answer.version'))
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('answer.question_id', '=', questionId).where('answer.text', '<>', '').where('nomination.state', '=', 'live')
    .executeTakeFirstOrThrow()
  return count
}

async function countDrafts({ db }: Reading, { id }: Pick<Edition, 'id'>): Promise<number> {
  const { count } = await db
    .selectFrom('draft').leftJoin('nomination', 'nomination.draft_id', 'draft.id').select((e) => e.fn.countAll<number>().as('count'))
    .where('draft.edition_id', '=', id).where('nomination.id', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
