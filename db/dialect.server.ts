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

interface Refusal {
  /** of the trigger, and in the error it raises */
  name: string
  table: string
  event: 'insert' | 'update' | 'delete'
  /** only of such rows, told by `old` and `new`; without parameters */
  when?: RawBuilder<unknown>
}

/** A trigger that refuses changes to rows, whoever asks. */
export async function refuseChanges(db: Kysely<unknown>, { name, table, event, when = sql`true` }: Refusal): Promise<void> {
  const [trigger, on] = [sql.ref(name), sql`before ${sql.raw(event)} on ${sql.table(table)}`]
  const says = `${name}: refused`
  if (!isPostgres(db)) return void (await sql`create trigger ${trigger} ${on} when ${when} begin select raise(abort, ${sql.lit(says)}); end`.execute(db))
  // PostgreSQL takes no subquery in `when`, so the condition stands in the body.
  const body = `begin if ${when.compile(db).sql} then raise exception '${says}'; end if; return ${event === 'delete' ? 'old' : 'new'}; end`
  await sql`create function ${trigger}() returns trigger language plpgsql as ${sql.lit(body)}`.execute(db)
  await sql`create trigger ${trigger} ${on} for each row execute function ${trigger}()`.execute(db)
}
