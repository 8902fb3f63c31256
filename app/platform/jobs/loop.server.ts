import { later, seconds } from '#app/domain/time.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { jobCatalogue, type JobName, type JobPayload } from '#app/platform/jobs/catalogue.ts'
import { claimJob, completeJob, failJob, postponeJob } from '#app/platform/jobs/queue.server.ts'
import { waitsWithin } from '#app/platform/jobs/waits.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { Instant, JobRow } from '#db/schema.ts'

/** Foreseen, and not the job's fault: it is to be tried again. */
export interface TryAgain {
  why: string
  /** when whoever does the work has said how long to leave them alone: then no job of this name is tried before */
  afterMs?: number
  /** no try may begin after this: if the next one would, the work is given up */
  until?: Instant
}

export interface JobHandler<N extends JobName> {
  /** Does the work; done unless it answers otherwise. What it throws is logged, and tried again like the foreseen. */
  run: (ctx: Ctx, payload: JobPayload<N>) => Promise<TryAgain | undefined>
  /** How long it is tried again, not counting the waits that were asked for. */
  budgetMs: number
  /** What must be said of work given up, in the transaction that ends the job. */
  giveUp?: (trx: TrxCtx, payload: JobPayload<N>, why: string) => Promise<void>
}
export type JobHandlers = { [N in JobName]: JobHandler<N> }

interface RunnerParts {
  handlers: JobHandlers
  /** one for each job, with the time at which it starts */
  newCtx: () => Ctx
  log: Log
}

/** Claims one due job among `names` and sees it through; false when none is due. */
export type RunNextJob = (names: JobName[]) => Promise<boolean>

export function makeJobRunner({ handlers, newCtx, log }: RunnerParts): RunNextJob {
  const resting = new Map<JobName, Instant>()

  async function attempt<N extends JobName>(ctx: Ctx, name: N, job: JobRow): Promise<TryAgain | undefined> {
    try {
      return await handlers[name].run(ctx, payloadOf(name, job))
    } catch (error) {
      log('error', 'job.broke', { job: job.id, name, attempt: job.attempts, error: error instanceof Error ? error.stack : String(error) })
      return { why: error instanceof Error ? error.message : String(error) }
    }
  }

  async function settle<N extends JobName>(ctx: Ctx, name: N, job: JobRow, again: TryAgain | undefined): Promise<void> {
    if (!again) return completeJob(ctx, job)
    if (again.afterMs !== undefined) resting.set(name, later(ctx.now, again.afterMs))
    const { budgetMs, giveUp } = handlers[name]
    const next = nextTry(ctx.now, waitsWithin(budgetMs)[job.attempts - 1], again)
    if (next) return postponeJob(ctx, job, again.why, next)
    log('error', 'job.failed', { job: job.id, name, attempts: job.attempts, why: again.why })
    await inTransaction(ctx, async (trx) => {
      const failed = await failJob(trx, job, again.why)
      if (failed) await giveUp?.(trx, payloadOf(name, job), again.why)
    })
  }

  return async (names) => {
    const ctx = newCtx()
    const awake = names.filter((name) => !(ctx.now < (resting.get(name) ?? '')))
    const job = await claimJob(ctx, awake)
    if (!job) return false
    const name = job.name as JobName
    await settle(newCtx(), name, job, await attempt(ctx, name, job))
    return true
  }
}

/** When to try again after having waited `wait`, or as long as was asked for; undefined when that is too late. */
function nextTry(now: Instant, wait: number | undefined, { afterMs, until }: TryAgain): Instant | undefined {
  if (wait === undefined) return undefined
  const next = later(now, afterMs ?? wait)
  return until !== undefined && next > until ? undefined : next
}

function payloadOf<N extends JobName>(name: N, job: JobRow): JobPayload<N> {
  return jobCatalogue[name].parse(JSON.parse(job.payload)) as JobPayload<N>
}

export interface Loop {
  /** Lets what runs come to its end and takes up nothing more. */
  stop: () => Promise<void>
}

const idleMs = seconds(1)

/** Calls `step` at once again while it finds work, and about once a second while it does not or breaks. */
export function startLoop(step: () => Promise<boolean>, log: Log): Loop {
  let stopping = false
  let wake = () => {}
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, idleMs)
      wake = () => (clearTimeout(timer), resolve())
    })
  const safely = () =>
    step().catch((error: unknown) => {
      log('error', 'loop.broke', { error: error instanceof Error ? error.stack : String(error) })
      return false
    })
  const run = async () => {
    while (!stopping) if (!(await safely()) && !stopping) await pause()
  }
  const ended = run()
  return {
    stop() {
      stopping = true
      wake()
      return ended
    },
  }
}
