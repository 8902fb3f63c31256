import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node'
import { matchPath } from '@remix-run/react'
import { nominationPhase } from '#app/domain/edition.ts'
import { dayKey } from '#app/domain/time.ts'
import { listEditions } from '#app/features/editions/queries.server.ts'
import { finish, type Finished } from '#app/platform/finished.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

const maxPages = 500

export interface PublicPages {
  /** The finished bytes of a public page; undefined when `path` is none, or is not there. */
  get: (path: string, visitor: AppLoadContext) => Promise<Finished | undefined>
}

/**
 * Public pages are made once for everyone and kept until what they show changes: an edition's version, the clock's
 * phase, or the day. They are rendered for a visitor without cookies, so nobody's identity can be in them.
 */
export function makePublicPages(build: ServerBuild): PublicPages {
  const render = createRequestHandler(build, 'production')
  const patterns = publicPatterns(build)
  let stamp = ''
  let pages = new Map<string, Finished>()
  return {
    async get(path, visitor) {
      if (!patterns.some((pattern) => matchPath(pattern, path))) return undefined
      const current = await stampOf(visitor.ctx)
      if (current !== stamp) [stamp, pages] = [current, new Map()]
      const kept = pages.get(path)
      if (kept) return kept
      const response = await render(new Request(visitor.ctx.baseUrl + path), visitor)
      if (response.status !== 200) return undefined
      const bytes = Buffer.from(await response.arrayBuffer())
      const page = await finish(bytes, 'text/html; charset=utf-8', 'no-cache')
      if (pages.size < maxPages && stamp === current) pages.set(path, page)
      return page
    },
  }
}

/** Routes that say `handle = { finished: true }`. */
function publicPatterns(build: ServerBuild): string[] {
  const pathOf = (id: string): string => {
    const route = build.routes[id]
    return route ? `${route.parentId ? pathOf(route.parentId) : ''}/${route.path ?? ''}`.replace(/\/+/g, '/') : ''
  }
  const isFinished = (handle: unknown) => (handle as { finished?: boolean } | undefined)?.finished === true
  return Object.values(build.routes)
    .filter((route) => route !== undefined && isFinished(route.module.handle))
    .map((route) => pathOf(route?.id ?? ''))
}

async function stampOf(ctx: Ctx): Promise<string> {
  const editions = await listEditions(ctx)
  return editions.map((e) => `${e.id}:${e.version}:${nominationPhase(e, e.now)}:${dayKey(e.now, e.time_zone)}`).join('|')
}
