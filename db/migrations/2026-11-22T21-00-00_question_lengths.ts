import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('question').addColumn('least_words', 'integer', (c) => c.notNull().defaultTo(0).check(sql`least_words between 0 and word_limit`)).execute()
  await db.schema.alterTable('question').addColumn('optional', 'integer', (c) => c.notNull().defaultTo(0).check(sql`optional in (0, 1)`)).execute()
}
