import { system } from '#app/domain/actor.ts'
import { between, hours, seconds } from '#app/domain/time.ts'
import { clearAttachments, followAttachments } from '#app/features/attachments/jobs.server.ts'
import { findNewestUnlinked, linkAuditTrail } from '#app/features/audit/chain.server.ts'
import { followReveals } from '#app/features/ceremony/archiving.commands.server.ts'
import { followClocks } from '#app/features/editions/clock.server.ts'
import { stepImports } from '#app/features/importing/jobs.server.ts'
import { deliverMessages } from '#app/features/messages/jobs.server.ts'
import { deleteDrafts, remind, writeLinks } from '#app/features/nominations/jobs.server.ts'
import { followDrafts } from '#app/features/nominations/reminders.commands.server.ts'
import { writeSignIns } from '#app/features/people/jobs.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import type { JobName } from '#app/platform/jobs/catalogue.ts'
import { makeJobRunner, startLoop, type JobHandlers, type Loop } from '#app/platform/jobs/loop.server.ts'
import { enqueue } from '#app/platform/jobs/queue.server.ts'
import { makeLog, type Log } from '#app/platform/log.server.ts'
import { makeResendMailer } from '#app/platform/mailer.server.ts'
import { openStorage } from '#app/platform/storage.server.ts'
import { keysFrom, newId } from '#app/platform/tokens.server.ts'
import { isDemo } from '#db/installation.server.ts'
import type { Db, Instant } from '#db/schema.ts'

export interface WorkerParts {
  env: Env
  db: Db
  /** the one clock; tests move it */
  clock?: () => Date
  log?: Log
}

export type Worker = Loop

/** Does the jobs and what recurs, beside the server or as a process of its own; any number may run on one database. */
export function startWorker(parts: WorkerParts): Worker {
  const log = parts.log ?? makeLog(parts.env.LOG_LEVEL)
  return startLoop(makeWorkerStep({ ...parts, log }), log)
}

const tickMs = seconds(15)

/** One step of the work: what recurs when its time has come, then one job. False when there was no job to do. */
export function makeWorkerStep({ env, db, clock = () => new Date(), log = makeLog(env.LOG_LEVEL) }: WorkerParts): () => Promise<boolean> {
  const keys = keysFrom(env.SESSION_SECRET)
  const newCtx = (): Ctx => ({ db, now: clock().toISOString(), actor: system, requestId: newId(), baseUrl: env.BASE_URL, keys })
  const runNextJob = makeJobRunner({ handlers: handlersFor(env), newCtx, log })
  let ticked: Instant | undefined
  return async () => {
    const ctx = newCtx()
    if (!ticked || between(ticked, ctx.now) >= tickMs) {
      ticked = ctx.now
      await tick(ctx)
    }
    return runNextJob((await canDeliver(env, db)) ? [...always, 'message.deliver'] : always)
  }
}

/** Without delivery its jobs are not even looked for: the messages wait as they are. */
const always: JobName[] = ['sign-in.write', 'nomination.links', 'drafts.remind', 'drafts.delete', 'attachments.clear', 'import.step', 'audit.chain']

/** Mail leaves only where a key says so, and never from a database made for showing. */
export async function canDeliver(env: Env, db: Db): Promise<boolean> {
  return env.RESEND_API_KEY !== undefined && !(await isDemo(db))
}

/** Who does the work of each job. */
function handlersFor(env: Env): JobHandlers {
  const mailer = makeResendMailer({ apiKey: env.RESEND_API_KEY ?? 'none', baseUrl: env.RESEND_BASE_URL, from: env.MAIL_FROM })
  return {
    'message.deliver': deliverMessages(mailer),
    'sign-in.write': writeSignIns,
    'nomination.links': writeLinks,
    'drafts.remind': remind,
    'drafts.delete': deleteDrafts,
    'attachments.clear': clearAttachments(openStorage(env.STORAGE_DIR)),
    'import.step': stepImports,
    'audit.chain': { run: linkAuditTrail, budgetMs: hours(1) },
  }
}

/** What recurs: editions' stages and drafts follow their clocks, categories their reveals, files those who name them, and new rows of the audit trail are linked. */
async function tick(ctx: Ctx): Promise<void> {
  await followClocks(ctx)
  await followDrafts(ctx)
  await followReveals(ctx)
  await followAttachments(ctx)
  const newest = await findNewestUnlinked(ctx.db)
  if (newest !== undefined) await inTransaction(ctx, (trx) => enqueue(trx, 'audit.chain', {}, { key: `audit.chain:${newest}` }))
}
