import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('message').addColumn('first_tried_at', 'text').execute()
  await db.schema.alterTable('message').addColumn('sent_again_as', 'text').execute()
  // The mail service knows these under keys of another making: no worker may hand them over again by itself.
  await sql`update message set first_tried_at = '2000-01-01T00:00:00.000Z' where attempts > 0`.execute(db)
  await db.schema.alterTable('job').addColumn('urgent', 'integer', (c) => c.notNull().defaultTo(0)).execute()
  await db.schema.dropIndex('job_due').execute()
  await db.schema.createIndex('job_due').on('job').columns(['name', 'state', 'urgent desc', 'run_at']).execute()
}
