import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const wait = saidByRoutes('Retry-After', context)
  if (wait) headers.set('Retry-After', wait)
  return new Response(renderPage(context, request.url), { status, headers })
}

/** A header of a refusal: Remix keeps what a form's answer or an error says from the page around it. */
function saidByRoutes(name: string, { staticHandlerContext: { actionHeaders, loaderHeaders } }: EntryContext): string | undefined {
  return [...Object.values(actionHeaders), ...Object.values(loaderHeaders)].map((one) => one.get(name)).find((value) => value !== null) ?? undefined
}

/** Pages are whole and without Remix's scripts, so they are written as still markup in one go. */
export function renderPage(context: EntryContext, url: string): string {
  return `<!doctype html>${titled(renderToStaticMarkup(<RemixServer context={context} url={url} />), context)}`
}

/** A form sent back says so in the page's title, which is what a screen reader reads first. */
function titled(html: string, { staticHandlerContext: { actionData } }: EntryContext): string {
  const sentBack = Object.values(actionData ?? {}).some((answer) => Object.keys((answer as { errors?: object } | null)?.errors ?? {}).length > 0)
  return sentBack ? html.replace('<title>', '<title>Error: ') : html
}

/** What no rule foresaw: logged with the request's id, shown without detail. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.log('error', 'request.failed', {
    requestId: context.ctx.requestId,
    error: error instanceof Error ? error.stack : String(error),
  })
}
