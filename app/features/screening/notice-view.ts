import type { Edition } from '#app/domain/edition.ts'
import { days, later, shortDayText } from '#app/domain/time.ts'
import type { ToldPerson } from '#app/features/screening/notices.queries.server.ts'

/** A nominee as the list of notices shows them. */
export function noticeRow({ id, name, employer, answer, email, notice, due }: ToldPerson, { now, time_zone: zone }: Edition) {
  const told = notice?.toldAt ? shortDayText(notice.toldAt, zone) : ''
  return { id, name, employer, answer, email, notice, due: shortDayText(due, zone), told, overdue: !told && due < now, soon: due < later(now, days(7)) }
}
