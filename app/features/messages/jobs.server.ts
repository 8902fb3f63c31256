import { createHash } from 'node:crypto'
import { z } from 'zod'
import { hours } from '#app/domain/time.ts'
import { ofRehearsal } from '#app/features/messages/queries.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { bodySchema, renderHtml, renderText } from '#app/platform/email.ts'
import type { JobPayload } from '#app/platform/jobs/catalogue.ts'
import type { JobHandler, TryAgain } from '#app/platform/jobs/loop.server.ts'
import type { Letter, Mailer, Posted } from '#app/platform/mailer.server.ts'
import type { Keys } from '#app/platform/tokens.server.ts'
import type { MessageRow } from '#db/schema.ts'

type Delivery = JobPayload<'message.deliver'>

/** Within a day, as long as the mail service remembers an idempotency key: a later try could deliver a message twice. */
const budgetMs = hours(23)

export function deliverMessages(mailer: Mailer): JobHandler<'message.deliver'> {
  return {
    budgetMs,
    async run(ctx, delivery) {
      const message = await takeMessage(ctx, delivery)
      if (!message) return undefined // held, edited, cancelled or sent since it was queued; or of a rehearsal
      return note(ctx, message, await mailer.send(letterOf(message, ctx.keys)))
    },
    giveUp: failMessage,
  }
}

/**
 * `ready → sending`. A message found `sending` was taken by a process that died before it could note how that went:
 * it goes again under the same idempotency key.
 */
async function takeMessage({ db }: Ctx, { messageId, version }: Delivery): Promise<MessageRow | undefined> {
  return db
    .updateTable('message')
    .set((e) => ({ state: 'sending', attempts: e('attempts', '+', 1) }))
    .where('id', '=', messageId).where('version', '=', version).where('state', 'in', ['ready', 'sending'])
    .where((e) => e.not(ofRehearsal(e)))
    .returningAll()
    .executeTakeFirst()
}

const secretsSchema = z.record(z.string(), z.string())

function letterOf(message: MessageRow, keys: Keys): Letter {
  const body = bodySchema.parse(JSON.parse(message.body))
  const secrets = message.secrets ? secretsSchema.parse(JSON.parse(keys.open(message.secrets))) : {}
  return {
    to: message.to_email,
    replyTo: message.reply_to,
    subject: message.subject,
    text: renderText(body, secrets),
    html: renderHtml(message.subject, body, secrets),
    idempotencyKey: idempotencyKey(message),
  }
}

/**
 * The same words to the same person have the same key, however often they were tried, held and released: only an edit
 * makes another letter of them.
 */
function idempotencyKey({ id, subject, body }: MessageRow): string {
  return `${id}:${createHash('sha256').update(`${subject}\n${body}`).digest('base64url').slice(0, 22)}`
}

/** Writes down how it went, unless another process has taken the message over meanwhile. */
async function note(ctx: Ctx, message: MessageRow, posted: Posted): Promise<TryAgain | undefined> {
  const taken = ctx.db
    .updateTable('message')
    .where('id', '=', message.id).where('state', '=', 'sending').where('attempts', '=', message.attempts)
  switch (posted.outcome) {
    case 'sent':
      await taken.set({ state: 'sent', sent_at: ctx.now, provider_id: posted.providerId, secrets: null, last_error: null }).execute()
      return undefined
    case 'refused':
      await taken.set({ state: 'failed', last_error: posted.why }).execute()
      return undefined
    case 'later':
      await taken.set({ state: 'ready', last_error: posted.why }).execute()
      return posted
  }
}

async function failMessage({ db }: TrxCtx, { messageId, version }: Delivery, why: string): Promise<void> {
  await db
    .updateTable('message').set({ state: 'failed', last_error: why })
    .where('id', '=', messageId).where('version', '=', version).where('state', 'in', ['ready', 'sending'])
    .execute()
}
