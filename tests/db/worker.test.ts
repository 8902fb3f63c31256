import { afterEach, beforeEach, expect, test } from 'vitest'
import { later, seconds } from '#app/domain/time.ts'
import { findChainFault, findNewestUnlinked } from '#app/features/audit/chain.server.ts'
import { record } from '#app/features/audit/record.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { makeWorkerStep } from '#app/worker.server.ts'
import { makeCtx, makeEdition, testNow, testSecret } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let now: string
let step: () => Promise<boolean>
beforeEach(async () => {
  fresh = await freshDatabase()
  now = testNow
  const read = readEnv({ NODE_ENV: 'test', SESSION_SECRET: testSecret, LOG_LEVEL: 'error' })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  step = makeWorkerStep({ env: read.env, db: fresh.db, clock: () => new Date(now) })
})
afterEach(() => fresh.close())

async function workThrough(): Promise<void> {
  while (await step());
}
const chainJobs = () => fresh.db.selectFrom('job').select('state').where('name', '=', 'audit.chain').execute()

test('links the audit trail soon after it has grown, and asks for no work while it has not', async () => {
  await workThrough()
  expect(await chainJobs()).toEqual([])
  const edition = await makeEdition(fresh.db)
  await inTransaction(makeCtx(fresh.db), (trx) => record(trx, { verb: 'edition.created', edition, objectId: edition.id }))
  now = later(now, seconds(14))
  await workThrough()
  expect(await chainJobs()).toEqual([])
  now = later(now, seconds(1))
  await workThrough()
  expect([await chainJobs(), await findNewestUnlinked(fresh.db), await findChainFault(fresh.db)]).toEqual([[{ state: 'done' }], undefined, undefined])
  now = later(now, seconds(15))
  await workThrough()
  expect(await chainJobs()).toHaveLength(1)
})

test('lets an edition follow its clock', async () => {
  const edition = await makeEdition(fresh.db, { closes_at: later(testNow, -seconds(1)), grace_minutes: 0 })
  await workThrough()
  expect(await fresh.db.selectFrom('edition').select('stage').where('id', '=', edition.id).executeTakeFirst()).toEqual({ stage: 'screening' })
})
