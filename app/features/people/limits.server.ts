import type { AppLoadContext } from '@remix-run/node'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { minutes } from '#app/domain/time.ts'

/** Against floods from one address; generous, since a whole office or a training day of judges may share it. */
const usesIn10Minutes = { ask: 60, code: 120 }

export function allowFrom({ limits, clientAddress, ctx }: AppLoadContext, what: keyof typeof usesIn10Minutes): Result {
  const allowed = limits.allow(`sign-in:${what}:${clientAddress}`, usesIn10Minutes[what], minutes(10), ctx.now)
  return allowed ? ok() : denied('too-many', { minutes: 10 })
}
