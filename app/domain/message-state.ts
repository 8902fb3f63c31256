import { denied, ok, type Result } from '#app/domain/result.ts'
import type { MessageState } from '#db/vocabulary.ts'

/** What an organiser can do to a message. Delivery itself takes `ready → sending → sent`, `ready` again or `failed`. */
export const messageActs = ['hold', 'release', 'edit', 'cancel'] as const
export type MessageAct = (typeof messageActs)[number]

/** Each act: the states it may be done in, and where it leads from there. A message on its way out is left alone. */
const table: Record<MessageAct, Partial<Record<MessageState, MessageState>>> = {
  hold: { ready: 'held' },
  release: { held: 'ready', failed: 'ready' },
  edit: { held: 'held', ready: 'ready', failed: 'failed' },
  cancel: { held: 'cancelled', ready: 'cancelled', failed: 'cancelled' },
}

export function nextMessageState(state: MessageState, act: MessageAct): Result<MessageState> {
  const next = table[act][state]
  return next ? ok(next) : denied('message-gone', { state })
}

/** Messages that are done with can be written once more, as a new one. */
export function canBeSentAgain(state: MessageState): boolean {
  return state === 'sent' || state === 'failed' || state === 'cancelled'
}
