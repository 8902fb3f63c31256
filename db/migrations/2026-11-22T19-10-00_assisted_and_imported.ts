import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await createAssisted(db)
  await createImports(db)
}

/** A draft that organisers write in for somebody. */
async function createAssisted(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assisted')
    .addColumn('draft_id', 'text', (c) => c.notNull().primaryKey().references('draft.id').onDelete('cascade'))
    .addColumn('account_id', 'text', (c) => c.references('account.id'))
    .addColumn('channel', 'text', (c) => c.notNull().check(sql`channel in ('phone', 'paper')`))
    .addColumn('notice_read_at', 'text')
    .addColumn('receipt', 'text', (c) => c.check(sql`receipt in ('email', 'letter', 'call')`))
    .addColumn('postal_address', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('receipt_given_at', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
}

async function createImports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('nomination_import')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('edition_id', 'text', (c) => c.notNull().references('edition.id'))
    .addColumn('account_id', 'text', (c) => c.references('account.id'))
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('headers', 'text', (c) => c.notNull())
    .addColumn('columns', 'text', (c) => c.notNull().defaultTo('{}'))
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('uploaded', 'checking', 'checked', 'running', 'stopped', 'done', 'undone')`))
    .addColumn('stopped_by', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .execute()
  await db.schema.createIndex('nomination_import_edition').on('nomination_import').columns(['edition_id', 'created_at']).execute()
  await db.schema
    .createTable('import_row')
    .addColumn('import_id', 'text', (c) => c.notNull().references('nomination_import.id').onDelete('cascade'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('cells', 'text', (c) => c.notNull())
    .addColumn('submission', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('outcome', 'text', (c) => c.notNull().defaultTo('unchecked').check(sql`outcome in ('unchecked', 'new', 'duplicate', 'error')`))
    .addColumn('remarks', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('nomination_id', 'text', (c) => c.references('nomination.id').unique())
    .addPrimaryKeyConstraint('import_row_pk', ['import_id', 'number'])
    .execute()
  await db.schema.createIndex('import_row_submission').on('import_row').columns(['submission', 'import_id']).execute()
  await db.schema.createIndex('import_row_outcome').on('import_row').columns(['import_id', 'outcome', 'number']).execute()
}
