import { Resend } from 'resend'
import { hours, seconds } from '#app/domain/time.ts'

/** One finished message as it leaves the house. */
export interface Letter {
  to: string
  replyTo: string
  subject: string
  html: string
  text: string
  headers?: Record<string, string>
  /** The service delivers what comes under one key once, however often it is handed over within a day. */
  idempotencyKey: string
}

export type Posted =
  | { outcome: 'sent'; providerId: string }
  /** the service did not take it, and will later; `afterMs` when it said how long to wait */
  | { outcome: 'turned-away'; why: string; afterMs?: number }
  /** the service may have taken it or not */
  | { outcome: 'unsure'; why: string }
  /** the service will not have this letter */
  | { outcome: 'refused'; why: string }

export interface Mailer {
  send: (letter: Letter) => Promise<Posted>
}

interface ResendAccount {
  apiKey: string
  /** another address than Resend's own: tests */
  baseUrl?: string
  from: string
  /** how long to wait for an answer */
  patienceMs?: number
}

export function makeResendMailer({ apiKey, baseUrl, from, patienceMs = seconds(10) }: ResendAccount): Mailer {
  const resend = new Resend(apiKey, { baseUrl })
  return {
    async send({ idempotencyKey, replyTo, ...letter }) {
      const options = { idempotencyKey, signal: AbortSignal.timeout(patienceMs) }
      return readReply(await resend.emails.send({ ...letter, from, replyTo: replyTo || undefined }, options))
    },
  }
}

const ourAccountsFault = ['missing_api_key', 'invalid_api_key', 'restricted_api_key']
/** The same letter is being handed over by another process, and may yet be taken. */
const handedOverTwice = 'concurrent_idempotent_requests'

type Reply = Awaited<ReturnType<Resend['emails']['send']>>

/** The SDK does not throw: it answers a failed connection, a timeout and a reply it cannot read with an error without a status. */
function readReply({ data, error, headers }: Reply): Posted {
  if (data?.id) return { outcome: 'sent', providerId: data.id }
  if (!error) return { outcome: 'unsure', why: 'The mail service gave an answer we could not read.' }
  const { message: why, name } = error
  const status = error.statusCode ?? 0
  if (status === 429 || ourAccountsFault.includes(name)) return { outcome: 'turned-away', why, afterMs: retryAfter(headers) }
  const refused = status >= 400 && status < 500 && name !== handedOverTwice
  return { outcome: refused ? 'refused' : 'unsure', why }
}

/** `Retry-After` in seconds, as Resend gives it. */
function retryAfter(headers: Record<string, string> | null): number | undefined {
  const given = Number(headers?.['retry-after'] ?? NaN)
  return given >= 0 ? Math.min(seconds(given), hours(24)) : undefined
}
