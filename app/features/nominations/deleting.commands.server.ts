import { draftsEnd } from '#app/domain/draft-clock.ts'
import { record } from '#app/features/audit/record.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { answersSchema, type Asked } from '#app/features/nominations/journey.ts'
import { getAsked } from '#app/features/nominations/queries.server.ts'
import { stoppedAt } from '#app/features/nominations/stops.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import type { JobPayload } from '#app/platform/jobs/catalogue.ts'

const inOneGo = 200

/**
 * Deletes what was begun in an edition and never sent, with the links and messages about it, once it has been kept as long
 * as the privacy notice says. Side effect: one audit row with how many, and on which page each that nobody wrote for somebody
 * else had stopped: that is all that is left to tell next year where the form loses people.
 */
export async function deleteUnsent(ctx: Ctx, { editionId, end }: JobPayload<'drafts.delete'>): Promise<void> {
  const edition = await getEditionById(ctx, editionId)
  if (draftsEnd(edition) !== end || edition.now < end) return // the close was moved
  const asked = await getAsked(ctx, edition)
  for (let deleted = inOneGo; deleted === inOneGo; ) {
    deleted = await inTransaction(ctx, async (trx) => {
      const { drafts, stopped } = await deleteSome(trx, editionId, asked)
      if (drafts) await record(trx, { verb: 'draft.deleted', edition, objectId: editionId, facts: { drafts, stopped } })
      return drafts
    })
  }
}

/** How many were deleted, fewer than asked for when these were the last; and where their writers had stopped. */
async function deleteSome({ db }: TrxCtx, editionId: string, asked: Asked): Promise<{ drafts: number; stopped: string[] }> {
  const unsent = await db
    .selectFrom('draft').leftJoin('nomination', 'nomination.draft_id', 'draft.id').leftJoin('assisted', 'assisted.draft_id', 'draft.id')
    .select(['draft.id', 'draft.answers', 'assisted.channel'])
    .where('draft.edition_id', '=', editionId).where('nomination.id', 'is', null)
    .limit(inOneGo)
    .execute()
  const ids = unsent.map(({ id }) => id)
  if (ids.length === 0) return { drafts: 0, stopped: [] }
  await db.deleteFrom('link').where('subject_id', 'in', ids).where('kind', '=', 'draft').execute()
  await db.deleteFrom('message').where('about_id', 'in', ids).where('kind', 'in', ['nomination.return', 'nomination.links']).execute()
  await db.deleteFrom('draft').where('id', 'in', ids).execute()
  const own = unsent.filter(({ channel }) => channel === null)
  return { drafts: ids.length, stopped: own.map(({ answers }) => stoppedAt(asked, answersSchema.parse(JSON.parse(answers)))) }
}
