import type { TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

/**
 * Brings a nominee's entries in line with what is nominated: an entry stands while a live nomination of the nominee
 * names its category (domain contract, "entry"). The dossiers that stand have changed, so their version rises.
 * Call it in every transaction that sends, changes, withdraws or re-points a nomination.
 */
export async function deriveEntries(trx: TrxCtx, edition: { id: string; now: string }, nomineeId: string): Promise<void> {
  await holdAlone(trx.db, `nominee:${nomineeId}`) // two nominations of one nominee changed at once: the second sees the first
  const named = await trx.db
    .selectFrom('nomination_category as nc').innerJoin('nomination as n', 'n.id', 'nc.nomination_id')
    .select('nc.category_id').distinct()
    .where('n.nominee_id', '=', nomineeId).where('n.state', '=', 'live')
    .execute()
  const wanted = named.map((row) => row.category_id)
  const standing = await trx.db.selectFrom('entry').select(['id', 'category_id']).where('nominee_id', '=', nomineeId).execute()
  if (standing.length) {
    await trx.db
      .updateTable('entry')
      .set((e) => ({
        dossier_version: e('dossier_version', '+', 1),
        state: wanted.length ? e.case().when('category_id', 'in', wanted).then('live' as const).else('withdrawn' as const).end() : 'withdrawn',
      }))
      .where('nominee_id', '=', nomineeId)
      .execute()
  }
  const missing = wanted.filter((id) => !standing.some((entry) => entry.category_id === id))
  if (missing.length === 0) return
  await trx.db
    .insertInto('entry')
    .values(missing.map((category_id) => ({
      id: newId(), edition_id: edition.id, nominee_id: nomineeId, category_id, state: 'live' as const, created_at: edition.now,
    })))
    .execute()
}
