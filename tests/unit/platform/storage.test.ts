import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOf, openStorage, type Storage } from '#app/platform/storage.server.ts'
import { newId } from '#app/platform/tokens.server.ts'

let scratch: string
let folder: string
let storage: Storage
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'storage-'))
  folder = join(scratch, 'deep', 'files')
  storage = openStorage(folder)
})
afterEach(() => rmSync(scratch, { recursive: true }))

const bytes = Buffer.from('a file')

test('a file comes back as it was put, until it is removed', async () => {
  const id = newId()
  expect(await storage.get(id)).toBeUndefined()
  await storage.put(id, bytes)
  expect(await storage.get(id)).toEqual(bytes)
  await storage.remove(id)
  await storage.remove(id)
  expect([await storage.get(id), readdirSync(folder)]).toEqual([undefined, []])
})

test('nobody else on the machine reads it', async () => {
  const id = newId()
  await storage.put(id, bytes)
  expect([statSync(folder).mode & 0o777, statSync(join(folder, id)).mode & 0o777]).toEqual([0o700, 0o600])
})

test.each(['../../etc/passwd', '', 'A'.repeat(20), 'a'.repeat(19), `${'a'.repeat(18)}/b`])('“%s” is no id of ours', async (id) => {
  await expect(async () => storage.get(id)).rejects.toThrow('not an id of ours')
  await expect(async () => storage.put(id, bytes)).rejects.toThrow('not an id of ours')
  await expect(async () => storage.remove(id)).rejects.toThrow('not an id of ours')
})

test('what cannot be kept is said, and nothing of it stays', async () => {
  const id = newId()
  await expect(storage.put(id, 7 as never)).rejects.toThrow()
  expect(readdirSync(folder)).toEqual([])
})

test('a file is known by its hash', () => {
  expect(hashOf(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
