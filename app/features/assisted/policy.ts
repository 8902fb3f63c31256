import { canAssist, type Actor } from '#app/domain/actor.ts'
import { lastMoment, type Edition } from '#app/domain/edition.ts'
import { isLateEntry, lateEntryEnds } from '#app/domain/late-entry.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { dayText, hours, later, momentText } from '#app/domain/time.ts'
import { canSend } from '#app/features/nominations/policy.ts'

/** May somebody who helps nominators enter a nomination for one? While one may send, and two working days more for what was begun by then. */
export function canEnter(actor: Actor, edition: Edition): Result {
  if (!canAssist(actor, edition.id)) return denied('not-yours')
  const may = canSend(edition)
  if (may.ok || may.code !== 'closed') return may
  if (isLateEntry(edition, edition.now)) return ok()
  const { time_zone: zone } = edition
  return denied('entry-closed', { closed: momentText(lastMoment(edition), zone), ended: `the end of ${dayText(later(lateEntryEnds(edition), -hours(1)), zone)}` })
}

/** May it be begun? After the close, only where somebody says that the call or the form was in time. */
export function canBegin(actor: Actor, edition: Edition, wasInTime: boolean): Result {
  const may = canEnter(actor, edition)
  return may.ok && isLateEntry(edition, edition.now) && !wasInTime ? denied('not-begun-in-time') : may
}
