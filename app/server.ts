import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, relative } from 'node:path'
import { visitor } from '#app/domain/actor.ts'
import type { RefusalCode } from '#app/domain/refusals.ts'
import { findActor } from '#app/features/people/session.server.ts'
import { readHealth } from '#app/health.server.ts'
import { makeCookies } from '#app/platform/cookies.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { compressOnce, finish, sendFinished, type Finished } from '#app/platform/finished.server.ts'
import { contentSecurityPolicy, securityHeaders } from '#app/platform/headers.server.ts'
import { clientAddress, isSameOrigin, readBody, sendResponse, toRequest } from '#app/platform/http.server.ts'
import { makeLog } from '#app/platform/log.server.ts'
import { makeRateLimit } from '#app/platform/rate-limit.server.ts'
import { keysFrom, newId } from '#app/platform/tokens.server.ts'
import { makePublicPages } from '#app/public-pages.server.ts'
import type { Db } from '#db/schema.ts'

const formLimit = 256 * 1024
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.png': 'image/png', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8',
}

export interface ServerParts {
  env: Env
  db: Db
  build: ServerBuild
  /** the one clock; tests move it */
  clock?: () => Date
  /** built client files; Vite's own middleware serves them in development */
  clientFolder?: string
}

/**
 * The order of everything: our headers → files → public pages → health → who may post → body → Remix.
 * Node's own server: what a framework would add here we would switch off.
 */
export function makeServer({ env, db, build, clock = () => new Date(), clientFolder = 'build/client' }: ServerParts): Server {
  const log = makeLog(env.LOG_LEVEL)
  const keys = keysFrom(env.SESSION_SECRET)
  const cookies = makeCookies(env.BASE_URL, env.SESSION_SECRET)
  const limits = makeRateLimit(env.RATE_LIMITS === 'on')
  const remix = createRequestHandler(build, env.NODE_ENV)
  const publicPages = makePublicPages(build)
  const files = listFiles(clientFolder)
  const fixedHeaders = securityHeaders(env.BASE_URL.startsWith('https:'))
  const production = env.NODE_ENV === 'production'

  function visitorContext(req: IncomingMessage): AppLoadContext {
    const ctx: Ctx = { db, now: clock().toISOString(), actor: visitor, requestId: newId(), baseUrl: env.BASE_URL, keys }
    return { ctx, cookies, limits, log, clientAddress: clientAddress(req, env.TRUST_PROXY === 'on'), production }
  }

  async function withActor(req: IncomingMessage, load: AppLoadContext): Promise<AppLoadContext> {
    if (!req.headers.cookie) return load
    return { ...load, ctx: { ...load.ctx, actor: await findActor(load.ctx, cookies, req.headers.cookie) } }
  }

  /** A refusal made before any route is reached is shown by the same error page. */
  const refuse = (code: RefusalCode, load: AppLoadContext) => remix(new Request(`${env.BASE_URL}/refused/${code}`), load)

  async function answer(req: IncomingMessage, res: ServerResponse, path: string, load: AppLoadContext): Promise<Response> {
    const reads = req.method === 'GET' || req.method === 'HEAD'
    if (reads) return remix(toRequest(req, path, env.BASE_URL, undefined), load)
    if (!isSameOrigin(req, env.BASE_URL)) return refuse('cross-site', load)
    const body = await readBody(req, formLimit)
    if (body) return remix(toRequest(req, path, env.BASE_URL, body), load)
    res.setHeader('Connection', 'close') // the rest of the body stays unread
    return refuse('too-large', load)
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = req.url ?? '/'
    const reads = req.method === 'GET' || req.method === 'HEAD'
    for (const [name, value] of fixedHeaders) res.setHeader(name, value)
    if (reads && files.has(path)) return sendFinished(req, res, await files.read(path))
    const load = visitorContext(req)
    const health = reads ? await readHealth(path, req, load.ctx, env) : undefined
    if (health) return sendResponse(res, health)
    const page = reads && production ? await publicPages.get(path, load) : undefined
    if (page) return sendFinished(req, res, page)
    const response = await answer(req, res, path, await withActor(req, load))
    await sendCompressed(req, res, response)
    const { requestId, now } = load.ctx
    log('info', 'request', { requestId, method: req.method, status: response.status, ms: clock().getTime() - Date.parse(now) })
  }

  return createServer((req, res) => {
    handle(req, res).catch((error: unknown) => {
      log('error', 'request.broke', { error: error instanceof Error ? error.stack : String(error) })
      if (!res.headersSent) res.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': contentSecurityPolicy() })
      res.end('Something went wrong on our side. What you saved before is safe. Go back and try again.')
    })
  })
}

async function sendCompressed(req: IncomingMessage, res: ServerResponse, response: Response): Promise<void> {
  const type = response.headers.get('content-type') ?? ''
  if (!response.body || !/^(text\/(html|x-script|plain|csv)|application\/json)/.test(type)) return sendResponse(res, response)
  const plain = Buffer.from(await response.arrayBuffer())
  const { bytes, encoding } = await compressOnce(plain, String(req.headers['accept-encoding'] ?? ''))
  const headers = new Headers(response.headers)
  headers.append('Vary', 'Accept-Encoding')
  if (encoding) headers.set('Content-Encoding', encoding)
  return sendResponse(res, new Response(new Uint8Array(bytes), { status: response.status, headers }))
}

/** The built client files, each finished at its first reading. Hashed ones never change. */
function listFiles(folder: string) {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  const known = new Map<string, Promise<Finished> | undefined>()
  for (const one of paths) {
    if (one.isFile() && types[extname(one.name)]) known.set(`/${relative(folder, join(one.parentPath, one.name))}`, undefined)
  }
  return {
    has: (path: string) => known.has(path),
    read(path: string): Promise<Finished> {
      const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      const file = known.get(path) ?? finish(readFileSync(join(folder, path)), types[extname(path)] ?? '', cache)
      known.set(path, file)
      return file
    },
  }
}
