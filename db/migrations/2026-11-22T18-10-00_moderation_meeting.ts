import { sql, type Kysely } from 'kysely'
import { refuseChanges } from '#db/dialect.server.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('category').addColumn('sponsor', 'text', (c) => c.notNull().defaultTo('')).execute()
  await db.schema.alterTable('category').addColumn('sponsor_key', 'text', (c) => c.notNull().defaultTo('')).execute()
  await db.schema.alterTable('scorecard').addColumn('share', 'integer', (c) => c.notNull().defaultTo(0).check(sql`share in (0, 1)`)).execute()
  await createMeeting(db)
  await createRecords(db)
}

async function createMeeting(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('meeting_presence')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('came_at', 'text', (c) => c.notNull())
    .addColumn('left_at', 'text')
    .execute()
  await sql`create unique index meeting_presence_once on meeting_presence (edition_id, account_id) where left_at is null`.execute(db)
  await db.schema
    .createTable('meeting_item')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
    .addColumn('chair_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('opened_at', 'text', (c) => c.notNull())
    .addColumn('closed_at', 'text')
    .execute()
  await sql`create unique index meeting_item_once on meeting_item (category_id) where closed_at is null`.execute(db)
  await db.schema
    .createTable('step_out')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('out_at', 'text', (c) => c.notNull())
    .addColumn('back_at', 'text')
    .execute()
  await sql`create unique index step_out_once on step_out (category_id, account_id) where back_at is null`.execute(db)
}

/** What was said and decided, and what was recorded of it, is only ever added to. Erasing somebody may empty the words. */
async function createRecords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('minute')
    .addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(
      sql`kind in ('opened', 'stepped-out', 'came-back', 'proposed', 'cast', 'decided', 'no-award', 'settled', 'reopened', 'note', 'closed')`))
    .addColumn('facts', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('minute_pk', ['category_id', 'number'])
    .execute()
  await refuseChanges(db, { name: 'minute_is_kept', table: 'minute', event: 'delete' })
  await refuseChanges(db, {
    name: 'minute_is_only_erased', table: 'minute', event: 'update',
    when: sql`new.words <> '' or new.category_id <> old.category_id or new.number <> old.number or new.at <> old.at or new.kind <> old.kind or new.facts <> old.facts`,
  })
  await db.schema
    .createTable('decision_record')
    .addColumn('category_id', 'text', (c) => c.notNull().references('category.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('decision_number', 'integer', (c) => c.notNull())
    .addColumn('decision_version', 'integer', (c) => c.notNull())
    .addColumn('edition_version', 'integer', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('decision_record_pk', ['category_id', 'number'])
    .execute()
  await refuseChanges(db, { name: 'decision_record_is_kept', table: 'decision_record', event: 'delete' })
  await refuseChanges(db, {
    name: 'decision_record_is_only_erased', table: 'decision_record', event: 'update',
    when: sql`new.content <> '' or new.category_id <> old.category_id or new.number <> old.number or new.decision_number <> old.decision_number or new.decision_version <> old.decision_version or new.edition_version <> old.edition_version or new.made_at <> old.made_at`,
  })
}
