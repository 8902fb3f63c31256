import { expect, test } from 'vitest'
import { draftsEnd, dueReminder, remindersAhead } from '#app/domain/draft-clock.ts'
import { days, later } from '#app/domain/time.ts'

const closes_at = '2027-01-12T17:00:00.000Z'
const edition = { stage: 'nominating' as const, opens_at: '2026-11-03T09:00:00.000Z', closes_at, grace_minutes: 15, opensByClock: false }
const [week, day] = [later(closes_at, -days(7)), later(closes_at, -days(1))]

test.each([
  [later(week, -1), undefined], [week, { which: 'week', since: week }], [later(day, -1), { which: 'week', since: week }],
  [day, { which: 'day', since: day }], [closes_at, { which: 'day', since: day }], [later(closes_at, 1), undefined],
])('at %s the reminder due is %o', (at, due) => expect(dueReminder(edition, at)).toEqual(due))

test('none while nominations are not open, nor when they were closed early', () => {
  expect(dueReminder({ ...edition, stage: 'preparing' }, day)).toBeUndefined()
  expect(dueReminder({ ...edition, stage: 'judging' }, day)).toBeUndefined()
})

test.each([
  [later(week, -1), ['week', 'day']], [week, ['day']], [later(day, -1), ['day']], [day, []], [later(closes_at, 1), []],
])('at %s the reminders still ahead are %j', (at, ahead) => expect(remindersAhead(edition, at)).toEqual(ahead))

test('unsent drafts end thirty days after the last moment at which one could be sent', () => {
  expect(draftsEnd(edition)).toBe('2027-02-11T17:15:00.000Z')
})
