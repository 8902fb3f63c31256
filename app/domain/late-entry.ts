import { lastMoment, type Edition } from '#app/domain/edition.ts'
import { days, daysBetween, instantAt, later, localTime } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'

/** After the close, what was begun by phone or post by then may be entered on so many working days (domain contract, "The close"). */
export const lateWorkingDays = 2

type Closing = Pick<Edition, 'stage' | 'closes_at' | 'grace_minutes' | 'time_zone'>

/** Midnight at the end of the last of those days. Bank holidays count as working days: nobody loses a day by it, organisers may. */
export function lateEntryEnds({ closes_at, time_zone }: Pick<Closing, 'closes_at' | 'time_zone'>): Instant {
  let [day, left] = [noonOf(closes_at, time_zone), lateWorkingDays]
  while (left > 0) {
    day = later(day, days(1))
    if (isWorkingDay(day, time_zone)) left -= 1
  }
  return startOf(later(day, days(1)), time_zone)
}

/** Whether only what was begun in time may be entered now. */
export function isLateEntry(edition: Closing, at: Instant): boolean {
  return (edition.stage === 'nominating' || edition.stage === 'screening') && at > lastMoment(edition) && at < lateEntryEnds(edition)
}

const aMonday = '2024-01-01T12:00:00.000Z'
const isWorkingDay = (at: Instant, zone: string) => daysBetween(aMonday, at, zone) % 7 < 5

const noonOf = (at: Instant, zone: string) => instantAt({ ...localTime(at, zone), hour: 12, minute: 0 }, zone) ?? at
const startOf = (at: Instant, zone: string) => instantAt({ ...localTime(at, zone), hour: 0, minute: 0 }, zone) ?? at
