import { listTied } from '#app/features/moderation/ties.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { CategoryRow } from '#db/schema.ts'

type Asking = Pick<Ctx | TrxCtx, 'db' | 'actor'>

/**
 * Whether nothing of a category may be shown to whoever asks: they have stepped out of its item, or have a tie to it while it
 * is open, by whatever way they came in.
 */
export async function isOut(ctx: Asking, category: Pick<CategoryRow, 'id'>): Promise<boolean> {
  return (await listOutOf(ctx, [category])).size > 0
}

/** Of these categories, the ids of those that whoever asks is out of. */
export async function listOutOf(ctx: Asking, categories: Pick<CategoryRow, 'id'>[]): Promise<Set<string>> {
  const { db, actor } = ctx
  const ids = categories.map(({ id }) => id)
  if (actor.kind !== 'account' || ids.length === 0) return new Set()
  const out = await db.selectFrom('step_out').select('category_id').where('account_id', '=', actor.accountId).where('category_id', 'in', ids).where('back_at', 'is', null).execute()
  const open = await db.selectFrom('meeting_item').select('category_id').where('category_id', 'in', ids).where('closed_at', 'is', null).execute()
  const tied = await listTied(ctx, open.map(({ category_id: id }) => ({ id })), [actor.accountId])
  return new Set([...out.map((one) => one.category_id), ...tied.map(({ categoryId }) => categoryId)])
}
