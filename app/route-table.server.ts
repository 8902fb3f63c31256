import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import type { TextAnswer } from '#app/platform/http.server.ts'
import { renderStill, type Asked } from '#app/still-page.server.ts'

export interface TableRow {
  id: string
  /** a public page that is the same for everyone: `handle = { finished: true }` */
  finished: boolean
  /** and says beside that what the visitor's device holds, if anything: `handle = { finished: true, ownDrafts: true }` */
  ownDrafts: boolean
  /** takes files, from those who are signed in, or hold drafts: `handle = { uploads: 'drafts' }` */
  uploads?: Uploader
  /** takes forms from other websites, since the secret in its address is all that its act needs: `handle = { anyOrigin: true }` */
  anyOrigin: boolean
  answer: (request: Request, load: AppLoadContext) => Promise<Response | TextAnswer>
}

export type Uploader = 'accounts' | 'drafts'

/**
 * Finds the route of a path with patterns compiled once, and hands the request to a Remix handler that knows only that
 * route and its parents. Remix's own router compiles and ranks every pattern of the site for every request, twice.
 */
export function makeRouteTable(build: ServerBuild, mode: string): (path: string) => TableRow {
  const rows = Object.values(build.routes)
    .filter((route) => route !== undefined && route.id !== 'root')
    .map((route) => {
      const pattern = patternOf(pathOf(build, route?.id ?? ''))
      return { ...rowOf(build, route?.id ?? '', mode, pattern), ...pattern }
    })
    .sort((a, b) => b.score - a.score)
  const shelves = shelve(rows)
  return (path) => {
    const page = pageOf(path)
    const row = shelves(page).find(({ pattern }) => pattern.test(page))
    if (!row) throw new Error('the site map has no last resort')
    return row
  }
}

/** The patterns that a page can have at all, by how many parts it has and how it begins; most of the site is neither. */
function shelve<R extends Pattern>(rows: R[]): (page: string) => R[] {
  const shelves = new Map<string, R[]>()
  const fits = ({ parts }: R, count: number, first: string) => parts.includes('*') || (parts.length === count && (parts[0] === first || !parts[0] || parts[0].startsWith(':')))
  for (const { parts } of rows) {
    const first = parts[0]?.toLowerCase() ?? ''
    for (const key of [`${parts.length}/${first}`, `${parts.length}/`]) shelves.set(key, rows.filter((row) => fits(row, parts.length, key.split('/')[1] ?? '')))
  }
  const lastResort = rows.filter(({ parts }) => parts.includes('*'))
  return (page) => {
    const [first = '', ...others] = page.split('/').filter(Boolean)
    const count = first ? others.length + 1 : 0
    return shelves.get(`${count}/${first.toLowerCase()}`) ?? shelves.get(`${count}/`) ?? lastResort
  }
}

/** The page that an address asks for, as Remix reads it: without query and mark of data, dots resolved, letters decoded. */
function pageOf(path: string): string {
  const asked = path.replace(/\?.*/s, '')
  if (!/[.%]/.test(asked)) return asked
  const { pathname } = new URL(`http://localhost${asked}`)
  const page = pathname.replace(/(^\/_root|)\.data$/, '') || '/'
  return page.split('/').map((part) => decodeURIComponent(part).replaceAll('/', '%2F')).join('/')
}

function pathOf(build: ServerBuild, id: string): string {
  const route = build.routes[id]
  return route ? `${route.parentId ? pathOf(build, route.parentId) : ''}/${route.path ?? ''}`.replace(/\/+/g, '/') : ''
}

/** Fixed parts count for more than variable ones, more parts for more than fewer, as in Remix. */
interface Pattern {
  parts: string[]
  pattern: RegExp
  score: number
}

function patternOf(path: string): Pattern {
  const parts = path.split('/').filter(Boolean)
  const source = parts.map((part) => (part === '*' ? '/[^]*' : part.startsWith(':') ? `/(?<${part.slice(1)}>[^/]+)` : `/${part.replace(/[.]/g, '\\.')}`)).join('')
  const score = parts.reduce((sum, part) => sum + (part === '*' ? -2 : part.startsWith(':') ? 3 : 10), parts.length)
  return { parts, pattern: new RegExp(`^${source}/*$`, 'i'), score }
}

function rowOf(build: ServerBuild, id: string, mode: string, { pattern }: Pick<Pattern, 'pattern'>): TableRow {
  let handler: ReturnType<typeof createRequestHandler> | undefined
  const chain = chainOf(build, id)
  const only = narrow(build, chain)
  const module = build.routes[id]?.module
  const handle = module?.handle as { finished?: boolean; ownDrafts?: boolean; uploads?: Uploader; anyOrigin?: boolean } | undefined
  const isPage = module?.default !== undefined

  async function readPage(asked: Asked): Promise<TextAnswer | undefined> {
    return asked.request.method === 'GET' ? renderStill(only, chain, asked) : undefined
  }

  /** A resource's answer is its own, and needs nothing that Remix does for pages. */
  async function answerResource({ request, params, load }: Asked): Promise<Response | undefined> {
    const run = request.method === 'POST' ? module?.action : module?.loader
    const answer: unknown = await Promise.try(() => run?.({ request, params, context: load })).catch(thrownResponse)
    return answer instanceof Response ? answer : undefined
  }

  return {
    id,
    finished: handle?.finished === true,
    ownDrafts: handle?.ownDrafts === true,
    uploads: handle?.uploads,
    anyOrigin: handle?.anyOrigin === true,
    async answer(request, load) {
      const url = new URL(request.url)
      const own = url.pathname.endsWith('.data') ? undefined : isPage ? readPage : answerResource
      const answer = await own?.({ request, url, params: paramsIn(pattern, url.pathname), load })
      return answer ?? (handler ??= createRequestHandler(only, mode))(request, load)
    },
  }
}

/** What was thrown to be the answer; anything else is a fault. */
function thrownResponse(thrown: unknown): Response {
  if (thrown instanceof Response) return thrown
  throw thrown
}

function paramsIn(pattern: RegExp, path: string): Record<string, string> {
  const groups = pattern.exec(pageOf(path))?.groups ?? {}
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, value.replaceAll('%2F', '/')]))
}

/** The build with one route and its parents. */
function narrow(build: ServerBuild, chain: string[]): ServerBuild {
  const only = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([key]) => chain.includes(key)))
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}

function chainOf(build: ServerBuild, id: string): string[] {
  const parent = build.routes[id]?.parentId
  return parent ? [...chainOf(build, parent), id] : [id]
}
