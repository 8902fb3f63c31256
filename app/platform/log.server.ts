export type Log = (level: 'info' | 'error', event: string, facts?: Record<string, unknown>) => void

/** One JSON line an event. Paths carry tokens, so callers log route patterns, never addresses. */
export function makeLog(atLeast: 'silent' | 'error' | 'info'): Log {
  return (level, event, facts = {}) => {
    if (atLeast === 'silent' || (atLeast === 'error' && level === 'info')) return
    const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })
    if (level === 'error') console.error(line)
    else console.log(line)
  }
}
