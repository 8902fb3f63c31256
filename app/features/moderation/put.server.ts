import type { Edition } from '#app/domain/edition.ts'
import type { Award } from '#app/features/moderation/decisions.queries.server.ts'
import type { Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import type { TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'

export interface NewDecision {
  reason: string
  awards: Pick<Award, 'entryId' | 'kind' | 'reason' | 'citation'>[]
}

/** Writes the decision that the category's next seal will hold, in place of what was there. */
export async function putDecision({ db }: TrxCtx, { now }: Pick<Edition, 'now'>, { id: category_id, seals }: Pick<Moderated, 'id' | 'seals'>, { reason, awards }: NewDecision): Promise<void> {
  const number = seals + 1
  await db.deleteFrom('award').where('category_id', '=', category_id).where('number', '=', number).execute()
  await db
    .insertInto('decision').values({ category_id, number, reason, decided_at: now })
    .onConflict((conflict) => conflict.columns(['category_id', 'number']).doUpdateSet((e) => ({ reason, decided_at: now, version: e('decision.version', '+', 1) })))
    .execute()
  const rows = awards.map(({ entryId, ...award }, index) => ({ id: newId(), category_id, number, entry_id: entryId, place: index + 1, ...award }))
  if (rows.length) await db.insertInto('award').values(rows).execute()
}

/** Ends the request to seal, if there is one. */
export async function endProposal({ db }: TrxCtx, { now }: Pick<Edition, 'now'>, { id }: Pick<Moderated, 'id'>): Promise<boolean> {
  const ended = await db.updateTable('seal_proposal').set({ ended_at: now }).where('category_id', '=', id).where('ended_at', 'is', null).executeTakeFirst()
  return ended.numUpdatedRows === 1n
}
