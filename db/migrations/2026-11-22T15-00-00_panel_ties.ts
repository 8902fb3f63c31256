import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('panel_member').addColumn('ties_said_at', 'text').execute()
}
