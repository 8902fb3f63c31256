import { draftsEnd } from '#app/domain/draft-clock.ts'
import { record } from '#app/features/audit/record.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import type { JobPayload } from '#app/platform/jobs/catalogue.ts'

const inOneGo = 200

/**
 * Deletes what was begun in an edition and never sent, with the links and messages about it, once it has been kept as long
 * as the privacy notice says. Side effect: one audit row with how many.
 */
export async function deleteUnsent(ctx: Ctx, { editionId, end }: JobPayload<'drafts.delete'>): Promise<void> {
  const edition = await getEditionById(ctx, editionId)
  if (draftsEnd(edition) !== end || edition.now < end) return // the close was moved
  for (let deleted = inOneGo; deleted === inOneGo; ) {
    deleted = await inTransaction(ctx, async (trx) => {
      const drafts = await deleteSome(trx, editionId)
      if (drafts) await record(trx, { verb: 'draft.deleted', edition, facts: { drafts } })
      return drafts
    })
  }
}

/** How many were deleted: fewer than asked for when these were the last. */
async function deleteSome({ db }: TrxCtx, editionId: string): Promise<number> {
  const unsent = await db
    .selectFrom('draft').leftJoin('nomination', 'nomination.draft_id', 'draft.id').select('draft.id')
    .where('draft.edition_id', '=', editionId).where('nomination.id', 'is', null)
    .limit(inOneGo)
    .execute()
  const ids = unsent.map(({ id }) => id)
  if (ids.length === 0) return 0
  await db.deleteFrom('link').where('subject_id', 'in', ids).where('kind', '=', 'draft').execute()
  await db.deleteFrom('message').where('about_id', 'in', ids).where('kind', 'in', ['nomination.return', 'nomination.links']).execute()
  await db.deleteFrom('draft').where('id', 'in', ids).execute()
  return ids.length
}
