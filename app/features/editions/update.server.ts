import type { Updateable } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import type { TrxCtx } from '#app/platform/context.server.ts'
import type { Database } from '#db/schema.ts'

/**
 * Writes to an edition, if it is still the version that was looked at; its version rises, so that everything kept by
 * version is made anew. False: somebody was first.
 */
export async function updateEdition(
  { db }: Pick<TrxCtx, 'db'>, { id, version }: Pick<Edition, 'id' | 'version'>, set: Updateable<Database['edition']>,
): Promise<boolean> {
  const updated = await db
    .updateTable('edition').set({ ...set, version: version + 1 })
    .where('id', '=', id).where('version', '=', version)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}
