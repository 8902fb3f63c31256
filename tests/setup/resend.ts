import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

const emailSchema = z.strictObject({
  from: z.string(), to: z.string(), subject: z.string(), html: z.string(), text: z.string(), reply_to: z.string().optional(), headers: z.record(z.string(), z.string()).optional(),
})
export type ReceivedEmail = z.infer<typeof emailSchema>

export interface ResendRequest {
  email: ReceivedEmail
  idempotencyKey: string
  authorization: string
}

/** What to do with a request instead of taking it. `accept` takes it all the same before the answer goes wrong. */
export interface Misbehaviour {
  accept?: boolean
  status?: number
  headers?: Record<string, string>
  /** sent as it stands; by default an error as Resend writes it */
  body?: string
  /** no answer: the connection breaks, or stays open for ever */
  silence?: 'break' | 'hang'
}
/** `nth` counts the requests from 1. Undefined: as Resend does on a good day. */
export type Behaviour = (request: ResendRequest, nth: number) => Misbehaviour | undefined | Promise<Misbehaviour | undefined>

export interface FakeResend {
  url: string
  /** every request, in order */
  requests: ResendRequest[]
  behave: (behaviour: Behaviour) => void
  /** what would have arrived: one for each idempotency key, in order */
  delivered: ReceivedEmail[]
  mailTo: (recipient: string) => ReceivedEmail[]
  /** as Resend does after a day */
  forgetKeys: () => void
  close: () => Promise<void>
}

interface Accepted {
  id: string
  payload: string
}

/**
 * A server on this machine that speaks Resend's API for sending: one key is delivered once, with the same id ever
 * after; the same key with another letter is refused, and while the first is still being taken, put off.
 */
export async function startResend(port = 0): Promise<FakeResend> {
  const requests: ResendRequest[] = []
  const delivered: ReceivedEmail[] = []
  const accepted = new Map<string, Accepted>()
  const underWay = new Set<string>()
  let behaviour: Behaviour = () => undefined

  function accept({ email, idempotencyKey }: ResendRequest): Accepted {
    const known = accepted.get(idempotencyKey)
    if (known) return known
    const made = { id: `mail-${delivered.length + 1}`, payload: JSON.stringify(email) }
    accepted.set(idempotencyKey, made)
    delivered.push(email)
    return made
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const authorization = req.headers.authorization ?? ''
    if (req.method !== 'POST' || req.url !== '/emails') return sayError(res, 404, 'not_found', 'No such endpoint')
    if (!/^Bearer re_\w+$/.test(authorization)) return sayError(res, 401, 'invalid_api_key', 'API key is invalid')
    const read = emailSchema.safeParse(JSON.parse(await bodyOf(req)))
    if (!read.success) return sayError(res, 422, 'validation_error', read.error.message)
    const request = { email: read.data, idempotencyKey: String(req.headers['idempotency-key'] ?? ''), authorization }
    requests.push(request)
    const wrong = await behaviour(request, requests.length)
    if (wrong) {
      if (wrong.accept) accept(request)
      return misbehave(res, wrong)
    }
    if (underWay.has(request.idempotencyKey)) return sayError(res, 409, 'concurrent_idempotent_requests', 'The same request is in progress')
    const taken = accept(request)
    if (taken.payload !== JSON.stringify(request.email)) return sayError(res, 409, 'invalid_idempotent_request', 'Same idempotency key used with a different request payload')
    underWay.add(request.idempotencyKey)
    await new Promise((resolve) => setTimeout(resolve, 5))
    underWay.delete(request.idempotencyKey)
    send(res, 200, {}, JSON.stringify({ id: taken.id }))
  }

  const server = createServer((req, res) => void handle(req, res))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    delivered,
    behave: (next) => (behaviour = next),
    forgetKeys: () => accepted.clear(),
    mailTo: (recipient) => delivered.filter(({ to }) => to === recipient),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function misbehave(res: ServerResponse, { status = 500, headers = {}, body, silence }: Misbehaviour): void {
  if (silence === 'break') res.destroy()
  else if (!silence && body === undefined) sayError(res, status, 'application_error', `Said to answer ${status}`, headers)
  else if (!silence) send(res, status, headers, body ?? '')
}

function sayError(res: ServerResponse, statusCode: number, name: string, message: string, headers: Record<string, string> = {}): void {
  send(res, statusCode, headers, JSON.stringify({ statusCode, name, message }))
}

function send(res: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body)
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
