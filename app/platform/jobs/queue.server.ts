import type { TrxCtx } from '#app/platform/context.server.ts'
import type { JobName, JobPayload } from '#app/platform/jobs/catalogue.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { Instant } from '#db/schema.ts'

/**
 * Queues a job in the transaction of the change that wants it. `key` names the work: the same key is never queued
 * twice, so asking again is harmless.
 */
export async function enqueue<N extends JobName>(
  trx: TrxCtx, name: N, payload: JobPayload<N>, options: { key: string; runAt?: Instant },
): Promise<void> {
  await trx.db
    .insertInto('job')
    .values({
      id: newId(), name, key: options.key, payload: JSON.stringify(payload), state: 'waiting',
      run_at: options.runAt ?? trx.now, created_at: trx.now,
    })
    .onConflict((c) => c.column('key').doNothing())
    .execute()
}
