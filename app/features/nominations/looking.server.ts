import type { ExpressionBuilder } from 'kysely'
import { z } from 'zod'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { canRelease } from '#app/features/nominations/policy.ts'
import { findNominationIn } from '#app/features/nominations/queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import type { Database, NominationRow } from '#db/schema.ts'
import { suspicionKinds, type SuspicionKind } from '#db/vocabulary.ts'

const suspicionsSchema = z.array(z.enum(suspicionKinds))

/** Why a nomination was to be looked at, also when somebody has. */
export function readSuspicions({ suspicions }: Pick<NominationRow, 'suspicions'>): SuspicionKind[] {
  return suspicionsSchema.parse(JSON.parse(suspicions))
}

/** Live nominations that somebody should look at before anything is done with them: nobody is told of them, and no judge reads them. */
export function waitsToBeLookedAt(e: ExpressionBuilder<Database & { n: Database['nomination'] }, 'n'>) {
  return e.and([e('n.suspicions', '<>', '[]'), e('n.looked_at', 'is', null), e('n.state', '=', 'live')])
}

export async function countToLookAt({ db }: Pick<Ctx, 'db'>, edition: Pick<Edition, 'id'>): Promise<number> {
  const { count } = await db
    .selectFrom('nomination as n').select((e) => e.fn.countAll<number>().as('count')).where('n.edition_id', '=', edition.id).where(waitsToBeLookedAt)
    .executeTakeFirstOrThrow()
  return count
}

/** Lets a suspicious nomination go on like any other, once an organiser has looked at it. Side effect: audit. */
export async function releaseNomination(ctx: Ctx, edition: Edition, id: string): Promise<Result> {
  const nomination = await findNominationIn(ctx, edition, id)
  if (!nomination) return denied('not-found')
  const may = canRelease(ctx.actor, edition, nomination)
  if (!may.ok) return may
  return inTransaction(ctx, async (trx) => {
    const released = await trx.db.updateTable('nomination').set({ looked_at: edition.now }).where('id', '=', id).where('looked_at', 'is', null).executeTakeFirst()
    if (released.numUpdatedRows !== 1n) return denied('released-already')
    await record(trx, { verb: 'nomination.released', edition, objectId: id, facts: { why: readSuspicions(nomination) } })
    return ok()
  })
}
