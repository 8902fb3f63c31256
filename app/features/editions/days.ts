import type { Edition } from '#app/domain/edition.ts'
import { dayKey, days, later, shortDayText } from '#app/domain/time.ts'
import type { DayCount } from '#app/features/editions/desk.queries.server.ts'

/** A column for every day from the first nomination or the opening to the last or the close, but none that is still to come. */
export function barsByDay({ opens_at, closes_at, now, time_zone }: Edition, byDay: DayCount[]): { label: string; value: number }[] {
  const keys = byDay.map((one) => one.day)
  const first = [dayKey(opens_at, time_zone), ...keys].reduce((a, b) => (b < a ? b : a))
  const end = closes_at < now ? closes_at : now
  const last = [dayKey(end, time_zone), ...keys].reduce((a, b) => (b > a ? b : a))
  const bars = []
  for (let noon = `${first}T12:00:00.000Z`; dayKey(noon, time_zone) <= last; noon = later(noon, days(1))) {
    const value = byDay.find((one) => one.day === dayKey(noon, time_zone))?.count ?? 0
    bars.push({ label: shortDayText(noon, time_zone), value })
  }
  return bars
}
