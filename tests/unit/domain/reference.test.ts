import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseReference, referenceFrom } from '#app/domain/reference.ts'

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

describe('what people type', () => {
  test('is understood in any case, with any spaces and signs between', () => {
    const sign = fc.constantFrom('', ' ', '-', '–', '.', '\u00A0')
    fc.assert(
      fc.property(plenty, sign, fc.boolean(), (some, between, lower) => {
        const reference = referenceFrom(some)
        const typed = [...reference.replace('-', '')].join(between)
        expect(parseReference(lower ? typed.toLowerCase() : typed)).toBe(reference)
      }),
    )
  })

  test('is refused when it cannot be one, and nothing typed breaks it', () => {
    expect(['', 'K7H4', 'K7H4-X29', 'K7H4-X29RR', 'K0H4-X29R', 'KIH4-X29R', 'ßßßß-ßßßß'].map(parseReference)).toEqual(Array(7).fill(undefined))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(parseReference(typed) ?? 'K7H4-X29R').toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
      }),
    )
  })
})
