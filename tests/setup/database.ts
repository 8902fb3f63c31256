import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '#db/client.server.ts'
import type { Db } from '#db/schema.ts'
import { copyTemplateFile, type TemplateFile } from '#tests/setup/sqlite-file.ts'

/** What a run's global setup made ready: a migrated, empty database to copy. */
export type Template =
  | ({ engine: 'sqlite' } & TemplateFile)
  | { engine: 'postgres'; server: string; name: string }

declare module 'vitest' {
  interface ProvidedContext {
    template: Template
  }
}

export interface FreshDatabase {
  db: Db
  engine: Template['engine']
  /** for a second connection or a second process */
  url: string
  close: () => Promise<void>
}

/** A migrated, empty database of one's own: a copy of the run's template, on the engine of the project that runs. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = inject('template')
  const { url, remove } = template.engine === 'sqlite' ? copyTemplateFile(template) : await copyDatabase(template)
  const db = openDatabase(url)
  let closed: Promise<void> | undefined
  return { db, engine: template.engine, url, close: () => (closed ??= db.destroy().then(remove)) }
}

/** The same database once more, as it is now. On SQLite only. */
export async function copyOf({ db, url }: FreshDatabase): Promise<FreshDatabase> {
  const copy = `${url}.${randomUUID()}`
  await sql`vacuum into ${sql.lit(copy.replace(/^file:/, ''))}`.execute(db)
  const opened = openDatabase(copy)
  return { db: opened, engine: 'sqlite', url: copy, close: () => opened.destroy() } // the run's folder goes as a whole
}

async function copyDatabase({ server, name }: Extract<Template, { engine: 'postgres' }>) {
  const copy = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${copy} template ${name}`)
  return { url: `${server}/${copy}`, remove: () => onServer(server, `drop database ${copy} with (force)`) }
}

/** Runs one statement beside all databases. `server` is a URL without a database. */
export async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(statement)
  await client.end()
}
