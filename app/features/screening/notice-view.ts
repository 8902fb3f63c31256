import type { Edition } from '#app/domain/edition.ts'
import { isOut } from '#app/domain/notice.ts'
import { days, later, shortDayText } from '#app/domain/time.ts'
import type { LookAlike } from '#app/features/screening/matches.queries.server.ts'
import type { NoticeLine, ToldPerson } from '#app/features/screening/notices.queries.server.ts'
import type { NoticeRoute } from '#db/vocabulary.ts'

/** By nominee, whom they may be as well. */
type LookAlikes = Map<string, LookAlike[]>
const likeliest = (alike: LookAlikes, id: string) => alike.get(id)?.[0]?.id

/** A nominee as the list of notices shows them. */
export function noticeRow({ id, name, employer, answer, email, entries, notice, due }: ToldPerson, { now, time_zone: zone }: Edition, alike: LookAlikes = new Map()) {
  const told = notice?.toldAt ? shortDayText(notice.toldAt, zone) : ''
  return { id, name, employer, answer, email, entries, notice, due: shortDayText(due, zone), told, overdue: !told && due < now, soon: due < later(now, days(7)), lookAlike: likeliest(alike, id) }
}

/** A nominee as the page before a letter or an email shows them. */
export function chosenPerson({ id, name, entries, notice }: ToldPerson, beside: string, { time_zone: zone }: Edition, alike: LookAlikes) {
  return { id, name, entries, out: isOut(entries), lookAlike: likeliest(alike, id), beside: [beside, notice && writtenText(notice, zone)].filter(Boolean).join('. ') }
}

const toldWords: Record<NoticeRoute, string> = {
  email: 'An email went to them on', letter: 'A letter to them was posted on', phone: 'They were told by telephone on', employer: 'Their employer told them, noted on',
}

/** What they have had from us already. */
function writtenText({ route, message, toldAt, createdAt }: NoticeLine, zone: string): string {
  if (toldAt) return `${toldWords[route]} ${shortDayText(toldAt, zone)}`
  return message ? '' : `A letter to them was printed on ${shortDayText(createdAt, zone)}`
}
