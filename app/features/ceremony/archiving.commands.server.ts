import { system } from '#app/domain/actor.ts'
import { nextStage } from '#app/domain/edition-stage.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import { getEditionById, listEditions } from '#app/features/editions/queries.server.ts'
import { updateEdition } from '#app/features/editions/update.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'

/**
 * Lets each category's state follow its reveal, once that is public. Pages go by the clock and do not wait for it. Run it
 * as often as you like. Side effects: categories, edition, audit.
 */
export async function followReveals(ctx: Ctx): Promise<void> {
  const atCeremony = (await listEditions(ctx)).filter(({ stage }) => stage === 'ceremony')
  for (const { id } of atCeremony) await inTransaction(ctx, async (trx) => followReveal(trx, await getEditionById(trx, id)))
}

async function followReveal(trx: TrxCtx, edition: Edition): Promise<void> {
  const due = await listDue(trx, edition)
  if (due.length && (await updateEdition(trx, edition, {}))) await stepAll(trx, edition, due)
}

/** Categories whose reveal is public and whose state does not say so yet. */
async function listDue({ db }: TrxCtx, { id, now }: Edition): Promise<string[]> {
  const rows = await db
    .selectFrom('reveal').innerJoin('category', 'category.id', 'reveal.category_id').select('category.id')
    .where('reveal.edition_id', '=', id).where('reveal.undone_at', 'is', null).where('reveal.public_at', '<=', now).where('category.state', '=', 'sealed')
    .execute()
  return rows.map((row) => row.id)
}

async function stepAll(trx: TrxCtx, edition: Edition, categoryIds: string[]): Promise<void> {
  for (const id of categoryIds) {
    await trx.db.updateTable('category').set({ state: 'revealed' }).where('id', '=', id).where('state', '=', 'sealed').execute()
    await record({ ...trx, actor: system }, { verb: 'category.stepped', edition, objectId: id, facts: { to: 'revealed' } })
  }
}

/** Ends the year: the stage is closed, the winners stay public. Refused while the public does not know every one. Side effects: edition, audit. */
export async function archiveEdition(ctx: Ctx, seen: Seen): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const stage = nextStage(edition.stage, 'archive')
    if (!stage.ok) return stage
    const waiting = await listWaiting(trx, edition)
    if (waiting.length) return denied('gaps', { count: waiting.length })
    const due = await listDue(trx, edition)
    return ok<Change>({ verb: 'edition.archive', set: { stage: stage.value }, also: (then) => stepAll(then, edition, due) })
  })
}

/** Takes an edition out of the archive again, for a reason: the public has been told that the year is over. What was revealed stays so. Side effects: edition, audit. */
export async function takeArchiveBack(ctx: Ctx, seen: Seen, reason: string): Promise<Result> {
  return changeEdition(ctx, seen, (edition) => {
    const stage = nextStage(edition.stage, 'return-to-ceremony')
    if (!stage.ok) return stage
    if (!reason) return denied('reason-needed')
    return ok<Change>({ verb: 'edition.return-to-ceremony', facts: { reason }, set: { stage: stage.value } })
  })
}

/** Names of the categories with an award of which the public does not know the winner yet. */
export async function listWaiting({ db }: Pick<Ctx | TrxCtx, 'db'>, { id, now }: Pick<Edition, 'id' | 'now'>): Promise<string[]> {
  const rows = await db
    .selectFrom('category')
    .leftJoin('reveal', (join) => join.onRef('reveal.category_id', '=', 'category.id').on('reveal.undone_at', 'is', null).on('reveal.public_at', '<=', now))
    .select('category.name')
    .where('category.edition_id', '=', id).where('category.state', '<>', 'no-award').where('reveal.id', 'is', null)
    .orderBy('category.position')
    .execute()
  return rows.map(({ name }) => name)
}
