import type { Updateable } from 'kysely'
import { canOrganise } from '#app/domain/actor.ts'
import type { AuditVerb } from '#app/domain/audit-events.ts'
import type { Edition } from '#app/domain/edition.ts'
import type { MessageAct } from '#app/domain/message-state.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { enqueueDelivery, queueEmail } from '#app/features/messages/outbox.server.ts'
import { canAct, canSendAgain } from '#app/features/messages/policy.ts'
import { findMessage, listHeld, type Message } from '#app/features/messages/queries.server.ts'
import { inTransaction, inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import type { Block } from '#app/platform/email.ts'
import { fingerprintOf, newId } from '#app/platform/tokens.server.ts'
import type { MessageTable } from '#db/schema.ts'

/** A message as somebody saw it. */
export interface Seen {
  messageId: string
  version: number
}
export interface Words {
  subject: string
  body: Block[]
}

const verbs: Record<MessageAct, AuditVerb> = {
  hold: 'message.held', release: 'message.released', edit: 'message.edited', cancel: 'message.cancelled',
}

/**
 * Holds, releases or cancels a message: its state, an audit row, and on release the job that delivers it. Cancelling
 * wipes its secrets; releasing what could not be sent tries anew, though an earlier try may have arrived.
 */
export function moveMessage(ctx: Ctx, edition: Edition, act: Exclude<MessageAct, 'edit'>, seen: Seen): Promise<Result> {
  return change(ctx, edition, act, seen, ({ state }) => {
    if (act === 'cancel') return { secrets: null }
    return state === 'failed' ? { first_tried_at: null } : {}
  })
}

/**
 * Rewrites a message that has not gone: new words, a new version, an audit row; if it was ready, the job that delivers it.
 * Other words are another letter, whatever became of the first one.
 */
export function editMessage(ctx: Ctx, edition: Edition, seen: Seen, { subject, body }: Words): Promise<Result> {
  const words = { subject, body: JSON.stringify(body) }
  return change(ctx, edition, 'edit', seen, (before) =>
    before.subject === subject && JSON.stringify(before.body) === words.body ? words : { ...words, first_tried_at: null })
}

type Columns = Pick<Updateable<MessageTable>, 'subject' | 'body' | 'secrets' | 'first_tried_at'>

/** The one way to touch a message: only as it was seen, and every act makes a new version of it. */
async function change(ctx: Ctx, edition: Edition, act: MessageAct, seen: Seen, columnsFor: (message: Message) => Columns): Promise<Result> {
  const message = await findMessage(ctx, edition, seen.messageId)
  if (!message) return denied('not-found')
  const to = canAct(ctx.actor, edition, message, act)
  if (!to.ok) return to
  const version = seen.version + 1
  return inTransaction(ctx, async (trx) => {
    const changed = await trx.db
      .updateTable('message').set({ ...columnsFor(message), state: to.value, version })
      .where('id', '=', message.id).where('version', '=', seen.version).where('state', '=', message.state)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) return denied('changed-meanwhile')
    if (to.value === 'ready') await enqueueDelivery(trx, { id: message.id, version })
    await record(trx, { verb: verbs[act], edition, objectId: message.id, facts: { version } })
    return ok()
  })
}

/**
 * Releases all held messages of one kind, when they are those that a page showed: `seen` is the fingerprint of its list.
 * Side effects: for each, the job that delivers it and an audit row.
 */
export async function releaseHeld(ctx: Ctx, edition: Edition, kind: string, seen: string): Promise<Result<{ count: number }>> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    const held = await listHeld(trx, edition, kind)
    if (fingerprintOf(held) !== seen) return denied('changed-meanwhile')
    for (const { id, version: before } of held) {
      const version = before + 1
      const released = await trx.db
        .updateTable('message').set({ state: 'ready', version })
        .where('id', '=', id).where('version', '=', before).where('state', '=', 'held')
        .executeTakeFirst()
      if (released.numUpdatedRows !== 1n) return denied('changed-meanwhile')
      await enqueueDelivery(trx, { id, version })
      await record(trx, { verb: 'message.released', edition, objectId: id, facts: { version } })
    }
    return ok({ count: held.length })
  })
}

/**
 * Writes a message once more, as a new one that goes out at once. It must have held no secret. However often that is
 * asked for, there is one copy, and this answers it. Side effects: a message, audit.
 */
export async function sendMessageAgain(ctx: Ctx, edition: Edition, messageId: string): Promise<Result<{ messageId: string }>> {
  const message = await findMessage(ctx, edition, messageId)
  if (!message) return denied('not-found')
  const may = canSendAgain(ctx.actor, edition, message)
  if (!may.ok) return may
  const { kind, to_name: name, to_email: email, reply_to: replyTo, subject, body, about_id, edition_id } = message
  const copy = newId()
  return inTransaction(ctx, async (trx) => {
    const first = await trx.db
      .updateTable('message').set({ sent_again_as: copy })
      .where('id', '=', message.id).where('sent_again_as', 'is', null)
      .executeTakeFirst()
    if (first.numUpdatedRows !== 1n) return ok({ messageId: await getCopyOf(trx, message) })
    await queueEmail(trx, {
      id: copy, kind, to: { name, email }, replyTo, email: { subject, body },
      edition: edition_id ? edition : undefined, aboutId: about_id ?? undefined,
    })
    await record(trx, { verb: 'message.resent', edition, objectId: copy, facts: { copyOf: message.id } })
    return ok({ messageId: copy })
  })
}

async function getCopyOf({ db }: TrxCtx, { id }: Pick<Message, 'id'>): Promise<string> {
  const { sent_again_as: copy } = await db.selectFrom('message').select('sent_again_as').where('id', '=', id).executeTakeFirstOrThrow()
  if (!copy) throw new Error(`message ${id} has no copy`)
  return copy
}
