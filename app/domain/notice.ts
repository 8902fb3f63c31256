import type { Edition } from '#app/domain/edition.ts'
import { days, instantAt, later, localTime } from '#app/domain/time.ts'
import type { EntryRow, Instant } from '#db/schema.ts'

type Dated = Pick<Edition, 'time_zone' | 'settings'>

/**
 * The last moment at which a nominee may be told (UK GDPR, Art. 14(3)): a month after we first heard of them, and before
 * judges read of them. A period of months ends with the last minute of the same date, or of the month's last day.
 */
export function noticeDue(firstReceived: Instant, { time_zone, settings }: Dated): Instant {
  const monthOn = endOfDay(noonAMonthOn(firstReceived, time_zone), time_zone)
  const { judgingOpens } = settings.timetable
  return monthOn < judgingOpens ? monthOn : judgingOpens
}

export type EntryStand = Pick<EntryRow, 'standing' | 'screening'>

/** May an entry come before the judges? Not one that stands down or was found not eligible. */
export function goesForward({ standing, screening }: EntryStand): boolean {
  return standing === 'standing' && screening !== 'ineligible'
}

/** Does nothing of somebody go forward, so that the usual good news would not be true? */
export function isOut(entries: EntryStand[]): boolean {
  return entries.length > 0 && !entries.some(goesForward)
}

/** Whoever was nominated first before this moment had to be told before `at`. */
export function overdueBefore(at: Instant, edition: Dated): Instant {
  const { time_zone, settings } = edition
  if (settings.timetable.judgingOpens < at) return at
  let day = noonOf(later(at, -days(27)), time_zone)
  while (noticeDue(day, edition) >= at) day = later(day, -days(1))
  return later(endOfDay(day, time_zone), 1)
}

function noonAMonthOn(at: Instant, zone: string): Instant {
  const { year, month, day } = localTime(at, zone)
  const [inYear, inMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
  const real = [day, 30, 29, 28].map((one) => instantAt({ year: inYear, month: inMonth, day: Math.min(one, day), hour: 12, minute: 0 }, zone))
  return real.find((noon) => noon !== undefined) ?? at
}

function noonOf(at: Instant, zone: string): Instant {
  return instantAt({ ...localTime(at, zone), hour: 12, minute: 0 }, zone) ?? at
}

/** The last millisecond of the day that has this noon. */
function endOfDay(noon: Instant, zone: string): Instant {
  const midnight = instantAt({ ...localTime(later(noon, days(1)), zone), hour: 0, minute: 0 }, zone) ?? noon
  return later(midnight, -1)
}
