import { createCookie, type Cookie } from '@remix-run/node'
import { draftKeyLivesMs } from '#app/domain/links.ts'

export interface Cookies {
  /** the session's token */
  session: Cookie
  /** the ring: ids of the drafts this device may open. It is signed, so nobody can add one to it. */
  drafts: Cookie
}

/** Whether a browser says that it holds drafts; what they are only the signed cookie tells. */
export function holdsDrafts(cookieHeader = ''): boolean {
  return /(?:^|;\s*)(?:__Host-)?drafts=/.test(cookieHeader)
}

/** The only two cookies there are, both strictly necessary. `__Host-` wherever the site is https. */
export function makeCookies(baseUrl: string, secrets: string[]): Cookies {
  const secure = baseUrl.startsWith('https:')
  const named = (name: string, maxAge?: number) =>
    remembering(createCookie(secure ? `__Host-${name}` : name, { secure, httpOnly: true, sameSite: 'lax', path: '/', secrets, maxAge }))
  return { session: named('session'), drafts: named('drafts', draftKeyLivesMs / 1000) }
}

const mostRemembered = 1000

/** A browser sends the same cookies with every request: one that was genuine is not reckoned out again. */
function remembering(cookie: Cookie): Cookie {
  const genuine = new Map<string, unknown>()
  return {
    ...cookie,
    async parse(header, options) {
      if (header && genuine.has(header)) return genuine.get(header)
      const value: unknown = await cookie.parse(header, options)
      if (!header || value === null) return value
      if (genuine.size >= mostRemembered) genuine.clear()
      genuine.set(header, value)
      return value
    },
  }
}
