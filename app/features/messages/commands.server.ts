import type { AuditVerb } from '#app/domain/audit-events.ts'
import type { Edition } from '#app/domain/edition.ts'
import type { MessageAct } from '#app/domain/message-state.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { enqueueDelivery, queueEmail } from '#app/features/messages/outbox.server.ts'
import { canAct, canSendAgain } from '#app/features/messages/policy.ts'
import { findMessage } from '#app/features/messages/queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import type { Block } from '#app/platform/email.ts'

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

/** Holds, releases or cancels a message: its state, an audit row, and on release the job that delivers it. Cancelling wipes its secrets. */
export function moveMessage(ctx: Ctx, edition: Edition, act: Exclude<MessageAct, 'edit'>, seen: Seen): Promise<Result> {
  return change(ctx, edition, act, seen, act === 'cancel' ? { secrets: null } : {})
}

/** Rewrites a message that has not gone: new words, a new version, an audit row; if it was ready, the job that delivers it. */
export function editMessage(ctx: Ctx, edition: Edition, seen: Seen, { subject, body }: Words): Promise<Result> {
  return change(ctx, edition, 'edit', seen, { subject, body: JSON.stringify(body) })
}

/** The one way to touch a message: only as it was seen, and every act makes a new version of it. */
async function change(ctx: Ctx, edition: Edition, act: MessageAct, seen: Seen, columns: { subject?: string; body?: string; secrets?: null }): Promise<Result> {
  const message = await findMessage(ctx, edition, seen.messageId)
  if (!message) return denied('not-found')
  const to = canAct(ctx.actor, edition, message, act)
  if (!to.ok) return to
  const version = seen.version + 1
  return inTransaction(ctx, async (trx) => {
    const changed = await trx.db
      .updateTable('message').set({ ...columns, state: to.value, version })
      .where('id', '=', message.id).where('version', '=', seen.version).where('state', '=', message.state)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) return denied('changed-meanwhile')
    if (to.value === 'ready') await enqueueDelivery(trx, { id: message.id, version })
    await record(trx, { verb: verbs[act], edition, objectId: message.id, facts: { version } })
    return ok()
  })
}

/** Writes a message once more, as a new one that goes out at once. It must have held no secret. */
export async function sendMessageAgain(ctx: Ctx, edition: Edition, messageId: string): Promise<Result<{ messageId: string }>> {
  const message = await findMessage(ctx, edition, messageId)
  if (!message) return denied('not-found')
  const may = canSendAgain(ctx.actor, edition, message)
  if (!may.ok) return may
  const { kind, to_name: name, to_email: email, reply_to: replyTo, subject, body, about_id, edition_id } = message
  return inTransaction(ctx, async (trx) => {
    const copy = await queueEmail(trx, {
      kind, to: { name, email }, replyTo, email: { subject, body },
      edition: edition_id ? edition : undefined, aboutId: about_id ?? undefined,
    })
    await record(trx, { verb: 'message.resent', edition, objectId: copy, facts: { copyOf: message.id } })
    return ok({ messageId: copy })
  })
}
