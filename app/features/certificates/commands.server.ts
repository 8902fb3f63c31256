import { randomBytes } from 'node:crypto'
import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { certificateCodeFrom } from '#app/domain/reference.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { listWaiting } from '#app/features/ceremony/archiving.commands.server.ts'
import { isRevealed } from '#app/features/moderation/revealed.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

const rowsAtOnce = 500

/** Gives everybody whose category's outcome is public the certificate they do not have yet. Side effects: certificates, audit. */
export async function makeCertificates(ctx: Ctx, edition: Edition): Promise<Result<{ count: number }>> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `certificates:${edition.id}`)
    const ids = await listUncertified(trx, edition)
    for (let from = 0; from < ids.length; from += rowsAtOnce) await insertCertificates(trx, edition, ids.slice(from, from + rowsAtOnce))
    if (ids.length) await record(trx, { verb: 'certificates.made', edition, facts: { count: ids.length } })
    return ok({ count: ids.length })
  })
}

async function insertCertificates({ db }: TrxCtx, { now }: Edition, entryIds: string[]): Promise<void> {
  const rows = entryIds.map((entry_id) => ({ id: newId(), entry_id, code: certificateCodeFrom(randomBytes(48)), made_at: now }))
  await db.insertInto('certificate').values(rows).execute()
}

export async function countUncertified(ctx: Pick<Ctx, 'db'>, edition: Edition): Promise<number> {
  return (await listUncertified(ctx, edition)).length
}

/**
 * Eligible entries without a certificate, of categories whose winner is public; of those without an award once every winner is,
 * since their finalists stay finalists until then. Nothing is made before, so that no result can be told by what exists.
 */
async function listUncertified(ctx: Pick<Ctx | TrxCtx, 'db'>, edition: Edition): Promise<string[]> {
  const isOver = (edition.stage === 'ceremony' || edition.stage === 'archived') && (await listWaiting(ctx, edition)).length === 0
  const rows = await ctx.db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id').leftJoin('certificate', 'certificate.entry_id', 'entry.id')
    .select('entry.id')
    .where('entry.edition_id', '=', edition.id).where('certificate.id', 'is', null)
    .where(takesPart).where('entry.screening', '=', 'eligible')
    .where((e) => (isOver ? e.or([isRevealed(e, edition.now), e('category.state', '=', 'no-award')]) : isRevealed(e, edition.now)))
    .orderBy('entry.id').execute()
  return rows.map(({ id }) => id)
}
