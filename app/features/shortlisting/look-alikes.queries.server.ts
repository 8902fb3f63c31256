import type { Edition } from '#app/domain/edition.ts'
import { listOpenLookAlikes, type LookAlike } from '#app/features/screening/matches.queries.server.ts'
import type { Db, Trx } from '#db/schema.ts'

/** A chosen nominee and whom they may be. */
export interface LookAlikePair {
  one: LookAlike
  other: LookAlike
  /** the other is chosen, too */
  both: boolean
}

/** The open look-alikes of those who are chosen, each pair once: first those of whom both are. */
export async function listChosenLookAlikes(ctx: { db: Db | Trx }, edition: Pick<Edition, 'id'>, chosen: LookAlike[]): Promise<LookAlikePair[]> {
  const ids = chosen.map(({ id }) => id)
  const lookAlikes = await listOpenLookAlikes(ctx, edition, ids)
  const pairs = chosen.flatMap(({ id, name }) => (lookAlikes.get(id) ?? []).map((other) => ({ one: { id, name }, other, both: ids.includes(other.id) })))
  return pairs.filter(({ one, other, both }) => !both || one.id < other.id).sort((a, b) => Number(b.both) - Number(a.both))
}
