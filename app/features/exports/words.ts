import { dayKey, localTime } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'

/** `2027-01-12 17:00`, which every spreadsheet takes for a date; empty for what has not been. */
export function localStamp(at: Instant | null, zone: string): string {
  if (!at) return ''
  const { hour, minute } = localTime(at, zone)
  return `${dayKey(at, zone)} ${[hour, minute].map((part) => String(part).padStart(2, '0')).join(':')}`
}
