import { later, minutes } from '#app/domain/time.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { JobName, JobPayload } from '#app/platform/jobs/catalogue.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { insertRows } from '#db/hot.server.ts'
import type { Instant, JobRow } from '#db/schema.ts'

/** How long a claim holds. Longer than any job takes: when it has run out, the process that held it is gone. */
export const claimLastsMs = minutes(2)

/**
 * Queues a job in the transaction of the change that wants it. `key` names the work: the same key is never queued
 * twice, so asking again is harmless. An urgent job goes before those of every name that are not.
 */
export async function enqueue<N extends JobName>(
  trx: TrxCtx, name: N, payload: JobPayload<N>, { key, runAt = trx.now, urgent = false }: { key: string; runAt?: Instant; urgent?: boolean },
): Promise<void> {
  const job = { id: newId(), name, key, payload: JSON.stringify(payload), state: 'waiting' as const, urgent: urgent ? (1 as const) : (0 as const), run_at: runAt, created_at: trx.now }
  await insertRows(trx.db, 'job', [job], 'key')
}

type Due = Pick<JobRow, 'id' | 'state' | 'attempts' | 'urgent' | 'run_at'>

/** Takes the most urgent due job among `names`, of those the oldest, for this process alone; undefined when none is due. */
export async function claimJob(ctx: Ctx, names: JobName[]): Promise<JobRow | undefined> {
  for (;;) {
    const due = await findDueJob(ctx, names)
    if (!due) return undefined
    // Whoever was faster has counted the attempts up: then there is another to look for.
    const claimed = await ctx.db
      .updateTable('job')
      .set({ state: 'running', claimed_until: later(ctx.now, claimLastsMs), attempts: due.attempts + 1 })
      .where('id', '=', due.id).where('state', '=', due.state).where('attempts', '=', due.attempts)
      .returningAll()
      .executeTakeFirst()
    if (claimed) return claimed
  }
}

/** One look-up a name, each straight into the index, so that a long queue of a name we do not work costs nothing. */
async function findDueJob({ db, now }: Ctx, names: JobName[]): Promise<Due | undefined> {
  const found: Due[] = []
  for (const name of names) {
    const jobs = db.selectFrom('job').select(['id', 'state', 'attempts', 'urgent', 'run_at']).where('name', '=', name).orderBy('urgent', 'desc').orderBy('run_at').limit(1)
    const abandoned = await jobs.where('state', '=', 'running').where('claimed_until', '<=', now).executeTakeFirst()
    const waiting = await jobs.where('state', '=', 'waiting').where('run_at', '<=', now).executeTakeFirst()
    for (const job of [abandoned, waiting]) if (job) found.push(job)
  }
  return found.sort((a, b) => b.urgent - a.urgent || (a.run_at < b.run_at ? -1 : 1))[0]
}

/** The row of a job as long as the claim on it holds: each claim counts the attempts up. */
function claimed(db: TrxCtx['db'] | Ctx['db'], job: JobRow) {
  return db.updateTable('job').where('id', '=', job.id).where('state', '=', 'running').where('attempts', '=', job.attempts)
}

export async function completeJob({ db, now }: Ctx, job: JobRow): Promise<void> {
  await claimed(db, job).set({ state: 'done', claimed_until: null, finished_at: now, last_error: null }).execute()
}

/** Lets a job wait for its next try. */
export async function postponeJob({ db }: Ctx, job: JobRow, why: string, runAt: Instant): Promise<void> {
  await claimed(db, job).set({ state: 'waiting', claimed_until: null, run_at: runAt, last_error: why }).execute()
}

/** Ends a job that was tried often enough; false when it had been taken over. */
export async function failJob({ db, now }: TrxCtx, job: JobRow, why: string): Promise<boolean> {
  const failed = await claimed(db, job)
    .set({ state: 'failed', claimed_until: null, finished_at: now, last_error: why })
    .executeTakeFirst()
  return failed.numUpdatedRows === 1n
}
