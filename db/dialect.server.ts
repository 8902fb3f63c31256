import { PostgresAdapter, sql, type Kysely, type QueryExecutorProvider, type RawBuilder } from 'kysely'
import type { Trx } from '#db/schema.ts'

/** The few things the two engines say differently. */
export function isPostgres(db: QueryExecutorProvider): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

/** Column type of a number the database counts up itself. */
export function serialColumn(db: Kysely<unknown>): RawBuilder<unknown> {
  return isPostgres(db) ? sql`integer generated always as identity` : sql`integer`
}

/**
 * Waits until no other transaction holds `name`, and holds it until this one ends: for a rule over rows that no one row
 * stands for. SQLite lets one transaction write at a time as it is.
 */
export async function holdAlone(trx: Trx, name: string): Promise<void> {
  if (isPostgres(trx)) await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx)
}
