import type { AppLoadContext, EntryContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import type { TextAnswer } from '#app/platform/http.server.ts'

type Route = NonNullable<ServerBuild['routes'][string]>
interface WithInit {
  type: 'DataWithResponseInit'
  data: unknown
  init: ResponseInit | null
}

/** A request, and what is known of it by now. */
export interface Asked {
  request: Request
  url: URL
  params: LoaderFunctionArgs['params']
  load: AppLoadContext
}

/**
 * Answers the plain case of a page that is read: every loader of `chain` gives its data, the tree is rendered once, and the
 * text goes out. Remix's own handler prepares for hydration on the way (it encodes the data for a browser that will not ask,
 * and carries the page through web streams), which took longer than the page itself. Anything but the plain case – a
 * refusal thrown, a redirect – answers undefined, and Remix does it: reading twice changes nothing. A fault is logged
 * here, since the second reading may go well.
 */
export async function renderStill(build: ServerBuild, chain: string[], { request, url, params, load }: Asked): Promise<TextAnswer | undefined> {
  const routes = chain.flatMap((id) => build.routes[id] ?? [])
  const given = await Promise.allSettled(routes.map(async ({ module }) => module.loader?.({ request, params, context: load })))
  for (const one of given) if (one.status === 'rejected' && !(one.reason instanceof Response)) logFault(load, one.reason)
  const loaderData: Record<string, unknown> = {}
  let headers = new Headers()
  let status = 200
  for (const [index, route] of routes.entries()) {
    const result = given[index]
    if (result?.status !== 'fulfilled' || result.value instanceof Response) return undefined
    const { value, init } = unwrap(result.value)
    if (new Headers(init?.headers).has('Set-Cookie')) return undefined
    status = init?.status ?? status
    if (route.module.loader) loaderData[route.id] = value
    headers = headersOf(route, new Headers(init?.headers), headers)
  }
  const context = contextOf(build, routes, params, url, loaderData)
  const { renderPage } = build.entry.module as unknown as { renderPage: (context: EntryContext, url: string) => string }
  try {
    const html = renderPage(context, url.href)
    headers.set('Content-Type', 'text/html; charset=utf-8')
    return { status, headers, html }
  } catch {
    return undefined // Remix meets the same fault, logs it and shows the error page
  }
}

function logFault({ log, ctx: { requestId } }: AppLoadContext, fault: unknown): void {
  log('error', 'loader.broke', { requestId, error: fault instanceof Error ? fault.stack : String(fault) })
}

function unwrap(given: unknown): { value: unknown; init: ResponseInit | null } {
  const isWrapped = (it: unknown): it is WithInit => typeof it === 'object' && it !== null && (it as Partial<WithInit>).type === 'DataWithResponseInit'
  return isWrapped(given) ? { value: given.data, init: given.init } : { value: given, init: null }
}

/** A route's `headers` decide, as in Remix; without them its parent's stand. */
function headersOf({ module }: Route, loaderHeaders: Headers, parentHeaders: Headers): Headers {
  if (typeof module.headers !== 'function') return parentHeaders
  return new Headers(module.headers({ loaderHeaders, parentHeaders, actionHeaders: new Headers(), errorHeaders: undefined }))
}

/** What Remix would hand to the renderer, for a page whose loaders all answered. */
function contextOf(build: ServerBuild, routes: Route[], params: Asked['params'], url: URL, loaderData: Record<string, unknown>): EntryContext {
  const matches = routes.map(({ id, path, index }) => ({ params, pathname: url.pathname, pathnameBase: url.pathname, route: { id, path, index } }))
  return {
    manifest: build.assets,
    routeModules: Object.fromEntries(routes.map(({ id, module }) => [id, module])),
    serverHandoffString: '',
    renderMeta: {},
    future: build.future,
    isSpaMode: false,
    serializeError: (error: Error) => error,
    staticHandlerContext: {
      basename: '/', location: { pathname: url.pathname, search: url.search, hash: '', state: null, key: 'default' },
      matches, loaderData, actionData: null, errors: null, statusCode: 200, loaderHeaders: {}, actionHeaders: {}, activeDeferreds: null,
    },
  }
}
