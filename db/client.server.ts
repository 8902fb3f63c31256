import SqliteDatabase from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, type Dialect, type Logger, type SqliteDatabase as SqliteLike } from 'kysely'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import type { Database, Db } from '#db/schema.ts'

/** The address of a database as it may be shown. */
export function withoutPassword(url: string): string {
  return url.replace(/:[^:@/]*@/, ':…@')
}

/** Opens the database `url` names: `file:var/awards.db` or `postgres://…`. The only place that knows which engine. */
export function openDatabase(url: string, log?: Logger): Db {
  const dialect = /^postgres(ql)?:/.test(url) ? postgresDialect(url) : sqliteDialect(url.replace(/^file:/, ''))
  return new Kysely<Database>({ dialect, log })
}

function sqliteDialect(path: string): Dialect {
  mkdirSync(dirname(path), { recursive: true })
  const sqlite = new SqliteDatabase(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL') // an acknowledged write survives a power cut
  sqlite.pragma('wal_autocheckpoint = 4000') // 16 MB: pages written again and again reach the file once
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  // Its own knows A to Z only; PostgreSQL's knows the letters of every name.
  sqlite.function('lower', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? text.toLowerCase() : text))
  return new SqliteDialect({ database: rememberStatements(sqlite) })
}

/**
 * Kysely prepares every statement afresh; ours are few and repeat, so they are kept.
 * `begin` becomes `begin immediate`: with a second process, a transaction that first reads and then
 * writes would otherwise fail at the write instead of waiting at the door.
 */
function rememberStatements(sqlite: SqliteDatabase.Database): SqliteLike {
  const statements = new Map<string, SqliteDatabase.Statement>()
  const prepare = (sql: string) => {
    const known = statements.get(sql)
    if (known && !known.busy) return known
    const statement = sqlite.prepare(sql === 'begin' ? 'begin immediate' : sql)
    if (statements.size < 500) statements.set(sql, statement)
    return statement
  }
  return { prepare, close: () => sqlite.close() }
}

function postgresDialect(url: string): Dialect {
  const int8 = 20
  pg.types.setTypeParser(int8, Number) // counts, as SQLite gives them
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A lost connection is replaced, idle or not; the query that needed it reports that. Unheard, it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PostgresDialect({ pool })
}
