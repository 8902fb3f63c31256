import type { TrxCtx } from '#app/platform/context.server.ts'
import type { Email } from '#app/platform/email.ts'
import { enqueue } from '#app/platform/jobs/queue.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { insertRows } from '#db/hot.server.ts'
import type { MessageRow } from '#db/schema.ts'

export interface Post {
  /** where it has been given out already */
  id?: string
  /** what sort of message, e.g. `nomination.receipt` */
  kind: string
  edition?: { id: string; now: string }
  to: { name: string; email: string }
  replyTo: string
  email: Email
  aboutId?: string
  /** waits for an organiser to release it */
  held?: boolean
  /** its receiver waits for it before their screen */
  urgent?: boolean
}

/**
 * Puts one finished message into the outbox, in the transaction of the change that it tells of, with the job that
 * delivers it. The message is written before the transaction opens; secrets in it are sealed here.
 */
export async function queueEmail(trx: TrxCtx, post: Post): Promise<string> {
  const id = post.id ?? newId()
  const { subject, body, secrets } = post.email
  const message = { id, version: 1 }
  await insertRows(trx.db, 'message', [{
    ...message,
    edition_id: post.edition?.id ?? null,
    kind: post.kind,
    state: post.held ? 'held' : 'ready',
    to_name: post.to.name,
    to_email: post.to.email,
    reply_to: post.replyTo,
    subject: subject.replace(/\s+/g, ' '), // a name may have brought a line break along
    body: JSON.stringify(body),
    secrets: secrets ? trx.keys.seal(JSON.stringify(secrets)) : null,
    about_id: post.aboutId ?? null,
    created_at: post.edition?.now ?? trx.now,
    due_at: trx.now,
  }])
  if (!post.held) await enqueueDelivery(trx, message, post.urgent)
  return id
}

/** One job for each version of a message: an older one finds its version gone and leaves the message alone. */
export async function enqueueDelivery(trx: TrxCtx, { id, version }: Pick<MessageRow, 'id' | 'version'>, urgent = false): Promise<void> {
  await enqueue(trx, 'message.deliver', { messageId: id, version }, { key: `message.deliver:${id}:${version}`, urgent })
}
