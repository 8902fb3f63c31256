import SqliteDatabase from 'better-sqlite3'
import type { CompiledQuery, QueryResult } from 'kysely'

/** One connection to a SQLite file. */
export interface File {
  db: SqliteDatabase.Database
  prepare: (sql: string) => SqliteDatabase.Statement
  execute: (sql: string) => void
  run: <R>(query: CompiledQuery) => QueryResult<R>
}

export function openFile(path: string): File {
  const db = new SqliteDatabase(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL') // an acknowledged write survives a power cut
  db.pragma('wal_autocheckpoint = 4000') // 16 MB: pages written again and again reach the file once
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  // Its own knows A to Z only; PostgreSQL's knows the letters of every name.
  db.function('lower', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? text.toLowerCase() : text))
  const prepare = rememberStatements(db)
  return {
    db,
    prepare,
    execute: (sql) => void prepare(sql).run(),
    run<R>({ sql, parameters }: CompiledQuery): QueryResult<R> {
      const statement = prepare(sql)
      if (statement.reader) return { rows: statement.all(parameters) as R[] }
      const { changes, lastInsertRowid } = statement.run(parameters)
      return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] }
    },
  }
}

/** Kysely gives the same few texts again and again; each is prepared once. */
function rememberStatements(db: SqliteDatabase.Database): (sql: string) => SqliteDatabase.Statement {
  const statements = new Map<string, SqliteDatabase.Statement>()
  return (sql) => {
    const known = statements.get(sql)
    if (known && !known.busy) return known
    const statement = db.prepare(sql)
    if (statements.size < 500) statements.set(sql, statement)
    return statement
  }
}
