import type { LoaderFunctionArgs } from '@remix-run/node'
import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { record } from '#app/features/audit/record.server.ts'
import { findModerated, type Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { notFound } from '#app/platform/respond.server.ts'

type Asked = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>

/** Whether whoever is asking may see results before they are revealed: an organiser or owner whom an owner put on the list. */
export async function isUnderEmbargo(ctx: Pick<Ctx | TrxCtx, 'db' | 'actor'>, edition: Pick<Edition, 'id'>): Promise<boolean> {
  if (ctx.actor.kind !== 'account' || !canOrganise(ctx.actor, edition.id)) return false
  const row = await ctx.db
    .selectFrom('embargo').select('id').where('edition_id', '=', edition.id).where('account_id', '=', ctx.actor.accountId).where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

interface InCategory {
  ctx: Ctx
  edition: Edition
  category: Moderated
  /** on the embargo list: may act, not only look */
  mayAct: boolean
}

/** A category whose results the asker may see; for everybody else there is nothing at the address. Once revealed, every organiser may. */
export async function requireResults(asked: Asked): Promise<InCategory> {
  const { ctx, edition } = await requireOrganiser(asked)
  const category = await findModerated(ctx, edition, asked.params.category ?? '')
  const mayAct = await isUnderEmbargo(ctx, edition)
  if (!category || !(category.isPublic || mayAct)) throw notFound()
  return { ctx, edition, category, mayAct }
}

/** The same for a page that shows results: that somebody looked is noted, until they are public. Side effect: audit. */
export async function lookAtResults(asked: Asked): Promise<InCategory> {
  const found = await requireResults(asked)
  const { ctx, edition, category } = found
  if (!category.isPublic) await inTransaction(ctx, (trx) => record(trx, { verb: 'results.seen', edition, objectId: category.id }))
  return found
}
