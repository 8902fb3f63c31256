import { PostgresAdapter, sql, type Kysely, type RawBuilder } from 'kysely'

/** The few things the two engines say differently. */
export function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

/** Column type of a number the database counts up itself. */
export function serialColumn(db: Kysely<unknown>): RawBuilder<unknown> {
  return isPostgres(db) ? sql`integer generated always as identity` : sql`integer`
}
