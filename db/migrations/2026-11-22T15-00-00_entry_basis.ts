import type { Kysely } from 'kysely'

/** Entries that are there begin without one, so their dossiers count as changed at the next change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('entry').addColumn('basis', 'text', (c) => c.notNull().defaultTo('')).execute()
}
