import { describe, expect, test } from 'vitest'
import { reachDays, type Line } from '#app/domain/reach.ts'
import { arrivalsText, channelsText, passedPages, placesText, settingText, silentCategoriesText, silentDistrictsTexts, stopsText, thinCategoriesText } from '#app/features/reach/words.ts'

const line = (label: string, count: number, before: number | null = null): Line => ({ label, count, before })

describe('what has come', () => {
  const weeks = { opens_at: '2026-11-03T09:00:00.000Z', closes_at: '2026-11-06T17:00:00.000Z', time_zone: 'Europe/London' }
  const own = { ...weeks, byDay: [{ day: '2026-11-03', count: 59 }, { day: '2026-11-04', count: 3 }], now: '2026-11-04T12:00:00.000Z' }
  const last = { ...weeks, opens_at: '2025-11-03T09:00:00.000Z', closes_at: '2025-11-06T17:00:00.000Z', byDay: [{ day: '2025-11-03', count: 48 }, { day: '2025-11-06', count: 9 }] }

  test.each([
    ['beside the edition before', { days: reachDays(own, last), today: 1, over: false, before: '2026' }, '62 so far, 3 of them today. By the end of the same day, 2026 had 48, none of them on it.'],
    ['with none before', { days: reachDays(own), today: 1, over: false, before: null }, '62 so far, 3 of them today. There is no earlier edition here to compare with.'],
    ['on a day without any', { days: reachDays({ ...own, now: '2026-11-05T12:00:00.000Z' }), today: 2, over: false, before: null }, '62 so far, none of them today. There is no earlier edition here to compare with.'],
    ['when it is over', { days: reachDays({ ...own, now: '2026-11-09T12:00:00.000Z' }, last), today: 6, over: true, before: '2026' }, '62 came in all. 2026 had 57.'],
  ])('%s', (_, given, said) => {
    expect(arrivalsText(given)).toBe(said)
  })
})

test.each([
  [[line('Newcomer', 0), line('Care Team', 2)], 'Nobody has nominated in Newcomer yet.'],
  [[line('Newcomer', 0), line('Nurse', 0), line('Care Team', 2)], 'Nobody has nominated in Newcomer or Nurse yet.'],
  [[line('Newcomer', 0), line('Nurse', 0)], 'Nobody has nominated in any category yet.'],
  [[line('Newcomer', 1)], ''],
])('silent categories', (categories, said) => {
  expect([silentCategoriesText({ categories, over: false }), silentCategoriesText({ categories, over: true })]).toEqual([said, said.replace('has ', '').replace(' yet', '')])
})

test('categories with fewer nominees than places; those with none are silent already', () => {
  const categories = [{ ...line('Nurse', 0), nominees: 0 }, { ...line('Newcomer', 9), nominees: 2 }, { ...line('Care Team', 5), nominees: 5 }]
  expect([thinCategoriesText(categories, 5), thinCategoriesText(categories, 2)]).toEqual(['Fewer nominees than a shortlist has places (5): Newcomer (2).', ''])
})

test.each([
  [[line('care-home', 3), line('home-care', 0, 2), line('day', 0), line('', 1)], ['None yet from: Home care and Day centre or service.', 'Of 4, 1 says nothing of the kind of setting.']],
  [[line('care-home', 3), line('', 0)], ['Each of them says something of the kind of setting.']],
  [[line('care-home', 0), line('', 2)], ['Of 2, 2 say nothing of the kind of setting.']],
  [[line('care-home', 0), line('', 0)], ['There are none.']],
])('silent places', (lines, said) => {
  const how = { what: 'the kind of setting', textOf: settingText }
  expect([placesText(lines, { ...how, over: false }), placesText(lines, { ...how, over: true })]).toEqual([said, said.map((sentence) => sentence.replace('None yet', 'None'))])
})

test('districts that a kind of setting is not heard from', () => {
  const silentDistricts = [{ setting: 'home-care' as const, districts: ['PL5', 'PL7'] }]
  expect([false, true].map((over) => silentDistrictsTexts({ silentDistricts, over }))).toEqual([['Home care: not from PL5 or PL7 yet.'], ['Home care: not from PL5 or PL7.']])
})

test('channels, the silent ones too', () => {
  expect(channelsText([line('online', 12), line('phone', 0)])).toBe('Online form: 12. Phone: none.')
})

test('how far drafts got', () => {
  const reach = { sent: 62, stops: [{ words: 'Who?', stopped: 4 }, { words: 'Where?', stopped: 7 }, { words: 'Check and send', stopped: 1 }] }
  expect(stopsText(reach)).toBe('Of 74 begun online, 62 were sent. Of the other 12, most stand at “Where?” (7).')
  expect(passedPages(reach)).toEqual([{ label: 'Begun', count: 74 }, { label: 'Who?', count: 70 }, { label: 'Where?', count: 63 }, { label: 'Sent', count: 62 }])
  expect(stopsText({ sent: 1, stops: [] })).toBe('Of 1 begun online, 1 was sent.')
})
