import { expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { gapsBeforeOpening, type CategoryFacts } from '#app/domain/gaps.ts'
import { makeSettings, testNow } from '#tests/factories/index.ts'

const edition: Edition = {
  id: 'e', slug: '2027', name: 'Awards 2027', current: true, rehearsal: false, stage: 'preparing', time_zone: 'Europe/London',
  ceremony_at: '2027-03-23T19:00:00.000Z', ceremony_place: 'Guildhall', opens_at: '2026-11-03T09:00:00.000Z',
  closes_at: '2027-01-12T17:00:00.000Z', grace_minutes: 15, finalists_announced_at: null, opensByClock: false, settings: makeSettings(), version: 1,
  clock_offset_ms: 0, created_at: testNow, now: testNow,
}
const category: CategoryFacts = { slug: 'home-care', name: 'Home care', questionCount: 1, mustAnswerCount: 1, weightTotal: 100, criteriaWithoutAnchors: 0 }
const { host } = edition.settings

const codes = (own: Partial<Edition>, categories = [category]) => gapsBeforeOpening({ ...edition, ...own }, categories).map((gap) => gap.code)

test('an edition with nothing missing has no gaps', () => {
  expect(gapsBeforeOpening(edition, [category])).toEqual([])
})

test.each<[string, Partial<Edition>, string[]]>([
  ['another edition is current', { current: false }, ['not-current']],
  ['a rehearsal need not be current', { current: false, rehearsal: true }, []],
  ['no host', { settings: makeSettings({ host: { ...host, name: '' } }) }, ['no-host']],
  ['no telephone', { settings: makeSettings({ host: { ...host, phone: '' } }) }, ['no-host']],
  ['no place', { ceremony_place: '' }, ['no-place']],
  ['the close before the opening', { opens_at: '2027-01-13T09:00:00.000Z' }, ['dates']],
  ['the close at the opening', { opens_at: edition.closes_at }, ['dates']],
  ['the ceremony at the close: replies and script would come after it', { ceremony_at: edition.closes_at }, ['dates', 'dates']],
  ['the close at the end of screening', { closes_at: edition.settings.timetable.screeningDone }, ['dates']],
  ['a second before the close', { now: '2027-01-12T16:59:59.000Z' }, []],
  ['at the close', { now: '2027-01-12T17:00:00.000Z' }, ['close-past']],
])('%s', (_, own, expected) => {
  expect(codes(own)).toEqual(expected)
})

test.each<[string, CategoryFacts[], string[]]>([
  ['no category', [], ['no-categories']],
  ['weights of 99', [{ ...category, weightTotal: 99 }], ['weights']],
  ['weights of 101', [{ ...category, weightTotal: 101 }], ['weights']],
  ['no question of its own', [{ ...category, questionCount: 0 }], ['no-question']],
  ['every question may be left empty', [{ ...category, mustAnswerCount: 0 }], ['nothing-asked']],
  ['points without words', [{ ...category, criteriaWithoutAnchors: 2 }], ['anchors']],
  ['one good and one empty', [category, { ...category, questionCount: 0, weightTotal: 0 }], ['weights', 'no-question']],
])('%s', (_, categories, expected) => {
  expect(codes({}, categories)).toEqual(expected)
})

test('each gap names the category it is about, and the page that mends it', () => {
  const gaps = gapsBeforeOpening(edition, [{ ...category, weightTotal: 90 }])
  expect(gaps).toEqual([{ code: 'weights', at: 'categories/home-care', missing: 'The weights of Home care add up to 90, not 100.' }])
})

test('dates that contradict each other are named, with the page of the later one', () => {
  const settings = makeSettings({ timetable: { ...edition.settings.timetable, judgingCloses: '2027-02-24T09:00:00.000Z', scriptFrozen: '2027-03-24T17:00:00.000Z' } })
  expect(gapsBeforeOpening({ ...edition, settings }, [category])).toEqual([
    { code: 'dates', at: 'settings/timetable', missing: '“Judging closes” (9am on Wednesday 24 February 2027) must come before “The panels meet” (9am on Wednesday 24 February 2027).' },
    { code: 'dates', at: 'settings/ceremony', missing: '“The script is final” (5pm on Wednesday 24 March 2027) must come before “The ceremony begins” (7pm on Tuesday 23 March 2027).' },
  ])
})

test('what matters is the moment of the opening, when the clock does it', () => {
  expect(gapsBeforeOpening(edition, [category], '2027-01-12T17:00:00.000Z').map((gap) => gap.code)).toEqual(['close-past'])
})
