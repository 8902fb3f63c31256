import type { Edition } from '#app/domain/edition.ts'
import { minuteFacts, type MinuteFacts } from '#app/features/moderation/minutes.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { CategoryRow, Instant } from '#db/schema.ts'
import type { MinuteKind } from '#db/vocabulary.ts'

/** One line of the minutes of a category. */
export interface Minute {
  number: number
  at: Instant
  kind: MinuteKind
  facts: MinuteFacts
  words: string
}

/** Adds a line to the minutes, in the transaction of what it tells, which holds the category alone. */
export async function writeMinute(
  { db }: TrxCtx, { now }: Pick<Edition, 'now'>, { id: category_id }: Pick<CategoryRow, 'id'>, { kind, facts = {}, words = '' }: { kind: MinuteKind; facts?: MinuteFacts; words?: string },
): Promise<void> {
  const { last } = await db.selectFrom('minute').select((e) => e.fn.max('number').as('last')).where('category_id', '=', category_id).executeTakeFirstOrThrow()
  await db.insertInto('minute').values({ category_id, number: (last ?? 0) + 1, at: now, kind, facts: JSON.stringify(facts), words }).execute()
}

/** In the order they were written. */
export async function listMinutes({ db }: Pick<Ctx | TrxCtx, 'db'>, { id }: Pick<CategoryRow, 'id'>): Promise<Minute[]> {
  const rows = await db.selectFrom('minute').select(['number', 'at', 'kind', 'facts', 'words']).where('category_id', '=', id).orderBy('number').execute()
  return rows.map(({ facts, ...row }) => ({ ...row, facts: minuteFacts.parse(JSON.parse(facts)) }))
}
