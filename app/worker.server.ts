import type { Env } from '#app/platform/env.server.ts'
import type { Db } from '#db/schema.ts'

export interface Worker {
  stop: () => Promise<void>
}

export function startWorker(_parts: { env: Env; db: Db }): Worker {
  return { stop: () => Promise.resolve() }
}
