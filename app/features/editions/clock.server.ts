import { system } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { dueStep } from '#app/domain/edition-stage.ts'
import { record } from '#app/features/audit/record.server.ts'
import { getEditionById, listEditions } from '#app/features/editions/queries.server.ts'
import { updateEdition } from '#app/features/editions/update.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'

/**
 * Lets every edition's stage follow its clock: nominations that were set to open by themselves open, and those whose
 * close and grace have passed close. Run it as often as you like: each step is taken, and written down, once.
 */
export async function followClocks(ctx: Ctx): Promise<void> {
  const due = (await listEditions(ctx)).filter((edition) => dueStep(edition, edition.now))
  for (const { id } of due) await inTransaction(ctx, async (trx) => followClock(trx, await getEditionById(trx, id)))
}

/** The same for one edition, in the transaction of whoever is about to change it; answers the edition as it then is. */
export async function followClock(trx: TrxCtx, edition: Edition): Promise<Edition> {
  const step = dueStep(edition, edition.now)
  if (!step) return edition
  const moved = await updateEdition(trx, edition, { stage: step.to, opens_by_clock: 0 })
  if (!moved) return followClock(trx, await getEditionById(trx, edition.id)) // another process was first
  await record({ ...trx, actor: system }, { verb: `edition.${step.event}`, edition, objectId: edition.id, facts: { byClock: true } })
  return followClock(trx, { ...edition, stage: step.to, opensByClock: false, version: edition.version + 1 })
}
