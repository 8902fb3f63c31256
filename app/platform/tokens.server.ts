import {
  createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, hkdfSync, randomBytes, randomInt, timingSafeEqual, type KeyObject,
} from 'node:crypto'

const idAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A record's id: 20 letters, 99 bits, says nothing. */
export function newId(): string {
  let id = ''
  while (id.length < 20) {
    const byte = randomByte()
    if (byte < 248) id += idAlphabet[byte % 31] // 248 is eight times 31: each letter is as likely
  }
  return id
}

const pool = { bytes: Buffer.alloc(0), at: 0 }
/** Asked for one by one, random bytes cost far more than in handfuls. */
function randomByte(): number {
  if (pool.at >= pool.bytes.length) [pool.bytes, pool.at] = [randomBytes(4096), 0]
  return pool.bytes[pool.at++] ?? 255
}

/** A secret for a link or a cookie: 256 bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Six digits, "004213" among them. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** What we keep of a token. It has 256 random bits, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Stands for what a page showed, so that it can say so when it is sent back: of anything else there is another one. */
export function fingerprintOf(shown: unknown): string {
  return hashToken(JSON.stringify(shown))
}

export function sameSecret(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)]
  return x.length === y.length && timingSafeEqual(x, y)
}

/** Keys of this installation, from `SESSION_SECRET`: the first one seals and hashes, all of them open what was sealed. */
export interface Keys {
  seal: (plain: string) => string
  open: (sealed: string) => string
  /** Keyed hash of a code: six digits alone would be guessed from a stolen database. With a new first secret, codes under way end. */
  hashCode: (code: string, salt: string) => string
}

export function keysFrom(secrets: string[]): Keys {
  const derive = (use: string) => secrets.map((s) => createSecretKey(Buffer.from(hkdfSync('sha256', s, '', use, 32))))
  const boxes = derive('message secrets')
  const codes = derive('codes')
  const [writing, codeKey] = [boxes[0], codes[0]]
  if (!writing || !codeKey) throw new Error('no secret given')
  return {
    seal: (plain) => sealWith(writing, plain),
    open: (sealed) => openWith(boxes, sealed),
    hashCode: (code, salt) => createHmac('sha256', codeKey).update(`${salt}:${code}`).digest('base64url'),
  }
}

function sealWith(key: KeyObject, plain: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

function openWith(keys: KeyObject[], sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  for (const key of keys) {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
    try {
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    } catch {
      continue // sealed with another of the rotating secrets
    }
  }
  throw new Error('no secret opens this')
}
