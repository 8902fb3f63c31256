import type { Cookies } from '#app/platform/cookies.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { RateLimit } from '#app/platform/rate-limit.server.ts'
import type { Storage } from '#app/platform/storage.server.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }

  /** What the server hands to every loader and action. */
  interface AppLoadContext {
    ctx: Ctx
    cookies: Cookies
    limits: RateLimit
    storage: Storage
    log: Log
    /** for limits by address */
    clientAddress: string
    /** production hides what is for developers */
    production: boolean
  }
}
