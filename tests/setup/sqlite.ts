import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'

/** Once a run: the SQLite file that every test copies. */
export default async function prepareSqlite(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'awards-sqlite-'))
  const file = join(folder, 'template.db')
  const db = openDatabase(`file:${file}`)
  await migrate(db)
  await db.destroy() // the last to close folds the write-ahead log into the file
  project.provide('template', { engine: 'sqlite', folder, file })
  return () => rmSync(folder, { recursive: true, force: true })
}
