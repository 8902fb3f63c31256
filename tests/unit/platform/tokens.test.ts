import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hashToken, keysFrom, newCode, newId, newToken, sameSecret } from '#app/platform/tokens.server.ts'

const [first, second, third] = ['first', 'second', 'third'].map((name) => name.padEnd(32, '-')) as [string, string, string]

describe('what is sealed', () => {
  test('is opened by the secret that sealed it, and says nothing in between', () => {
    const keys = keysFrom([first])
    const sealed = keys.seal('the code is 004213')
    expect(keys.open(sealed)).toBe('the code is 004213')
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('004213')
    expect(keys.seal('the code is 004213')).not.toBe(sealed)
  })

  test('is still opened when a new secret stands before the old one, and no longer when the old one is gone', () => {
    const sealed = keysFrom([first]).seal('text')
    expect(keysFrom([second, first]).open(sealed)).toBe('text')
    expect(() => keysFrom([second, third]).open(sealed)).toThrow('no secret opens this')
  })

  test('is sealed with the first of the secrets', () => {
    expect(keysFrom([second]).open(keysFrom([second, first]).seal('text'))).toBe('text')
  })

  test('is refused when a bit of it was changed or cut off', () => {
    const keys = keysFrom([first])
    const sealed = Buffer.from(keys.seal('text'), 'base64url')
    for (let place = 0; place < sealed.length; place++) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
      expect(() => keys.open(changed.toString('base64url'))).toThrow('no secret opens this')
    }
    expect(() => keys.open(sealed.subarray(0, -1).toString('base64url'))).toThrow()
    expect(() => keys.open('')).toThrow()
  })

  test('needs a secret at all', () => {
    expect(() => keysFrom([])).toThrow('no secret given')
  })
})

describe('codes', () => {
  test('are hashed with a key and with their own salt', () => {
    const hashes = [keysFrom([first]).hashCode('004213', 'a'), keysFrom([first]).hashCode('004213', 'b'), keysFrom([second]).hashCode('004213', 'a')]
    expect(new Set(hashes).size).toBe(3)
    expect(keysFrom([first, second]).hashCode('004213', 'a')).toBe(hashes[0])
  })

  test('are six digits, those with leading noughts among them', () => {
    const codes = Array.from({ length: 2000 }, newCode)
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([])
    expect(codes.some((code) => code.startsWith('0'))).toBe(true)
  })
})

test('ids and tokens have their length and alphabet, and do not repeat', () => {
  const ids = Array.from({ length: 2000 }, newId)
  const tokens = Array.from({ length: 2000 }, newToken)
  expect(ids.filter((id) => !/^[a-hjkmnp-z2-9]{20}$/.test(id))).toEqual([])
  expect(tokens.filter((token) => !/^[\w-]{43}$/.test(token))).toEqual([])
  expect([new Set(ids).size, new Set(tokens).size]).toEqual([2000, 2000])
})

test('a kept token is a hash of it, and secrets are compared whole', () => {
  expect(hashToken('token')).toBe(createHash('sha256').update('token').digest('base64url'))
  const pairs = [['abc', 'abc'], ['abc', 'abd'], ['abc', 'abcd'], ['', ''], ['e', 'é'], ['é', 'é']] as const
  expect(pairs.map(([a, b]) => sameSecret(a, b))).toEqual([true, false, false, true, false, true])
})
