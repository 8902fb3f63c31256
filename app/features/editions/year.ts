import type { Edition, NominationPhase } from '#app/domain/edition.ts'
import { daysBetween, shortDayText } from '#app/domain/time.ts'
import type { YearStep } from '#app/ui/year-line.tsx'
import type { Instant } from '#db/schema.ts'
import type { EditionStage } from '#db/vocabulary.ts'

/** The year as organisers walk it. */
export function organiserYear(edition: Edition): YearStep[] {
  const { timetable } = edition.settings
  const on = (at: Instant) => shortDayText(at, edition.time_zone)
  const steps: [label: string, detail: string, stages: EditionStage[]][] = [
    ['Preparing', openingIsOverdue(edition) ? 'until nominations open' : `until ${on(edition.opens_at)}`, ['preparing']],
    ['Nominating', nominatingText(edition), ['nominating']],
    ['Screening', `until ${on(timetable.shortlist)}`, ['screening']],
    ['Judging', `${on(timetable.judgingOpens)} to ${on(timetable.judgingCloses)}`, ['judging']],
    ['Moderating', `from ${on(timetable.moderation)}`, []],
    ['Sealed', on(timetable.seal), []],
    ['Ceremony', on(edition.ceremony_at), ['ceremony']],
  ]
  const byStage = steps.findIndex(([, , stages]) => stages.includes(edition.stage))
  const panelsMeet = edition.stage === 'judging' && edition.now >= timetable.moderation
  const now = panelsMeet ? byStage + 1 : byStage
  return steps.map(([label, detail], index) => ({ label, detail, state: stateAt(index, now) }))
}

/** The year as everybody else follows it. */
export function publicYear(edition: Edition, phase: NominationPhase): YearStep[] {
  const { timetable } = edition.settings
  const on = (at: Instant) => shortDayText(at, edition.time_zone)
  const steps: [label: string, detail: string][] = [
    ['Nominate', nominatingText(edition)],
    ['Shortlist', `by ${on(timetable.shortlist)}`],
    ['Judging', `${on(timetable.judgingOpens)} to ${on(timetable.judgingCloses)}`],
    ['Ceremony', on(edition.ceremony_at)],
  ]
  const now = phase === 'not-open' ? undefined : phase !== 'closed' ? 0 : placeAfterClose[edition.stage]
  return steps.map(([label, detail], index) => ({ label, detail, state: now === undefined ? 'next' : stateAt(index, now) }))
}

/** Whether the day planned for the opening has gone by, and nobody has opened: a plan that no page repeats. */
export function openingIsOverdue({ stage, opensByClock, opens_at, now, time_zone }: Edition): boolean {
  return stage === 'preparing' && !opensByClock && daysBetween(now, opens_at, time_zone) < 0
}

/** "3 November to 12 January" */
function nominatingText(edition: Edition): string {
  const [opens, closes] = [edition.opens_at, edition.closes_at].map((at) => shortDayText(at, edition.time_zone))
  return openingIsOverdue(edition) ? `until ${closes}` : `${opens} to ${closes}`
}

const placeAfterClose: Record<EditionStage, number> = { preparing: 1, nominating: 1, screening: 1, judging: 2, ceremony: 3, archived: -1 }

/** Past the last step there is no `now`: all is done. */
function stateAt(index: number, now: number): YearStep['state'] {
  if (now === -1 || index < now) return 'done'
  return index === now ? 'now' : 'next'
}
