import type { Instant } from '#db/schema.ts'

export const seconds = (n: number) => n * 1000
export const minutes = (n: number) => n * seconds(60)
export const hours = (n: number) => n * minutes(60)
export const days = (n: number) => n * hours(24)

/** `ms` later (or earlier, when negative). */
export function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString()
}

/** Milliseconds from `a` to `b`; positive when `b` is later. */
export function between(a: Instant, b: Instant): number {
  return Date.parse(b) - Date.parse(a)
}

export interface LocalTime {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })
  formats.set(key, known)
  return known
}

const clocks = new Map<string, LocalTime>()

/** What the wall clock in `zone` shows at an instant. Worked out once a minute: clocks change on the minute, and the same moments are asked for again and again. */
export function localTime(at: Instant, zone: string): LocalTime {
  const key = at.slice(0, 16) + zone
  const known = clocks.get(key) ?? readClock(at, zone)
  if (clocks.size > 500) clocks.clear()
  clocks.set(key, known)
  return known
}

function readClock(at: Instant, zone: string): LocalTime {
  const parts = formatOf(zone, {
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23',
  }).formatToParts(Date.parse(at))
  const read = (type: string) => Number(parts.find((p) => p.type === type)?.value)
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute') }
}

/**
 * The instant at which the wall clock in `zone` shows `local`. An hour the clock repeats (October) means its
 * first passing; an hour it skips (March) means the same distance after the jump. Undefined for no real date.
 */
export function instantAt(local: LocalTime, zone: string): Instant | undefined {
  const wall = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute)
  const check = new Date(wall)
  const real =
    check.getUTCFullYear() === local.year && check.getUTCMonth() === local.month - 1 && check.getUTCDate() === local.day &&
    check.getUTCHours() === local.hour && check.getUTCMinutes() === local.minute
  if (!real) return undefined
  const offsetAt = (ms: number) => {
    const shown = localTime(new Date(ms).toISOString(), zone)
    return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - ms
  }
  const before = offsetAt(wall - hours(24))
  const after = offsetAt(wall + hours(24))
  const fits = [wall - before, wall - after].find((ms) => ms + offsetAt(ms) === wall)
  return new Date(fits ?? wall - before).toISOString()
}

/** "Tuesday 12 January 2027" */
export function dayText(at: Instant, zone: string): string {
  const parts = formatOf(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).formatToParts(Date.parse(at))
  return parts.map((p) => (p.type === 'literal' ? ' ' : p.value)).join('')
}

/** "12 January" */
export function shortDayText(at: Instant, zone: string): string {
  return formatOf(zone, { day: 'numeric', month: 'long' }).format(Date.parse(at))
}

/** "5pm", "9:05am", "midday", "midnight" */
export function clockText(at: Instant, zone: string): string {
  const { hour, minute } = localTime(at, zone)
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'midday'
  const face = `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, '0')}` : ''}`
  return `${face}${hour < 12 ? 'am' : 'pm'}`
}

/** "5pm on Tuesday 12 January 2027" */
export function momentText(at: Instant, zone: string): string {
  return `${clockText(at, zone)} on ${dayText(at, zone)}`
}

/** "12 Jan 2027, 17:00": for tables */
export function stampText(at: Instant, zone: string): string {
  return formatOf(zone, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(Date.parse(at))
}

/** The day in `zone`, `2027-01-12`. */
export function dayKey(at: Instant, zone: string): string {
  const { year, month, day } = localTime(at, zone)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Whole days on the calendar of `zone` from `a` to `b`. */
export function daysBetween(a: Instant, b: Instant, zone: string): number {
  return Math.round((Date.parse(dayKey(b, zone)) - Date.parse(dayKey(a, zone))) / days(1))
}

/** "today", "tomorrow", "in 12 days" */
export function untilText(now: Instant, at: Instant, zone: string): string {
  const left = daysBetween(now, at, zone)
  if (left <= 0) return 'today'
  return left === 1 ? 'tomorrow' : `in ${left} days`
}

/** "1 hour", "12 hours", "7 days" */
export function spanText(ms: number): string {
  const [count, unit] = ms % days(1) === 0 ? [ms / days(1), 'day'] : [ms / hours(1), 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
