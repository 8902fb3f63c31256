import { canOrganise, type Actor } from '#app/domain/actor.ts'
import { acceptsNominations, type Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { momentText } from '#app/domain/time.ts'
import type { NominationRow } from '#db/schema.ts'

type Sent = Pick<NominationRow, 'state'>

/** May something be sent now? One rule and one clock for everyone (domain contract, "The close"). */
export function canSend(edition: Edition): Result {
  if (acceptsNominations(edition, edition.now)) return ok()
  const { time_zone } = edition
  return edition.now < edition.opens_at || edition.stage === 'preparing'
    ? denied('not-open-yet', { opens: momentText(edition.opens_at, time_zone) })
    : denied('closed', { closed: momentText(edition.closes_at, time_zone) })
}

/** May what was sent be changed? While one may send; what was sent counts all the same. */
export function canEdit(nomination: Sent, edition: Edition): Result {
  if (nomination.state === 'withdrawn') return denied('already-withdrawn')
  const may = canSend(edition)
  return !may.ok && may.code === 'closed' ? denied('closed-to-changes', may.facts) : may
}

/** May a draft be written in and sent? `sent`: the nomination that was sent from it, if there is one. */
export function canWrite(edition: Edition, sent: Sent | undefined): Result {
  return sent ? canEdit(sent, edition) : canSend(edition)
}

/** A right until the seal of any category it names, also after the close. */
export function canWithdraw(nomination: Sent, sealed: boolean): Result {
  if (nomination.state === 'withdrawn') return denied('already-withdrawn')
  return sealed ? denied('sealed-over-it') : ok()
}

/** May a suspicious nomination go on? Once, by those who organise. */
export function canRelease(actor: Actor, edition: Pick<Edition, 'id'>, { suspicions, looked_at }: Pick<NominationRow, 'suspicions' | 'looked_at'>): Result {
  if (!canOrganise(actor, edition.id)) return denied('not-yours')
  return suspicions === '[]' || looked_at !== null ? denied('released-already') : ok()
}

/** May an organiser have a nominator sent the link to their nomination again? */
export function canSendLink(actor: Actor, edition: Pick<Edition, 'id'>, nomination: Pick<NominationRow, 'nominator_email'>): Result {
  if (!canOrganise(actor, edition.id)) return denied('not-yours')
  return nomination.nominator_email ? ok() : denied('no-email')
}
