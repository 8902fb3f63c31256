import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noticeDue, overdueBefore } from '#app/domain/notice.ts'
import { days, later } from '#app/domain/time.ts'
import { makeSettings } from '#tests/factories/index.ts'

const far = makeSettings({ timetable: { ...makeSettings().timetable, judgingOpens: '2099-01-01T09:00:00.000Z' } })
const london = { time_zone: 'Europe/London', settings: far }

describe('a nominee is told within a month', () => {
  test.each([
    ['a day in winter', '2026-12-01T10:00:00.000Z', '2027-01-01T23:59:59.999Z'],
    ['the last day of a month that the next has not', '2027-01-31T10:00:00.000Z', '2027-02-28T23:59:59.999Z'],
    ['in a leap year', '2028-01-31T10:00:00.000Z', '2028-02-29T23:59:59.999Z'],
    ['over the end of the year', '2026-12-31T10:00:00.000Z', '2027-01-31T23:59:59.999Z'],
    ['in summer, by the clock in London', '2027-06-30T22:59:59.999Z', '2027-07-30T22:59:59.999Z'],
    ['after midnight in London', '2027-06-30T23:00:00.000Z', '2027-08-01T22:59:59.999Z'],
    ['into the day the clocks go back', '2027-09-30T23:30:00.000Z', '2027-11-01T23:59:59.999Z'],
    ['onto the day the clocks go back', '2027-09-30T22:30:00.000Z', '2027-10-30T22:59:59.999Z'],
    ['onto the day the clocks go forward', '2027-02-28T10:00:00.000Z', '2027-03-28T22:59:59.999Z'],
  ])('%s', (_, first, due) => expect(noticeDue(first, london)).toBe(due))

  test('and before judges read, if that is sooner', () => {
    const settings = makeSettings()
    expect(noticeDue('2027-01-12T10:00:00.000Z', { ...london, settings })).toBe(settings.timetable.judgingOpens)
  })
})

const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2029, 0, 1) }).map((ms) => new Date(ms).toISOString())
const about30Days = fc.integer({ min: days(25), max: days(35) })

test('whoever was nominated before `overdueBefore` is overdue, and nobody else', () => {
  const near = { ...london, settings: makeSettings() }
  fc.assert(fc.property(instant, about30Days, (at, ms) => {
    const first = later(at, -ms)
    for (const edition of [london, near]) expect(first < overdueBefore(at, edition)).toBe(noticeDue(first, edition) < at)
  }), { numRuns: 200 })
})
