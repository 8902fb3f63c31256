import type { AppLoadContext } from '@remix-run/node'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { minutes } from '#app/domain/time.ts'

/**
 * Uses in ten minutes from one address. Thirty people behind one care home's, each on every page of the form, twice,
 * stay below them.
 */
const usesIn10Minutes = { begin: 200, page: 1200, code: 100, ask: 60 }

export function allowUse({ limits, clientAddress, ctx }: AppLoadContext, what: keyof typeof usesIn10Minutes): Result {
  const allowed = limits.allow(`nominate:${what}:${clientAddress}`, usesIn10Minutes[what], minutes(10), ctx.now)
  return allowed ? ok() : denied('too-many', { minutes: 10 })
}

const mailsAnHour = { toOne: 5, fromAddress: 100 }

/** Nobody's inbox is flooded. `to` is a draft, or an address whether or not we know it. */
export function allowMail({ limits, clientAddress, ctx }: AppLoadContext, to: string): Result {
  const allowed =
    limits.allow(`mail:${to}`, mailsAnHour.toOne, minutes(60), ctx.now) &&
    limits.allow(`mail:${clientAddress}`, mailsAnHour.fromAddress, minutes(60), ctx.now)
  return allowed ? ok() : denied('too-many', { minutes: 60 })
}
