import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificateCodeFrom, readCertificateCode, referenceFrom } from '#app/domain/reference.ts'

const letters = '23456789CFHJKRWXY'
/** Any bytes, and eight that are usable whatever the rest are. */
const plenty = fc.uint8Array({ minLength: 8, maxLength: 64 }).map((some) => Uint8Array.from([...some, 1, 2, 3, 4, 5, 6, 7, 8]))

describe('a reference', () => {
  test('is two halves of four letters that cannot be mistaken for one another', () => {
    const shape = new RegExp(`^[${letters}]{4}-[${letters}]{4}$`)
    fc.assert(
      fc.property(plenty, (some) => {
        expect(referenceFrom(some)).toMatch(shape)
      }),
    )
  })

  test('says each letter equally often', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 255; byte++) {
      const first = referenceFrom(Uint8Array.from([byte, 0, 0, 0, 0, 0, 0, 0])).charAt(0)
      counts.set(first, (counts.get(first) ?? 0) + 1)
    }
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries([...letters].map((letter) => [letter, 15])))
  })

  test('drops the byte that would favour a letter, and says so when too few are left', () => {
    expect(referenceFrom(Uint8Array.from([255, 255, 0, 1, 2, 3, 4, 5, 6, 7]))).toBe('2345-6789')
    expect(() => referenceFrom(Uint8Array.from([255, 0, 1, 2, 3, 4, 5, 6]))).toThrow(RangeError)
  })
})

describe('a certificate’s code', () => {
  const code = certificateCodeFrom(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]))
  test('is three parts of four', () => {
    expect(code).toBe('2345-6789-CFHJ')
  })

  test.each([code, '23456789cfhj', ' 2345 6789 cfhj ', '2345–6789–CFHJ'])('is read from “%s”', (typed) => {
    expect(readCertificateCode(typed)).toBe(code)
  })

  test.each(['', '2345-6789', '2345-6789-CFHJK', '2345-6789-CFH0', '2345-6789-CFHB', '../../etc/passwd'])('is not “%s”', (typed) => {
    expect(readCertificateCode(typed)).toBe(undefined)
  })
})
