import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { compressOnce } from '#app/platform/finished.server.ts'

/** What is read of too long a body and thrown away: a browser hears an answer only once it has sent everything. */
const patience = 16 * 1024 * 1024

/** The body, or undefined when it is longer than `limit` bytes. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    if (size > patience) break
  }
  return size <= limit ? Buffer.concat(chunks) : undefined
}

/** Whether a route can be asked this at all: a method of forms and links, and an address that can be read. */
export function isUnderstood(req: IncomingMessage, path: string): boolean {
  const place = path.replace(/\?.*/s, '')
  if (!/^\/(?!\/)[^\\]*$/.test(place) || !['GET', 'HEAD', 'POST'].includes(req.method ?? '')) return false
  if (/%00/.test(path)) return false // PostgreSQL takes no such text
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(place))
  } catch {
    return false // a % with nothing to it
  }
}

/** Hop-by-hop and proxy headers mean nothing to a route; `host` and `origin` are ours once the origin check has passed. */
const dropped = new Set(['connection', 'transfer-encoding', 'keep-alive', 'upgrade', 'te', 'expect', 'host', 'origin', 'x-forwarded-host', 'x-forwarded-for', 'x-forwarded-proto'])

/** Node's request as a web `Request` at `baseUrl`: what the routes see does not depend on the proxy in front. */
export function toRequest(req: IncomingMessage, path: string, baseUrl: string, body: Buffer | undefined): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined && !dropped.has(name)) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = req.method ?? 'GET'
  const carriesBody = method !== 'GET' && method !== 'HEAD'
  return new Request(baseUrl + path, { method, headers, body: carriesBody ? new Uint8Array(body ?? Buffer.alloc(0)) : undefined })
}

/** A page as text needs no web stream to carry it. */
export interface TextAnswer {
  status: number
  headers: Headers
  html: string
}

/**
 * Writes an answer, packed where it is text; headers set on `res` before stay unless the answer has its own. `ending`: the
 * server is, so what has no end by itself ends.
 */
export async function sendResponse(req: IncomingMessage, res: ServerResponse, response: Response | TextAnswer, ending?: AbortSignal): Promise<void> {
  res.statusCode = response.status
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length) res.setHeader('Set-Cookie', cookies)
  const type = response.headers.get('content-type') ?? ''
  if ('html' in response) return sendBytes(req, res, type, Buffer.from(response.html))
  if (!response.body) return void res.end()
  const stream = response.body as ReadableStream
  if (type === eventStream) return sendStream(req, res, stream, ending)
  if (response.headers.get('transfer-encoding') === 'chunked') return sendStream(req, res, stream)
  return sendBytes(req, res, type, Buffer.from(await response.arrayBuffer()))
}

export const eventStream = 'text/event-stream'

/** Passes on what comes when it comes, unpacked, until it ends or nobody is there any more. A body that breaks is cut off, so that nobody takes it for whole. */
async function sendStream(req: IncomingMessage, res: ServerResponse, body: ReadableStream, ending?: AbortSignal): Promise<void> {
  if (req.method === 'HEAD') return body.cancel().then(() => void res.end())
  res.flushHeaders()
  await pipeline(Readable.fromWeb(body), res, { signal: ending }).catch((fault: NodeJS.ErrnoException) => {
    res.destroy()
    const left = ending?.aborted || fault.code === 'ERR_STREAM_PREMATURE_CLOSE' // whoever listened has gone, or shall
    if (!left) throw fault
  })
}

async function sendBytes(req: IncomingMessage, res: ServerResponse, type: string, plain: Buffer): Promise<void> {
  const { bytes, encoding } = await compressOnce(plain, type, req)
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding)
  res.setHeader('Vary', 'Accept-Encoding')
  res.setHeader('Content-Length', bytes.length)
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

/** Says which site a request with effects comes from. Neither header: not a browser's form, so no. */
export function isSameOrigin(req: IncomingMessage, baseUrl: string): boolean {
  const site = req.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const origin = req.headers.origin
  return origin !== undefined && loopbackAsOne(origin) === loopbackAsOne(baseUrl)
}

function loopbackAsOne(origin: string): string {
  return origin.replace(/^http:\/\/(127\.0\.0\.1|\[::1\])(?=:|$)/, 'http://localhost')
}

/** The browser's address; behind a trusted proxy, the one the proxy saw. IPv6 by its /64, which is one household. */
export function clientAddress(req: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(req.headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : ''
  const address = forwarded || req.socket.remoteAddress || ''
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIPv6(plain) ? networkOf(plain) : plain
}

/** The first four of an IPv6 address's eight groups, each in its one spelling: `::` stands for as many noughts as are missing. */
function networkOf(address: string): string {
  const [start = '', end = ''] = address.split('::')
  const [left, right] = [start, end].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const missing = Array<string>(8 - left.length - right.length).fill('0')
  return [...left, ...missing, ...right].slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':')
}
