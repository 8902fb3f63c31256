import { acceptsNominations, type Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { momentText } from '#app/domain/time.ts'
import type { NominationRow } from '#db/schema.ts'

/** May something be sent or changed now? One rule and one clock for everyone (domain contract, "The close"). */
export function canSend(edition: Edition): Result {
  if (acceptsNominations(edition, edition.now)) return ok()
  const { time_zone } = edition
  return edition.now < edition.opens_at || edition.stage === 'preparing'
    ? denied('not-open-yet', { opens: momentText(edition.opens_at, time_zone) })
    : denied('closed', { closed: momentText(edition.closes_at, time_zone) })
}

export function canEdit(nomination: Pick<NominationRow, 'state'>, edition: Edition): Result {
  return nomination.state === 'withdrawn' ? denied('already-withdrawn') : canSend(edition)
}

/** A right until the seal, also after the close. */
export function canWithdraw(nomination: Pick<NominationRow, 'state'>): Result {
  return nomination.state === 'withdrawn' ? denied('already-withdrawn') : ok()
}
