import { readEnv } from '#app/platform/env.server.ts'
import { startWorker } from '#app/worker.server.ts'
import { openDatabase } from '#db/client.server.ts'

/** A worker as a process of its own, for tests that kill it. */
const read = readEnv(process.env)
if (!read.ok) throw new Error(read.problems.join('\n'))
startWorker({ env: read.env, db: openDatabase(read.env.DATABASE_URL) })
