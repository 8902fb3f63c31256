import { Kysely, PostgresDialect, type Dialect, type Logger } from 'kysely'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import type { Database, Db } from '#db/schema.ts'
import { groupingSqliteDialect } from '#db/sqlite.server.ts'

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
  return groupingSqliteDialect(path)
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
