import type { Edition, NominationPhase } from '#app/domain/edition.ts'
import { shortDayText } from '#app/domain/time.ts'
import type { YearStep } from '#app/ui/year-line.tsx'
import type { Instant } from '#db/schema.ts'
import type { EditionStage } from '#db/vocabulary.ts'

/** The year as organisers walk it. */
export function organiserYear(edition: Edition): YearStep[] {
  const { timetable } = edition.settings
  const on = (at: Instant) => shortDayText(at, edition.time_zone)
  const steps: [label: string, detail: string, stages: EditionStage[]][] = [
    ['Preparing', `until ${on(edition.opens_at)}`, ['preparing']],
    ['Nominating', `${on(edition.opens_at)} to ${on(edition.closes_at)}`, ['nominating']],
    ['Screening', `until ${on(timetable.shortlist)}`, ['screening']],
    ['Judging', `${on(timetable.judgingOpens)} to ${on(timetable.judgingCloses)}`, ['judging']],
    ['Moderating', `from ${on(timetable.moderation)}`, []],
    ['Sealed', on(timetable.seal), []],
    ['Ceremony', on(edition.ceremony_at), ['ceremony']],
  ]
  const now = steps.findIndex(([, , stages]) => stages.includes(edition.stage))
  return steps.map(([label, detail], index) => ({ label, detail, state: stateAt(index, now) }))
}

/** The year as everybody else follows it. */
export function publicYear(edition: Edition, phase: NominationPhase): YearStep[] {
  const { timetable } = edition.settings
  const on = (at: Instant) => shortDayText(at, edition.time_zone)
  const steps: [label: string, detail: string][] = [
    ['Nominate', `${on(edition.opens_at)} to ${on(edition.closes_at)}`],
    ['Shortlist', `by ${on(timetable.shortlist)}`],
    ['Judging', `${on(timetable.judgingOpens)} to ${on(timetable.judgingCloses)}`],
    ['Ceremony', on(edition.ceremony_at)],
  ]
  const now = phase === 'not-open' ? undefined : phase !== 'closed' ? 0 : placeAfterClose[edition.stage]
  return steps.map(([label, detail], index) => ({ label, detail, state: now === undefined ? 'next' : stateAt(index, now) }))
}

const placeAfterClose: Record<EditionStage, number> = { preparing: 1, nominating: 1, screening: 1, judging: 2, ceremony: 3, archived: -1 }

/** Past the last step there is no `now`: all is done. */
function stateAt(index: number, now: number): YearStep['state'] {
  if (now === -1 || index < now) return 'done'
  return index === now ? 'now' : 'next'
}
