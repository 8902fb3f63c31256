import type { Edition } from '#app/domain/edition.ts'
import { employerKey } from '#app/domain/employer.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { canScreen } from '#app/features/screening/policy.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { NomineeRow } from '#db/schema.ts'

/** What we hold about a nominee, beside what was written in praise. */
export type Particulars = Pick<NomineeRow, 'name' | 'said_as' | 'job' | 'employer' | 'reach'>

export interface Corrected extends Particulars {
  /** everything merged here is about this nominee, whose page may show all of it */
  confirmed: boolean
  /** fingerprint of what was shown */
  seen: string
}

export async function findParticulars({ db }: Pick<Ctx | TrxCtx, 'db'>, nomineeId: string) {
  const nominee = await db
    .selectFrom('nominee').select(['name', 'said_as', 'job', 'employer', 'reach', 'confirmed_at'])
    .select((e) => e.exists(e.selectFrom('nominee as other').select('other.id').whereRef('other.merged_into', '=', 'nominee.id')).as('merged'))
    .where('id', '=', nomineeId).executeTakeFirstOrThrow()
  const { confirmed_at, merged, ...particulars } = nominee
  const shown = { ...particulars, confirmed: confirmed_at !== null }
  return { ...shown, merged: Boolean(merged), seen: fingerprintOf(shown) }
}

/**
 * Puts right what we hold about a nominee, and says whether all that was merged here is about them; refused when it is not
 * what was shown. Side effect: audit, without the words.
 */
export async function correctNominee(ctx: Ctx, edition: Edition, nomineeId: string, { confirmed, seen, ...told }: Corrected): Promise<Result> {
  const may = canScreen(ctx.actor, edition)
  if (!may.ok) return may
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `nominee:${nomineeId}`)
    const before = await findParticulars(trx, nomineeId)
    if (before.seen !== seen) return denied('changed-meanwhile')
    if (fingerprintOf({ ...told, confirmed }) === seen) return ok()
    const confirmed_at = confirmed ? edition.now : null
    await trx.db
      .updateTable('nominee').set({ ...told, employer_key: employerKey(told.employer), ...(confirmed !== before.confirmed && { confirmed_at }) })
      .where('id', '=', nomineeId).execute()
    await record(trx, { verb: 'nominee.corrected', edition, objectId: nomineeId })
    return ok()
  })
}
