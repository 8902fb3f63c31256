import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  between, clockText, dayKey, days, daysBetween, dayText, hours, instantAt, later, localTime, minutes, momentText, seconds,
  shortDayText, stampText, untilText, type LocalTime,
} from '#app/domain/time.ts'

const london = 'Europe/London'
/** `28 Mar 2027 02:00` as the parts of a wall clock */
const wall = (year: number, month: number, day: number, hour: number, minute: number): LocalTime => ({ year, month, day, hour, minute })

test('durations are milliseconds', () => {
  expect([seconds(2), minutes(2), hours(2), days(2)]).toEqual([2_000, 120_000, 7_200_000, 172_800_000])
  expect(later('2027-01-12T17:00:00.000Z', minutes(15))).toBe('2027-01-12T17:15:00.000Z')
  expect(later('2027-01-12T17:00:00.000Z', -seconds(1))).toBe('2027-01-12T16:59:59.000Z')
  expect(between('2027-01-12T17:00:00.000Z', '2027-01-12T16:00:00.000Z')).toBe(-hours(1))
})

describe('the wall clock in London at the second before, at and after the clocks change in 2027', () => {
  test.each([
    ['2027-03-28T00:59:59.000Z', wall(2027, 3, 28, 0, 59)],
    ['2027-03-28T01:00:00.000Z', wall(2027, 3, 28, 2, 0)],
    ['2027-03-28T01:00:01.000Z', wall(2027, 3, 28, 2, 0)],
    ['2027-10-31T00:59:59.000Z', wall(2027, 10, 31, 1, 59)],
    ['2027-10-31T01:00:00.000Z', wall(2027, 10, 31, 1, 0)],
    ['2027-10-31T01:00:01.000Z', wall(2027, 10, 31, 1, 0)],
  ])('%s', (at, shown) => {
    expect(localTime(at, london)).toEqual(shown)
  })
})

describe('the instant at which London shows a time', () => {
  test.each([
    ['winter', wall(2027, 1, 12, 17, 0), '2027-01-12T17:00:00.000Z'],
    ['summer', wall(2027, 7, 1, 17, 0), '2027-07-01T16:00:00.000Z'],
    ['the minute before the hour that March skips', wall(2027, 3, 28, 0, 59), '2027-03-28T00:59:00.000Z'],
    ['the skipped hour begins: as far after the jump', wall(2027, 3, 28, 1, 0), '2027-03-28T01:00:00.000Z'],
    ['within the skipped hour', wall(2027, 3, 28, 1, 30), '2027-03-28T01:30:00.000Z'],
    ['the first minute after it', wall(2027, 3, 28, 2, 0), '2027-03-28T01:00:00.000Z'],
    ['the minute before the hour that October repeats', wall(2027, 10, 31, 0, 59), '2027-10-30T23:59:00.000Z'],
    ['the repeated hour: its first passing', wall(2027, 10, 31, 1, 30), '2027-10-31T00:30:00.000Z'],
    ['the first minute after it', wall(2027, 10, 31, 2, 0), '2027-10-31T02:00:00.000Z'],
  ])('%s', (_, local, at) => {
    expect(instantAt(local, london)).toBe(at)
  })

  test.each([
    wall(2027, 2, 29, 12, 0), wall(2027, 4, 31, 12, 0), wall(2027, 13, 1, 12, 0), wall(2027, 0, 1, 12, 0), wall(2027, 1, 0, 12, 0),
    wall(2027, 1, 1, 24, 0), wall(2027, 1, 1, 12, 60), wall(2027, 1, 1, -1, 0), wall(27, 1, 1, 12, 0), wall(NaN, 1, 1, 12, 0),
  ])('there is none for %o', (local) => {
    expect(instantAt(local, london)).toBeUndefined()
  })

  test('and back again is the same wall clock, anywhere, at any minute', () => {
    const zones = fc.constantFrom(london, 'UTC', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham')
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, zones, (date, zone) => {
        const shown = localTime(date.toISOString(), zone)
        const at = instantAt(shown, zone)
        expect(at && localTime(at, zone)).toEqual(shown)
      }),
      { numRuns: 300 },
    )
  })
})

describe('how times are said', () => {
  test.each([
    ['2027-01-12T17:00:00.000Z', '5pm'],
    ['2027-01-12T09:05:00.000Z', '9:05am'],
    ['2027-01-12T12:00:00.000Z', 'midday'],
    ['2027-01-12T12:30:00.000Z', '12:30pm'],
    ['2027-01-12T00:00:00.000Z', 'midnight'],
    ['2027-01-12T00:01:00.000Z', '12:01am'],
    ['2027-07-12T16:00:00.000Z', '5pm'],
  ])('%s is %s on the clock', (at, said) => {
    expect(clockText(at, london)).toBe(said)
  })

  test('a day, a moment, a stamp', () => {
    const late = '2027-07-01T23:30:00.000Z' // half past midnight on the 2nd in London
    expect(dayText(late, london)).toBe('Friday 2 July 2027')
    expect(shortDayText(late, london)).toBe('2 July')
    expect(momentText(late, london)).toBe('12:30am on Friday 2 July 2027')
    expect(stampText(late, london)).toBe('2 Jul 2027, 00:30')
    expect(dayKey(late, london)).toBe('2027-07-02')
  })
})

describe('days on the calendar', () => {
  test.each([
    ['the day the clocks go forward has 23 hours', '2027-03-27T12:00:00.000Z', '2027-03-29T11:00:00.000Z', 2],
    ['the day they go back has 25', '2027-10-30T11:00:00.000Z', '2027-11-01T12:00:00.000Z', 2],
    ['a minute over midnight is a day', '2027-01-12T23:59:00.000Z', '2027-01-13T00:00:00.000Z', 1],
    ['backwards is negative', '2027-01-13T00:00:00.000Z', '2027-01-12T23:59:00.000Z', -1],
  ])('%s', (_, a, b, count) => {
    expect(daysBetween(a, b, london)).toBe(count)
  })

  test.each([
    ['2027-01-12T17:00:00.000Z', 'today'],
    ['2027-01-11T23:59:59.000Z', 'tomorrow'],
    ['2027-01-10T00:00:00.000Z', 'in 2 days'],
    ['2027-01-13T00:00:00.000Z', 'today'],
  ])('at %s the close is %s', (now, said) => {
    expect(untilText(now, '2027-01-12T17:00:00.000Z', london)).toBe(said)
  })
})
