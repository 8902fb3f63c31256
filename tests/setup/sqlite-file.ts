import { randomUUID } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { makeScratchFolder } from '#tests/setup/scratch.ts'

export interface TemplateFile {
  folder: string
  file: string
}

/** A migrated, empty SQLite file in a temporary folder, which its copies share. */
export async function makeTemplateFile(): Promise<TemplateFile & { remove: () => void }> {
  const folder = makeScratchFolder('sqlite')
  const file = join(folder, 'template.db')
  const db = openDatabase(`file:${file}`)
  await migrate(db)
  await db.destroy() // the last to close folds the write-ahead log into the file
  return { folder, file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export function copyTemplateFile({ folder, file }: TemplateFile): { url: string; remove: () => void } {
  const path = join(folder, `${randomUUID()}.db`)
  copyFileSync(file, path)
  const remove = () => ['', '-wal', '-shm'].forEach((end) => rmSync(path + end, { force: true }))
  return { url: `file:${path}`, remove }
}
