import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findRunningDemo, isPortFree } from '#tests/demo/place.ts'

let folder: string
let file: string
let server: Server
let baseUrl: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'))
  file = join(folder, 'demo.json')
  server = createServer((request, response) => response.writeHead(request.url === '/demo/known' ? 200 : 404).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true })
})
const write = (owner: string) => writeFileSync(file, JSON.stringify({ baseUrl, signIn: { owner } }))

test('a demo is running where its own links open', async () => {
  expect(await findRunningDemo(file)).toBeUndefined()
  write(`${baseUrl}/demo/known`)
  expect(await findRunningDemo(file)).toBe(baseUrl)
  write(`${baseUrl}/demo/unknown`) // another program at the same address
  expect(await findRunningDemo(file)).toBeUndefined()
  writeFileSync(file, 'half a fi')
  expect(await findRunningDemo(file)).toBeUndefined()
})

test('a port is free once nobody listens', async () => {
  const { port } = server.address() as AddressInfo
  expect(await isPortFree(port)).toBe(false)
  await new Promise((resolve) => server.close(resolve))
  expect(await isPortFree(port)).toBe(true)
})
