import { openDatabase } from '#db/client.server.ts'
import type { Db } from '#db/schema.ts'

export interface CountedDatabase {
  db: Db
  /** queries since it was opened, `begin` and `commit` among them */
  asked: () => number
  close: () => Promise<void>
}

/** The database at `url` once more, counting what is asked of it. */
export function countQueries(url: string): CountedDatabase {
  let queries = 0
  const db = openDatabase(url, () => void (queries += 1))
  return { db, asked: () => queries, close: () => db.destroy() }
}
