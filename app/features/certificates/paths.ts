import type { Way } from '#app/features/certificates/queries.server.ts'

/** How a list of certificates, or the file of it, is asked for in an address: `?employer=sable street`, or nothing for those that go directly. */
export function readWay(search: URLSearchParams): { way: Way; part: number } {
  const employer = search.get('employer')
  const part = Number(search.get('part') ?? '1')
  return { way: employer ? { employer } : 'direct', part: Number.isSafeInteger(part) && part > 0 && part < 10_000 ? part : 1 }
}

export function wayQuery(way: Way, part = 1): string {
  return `?${new URLSearchParams({ ...(way === 'direct' ? {} : { employer: way.employer }), ...(part > 1 && { part: String(part) }) }).toString()}`
}
