import { dayKey, days, daysBetween, instantAt } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'

/** The weeks in which an edition takes nominations, and how many came on which of their days. */
export interface Weeks {
  opens_at: Instant
  closes_at: Instant
  time_zone: string
  /** `day` is `2027-01-12`, in the edition's time zone */
  byDay: { day: string; count: number }[]
}

/** What came on a day, and by its end in all. */
export interface Came {
  count: number
  total: number
}

export interface ReachDay {
  /** `2027-01-12` */
  day: string
  /** null: still to come */
  came: Came | null
  /** as many days after its own opening, in the edition before; null: there is none */
  before: Came | null
}

/**
 * Every day from the opening, day 0, to the last that matters in either edition, so that two years stand side by side
 * though they opened on other dates. Days are those of the calendar where the awards are held: one has 23 hours and one 25.
 */
export function reachDays(edition: Weeks & { now: Instant }, before?: Weeks): ReachDay[] {
  const [own, earlier] = [countsSince(edition), before && countsSince(before)]
  const length = Math.max(own.length, lastDay(edition) + 1, earlier?.length ?? 0, before ? lastDay(before) + 1 : 0)
  const today = dayNumber(edition)
  const [came, cameBefore] = [runOf(own, length), earlier && runOf(earlier, length)]
  const opened = Date.parse(dayKey(edition.opens_at, edition.time_zone))
  return came.map((one, number) => ({
    day: new Date(opened + days(number)).toISOString().slice(0, 10), came: number <= today ? one : null, before: cameBefore?.[number] ?? null,
  }))
}

/** Today, counted from the opening; below 0 before it, and going on after the close. */
export function dayNumber({ opens_at, now, time_zone }: Pick<Weeks, 'opens_at' | 'time_zone'> & { now: Instant }): number {
  return daysBetween(opens_at, now, time_zone)
}

function lastDay({ opens_at, closes_at, time_zone }: Weeks): number {
  return daysBetween(opens_at, closes_at, time_zone)
}

/** What came before the opening, as an opening that was taken back leaves behind, counts on its day. */
function countsSince({ opens_at, time_zone, byDay }: Weeks): number[] {
  const opened = Date.parse(dayKey(opens_at, time_zone))
  const counts: number[] = []
  for (const { day, count } of byDay) {
    const number = Math.max(0, (Date.parse(day) - opened) / days(1))
    counts[number] = (counts[number] ?? 0) + count
  }
  return Array.from(counts, (count) => count ?? 0)
}

function runOf(counts: number[], length: number): Came[] {
  let total = 0
  return Array.from({ length }, (_, number) => {
    const count = counts[number] ?? 0
    total += count
    return { count, total }
  })
}

/** The first moment after the day that is `number` days after the opening. */
export function endOfDay({ opens_at, time_zone }: Pick<Weeks, 'opens_at' | 'time_zone'>, number: number): Instant {
  const next = new Date(Date.parse(dayKey(opens_at, time_zone)) + days(number + 1)).toISOString()
  const [year = 0, month = 0, day = 0] = next.slice(0, 10).split('-').map(Number)
  return instantAt({ year, month, day, hour: 0, minute: 0 }, time_zone) ?? next
}

export interface Line {
  label: string
  count: number
  /** by the same day of the edition before; null: not known */
  before: number | null
}

/** How many there are of each label. */
export function tally<Counted>(counted: Counted[], labelOf: (one: Counted) => string, countOf: (one: Counted) => number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of counted) counts.set(labelOf(one), (counts.get(labelOf(one)) ?? 0) + countOf(one))
  return counts
}

/** From how many on a count says nothing of one person. */
const fewest = 5
const fewerText = `fewer than ${fewest}`
const withheldText = 'not given'

/**
 * Counts as they may leave us. A small one is not said; where it would be the only one, it could be worked out from the sum,
 * so the next smallest is not given either. None at all is no secret: it is what the figures are for.
 */
export function withoutSmall(counts: number[]): (number | string)[] {
  const isSmall = (count: number) => count > 0 && count < fewest
  const alone = counts.filter(isSmall).length === 1
  const next = alone ? Math.min(...counts.filter((count) => count >= fewest)) : undefined
  const withheld = next === undefined ? -1 : counts.indexOf(next)
  return counts.map((count, index) => (isSmall(count) ? fewerText : index === withheld ? withheldText : count))
}

/** How many got past each page, of those who stopped at one and those who sent: the last page is sending. */
export function passing(stopped: number[], sent: number): number[] {
  return stopped.map((_, page) => stopped.slice(page + 1).reduce((sum, count) => sum + count, sent))
}
