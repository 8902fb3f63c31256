import { canAssist, canOrganise, isOwner, type Actor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { canBeSentAgain, nextMessageState, type MessageAct } from '#app/domain/message-state.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { placesIn, type Block } from '#app/platform/email.ts'
import type { MessageRow } from '#db/schema.ts'
import type { MessageState } from '#db/vocabulary.ts'

/** Mail of no edition (null), such as sign-in links, is the owners'. */
export function canReadOutbox(actor: Actor, editionId: string | null): Result {
  const may = editionId === null ? actor.kind === 'system' || isOwner(actor) : canAssist(actor, editionId)
  return may ? ok() : denied('not-yours')
}

/** Whether organisers' acts are open to `actor`, and where one leads from the message's state. */
export function canAct(actor: Actor, edition: Pick<Edition, 'id'>, message: Pick<MessageRow, 'state'>, act: MessageAct): Result<MessageState> {
  return canOrganise(actor, edition.id) ? nextMessageState(message.state, act) : denied('not-yours')
}

/** A secret was wiped when it was sent, or has grown too old: whoever needs it asks for a new one. */
export function canSendAgain(actor: Actor, edition: Pick<Edition, 'id'>, message: Pick<MessageRow, 'state'> & { body: Block[] }): Result {
  if (!canOrganise(actor, edition.id)) return denied('not-yours')
  if (!canBeSentAgain(message.state)) return denied('message-gone', { state: message.state })
  return placesIn(message.body).length ? denied('secret-gone') : ok()
}
