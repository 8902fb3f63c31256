import { existsSync } from 'node:fs'
import { listMissingFiles } from '#app/features/attachments/queries.server.ts'
import { findChainFault } from '#app/features/audit/chain.server.ts'
import { filesBeside } from '#app/platform/env.server.ts'
import { openStorage, type Storage } from '#app/platform/storage.server.ts'
import { openDatabase, withoutPassword } from '#db/client.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { listPendingMigrations } from '#db/migrate.server.ts'
import type { Db } from '#db/schema.ts'

const rowsShown = 5

/** Everything that is wrong with a database and its files, a sentence each: `npm run db:check`. Reads only. */
export async function listFaults(db: Db, storage: Storage): Promise<string[]> {
  const pending = await listPendingMigrations(db)
  if (pending.length) return [`The schema is older than the code: ${pending.join(', ')} not run.`]
  const broken = await listBroken(db)
  const fault = await findChainFault(db)
  const missing = await listMissingFiles(db, storage)
  return [
    ...broken.map(({ name, rows }) => `Not true: ${name}. ${countOf(rows, 'row')}: ${rows.slice(0, rowsShown).map((row) => JSON.stringify(row)).join(' ')}`),
    ...(fault ? [`The audit trail has been changed: ${fault}.`] : []),
    ...missing.map((id) => `The file of an attachment is missing, or not what was received: ${id}.`),
  ]
}

function countOf(things: unknown[], name: string): string {
  return things.length === 1 ? `1 ${name}` : `${things.length} ${name}s`
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const url = process.env.DATABASE_URL || 'file:var/awards.db'
  console.log(withoutPassword(url))
  const db = openDatabase(url)
  const faults = await listFaults(db, openStorage(process.env.STORAGE_DIR || filesBeside(url)))
  await db.destroy()
  for (const fault of faults) console.error(fault)
  console.log(faults.length ? `${countOf(faults, 'fault')} found` : 'All is well: every rule holds, every file is there, and the audit trail is unbroken')
  process.exitCode = faults.length ? 1 : 0
}

if (import.meta.main) await main()
