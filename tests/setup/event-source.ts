import { request, type ClientRequest } from 'node:http'

export interface HeardEvent {
  id: string
  data: string
  /** on the clock of `performance.now()` */
  at: number
}

/** A browser's EventSource, reduced to what it hears. */
export interface Listener {
  events: HeardEvent[]
  headers: () => Record<string, unknown>
  /** the newest event that fits, when it has come */
  until: (fits: (event: HeardEvent) => boolean) => Promise<HeardEvent>
  ended: Promise<void>
  close: () => void
}

/** Listens at `path` with a session's cookie, as long as the server lets it. */
export function listen(port: number, path: string, cookie: string, lastEventId?: string): Listener {
  const events: HeardEvent[] = []
  const waiting = new Set<() => void>()
  let status: Record<string, unknown> = {}
  let sent: ClientRequest | undefined
  const ended = new Promise<void>((resolve) => {
    const headers = { Accept: 'text/event-stream', 'Accept-Encoding': 'gzip, br', Cookie: cookie, ...(lastEventId && { 'Last-Event-ID': lastEventId }) }
    sent = request({ host: '127.0.0.1', port, path, headers, agent: false })
    sent.once('error', () => resolve())
    sent.once('response', (response) => {
      status = { status: response.statusCode, ...response.headers }
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        const blocks = (text + chunk).split('\n\n')
        text = blocks.pop() ?? ''
        events.push(...blocks.flatMap(eventIn))
        for (const look of waiting) look()
      })
      response.once('error', () => resolve())
      response.once('close', () => resolve())
    })
    sent.end()
  })
  const until: Listener['until'] = (fits) =>
    new Promise((resolve) => {
      const look = () => {
        const last = events.at(-1)
        if (!last || !fits(last)) return
        waiting.delete(look)
        resolve(last)
      }
      waiting.add(look)
      look()
    })
  return { events, headers: () => status, until, ended, close: () => void sent?.destroy() }
}

function eventIn(block: string): HeardEvent[] {
  const lines = block.split('\n')
  const valueOf = (field: string) => lines.filter((line) => line.startsWith(`${field}: `)).map((line) => line.slice(field.length + 2)).join('\n')
  return lines.some((line) => line.startsWith('data: ')) ? [{ id: valueOf('id'), data: valueOf('data'), at: performance.now() }] : []
}
