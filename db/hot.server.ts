import type { Compilable, CompiledQuery, Insertable } from 'kysely'
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

const inserts = new Map<string, CompiledQuery>()

/**
 * Inserts rows that all have the first one's columns; answers how many were. Written once for each table, set of columns and
 * number of rows. `skipOn`: a row whose value is there already in this unique column is left out.
 */
export async function insertRows<T extends keyof Database>(
  db: Db | Trx, table: T, rows: Insertable<Database[T]>[], skipOn?: keyof Database[T] & string,
): Promise<number> {
  const [first] = rows
  if (!first) return 0
  const columns = Object.entries(first).filter(([, value]) => value !== undefined).map(([column]) => column)
  const key = [isPostgres(db), table, rows.length, skipOn, ...columns].join(' ')
  const known = inserts.get(key) ?? writeInsert(db, table, columns, rows.length, skipOn)
  inserts.set(key, known)
  const parameters = (rows as Record<string, unknown>[]).flatMap((row) => columns.map((column) => row[column]))
  const { numAffectedRows } = await db.executeQuery({ ...known, parameters })
  return Number(numAffectedRows ?? 0)
}

function writeInsert<T extends keyof Database>(db: Db | Trx, table: T, columns: string[], count: number, skipOn?: string): CompiledQuery {
  const row = Object.fromEntries(columns.map((column) => [column, ''])) as Insertable<Database[T]>
  const insert = db.insertInto(table).values(Array.from({ length: count }, () => row))
  return (skipOn ? insert.onConflict((c) => c.column(skipOn as never).doNothing()) : insert).compile()
}
