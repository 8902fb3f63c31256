import type { AppLoadContext } from '@remix-run/node'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { minutes } from '#app/domain/time.ts'

/**
 * Uses in ten minutes from one address. Thirty people behind one care home's, each on every page of the form, twice,
 * stay below them.
 */
const usesIn10Minutes = { begin: 200, page: 1200, attach: 60, code: 100, ask: 60 }

export function allowUse({ limits, clientAddress, ctx }: AppLoadContext, what: keyof typeof usesIn10Minutes): Result {
  const allowed = limits.allow(`nominate:${what}:${clientAddress}`, usesIn10Minutes[what], minutes(10), ctx.now)
  return allowed ? ok() : denied('too-many', { minutes: 10 })
}

/** Three for each of thirty people behind one address; a manager who nominates everybody who works for her. */
const usualSendings = { fromAddress: 100, toOne: 20 }

/** More sendings than usual from one connection in ten minutes, or to one email address in an hour. None is refused: somebody looks at them. */
export function isCrowded({ limits, clientAddress, ctx }: AppLoadContext, email: string): boolean {
  const fromAddress = limits.allow(`sent:${clientAddress}`, usualSendings.fromAddress, minutes(10), ctx.now)
  const toOne = email === '' || limits.allow(`sent-to:${email}`, usualSendings.toOne, minutes(60), ctx.now)
  return !(fromAddress && toOne)
}

const mailsAnHour = { toOne: 5, fromAddress: 100 }

/** Nobody's inbox is flooded. `to` is a draft, or an address whether or not we know it. */
export function allowMail({ limits, clientAddress, ctx }: AppLoadContext, to: string): Result {
  const allowed =
    limits.allow(`mail:${to}`, mailsAnHour.toOne, minutes(60), ctx.now) &&
    limits.allow(`mail:${clientAddress}`, mailsAnHour.fromAddress, minutes(60), ctx.now)
  return allowed ? ok() : denied('too-many', { minutes: 60 })
}
