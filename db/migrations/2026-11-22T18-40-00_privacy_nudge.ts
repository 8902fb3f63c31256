import type { Kysely } from 'kysely'

/** What was pointed out in drafts already: nothing yet. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('draft').addColumn('pointed_out', 'text', (c) => c.notNull().defaultTo('{}')).execute()
}
