import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('category').addColumn('fits', 'text', (c) => c.notNull().defaultTo('{}')).execute()
  await db.schema.alterTable('nomination').addColumn('suspicions', 'text', (c) => c.notNull().defaultTo('[]')).execute()
  await db.schema.alterTable('nomination').addColumn('looked_at', 'text').execute()
  await sql`create index nomination_to_look_at on nomination (edition_id) where suspicions <> '[]' and looked_at is null`.execute(db)
  await addReminders(db)
  await widenLinkKinds(db)
}

/** Whose draft it is, so far as they have said: in small letters. What is there already says so in its answers only. */
async function addReminders(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('draft').addColumn('email', 'text', (c) => c.notNull().defaultTo('')).execute()
  await db.schema.alterTable('draft').addColumn('reminded', 'text', (c) => c.notNull().defaultTo('no').check(sql`reminded in ('no', 'week', 'day')`)).execute()
  await sql`create index draft_email on draft (email) where email <> ''`.execute(db)
  await db.schema
    .createTable('no_reminders')
    .addColumn('address_hash', 'text', (c) => c.notNull().primaryKey())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .execute()
}

/** A check cannot be changed on SQLite, so the table is made again around its rows. */
async function widenLinkKinds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('link_wider')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('sign-in', 'draft', 'status', 'demo', 'nominee', 'nominee-answer', 'judge-invitation', 'no-reminders')`))
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('code_hash', 'text')
    .addColumn('request_hash', 'text', (c) => c.unique())
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('used_at', 'text')
    .addColumn('revoked_at', 'text')
    .execute()
  const columns = sql.raw('id, kind, subject_id, token_hash, code_hash, request_hash, tries, created_at, expires_at, used_at, revoked_at')
  await sql`insert into link_wider (${columns}) select ${columns} from link`.execute(db)
  await db.schema.dropTable('link').execute()
  await db.schema.alterTable('link_wider').renameTo('link').execute()
  await db.schema.createIndex('link_subject').on('link').columns(['subject_id', 'kind', 'created_at']).execute()
}
