import { sql, type Compilable, type CompiledQuery, type Insertable } from 'kysely'
import { isPostgres } from '#db/dialect.server.ts'
import type { Database, Db, Trx } from '#db/schema.ts'

interface Written<Row> {
  query: CompiledQuery<Row>
  /** of each parameter: which argument it is, or -1 for a value that the query always has */
  places: number[]
}

/**
 * A query that is asked all the time: written once for each engine and then only run. `write` puts its arguments into
 * the query as values, and looks at none of them.
 */
export function hotQuery<A extends readonly unknown[], Row>(
  write: (db: Db | Trx, ...args: A) => Compilable<Row>,
): (db: Db | Trx, ...args: A) => Promise<Row[]> {
  const written = new Map<boolean, Written<Row>>()
  return async (db, ...args) => {
    const engine = isPostgres(db)
    const { query, places } = written.get(engine) ?? writeOnce(db, write, args.length)
    written.set(engine, { query, places })
    const parameters = query.parameters.map((value, index) => (places[index] === -1 ? value : args[places[index] ?? -1]))
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}

/** Written with a mark in place of each argument, which tells where it went. */
function writeOnce<A extends readonly unknown[], Row>(db: Db | Trx, write: (db: Db | Trx, ...args: A) => Compilable<Row>, count: number): Written<Row> {
  const marks = Array.from({ length: count }, () => ({}))
  const query = write(db, ...(marks as unknown as A)).compile()
  const places = query.parameters.map((value) => marks.indexOf(value as object))
  if (marks.some((_, index) => !places.includes(index))) throw new Error('a hot query uses every one of its arguments')
  return { query, places }
}

type Column<T extends keyof Database> = keyof Database[T] & string
/** What becomes of a row whose value is there already in these unique columns. */
interface Meeting<T extends keyof Database> {
  on: Column<T>[]
  then: 'skip' | 'replace'
}

/**
 * Inserts rows that all have the first one's columns; answers how many were. Written once for each table, set of columns and
 * number of rows. `skipOn`: a row whose value is there already in this unique column is left out.
 */
export function insertRows<T extends keyof Database>(db: Db | Trx, table: T, rows: Insertable<Database[T]>[], skipOn?: Column<T>): Promise<number> {
  return runInsert(db, table, rows, skipOn && { on: [skipOn], then: 'skip' })
}

/** The same, but a row that is there already by `key` is given the new values. */
export async function putRows<T extends keyof Database>(db: Db | Trx, table: T, rows: Insertable<Database[T]>[], key: Column<T>[]): Promise<void> {
  await runInsert(db, table, rows, { on: key, then: 'replace' })
}

const inserts = new Map<string, CompiledQuery>()

async function runInsert<T extends keyof Database>(db: Db | Trx, table: T, rows: Insertable<Database[T]>[], meeting?: Meeting<T>): Promise<number> {
  const [first] = rows
  if (!first) return 0
  const columns = Object.entries(first).filter(([, value]) => value !== undefined).map(([column]) => column as Column<T>)
  const key = [isPostgres(db), table, rows.length, meeting?.then, meeting?.on, ...columns].join(' ')
  const known = inserts.get(key) ?? writeInsert(db, table, columns, rows.length, meeting)
  inserts.set(key, known)
  const parameters = (rows as Record<string, unknown>[]).flatMap((row) => columns.map((column) => row[column]))
  const { numAffectedRows } = await db.executeQuery({ ...known, parameters })
  return Number(numAffectedRows ?? 0)
}

function writeInsert<T extends keyof Database>(db: Db | Trx, table: T, columns: Column<T>[], count: number, meeting?: Meeting<T>): CompiledQuery {
  const row = Object.fromEntries(columns.map((column) => [column, ''])) as Insertable<Database[T]>
  const insert = db.insertInto(table).values(Array.from({ length: count }, () => row))
  if (!meeting) return insert.compile()
  const { on, then } = meeting
  const set = Object.fromEntries(columns.filter((column) => !on.includes(column)).map((column) => [column, sql.ref(`excluded.${column}`)]))
  return insert.onConflict((c) => (then === 'skip' ? c.columns(on).doNothing() : c.columns(on).doUpdateSet(set as never))).compile()
}
