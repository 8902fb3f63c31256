import type { TestProject } from 'vitest/node'
import { makeTemplateFile } from '#tests/setup/sqlite-file.ts'

/** Once a run: the SQLite file that every test copies. */
export default async function prepareSqlite(project: TestProject) {
  const { folder, file, remove } = await makeTemplateFile()
  project.provide('template', { engine: 'sqlite', folder, file })
  return remove
}
