import { describe, expect, test } from 'vitest'
import { later, seconds } from '#app/domain/time.ts'
import type { Answers } from '#app/features/nominations/journey.ts'
import { noSigns, suspicionsOf, type Signs } from '#app/features/nominations/suspicion.ts'
import { makeSettings, testNow } from '#tests/factories/index.ts'
import { complete, edition } from '#tests/unit/features/nominations/asked.ts'

const calmly = later(testNow, -seconds(30))
const find = (own: Partial<Answers> = {}, { signs = noSigns, createdAt = calmly, selfNomination = false }: { signs?: Signs; createdAt?: string; selfNomination?: boolean } = {}) =>
  suspicionsOf({ ...edition, settings: makeSettings({ selfNomination }) }, { answers: { ...complete, ...own }, createdAt }, signs)

test('there is nothing about an ordinary nomination', () => expect(find()).toEqual([]))

describe('somebody should look at', () => {
  test('what filled in the field that people cannot see', () => expect(find({}, { signs: { trapped: true, crowded: false } })).toEqual(['trap']))
  test('what comes in a crowd', () => expect(find({}, { signs: { trapped: false, crowded: true } })).toEqual(['many']))
  test('what was written in less than half a minute', () => expect(find({}, { createdAt: later(calmly, 1) })).toEqual(['fast']))
  test.each(['See https://x.example', 'www.pills.example', '[URL=x]'])('web addresses in the story: %s', (text) => expect(find({ story: { 'q-sentence': text } })).toEqual(['addresses']))
  test.each<Partial<Answers>>([
    { nominatorName: 'sam  CARER' }, { reach: 'Nell@People.example', nominatorEmail: 'nell@people.example' }, { reach: '01632 960 001', nominatorPhone: '01632-960001' },
  ])('oneself, where that is not allowed: %o', (own) => {
    expect(find(own)).toEqual(['self'])
    expect(find(own, { selfNomination: true })).toEqual([])
    expect(find({ ...own, kind: 'team' })).toEqual([])
  })
  test('all of it at once, each reason once', () => {
    expect(find({ story: { a: 'http://a', b: 'http://b' }, nominatorName: 'Sam Carer' }, { signs: { trapped: true, crowded: true }, createdAt: testNow })).toEqual(['trap', 'fast', 'many', 'addresses', 'self'])
  })
})

test('nothing given is not the same as something', () => expect(find({ reach: '', nominatorPhone: '' })).toEqual([]))
