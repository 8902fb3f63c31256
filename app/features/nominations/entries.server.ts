import type { TrxCtx } from '#app/platform/context.server.ts'
import { fingerprintOf, newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import { hotQuery, insertRows } from '#db/hot.server.ts'

const namedFor = hotQuery((db, nomineeId: string) =>
  db.selectFrom('nomination_category as nc').innerJoin('nomination as n', 'n.id', 'nc.nomination_id')
    .select(['nc.category_id', 'n.id', 'n.version'])
    .where('n.nominee_id', '=', nomineeId).where('n.state', '=', 'live')
    .orderBy('n.id'))
const entriesOf = hotQuery((db, nomineeId: string) => db.selectFrom('entry').select(['id', 'category_id', 'basis']).where('nominee_id', '=', nomineeId))

/**
 * Brings a nominee's entries in line with what is nominated: an entry stands while a live nomination of the nominee
 * names its category (domain contract, "entry"). Where other nominations, or other versions of them, make up an entry
 * than before, its dossier has changed, so its version rises; the nominee's other entries stay as they are.
 * Call it in every transaction that sends, changes, withdraws or re-points a nomination.
 */
export async function deriveEntries(trx: TrxCtx, edition: { id: string; now: string }, nomineeId: string): Promise<void> {
  await holdAlone(trx.db, `nominee:${nomineeId}`) // two nominations of one nominee changed at once: the second sees the first
  const named = await namedFor(trx.db, nomineeId)
  const madeOf = Map.groupBy(named, (row) => row.category_id)
  const basisOf = (categoryId: string) => fingerprintOf(madeOf.get(categoryId)?.map(({ id, version }) => [id, version]) ?? [])
  const there = await entriesOf(trx.db, nomineeId)
  for (const { id, category_id, basis } of there) {
    const now = basisOf(category_id)
    if (now === basis) continue
    await trx.db
      .updateTable('entry')
      .set((e) => ({ dossier_version: e('dossier_version', '+', 1), basis: now, state: madeOf.has(category_id) ? 'live' : 'withdrawn' }))
      .where('id', '=', id)
      .execute()
  }
  const missing = [...madeOf.keys()].filter((id) => !there.some((entry) => entry.category_id === id))
  await insertRows(trx.db, 'entry', missing.map((category_id) => ({
    id: newId(), edition_id: edition.id, nominee_id: nomineeId, category_id, state: 'live' as const, basis: basisOf(category_id), created_at: edition.now,
  })))
}

/**
 * The nominee a nomination points to, held alone until the transaction ends: a merge may have re-pointed it since it was
 * read. Call it before writing to the nomination, in which order everybody holds them.
 */
export async function holdNomineeOf(trx: TrxCtx, nominationId: string): Promise<string> {
  const read = () => trx.db.selectFrom('nomination').select('nominee_id').where('id', '=', nominationId).executeTakeFirstOrThrow()
  for (let { nominee_id: held } = await read(); ;) {
    await holdAlone(trx.db, `nominee:${held}`)
    const { nominee_id: now } = await read()
    if (now === held) return held
    held = now
  }
}
