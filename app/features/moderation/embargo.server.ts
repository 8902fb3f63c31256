import type { LoaderFunctionArgs } from '@remix-run/node'
import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { findModerated, listModerated, type Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { hasStandings } from '#app/features/moderation/policy.ts'
import { isOut, listOutOf } from '#app/features/moderation/step-out.server.ts'
import { requireOrganiser } from '#app/features/people/guard.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { notFound, refusalResponse } from '#app/platform/respond.server.ts'

type Asked = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>
type Asking = Pick<Ctx | TrxCtx, 'db' | 'actor'>

/** Whether whoever is asking may see results before they are revealed: an organiser or owner whom an owner put on the list. */
export async function isUnderEmbargo(ctx: Asking, edition: Pick<Edition, 'id'>): Promise<boolean> {
  return canOrganise(ctx.actor, edition.id) && (await isListed(ctx, edition))
}

/** Whether an owner put whoever is asking on the list: what that opens hangs on their role. */
export async function isListed({ db, actor }: Asking, edition: Pick<Edition, 'id'>): Promise<boolean> {
  if (actor.kind !== 'account') return false
  const row = await db
    .selectFrom('embargo').select('id').where('edition_id', '=', edition.id).where('account_id', '=', actor.accountId).where('removed_at', 'is', null)
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

/**
 * A category whose results the asker may see; for everybody else there is nothing at the address. Whoever has stepped out is
 * told so, and nothing more. Once revealed, every organiser may.
 */
export async function requireResults(asked: Asked): Promise<InCategory> {
  const { ctx, edition } = await requireOrganiser(asked)
  const category = await findModerated(ctx, edition, asked.params.category ?? '')
  const mayAct = await isUnderEmbargo(ctx, edition)
  if (!category || !(category.isPublic || mayAct)) throw notFound()
  if (!category.isPublic && (await isOut(ctx, category))) throw refusalResponse(denied('stepped-out'))
  return { ctx, edition, category, mayAct }
}

/** The same for a page that shows results: that somebody looked is noted, until they are public. Side effect: audit. */
export async function lookAtResults(asked: Asked): Promise<InCategory> {
  const found = await requireResults(asked)
  await inTransaction(found.ctx, (trx) => noteLook(trx, found.edition, [found.category]))
  return found
}

/** Side effect: audit, of each category whose results are not public. */
export async function noteLook(trx: TrxCtx, edition: Edition, categories: Pick<Moderated, 'id' | 'isPublic'>[]): Promise<void> {
  for (const { id, isPublic } of categories) if (!isPublic) await record(trx, { verb: 'results.seen', edition, objectId: id })
}

/** The categories whose results the asker may see now: their scoring is closed, and they are on the embargo list and have not stepped out, or the winner is public. */
export async function listOpenResults(ctx: Pick<Ctx, 'db' | 'actor'>, edition: Edition): Promise<Moderated[]> {
  const mayAct = await isUnderEmbargo(ctx, edition)
  const closed = (await listModerated(ctx, edition)).filter(hasStandings)
  const out = await listOutOf(ctx, closed)
  return closed.filter((one) => (one.isPublic ? canOrganise(ctx.actor, edition.id) : mayAct && !out.has(one.id)))
}
