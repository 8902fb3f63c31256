import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { shutDown } from '#app/shutdown.server.ts'
import type { Db } from '#db/schema.ts'

/** A service that answers when told to, and says in which order its parts came to their end. */
async function startService() {
  const ended: string[] = []
  let answer = () => {}
  const server = createServer((_, res) => { answer = () => (ended.push('answer'), res.end()) })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const asked = new Promise((resolve) => server.once('request', resolve))
  const closed = new Promise((resolve) => get({ port: (server.address() as AddressInfo).port }, (res) => res.resume().once('close', resolve)).once('error', resolve))
  await asked
  const worker = { stop: () => Promise.resolve(void ended.push('worker')) }
  const db = { destroy: () => Promise.resolve(void ended.push('database')) } as unknown as Db
  return { parts: { server, ending: new AbortController(), worker, db }, ended, closed, answer: () => answer() }
}

test('answers under way, then the worker, then the database', async () => {
  const { parts, ended, answer, closed } = await startService()
  const down = shutDown(parts)
  expect([ended, parts.server.listening]).toEqual([[], false])
  answer()
  await Promise.all([down, closed])
  expect(ended).toEqual(['answer', 'worker', 'database'])
})

test('an answer that never comes is not waited for', async () => {
  const { parts, ended, closed } = await startService()
  await Promise.all([shutDown(parts, 20), closed])
  expect(ended).toEqual(['worker', 'database'])
})

test('what has no end by itself is told to end', async () => {
  const { parts, answer, closed } = await startService()
  parts.ending.signal.addEventListener('abort', answer)
  await Promise.all([shutDown(parts), closed])
  expect(parts.ending.signal.aborted).toBe(true)
})
