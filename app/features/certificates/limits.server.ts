import type { AppLoadContext } from '@remix-run/node'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { minutes } from '#app/domain/time.ts'

/** From one address in ten minutes: plenty for a hiring manager with a pile of them, nothing for somebody who tries codes. */
const checksIn10Minutes = 60

export function allowCheck({ limits, clientAddress, ctx }: AppLoadContext): Result {
  return limits.allow(`certificate:${clientAddress}`, checksIn10Minutes, minutes(10), ctx.now) ? ok() : denied('too-many', { minutes: 10 })
}
