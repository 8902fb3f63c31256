import { randomUUID } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '#db/client.server.ts'
import type { Db } from '#db/schema.ts'

/** What a run's global setup made ready: a migrated, empty database to copy. */
export type Template =
  | { engine: 'sqlite'; folder: string; file: string }
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
  const { url, remove } = template.engine === 'sqlite' ? copyFile(template) : await copyDatabase(template)
  const db = openDatabase(url)
  let closed: Promise<void> | undefined
  return { db, engine: template.engine, url, close: () => (closed ??= db.destroy().then(remove)) }
}

function copyFile({ folder, file }: Extract<Template, { engine: 'sqlite' }>) {
  const path = join(folder, `${randomUUID()}.db`)
  copyFileSync(file, path)
  const remove = () => ['', '-wal', '-shm'].forEach((end) => rmSync(path + end, { force: true }))
  return { url: `file:${path}`, remove }
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
