import { createCipheriv, pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { newId } from '#app/platform/tokens.server.ts'

/** OWASP, Password Storage Cheat Sheet: PBKDF2 with SHA-256. Beside 59 random bits it is more than is needed. */
const rounds = 600_000
const deriveKey = promisify(pbkdf2)

/** Three groups of four letters and numbers that are not taken for each other: 59 bits. */
export function newPassphrase(): string {
  return newId().slice(0, 12).replace(/.{4}(?=.)/g, '$&-')
}

/** A text that only the passphrase opens; base64. */
export interface LockedBox {
  iv: string
  text: string
}

/** What opens boxes, for the browser: with the passphrase, the key. */
export interface Lock {
  salt: string
  rounds: number
  close: (texts: string[]) => LockedBox[]
}

/**
 * Locks texts with AES-256-GCM under a key from the passphrase. All boxes are of one size: else the length of a locked name
 * would tell which of the finalists it is.
 */
export async function makeLock(passphrase: string): Promise<Lock> {
  const salt = randomBytes(16)
  const key = await deriveKey(passphrase, salt, rounds, 32, 'sha256')
  return {
    salt: salt.toString('base64'), rounds,
    close(texts) {
      const size = 4096 * Math.ceil(Math.max(1, ...texts.map((text) => Buffer.byteLength(text))) / 4096)
      return texts.map((text) => closeBox(key, Buffer.alloc(size, ' ').fill(text, 0, Buffer.byteLength(text))))
    },
  }
}

function closeBox(key: Buffer, plain: Buffer): LockedBox {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const text = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return { iv: iv.toString('base64'), text: text.toString('base64') }
}
