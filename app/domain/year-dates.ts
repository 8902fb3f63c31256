import { lastMoment, type Edition, type Timetable } from '#app/domain/edition.ts'
import { later, minutes, momentText } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'

/** The dates after the close, in the order of the year. */
export const timetableWords: Record<keyof Timetable, string> = {
  screeningDone: 'Screening is done', shortlist: 'The shortlist is settled', judgingOpens: 'Judging opens', judgingCloses: 'Judging closes',
  moderation: 'The panels meet', seal: 'Results are sealed', rsvpCloses: 'Replies to invitations close', scriptFrozen: 'The script is final',
}
export const dateWords = { opens: 'Nominations open', closes: 'Nominations close', ...timetableWords, ceremony: 'The ceremony begins' }
export type DateName = keyof typeof dateWords

/** Two dates of which the first must come before the second. */
interface Order {
  earlier: DateName
  later: DateName
  /** they may fall together */
  together?: true
}

/** Everything else follows from these. Replies and script have no order between them: each needs only what it waits for. */
const orders: Order[] = [
  { earlier: 'opens', later: 'closes' },
  { earlier: 'closes', later: 'screeningDone' },
  { earlier: 'screeningDone', later: 'shortlist' },
  { earlier: 'shortlist', later: 'judgingOpens', together: true },
  { earlier: 'judgingOpens', later: 'judgingCloses', together: true },
  { earlier: 'judgingCloses', later: 'moderation' },
  { earlier: 'moderation', later: 'seal' },
  { earlier: 'shortlist', later: 'rsvpCloses' },
  { earlier: 'seal', later: 'scriptFrozen' },
  { earlier: 'rsvpCloses', later: 'ceremony' },
  { earlier: 'scriptFrozen', later: 'ceremony' },
]

type Dated = Pick<Edition, 'opens_at' | 'closes_at' | 'ceremony_at' | 'time_zone' | 'settings'>

function datesOf({ opens_at, closes_at, ceremony_at, settings }: Dated): Record<DateName, Instant> {
  return { opens: opens_at, closes: closes_at, ...settings.timetable, ceremony: ceremony_at }
}

/** The next of an edition's dates: where a rehearsal's clock goes on to. Of the close, when nothing is taken any more. */
export function nextDateOf(edition: Dated & Pick<Edition, 'now' | 'grace_minutes'>): Instant | undefined {
  const dates = Object.values({ ...datesOf(edition), closes: later(lastMoment(edition), minutes(1)) })
  return dates.filter((at) => at > edition.now).sort()[0]
}

/** The pairs of an edition's dates that contradict the order of the year. */
export function listContradictions(edition: Dated): Order[] {
  const dates = datesOf(edition)
  return orders.filter(({ earlier, later, together }) => dates[earlier] > dates[later] || (!together && dates[earlier] === dates[later]))
}

/** "“Nominations close” (5pm on …) must come before “Screening is done” (5pm on …)." */
export function contradictionText(edition: Dated, { earlier, later }: Order): string {
  const dates = datesOf(edition)
  const said = (name: DateName) => `“${dateWords[name]}” (${momentText(dates[name], edition.time_zone)})`
  return `${said(earlier)} must come before ${said(later)}.`
}
