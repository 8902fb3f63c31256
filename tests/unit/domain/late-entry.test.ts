import { describe, expect, test } from 'vitest'
import { isLateEntry, lateEntryEnds } from '#app/domain/late-entry.ts'

const zone = { time_zone: 'Europe/London' }

test.each([
  ['a Tuesday', '2027-01-12T17:00:00.000Z', '2027-01-15T00:00:00.000Z'],
  ['a Thursday: over the weekend', '2027-01-14T17:00:00.000Z', '2027-01-19T00:00:00.000Z'],
  ['a Friday', '2027-01-15T17:00:00.000Z', '2027-01-20T00:00:00.000Z'],
  ['a Sunday', '2027-01-17T17:00:00.000Z', '2027-01-20T00:00:00.000Z'],
  ['a Friday before clocks go forward', '2027-03-26T17:00:00.000Z', '2027-03-30T23:00:00.000Z'],
  ['half past midnight in summer, which is the day before in UTC', '2027-06-14T23:30:00.000Z', '2027-06-17T23:00:00.000Z'],
])('closed on %s', (_, closes_at, ends) => {
  expect(lateEntryEnds({ closes_at, ...zone })).toBe(ends)
})

describe('what was begun in time may be entered', () => {
  const edition = { stage: 'screening' as const, closes_at: '2027-01-12T17:00:00.000Z', grace_minutes: 15, ...zone }
  test.each([
    ['while the grace lasts: then everything may', '2027-01-12T17:15:00.000Z', false],
    ['a moment after it', '2027-01-12T17:15:00.001Z', true],
    ['in the last moment', '2027-01-14T23:59:59.999Z', true],
    ['and not after it', '2027-01-15T00:00:00.000Z', false],
  ])('%s', (_, at, late) => {
    expect(isLateEntry(edition, at)).toBe(late)
  })

  test('but not once judging is open, nor before anything was', () => {
    expect((['preparing', 'judging', 'ceremony', 'archived'] as const).map((stage) => isLateEntry({ ...edition, stage }, '2027-01-13T12:00:00.000Z'))).toEqual([false, false, false, false])
  })
})
