import type { AppLoadContext } from '@remix-run/node'
import { readStamp } from '#app/features/editions/stamp.server.ts'
import { finish, type Finished } from '#app/platform/finished.server.ts'
import type { TableRow } from '#app/route-table.server.ts'

const maxPages = 500
/** One spelling of each address is kept; any other is answered like a page made for one person. */
const canonical = /^\/([a-z0-9-]+(\/[a-z0-9-]+)*)?$/

export interface PublicPages {
  /** The finished bytes of the public page that `route` shows at `path`; undefined when it shows none. */
  get: (route: TableRow, path: string, visitor: AppLoadContext) => Promise<Finished | undefined>
}

/**
 * Public pages are made once for everyone and kept until what they show changes: an edition's version, the clock's
 * phase, or the day; that is asked at most once a millisecond. They are rendered for a visitor without cookies, so
 * nobody's identity can be in them.
 */
export function makePublicPages(headers: [string, string][]): PublicPages {
  let stamp = ''
  let stampReadAt = Number.NEGATIVE_INFINITY
  let pages = new Map<string, Finished>()
  return {
    async get(route, path, visitor) {
      if (!route.finished || !canonical.test(path)) return undefined
      if (performance.now() - stampReadAt > 1) {
        const current = await readStamp(visitor.ctx)
        if (current !== stamp) [stamp, pages] = [current, new Map<string, Finished>()]
        stampReadAt = performance.now()
      }
      const kept = pages.get(path)
      if (kept) return kept
      const since = stamp
      const response = await route.answer(new Request(visitor.ctx.baseUrl + path), visitor)
      if (response.status !== 200) return undefined
      if (!('html' in response)) return undefined
      const bytes = Buffer.from(response.html)
      const page = await finish(bytes, 'text/html; charset=utf-8', [...headers, ['Cache-Control', 'no-cache']])
      if (pages.size < maxPages && stamp === since) pages.set(path, page)
      return page
    },
  }
}
