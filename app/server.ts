import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, relative } from 'node:path'
import { visitor } from '#app/domain/actor.ts'
import type { RefusalCode } from '#app/domain/refusals.ts'
import { findActor } from '#app/features/people/session.server.ts'
import { readHealth } from '#app/health.server.ts'
import { holdsDrafts, makeCookies } from '#app/platform/cookies.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Env } from '#app/platform/env.server.ts'
import { finish, sendFinished, type Finished } from '#app/platform/finished.server.ts'
import { securityHeaders } from '#app/platform/headers.server.ts'
import { clientAddress, isSameOrigin, isUnderstood, readBody, sendResponse, toRequest, type TextAnswer } from '#app/platform/http.server.ts'
import { makeLog } from '#app/platform/log.server.ts'
import { makeRateLimit } from '#app/platform/rate-limit.server.ts'
import { openStorage } from '#app/platform/storage.server.ts'
import { keysFrom } from '#app/platform/tokens.server.ts'
import { makePublicPages } from '#app/public-pages.server.ts'
import { makeRouteTable, type TableRow } from '#app/route-table.server.ts'
import type { Db } from '#db/schema.ts'

const formLimit = 256 * 1024
const uploadLimit = 8.5 * 1024 * 1024
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
  /** aborted when the server is about to close: what has no end by itself ends */
  ending?: AbortSignal
}

/**
 * The order of everything: files → public pages → health → who may post → body → Remix.
 * Node's own server: what a framework would add here we would switch off.
 */
export function makeServer({ env, db, build, clock = () => new Date(), clientFolder = 'build/client', ending }: ServerParts): Server {
  const log = makeLog(env.LOG_LEVEL)
  const keys = keysFrom(env.SESSION_SECRET)
  const cookies = makeCookies(env.BASE_URL, env.SESSION_SECRET)
  const limits = makeRateLimit(env.RATE_LIMITS === 'on')
  const storage = openStorage(env.STORAGE_DIR)
  const routeOf = makeRouteTable(build, env.NODE_ENV)
  const fixedHeaders = securityHeaders(env.BASE_URL.startsWith('https:'))
  /** of what is made for one person, unless it says otherwise itself */
  const privately: [string, string][] = [...fixedHeaders, ['Cache-Control', 'no-store']]
  const publicPages = makePublicPages(fixedHeaders)
  const files = listFiles(clientFolder, fixedHeaders)
  const production = env.NODE_ENV === 'production'

  function visitorContext(req: IncomingMessage): AppLoadContext {
    const ctx: Ctx = { db, now: clock().toISOString(), actor: visitor, requestId: randomUUID(), baseUrl: env.BASE_URL, keys }
    return { ctx, cookies, limits, storage, log, clientAddress: clientAddress(req, env.TRUST_PROXY === 'on'), production }
  }

  async function withActor(req: IncomingMessage, load: AppLoadContext): Promise<AppLoadContext> {
    if (!req.headers.cookie) return load
    return { ...load, ctx: { ...load.ctx, actor: await findActor(load.ctx, cookies, req.headers.cookie) } }
  }

  function publicPage(req: IncomingMessage, path: string, route: TableRow, load: AppLoadContext): Promise<Finished | undefined> | undefined {
    return route.ownDrafts && holdsDrafts(req.headers.cookie) ? undefined : publicPages.get(route, path, load)
  }

  /** A refusal made before any route is reached is shown by the same error page; so is what broke there. */
  function refuse(code: RefusalCode | 'broken', load: AppLoadContext): Promise<Response | TextAnswer> {
    const path = `/refused/${code}`
    return routeOf(path).answer(new Request(env.BASE_URL + path), load)
  }

  /** Known before anything is read: who may send a file to the route, if it takes any. */
  async function maySendFile(req: IncomingMessage, { uploads }: TableRow, { ctx }: AppLoadContext): Promise<boolean> {
    if (uploads === 'drafts') return (await cookies.drafts.parse(req.headers.cookie ?? null)) !== null
    return uploads === 'accounts' && ctx.actor.kind === 'account'
  }

  async function answer(req: IncomingMessage, res: ServerResponse, path: string, route: TableRow, load: AppLoadContext): Promise<Response | TextAnswer> {
    const reads = req.method === 'GET' || req.method === 'HEAD'
    if (reads) return route.answer(toRequest(req, path, env.BASE_URL, undefined), load)
    if (!route.anyOrigin && !isSameOrigin(req, env.BASE_URL)) return refuse('cross-site', load)
    const withFile = await maySendFile(req, route, load)
    const body = await readBody(req, withFile ? uploadLimit : formLimit)
    if (body) return route.answer(toRequest(req, path, env.BASE_URL, body), load)
    res.setHeader('Connection', 'close') // some of the body may be left unread
    return refuse(withFile ? 'file-too-large' : 'too-large', load)
  }

  async function handle(req: IncomingMessage, res: ServerResponse, load: AppLoadContext): Promise<void> {
    const path = req.url ?? '/'
    const reads = req.method === 'GET' || req.method === 'HEAD'
    if (reads && files.has(path)) return sendFinished(req, res, await files.read(path))
    const route = isUnderstood(req, path) ? routeOf(path) : undefined
    const page = reads && route && production ? await publicPage(req, path, route, load) : undefined
    if (page) return sendFinished(req, res, page)
    for (const [name, value] of privately) res.setHeader(name, value)
    if (!route) return sendResponse(req, res, await refuse('not-found', load))
    const health = reads ? await readHealth(path, req, load.ctx, env) : undefined
    if (health) return sendResponse(req, res, health)
    const response = await answer(req, res, path, route, await withActor(req, load))
    await sendResponse(req, res, response, ending)
    const { requestId, now } = load.ctx
    log('info', 'request', { requestId, method: req.method, route: route.id, status: response.status, ms: clock().getTime() - Date.parse(now) })
  }

  /** Nothing of what `handle` meant to say has gone out, or the answer is cut off. */
  async function showBroken(req: IncomingMessage, res: ServerResponse, load: AppLoadContext): Promise<void> {
    if (res.headersSent) return void res.destroy()
    for (const [name, value] of privately) res.setHeader(name, value)
    await sendResponse(req, res, await refuse('broken', load))
  }

  return createServer((req, res) => {
    const load = visitorContext(req)
    handle(req, res, load)
      .catch((error: unknown) => {
        if (req.readableAborted && !res.headersSent) return undefined // the browser went away before it had sent everything
        log('error', 'request.broke', { requestId: load.ctx.requestId, error: error instanceof Error ? error.stack : String(error) })
        return showBroken(req, res, load)
      })
      .catch(() => {
        if (!res.headersSent) res.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' })
        res.end('Something went wrong on our side. What you saved before is safe. Go back and try again.')
      })
  })
}

/** The built client files, each finished at its first reading. Hashed ones never change. */
function listFiles(folder: string, headers: [string, string][]) {
  const paths = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  const known = new Map<string, Promise<Finished> | undefined>()
  for (const one of paths) {
    if (one.isFile() && types[extname(one.name)]) known.set(`/${relative(folder, join(one.parentPath, one.name))}`, undefined)
  }
  return {
    has: (path: string) => known.has(path),
    read(path: string): Promise<Finished> {
      const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      const file = known.get(path) ?? finish(readFileSync(join(folder, path)), types[extname(path)] ?? '', [...headers, ['Cache-Control', cache]])
      known.set(path, file)
      return file
    },
  }
}
