import { describe, expect, test } from 'vitest'
import { publicUsesOf, silenceMs, type PublicWishes } from '#app/domain/publicity.ts'
import { later } from '#app/domain/time.ts'

const now = '2027-02-20T10:00:00.000Z'
const silent: PublicWishes = { answer: 'none', publicity: {}, toldAt: null }
const yes: PublicWishes = { answer: 'accepted', publicity: { name: 'yes', employer: 'yes', photo: 'yes', story: 'no', stage: 'yes' }, toldAt: now }

describe('what may be public', () => {
  test('is what they said yes to, each for itself', () => {
    expect(publicUsesOf([yes], now)).toEqual(['name', 'employer', 'photo', 'stage'])
    expect(publicUsesOf([{ ...yes, publicity: {} }], now)).toEqual([])
  })

  test('without an answer the name alone, two weeks after they were told, to the millisecond', () => {
    const told = (ms: number) => publicUsesOf([{ ...silent, toldAt: later(now, -ms) }], now)
    expect([told(silenceMs - 1), told(silenceMs), told(silenceMs + 1)]).toEqual([[], ['name'], ['name']])
    expect(publicUsesOf([silent], now)).toEqual([])
  })

  test.each(['declined', 'objected'] as const)('nothing once they %s, whatever else they chose', (answer) => {
    expect(publicUsesOf([{ ...yes, answer }], now)).toEqual([])
    expect(publicUsesOf([yes, { ...silent, answer }], now)).toEqual([])
  })

  test('merged: the strictest choice wins; who chose nothing takes nothing away', () => {
    const other: PublicWishes = { ...yes, publicity: { name: 'yes', employer: 'no', story: 'yes', stage: 'yes' } }
    expect(publicUsesOf([yes, other], now)).toEqual(['name', 'stage'])
    expect(publicUsesOf([yes, silent], now)).toEqual(publicUsesOf([yes], now))
    expect(publicUsesOf([silent, { ...silent, toldAt: later(now, -silenceMs) }], now)).toEqual(['name'])
  })
})
