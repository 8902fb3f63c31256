import { instantAt, localTime, type LocalTime } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'

/** A date and time of day as people type them, in four boxes. */
export interface TypedMoment {
  day: string
  month: string
  year: string
  time: string
}
export type MomentPart = keyof TypedMoment
export type ReadMoment = { ok: true; at: Instant } | { ok: false; problem: string; parts: MomentPart[] }

const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/**
 * What was typed, as an instant in `zone`: `3` or `03`, `March`, `mar` or `3`, `26` or `2026`, `5pm`, `17:00` or `midday`;
 * a whole date in the first box, `1/3/26`, is taken apart. `what` begins the sentence about what is wrong.
 */
export function readMoment(typed: TypedMoment, zone: string, what: string): ReadMoment {
  const whole = takeApart(typed)
  const missing = (['day', 'month', 'year', 'time'] as const).filter((part) => whole[part] === '')
  const amiss = (problem: string, parts: MomentPart[]): ReadMoment => ({ ok: false, problem: `${what} ${problem}`, parts })
  if (missing.length === 4) return amiss('needs a date and a time.', missing)
  if (missing.length) return amiss(`needs a ${missing.join(' and a ')} too.`, missing)
  const clock = readClock(whole.time)
  if (!clock) return amiss('needs a time of day, like 5pm or 17:00.', ['time'])
  const [day, month, year] = [readNumber(whole.day.replace(/(st|nd|rd|th)$/i, '')), readMonth(whole.month), readYear(whole.year)]
  const at = day && month && year ? instantAt({ day, month, year, ...clock }, zone) : undefined
  return at ? { ok: true, at } : amiss('must be a real date, like 12 January 2027.', faulty({ day, month, year }))
}

/** The boxes filled with a moment, the month in words. */
export function typedMoment(at: Instant, zone: string): TypedMoment {
  const { day, month, year, hour, minute } = localTime(at, zone)
  return { day: String(day), month: monthNames[month - 1] ?? '', year: String(year), time: `${hour}:${String(minute).padStart(2, '0')}` }
}

function takeApart(typed: TypedMoment): TypedMoment {
  const [day = '', month = '', year = ''] = typed.day.split(/[\s/.-]+/)
  return typed.month === '' && typed.year === '' && year !== '' ? { ...typed, day, month, year } : typed
}

/** Which boxes to mark: those that cannot be read, or all of the date when each could but together they are no day. */
function faulty(read: { day?: number; month?: number; year?: number }): MomentPart[] {
  const unread = (['day', 'month', 'year'] as const).filter((part) => read[part] === undefined)
  return unread.length ? unread : ['day', 'month', 'year']
}

function readNumber(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined
}

function readMonth(text: string): number | undefined {
  const word = text.toLowerCase().replace(/\.$/, '')
  const named = word.length >= 3 ? monthNames.findIndex((name) => name.toLowerCase().startsWith(word)) : -1
  return named >= 0 ? named + 1 : readNumber(word)
}

function readYear(text: string): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text)
  return /^\d{2}$/.test(text) ? 2000 + Number(text) : undefined
}

/** `5pm`, `5.30 pm`, `17:00`, `17.00`, `1700`, `midday`, `noon`, `midnight` */
function readClock(text: string): Pick<LocalTime, 'hour' | 'minute'> | undefined {
  const word = text.toLowerCase().replace(/\s+/g, '')
  if (word === 'midday' || word === 'noon') return { hour: 12, minute: 0 }
  if (word === 'midnight') return { hour: 0, minute: 0 }
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/.exec(word)
  if (!parts) return undefined
  const [, hours = '', minutes, half] = parts
  if (half === undefined && minutes === undefined) return undefined // "5" may be morning or afternoon
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0)
  const tooLarge = Number(minutes ?? 0) > 59 || hour > 23 || (half !== undefined && (Number(hours) > 12 || Number(hours) === 0))
  return tooLarge ? undefined : { hour, minute: Number(minutes ?? 0) }
}
