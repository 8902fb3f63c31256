import { minutes, seconds } from '#app/domain/time.ts'
import { eventStream } from '#app/platform/http.server.ts'
import type { Log } from '#app/platform/log.server.ts'
import type { Db } from '#db/schema.ts'

export interface FeedEvent {
  id: string
  /** may have several lines */
  data: string
}
/** What there is to say now; undefined when it is the event with the id `since`. */
export type ReadFeed = (since: string | undefined) => Promise<FeedEvent | undefined>

export interface Feed {
  /** The newest event, for who does not listen. */
  now: () => Promise<FeedEvent | undefined>
  /** What one listener gets: the newest event, then each that follows. They come back after a while, to be asked again who they are. */
  listen: () => ReadableStream<Uint8Array>
  /** Looks now instead of at the next second. */
  look: () => Promise<void>
}

const lookEveryMs = seconds(1)
const beatEveryMs = seconds(15)
const listensForMs = minutes(15)
const encoder = new TextEncoder()

/** An event as it goes over the wire (HTML standard, server-sent events). */
export function eventText({ id, data }: FeedEvent): string {
  return `id: ${id}\n${data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`).join('')}\n`
}

interface Listener {
  controller: ReadableStreamDefaultController<Uint8Array>
  /** id of the event they got last */
  has?: string
  leaves: NodeJS.Timeout
}

/**
 * One feed for any number of listeners: while there are any, one look a second, whoever wrote what is new. A look that
 * fails is for `onFault`, and the next second's may go well.
 */
export function makeFeed(read: ReadFeed, onFault: (fault: unknown) => void): Feed {
  const listeners = new Set<Listener>()
  let newest: FeedEvent | undefined
  let looking: Promise<void> | undefined
  let again = false
  let timers: NodeJS.Timeout[] = []

  async function lookOnce(): Promise<void> {
    if (listeners.size === 0) return
    const event = await read(newest?.id)
    if (event) newest = event
    for (const one of listeners) if (newest && one.has !== newest.id) say(one, newest)
  }

  /** One at a time: an older event never comes after a newer one. Who asks during a look is answered by the next. */
  function look(): Promise<void> {
    again = looking !== undefined
    looking ??= lookOnce().catch(onFault).finally(() => {
      looking = undefined
      if (again) void look()
    })
    return looking
  }

  function say(one: Listener, event: FeedEvent): void {
    one.controller.enqueue(encoder.encode(eventText(event)))
    one.has = event.id
  }

  function begin(): void {
    newest = undefined
    const beat = () => listeners.forEach(({ controller }) => controller.enqueue(encoder.encode(': here\n\n')))
    timers = [setInterval(() => void look(), lookEveryMs), setInterval(beat, beatEveryMs)]
  }

  function leave(one: Listener): void {
    clearTimeout(one.leaves)
    if (!listeners.delete(one) || listeners.size > 0) return
    for (const timer of timers) clearInterval(timer)
  }

  return {
    now: () => read(undefined),
    look,
    listen() {
      let one: Listener
      return new ReadableStream<Uint8Array>({
        start(controller) {
          one = { controller, leaves: setTimeout(() => (leave(one), controller.close()), listensForMs) }
          controller.enqueue(encoder.encode('retry: 1000\n\n'))
          if (listeners.size === 0) begin()
          listeners.add(one)
          void look()
        },
        cancel: () => leave(one),
      })
    },
  }
}

const feeds = new WeakMap<Db, Map<string, Feed>>()

/**
 * The feed that goes by this name in this process: what is new is read once for everybody who watches. Other processes on the
 * same database have theirs.
 */
export function sharedFeed({ db, log }: { db: Db; log: Log }, name: string, read: ReadFeed): Feed {
  const ofDatabase = feeds.get(db) ?? new Map<string, Feed>()
  feeds.set(db, ofDatabase)
  const feed = ofDatabase.get(name) ?? makeFeed(read, (fault) => log('error', 'feed.unread', { feed: name, error: fault instanceof Error ? fault.message : String(fault) }))
  ofDatabase.set(name, feed)
  return feed
}

/** Those who watch in this process see at once what was changed in it. */
export function nudgeFeed(db: Db, name: string): void {
  void feeds.get(db)?.get(name)?.look()
}

/** The feed for a page that stays open. Who does not ask for a stream gets the one event there is now. */
export async function feedResponse(request: Request, feed: Feed): Promise<Response> {
  const headers = { 'Content-Type': eventStream }
  if (request.headers.get('Accept')?.includes(eventStream)) return new Response(feed.listen(), { headers })
  const event = await feed.now()
  return new Response(event && eventText(event), { headers })
}
