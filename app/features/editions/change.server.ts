import type { Updateable } from 'kysely'
import { canOrganise } from '#app/domain/actor.ts'
import type { AuditFacts, AuditVerb } from '#app/domain/audit-events.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { followClock } from '#app/features/editions/clock.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { updateEdition } from '#app/features/editions/update.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import type { Database } from '#db/schema.ts'

/** The edition as somebody saw it when they decided to change it. */
export type Seen = Pick<Edition, 'id' | 'version'>

export interface Change {
  verb: AuditVerb
  facts?: AuditFacts
  /** what it is about, when that is not the edition itself */
  objectId?: string
  set?: Updateable<Database['edition']>
  /** what else is written, once nobody else can be changing the edition */
  also?: (trx: TrxCtx) => Promise<unknown>
}

/**
 * Every change to an edition by one of its organisers: policy → the clock's own steps → `decide`, the rule of this
 * change → conditional update on the version that was seen → audit, in one transaction. Of two at once, the second is
 * told; and whoever is refused has changed nothing. `may`: who else comes so far as `decide`.
 */
export async function changeEdition(
  ctx: Ctx, seen: Seen, decide: (edition: Edition, trx: TrxCtx) => Result<Change | undefined> | Promise<Result<Change | undefined>>, may = canOrganise,
): Promise<Result> {
  if (!may(ctx.actor, seen.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    const edition = await followClock(trx, await getEditionById(trx, seen.id))
    if (edition.version !== seen.version) return denied('changed-meanwhile')
    const change = await decide(edition, trx)
    if (!change.ok) return change
    if (!change.value) return ok() // as it is already
    const { verb, facts, objectId = edition.id, set = {}, also } = change.value
    if (!(await updateEdition(trx, edition, set))) return denied('changed-meanwhile')
    await also?.(trx)
    await record(trx, { verb, edition, objectId, facts })
    return ok()
  })
}
