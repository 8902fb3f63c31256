import { acceptsNominations, lastMoment, type Windowed } from '#app/domain/edition.ts'
import { days, hours, later } from '#app/domain/time.ts'
import type { Instant } from '#db/schema.ts'
import type { Reminder } from '#db/vocabulary.ts'

/** How long a draft that was not sent is kept after the close. The privacy notice says so. */
export const unsentKeptDays = 30

export interface DueReminder {
  which: Exclude<Reminder, 'no'>
  /** whoever wrote since then need not be reminded */
  since: Instant
}

/** The reminder that drafts are due at a moment, if any: a week before the close, and a day before. */
export function dueReminder(edition: Windowed, at: Instant): DueReminder | undefined {
  if (!acceptsNominations(edition, at) || at > edition.closes_at) return undefined
  const day = later(edition.closes_at, -hours(24))
  if (at >= day) return { which: 'day', since: day }
  const week = later(edition.closes_at, -days(7))
  return at >= week ? { which: 'week', since: week } : undefined
}

/** The reminders that a draft written in now may still get. */
export function remindersAhead({ closes_at }: Pick<Windowed, 'closes_at'>, at: Instant): DueReminder['which'][] {
  if (at < later(closes_at, -days(7))) return ['week', 'day']
  return at < later(closes_at, -hours(24)) ? ['day'] : []
}

/** From when on drafts that were not sent are deleted. */
export function draftsEnd(edition: Pick<Windowed, 'closes_at' | 'grace_minutes'>): Instant {
  return later(lastMoment(edition), days(unsentKeptDays))
}
