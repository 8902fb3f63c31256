import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, endOfDay, passing, reachDays, withoutSmall, type Weeks } from '#app/domain/reach.ts'
import { later } from '#app/domain/time.ts'

const london = 'Europe/London'
const weeks = (own: Partial<Weeks> = {}): Weeks => ({ opens_at: '2026-11-03T09:00:00.000Z', closes_at: '2026-11-06T17:00:00.000Z', time_zone: london, byDay: [], ...own })
const counts = (days: ReturnType<typeof reachDays>, which: 'came' | 'before') => days.map((one) => one[which]?.count ?? null)

describe('two editions side by side', () => {
  const own = { ...weeks({ byDay: [{ day: '2026-11-03', count: 2 }, { day: '2026-11-05', count: 1 }] }), now: '2026-11-05T12:00:00.000Z' }

  test('each day from the opening to the close; what is still to come is not nought', () => {
    expect(reachDays(own)).toEqual([
      { day: '2026-11-03', came: { count: 2, total: 2 }, before: null },
      { day: '2026-11-04', came: { count: 0, total: 2 }, before: null },
      { day: '2026-11-05', came: { count: 1, total: 3 }, before: null },
      { day: '2026-11-06', came: null, before: null },
    ])
  })

  test('the edition before stands by its days since its own opening, and goes on where it was longer', () => {
    const before = weeks({ opens_at: '2025-10-20T08:00:00.000Z', closes_at: '2025-10-24T16:00:00.000Z', byDay: [{ day: '2025-10-21', count: 4 }, { day: '2025-10-24', count: 1 }] })
    const days = reachDays(own, before)
    expect([days.length, counts(days, 'came'), days.map((one) => one.before?.total)]).toEqual([5, [2, 0, 1, null, null], [0, 4, 4, 4, 5]])
  })

  test('what came before the opening counts on it, what came after the close on its day', () => {
    const days = reachDays({ ...own, byDay: [{ day: '2026-11-01', count: 5 }, { day: '2026-11-03', count: 1 }, { day: '2026-11-08', count: 2 }], now: '2026-12-01T12:00:00.000Z' })
    expect(counts(days, 'came')).toEqual([6, 0, 0, 0, 0, 2])
  })

  test('nothing of today is known before the opening', () => {
    expect(counts(reachDays({ ...own, now: '2026-11-02T23:59:59.999Z' }), 'came')).toEqual([null, null, null, null])
  })
})

describe('days are those of the calendar', () => {
  // in London, clocks go back on 25 October 2026 and forward on 28 March 2027
  test.each([
    ['2026-10-24T11:00:00.000Z', '2026-10-25T22:59:59.999Z', 1],
    ['2026-10-24T11:00:00.000Z', '2026-10-25T23:59:59.999Z', 1],
    ['2026-10-24T11:00:00.000Z', '2026-10-26T00:00:00.000Z', 2],
    ['2027-03-27T11:00:00.000Z', '2027-03-28T22:59:59.999Z', 1],
    ['2027-03-27T11:00:00.000Z', '2027-03-28T23:00:00.000Z', 2],
    ['2026-11-03T09:00:00.000Z', '2026-11-02T12:00:00.000Z', -1],
  ])('opened at %s, it is at %s day %i', (opens_at, now, number) => {
    expect(dayNumber({ opens_at, time_zone: london, now })).toBe(number)
  })

  test.each([
    ['2026-10-24T11:00:00.000Z', 0, '2026-10-24T23:00:00.000Z'],
    ['2026-10-24T11:00:00.000Z', 1, '2026-10-26T00:00:00.000Z'],
    ['2027-03-27T11:00:00.000Z', 1, '2027-03-28T23:00:00.000Z'],
    ['2026-12-31T09:00:00.000Z', 0, '2027-01-01T00:00:00.000Z'],
  ])('of what opened at %s, day %i ends at %s', (opens_at, number, end) => {
    expect(endOfDay({ opens_at, time_zone: london }, number)).toBe(end)
  })

  test('a day ends when the next one begins, wherever', () => {
    const zones = fc.constantFrom(london, 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kolkata')
    const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
    fc.assert(fc.property(zones, moments, fc.nat(120), (time_zone, opens_at, number) => {
      const end = endOfDay({ opens_at, time_zone }, number)
      expect([later(end, -1), end].map((now) => dayNumber({ opens_at, time_zone, now }))).toEqual([number, number + 1])
    }))
  })
})

describe('what leaves us', () => {
  test.each<[string, number[], (number | string)[]]>([
    ['large counts and none', [12, 0, 5], [12, 0, 5]],
    ['two small ones', [12, 4, 1], [12, 'fewer than 5', 'fewer than 5']],
    ['a single one, which the sum would give away', [12, 4, 9, 30], [12, 'fewer than 5', 'not given', 30]],
    ['a single one beside nothing', [0, 3], [0, 'fewer than 5']],
  ])('%s', (_, given, said) => {
    expect(withoutSmall(given)).toEqual(said)
  })

  test('no small count is ever said, and none can be worked out from the sum', () => {
    fc.assert(fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 12 }), (given) => {
      const said = withoutSmall(given)
      const hidden = said.filter((one) => typeof one === 'string').length
      expect([said.some((one) => typeof one === 'number' && one > 0 && one < 5), hidden === 1 && given.filter((one) => one > 0).length > 1]).toEqual([false, false])
    }))
  })
})

test('past a page are those who stopped later, and those who sent', () => {
  expect(passing([5, 0, 3, 1], 10)).toEqual([14, 14, 11, 10])
})
