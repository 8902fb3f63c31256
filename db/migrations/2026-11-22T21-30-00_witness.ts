import { sql, type Kysely } from 'kysely'

/** A witness is one more role. A check cannot be changed on SQLite, so the table is made again around its rows; no other refers to it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('role_grant_wider')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull().references('account.id'))
    .addColumn('edition_id', 'text', (c) => c.references('edition.id'))
    .addColumn('role', 'text', (c) =>
      c.notNull().check(sql`role in ('owner', 'organiser', 'assistant', 'judge', 'stage-crew', 'witness')`))
    .addColumn('granted_at', 'text', (c) => c.notNull())
    .addColumn('revoked_at', 'text')
    .execute()
  const columns = sql.raw('id, account_id, edition_id, role, granted_at, revoked_at')
  await sql`insert into role_grant_wider (${columns}) select ${columns} from role_grant`.execute(db)
  await db.schema.dropTable('role_grant').execute()
  await db.schema.alterTable('role_grant_wider').renameTo('role_grant').execute()
  await sql`create unique index role_grant_once on role_grant (account_id, role, coalesce(edition_id, ''))
    where revoked_at is null`.execute(db)
}
