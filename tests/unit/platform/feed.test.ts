import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { eventText, makeFeed, type FeedEvent } from '#app/platform/feed.server.ts'

let now: FeedEvent
let reads = 0
const faults: unknown[] = []
const read = (since: string | undefined) => {
  reads += 1
  return now.id === 'broken' ? Promise.reject(new Error('away')) : Promise.resolve(now.id === since ? undefined : now)
}

/** What a listener gets, as text. */
function hear(stream: ReadableStream<Uint8Array>) {
  const heard = { text: '', ended: false, leave: () => reader.cancel() }
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  const next = async (): Promise<void> => {
    const { value, done } = await reader.read()
    heard.text += decoder.decode(value)
    heard.ended = done
    if (!done) await next()
  }
  void next()
  return heard
}

beforeEach(() => {
  vi.useFakeTimers()
  now = { id: '1', data: 'first' }
  reads = faults.length = 0
})
afterEach(() => vi.useRealTimers())

const passes = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
const feedOf = () => makeFeed(read, (fault) => faults.push(fault))

test('an event of several lines stays one event', () => {
  expect(eventText({ id: '7', data: 'one\ntwo\r\nthree' })).toBe('id: 7\ndata: one\ndata: two\ndata: three\n\n')
})

test('everybody gets what there is, then what is new, by one look a second for all', async () => {
  const feed = feedOf()
  const all = Array.from({ length: 50 }, () => hear(feed.listen()))
  await passes(0.1)
  expect([new Set(all.map(({ text }) => text)), reads <= 2]).toEqual([new Set(['retry: 1000\n\nid: 1\ndata: first\n\n']), true])
  now = { id: '2', data: 'second' }
  const before = reads
  await passes(3)
  expect([new Set(all.map(({ text }) => text.split('id: ').length)), reads - before]).toEqual([new Set([3]), 3])
})

test('a nudge is heard at once, and nobody hears anything twice', async () => {
  const feed = feedOf()
  const one = hear(feed.listen())
  await passes(0.1)
  now = { id: '2', data: 'second' }
  await Promise.all([feed.look(), feed.look()])
  await passes(0.1)
  expect(one.text.match(/id: \d/g)).toEqual(['id: 1', 'id: 2'])
})

test('a heartbeat every fifteen seconds; after a quarter of an hour they come back and are asked who they are', async () => {
  const one = hear(feedOf().listen())
  await passes(31)
  expect(one.text.match(/: here/g)).toHaveLength(2)
  await passes(870)
  expect(one.ended).toBe(true)
})

test('nobody listening, nobody looks; whoever comes then gets what is true then', async () => {
  const feed = feedOf()
  const one = hear(feed.listen())
  await passes(1)
  await one.leave()
  const before = reads
  now = { id: '2', data: 'second' }
  await passes(60)
  expect(reads).toBe(before)
  const other = hear(feed.listen())
  await passes(0.1)
  expect(other.text).toContain('second')
})

test('a look that fails is reported, and the next one goes well', async () => {
  const one = hear(feedOf().listen())
  await passes(0.1)
  now = { id: 'broken', data: '' }
  await passes(2)
  now = { id: '2', data: 'second' }
  await passes(1)
  expect([faults.length, one.text.includes('second')]).toEqual([2, true])
})
