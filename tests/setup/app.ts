import { request, type IncomingHttpHeaders } from 'node:http'
import { inject } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { serve, type Served } from '#tests/setup/serve.ts'

export interface TestApp extends Omit<Served, 'stop'> {
  /** somebody with an empty cookie jar */
  visitor: () => Visitor
  /** somebody who has signed in */
  signedIn: (account: Account) => Promise<Visitor>
  close: () => Promise<void>
}

/** The built app on a database of its own (or `fresh`, to be closed by the caller), with a clock that tests move. */
export async function startApp(options: { fresh?: FreshDatabase; clock?: string; env?: Partial<NodeJS.ProcessEnv> } = {}): Promise<TestApp> {
  const fresh = options.fresh ?? (await freshDatabase())
  const { stop, ...served } = await serve({ ...options, db: fresh.db, build: inject('build') })
  const close = () => stop().then(() => (options.fresh ? undefined : fresh.close()))
  const signedIn = async (account: Account) => new Visitor(served.port, await served.sessionOf(account))
  return { ...served, visitor: () => new Visitor(served.port), signedIn, close }
}

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  text: string
}
type Headers = Record<string, string>
type Fields = Record<string, string | string[]>

/** A browser reduced to what a server sees of it: requests, redirects not followed, cookies kept. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly port: number

  constructor(port: number, cookie?: string) {
    this.port = port
    if (cookie) this.keep(cookie)
  }

  get(path: string, headers: Headers = {}): Promise<Reply> {
    return this.send('GET', path, headers)
  }

  /** Sends a form as a page of ours would. */
  post(path: string, fields: Fields = {}, headers: Headers = {}): Promise<Reply> {
    const sameOrigin = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
    return this.send('POST', path, { ...sameOrigin, ...headers }, encode(fields))
  }

  /** Sends exactly this: no header of a browser's is added but the cookies. */
  async send(method: string, path: string, headers: Headers = {}, body?: string | Buffer): Promise<Reply> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await exchange(this.port, method, path, cookie ? { Cookie: cookie, ...headers } : headers, body)
    for (const line of reply.headers['set-cookie'] ?? []) this.keep(line)
    return reply
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    const gone = attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(one))
    if (gone) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(name.length + 1))
  }
}

function encode(fields: Fields): string {
  return new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString()
}

function exchange(port: number, method: string, path: string, own: Headers, body?: string | Buffer): Promise<Reply> {
  const lengthKnown = body !== undefined && !own['Transfer-Encoding']
  const headers = lengthKnown ? { 'Content-Length': String(Buffer.byteLength(body)), ...own } : own
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers })
    sent.once('error', reject)
    sent.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }))
    })
    sent.end(body)
  })
}
