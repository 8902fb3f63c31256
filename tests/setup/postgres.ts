import type { TestProject } from 'vitest/node'
import { openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { onServer } from '#tests/setup/database.ts'
import { startPostgres } from '#tests/setup/postgres-server.ts'

/** Once a run: a PostgreSQL server of our own, and in it the database that every test copies. */
export default async function preparePostgres(project: TestProject) {
  const server = await startPostgres()
  const name = 'template_awards'
  await onServer(server.url, `create database ${name}`)
  const db = openDatabase(`${server.url}/${name}`)
  await migrate(db)
  await db.destroy() // a database that somebody is connected to cannot be copied
  project.provide('template', { engine: 'postgres', server: server.url, name })
  return server.stop
}
