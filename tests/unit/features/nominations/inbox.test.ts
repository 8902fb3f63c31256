import { describe, expect, test } from 'vitest'
import { inboxKey, readFilters } from '#app/features/nominations/inbox.queries.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { testNow } from '#tests/factories/index.ts'

const none = { words: '', category: '', kind: '', channel: '', state: '', look: '', day: '' }
const read = (query: string) => readFilters(new URLSearchParams(query))

describe('what the address asks of the inbox', () => {
  test('nothing', () => expect(read('')).toEqual(none))

  test('everything', () => {
    expect(read('words=Sam%20O’Neill&category=home-care&kind=team&channel=paper&state=withdrawn&look=first&day=2027-01-12')).toEqual({
      words: 'Sam O’Neill', category: 'home-care', kind: 'team', channel: 'paper', state: 'withdrawn', look: 'first', day: '2027-01-12',
    })
  })

  test.each(['kind=animal', 'channel=fax', 'state=gone', 'state=', 'look=last', 'kind=constructor', 'day=yesterday', 'day=2027-1-2', 'day=2027-01-12T10:00', 'other=x', 'KIND=team'])(
    '%s asks nothing', (query) => expect(read(query)).toEqual(none))

  test('words come without what cannot be looked for, and not more than a hundred letters', () => {
    expect(read('words=%20%00Sam%ED%A0%80%20').words).not.toMatch(/\0|^\s|\s$/)
    expect(read(`words=${'x'.repeat(300)}`).words).toBe('x'.repeat(100))
  })

  test('words are compared in the form in which names are kept', () => {
    expect(read(`words=${encodeURIComponent('Zoe\u0308')}`).words).toBe('Zo\u00EB')
  })
})

test('a place in the list is a time and an id, and nothing else', () => {
  const good = `${testNow}~${newId()}`
  expect(inboxKey.test(good)).toBe(true)
  expect([`${good}'`, good.toUpperCase(), testNow, `~${newId()}`, `x~${newId()}`, `${good}\n`].filter((key) => inboxKey.test(key))).toEqual([])
})
