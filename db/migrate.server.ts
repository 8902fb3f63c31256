import { existsSync } from 'node:fs'
import { Migrator, type Migration } from 'kysely/migration'
import { openDatabase, withoutPassword } from '#db/client.server.ts'
import * as people from '#db/migrations/2026-11-22T09-00-00_people.ts'
import * as mailAndJobs from '#db/migrations/2026-11-22T09-10-00_audit_mail_jobs.ts'
import * as editions from '#db/migrations/2026-11-22T09-20-00_editions.ts'
import * as nominations from '#db/migrations/2026-11-22T09-30-00_nominations.ts'
import * as auditAppendOnly from '#db/migrations/2026-11-22T09-40-00_audit_append_only.ts'
import * as mailEachOnce from '#db/migrations/2026-11-22T13-00-00_mail_each_once.ts'
import * as screeningAndJudging from '#db/migrations/2026-11-22T14-00-00_screening_judging.ts'
import * as panelTies from '#db/migrations/2026-11-22T15-00-00_panel_ties.ts'
import * as entryBasis from '#db/migrations/2026-11-22T15-00-00_entry_basis.ts'
import * as resultsAndCeremony from '#db/migrations/2026-11-22T16-00-00_results_ceremony.ts'
import * as moderationMeeting from '#db/migrations/2026-11-22T18-10-00_moderation_meeting.ts'
import * as helpAndAbuse from '#db/migrations/2026-11-22T18-20-00_nominating_help_and_abuse.ts'
import * as privacyNudge from '#db/migrations/2026-11-22T18-40-00_privacy_nudge.ts'
import * as assistedAndImported from '#db/migrations/2026-11-22T19-10-00_assisted_and_imported.ts'
import * as questionLengths from '#db/migrations/2026-11-22T21-00-00_question_lengths.ts'
import * as attachments from '#db/migrations/2026-11-22T21-20-00_attachments.ts'
import * as witness from '#db/migrations/2026-11-22T21-30-00_witness.ts'
import type { Db } from '#db/schema.ts'

/** Frozen once landed; a change is a new file at the end. */
const migrations: Record<string, Migration> = {
  '2026-11-22T09-00-00_people': people,
  '2026-11-22T09-10-00_audit_mail_jobs': mailAndJobs,
  '2026-11-22T09-20-00_editions': editions,
  '2026-11-22T09-30-00_nominations': nominations,
  '2026-11-22T09-40-00_audit_append_only': auditAppendOnly,
  '2026-11-22T13-00-00_mail_each_once': mailEachOnce,
  '2026-11-22T14-00-00_screening_judging': screeningAndJudging,
  '2026-11-22T15-00-00_panel_ties': panelTies,
  '2026-11-22T15-00-00_entry_basis': entryBasis,
  '2026-11-22T16-00-00_results_ceremony': resultsAndCeremony,
  '2026-11-22T18-10-00_moderation_meeting': moderationMeeting,
  '2026-11-22T18-20-00_nominating_help_and_abuse': helpAndAbuse,
  '2026-11-22T18-40-00_privacy_nudge': privacyNudge,
  '2026-11-22T19-10-00_assisted_and_imported': assistedAndImported,
  '2026-11-22T21-00-00_question_lengths': questionLengths,
  '2026-11-22T21-20-00_attachments': attachments,
  '2026-11-22T21-30-00_witness': witness,
}

function migratorOf(db: Db): Migrator {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
}

/** Brings the database to the newest schema; answers the names of the migrations it ran. Throws what went wrong. */
export async function migrate(db: Db): Promise<string[]> {
  const { error, results = [] } = await migratorOf(db).migrateToLatest()
  if (error) throw error
  return results.map((one) => one.migrationName)
}

/** Names of migrations not run yet; empty when the schema is the code's. */
export async function listPendingMigrations(db: Db): Promise<string[]> {
  const all = await migratorOf(db).getMigrations()
  return all.filter((one) => !one.executedAt).map((one) => one.name)
}

if (import.meta.main) {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const url = process.env.DATABASE_URL || 'file:var/awards.db'
  const db = openDatabase(url)
  const ran = await migrate(db)
  console.log(`${withoutPassword(url)}: ${ran.length ? `ran ${ran.join(', ')}` : 'nothing to do, the schema is up to date'}`)
  await db.destroy()
}
