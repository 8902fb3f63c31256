import { sql } from 'kysely'
import { isPostgres } from '#db/dialect.server.ts'
import { isDemo } from '#db/installation.server.ts'
import { migrate } from '#db/migrate.server.ts'
import type { Db } from '#db/schema.ts'

/** Throws everything away, tables included, and migrates anew. Only for a database marked *demo*: refuses any other. */
export async function emptyDatabase(db: Db): Promise<void> {
  if (!(await isDemo(db))) throw new Error('This database is not marked as a demo, so it is not emptied')
  if (isPostgres(db)) {
    await sql`drop schema public cascade`.execute(db)
    await sql`create schema public`.execute(db)
  } else {
    await sql`pragma foreign_keys = off`.execute(db)
    for (const { name } of await db.introspection.getTables({ withInternalKyselyTables: true })) await db.schema.dropTable(name).execute()
    await sql`pragma foreign_keys = on`.execute(db)
  }
  await migrate(db)
}
