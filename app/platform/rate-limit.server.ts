import { between, minutes } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'

export interface RateLimit {
  /** true while `key` stays below `limit` uses in the running `windowMs`; counts this use. */
  allow: (key: string, limit: number, windowMs: number, now: Instant) => boolean
}

/** Counts by key in this process. With several processes each counts its own: the limits are against floods, not exact. */
export function makeRateLimit(enabled: boolean): RateLimit {
  const windows = new Map<string, { since: Instant; uses: number }>()
  let swept = ''
  const sweep = (now: Instant) => {
    if (swept && between(swept, now) < minutes(10)) return
    swept = now
    for (const [key, window] of windows) if (between(window.since, now) > minutes(60)) windows.delete(key)
  }
  return {
    allow(key, limit, windowMs, now) {
      if (!enabled) return true
      sweep(now)
      const running = windows.get(key)
      const window = running && between(running.since, now) < windowMs ? running : { since: now, uses: 0 }
      windows.set(key, window)
      window.uses += 1
      return window.uses <= limit
    },
  }
}
