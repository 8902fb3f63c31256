import { expect, test } from 'vitest'
import { packForm } from '#app/features/ceremony/forms.ts'
import { makeLock, newPassphrase, type Lock, type LockedBox } from '#app/features/ceremony/pack-lock.server.ts'

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))

/** As a browser does. */
async function open(passphrase: string, { salt, rounds }: Lock, { iv, text }: LockedBox): Promise<string> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations: rounds }, secret, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv) }, key, bytes(text)))
}

test('the passphrase opens what it locked, another one nothing', async () => {
  const lock = await makeLock('abcd-efgh-jkmn')
  const [box] = lock.close(['<h1>Łucja & “Jo”</h1>'])
  expect((await open('abcd-efgh-jkmn', lock, box!)).trimEnd()).toBe('<h1>Łucja & “Jo”</h1>')
  await expect(open('abcd-efgh-jkmp', lock, box!)).rejects.toThrow()
})

test('a locked name is as long as any other: its length does not tell whose it is', async () => {
  const lock = await makeLock('abcd-efgh-jkmn')
  const boxes = lock.close(['Al', 'Jo Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch', 'é'.repeat(3000)])
  expect(new Set(boxes.map(({ text }) => text.length)).size).toBe(1)
  expect(new Set(boxes.map(({ iv }) => iv)).size).toBe(3)
})

test('every passphrase is another, and its form takes it', () => {
  const made = Array.from({ length: 200 }, newPassphrase)
  expect(new Set(made).size).toBe(200)
  expect(made.filter((passphrase) => !packForm.safeParse({ passphrase }).success)).toEqual([])
})
