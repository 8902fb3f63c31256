import type { Compilable, CompiledQuery } from 'kysely'
import { isPostgres } from '#db/dialect.server.ts'
import type { Db, Trx } from '#db/schema.ts'

/**
 * A query that every page asks: written once for each engine and then only run. `write` must put its arguments into the
 * query in their order, each once, and nothing else that is a value.
 */
export function hotQuery<A extends readonly unknown[], Row>(
  write: (db: Db | Trx, ...args: A) => Compilable<Row>,
): (db: Db | Trx, ...args: A) => Promise<Row[]> {
  const written = new Map<boolean, CompiledQuery<Row>>()
  return async (db, ...args) => {
    const engine = isPostgres(db)
    const query = written.get(engine) ?? write(db, ...args).compile()
    if (query.parameters.length !== args.length) throw new Error(`a hot query takes ${query.parameters.length} values, not ${args.length}`)
    written.set(engine, query)
    const { rows } = await db.executeQuery<Row>({ ...query, parameters: args })
    return rows
  }
}
