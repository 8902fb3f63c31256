import { hours, later } from '#app/domain/time.ts'
import { ofRehearsal } from '#app/features/messages/queries.server.ts'
import { openSecrets } from '#app/features/messages/secrets.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { bodySchema, renderHtml, renderText, unsubscribeHeaders } from '#app/platform/email.ts'
import type { JobPayload } from '#app/platform/jobs/catalogue.ts'
import type { JobHandler, TryAgain } from '#app/platform/jobs/loop.server.ts'
import type { Letter, Mailer, Posted } from '#app/platform/mailer.server.ts'
import type { Keys } from '#app/platform/tokens.server.ts'
import type { Instant, MessageRow } from '#db/schema.ts'

type Delivery = JobPayload<'message.deliver'>
/** `first_tried_at` is this try's time, if no earlier one can have left something with the mail service. */
type Taken = MessageRow & { first_tried_at: Instant }

/** Less than the day for which the mail service remembers a key: a later try under it could deliver a message twice. */
const keyLivesMs = hours(23)

export function deliverMessages(mailer: Mailer): JobHandler<'message.deliver'> {
  return {
    budgetMs: keyLivesMs,
    async run(ctx, delivery) {
      const message = await takeMessage(ctx, delivery)
      if (!message) return undefined // held, edited, cancelled or sent since it was queued; or of a rehearsal
      const until = later(message.first_tried_at, keyLivesMs)
      if (ctx.now > until) return { why: message.last_error ?? 'no answer', until }
      return note(ctx, message, await mailer.send(letterOf(message, ctx.keys)), until)
    },
    giveUp: failMessage,
  }
}

/**
 * `ready → sending`. A message found `sending` was taken by a process that died before it could note how that went:
 * it goes again under the same idempotency key.
 */
async function takeMessage({ db, now }: Ctx, { messageId, version }: Delivery): Promise<Taken | undefined> {
  const message = await db
    .updateTable('message')
    .set((e) => ({ state: 'sending', attempts: e('attempts', '+', 1), first_tried_at: e.fn.coalesce('first_tried_at', e.val(now)) }))
    .where('id', '=', messageId).where('version', '=', version).where('state', 'in', ['ready', 'sending'])
    .where((e) => e.not(ofRehearsal(e)))
    .returningAll()
    .executeTakeFirst()
  return message && { ...message, first_tried_at: message.first_tried_at ?? now }
}

function letterOf(message: Taken, keys: Keys): Letter {
  const body = bodySchema.parse(JSON.parse(message.body))
  const secrets = openSecrets(message, keys)
  return {
    to: message.to_email,
    replyTo: message.reply_to,
    subject: message.subject,
    text: renderText(body, secrets),
    html: renderHtml(message.subject, body, secrets),
    headers: unsubscribeHeaders(body, secrets),
    idempotencyKey: `${message.id}:${message.first_tried_at}`,
  }
}

/** Writes down how it went, unless another process has taken the message over meanwhile. */
async function note({ db, now }: Ctx, message: Taken, posted: Posted, until: Instant): Promise<TryAgain | undefined> {
  const taken = db
    .updateTable('message')
    .where('id', '=', message.id).where('state', '=', 'sending').where('attempts', '=', message.attempts)
  switch (posted.outcome) {
    case 'sent':
      await taken.set({ state: 'sent', sent_at: now, provider_id: posted.providerId, secrets: null, last_error: null }).execute()
      return undefined
    case 'refused':
      await taken.set({ state: 'failed', last_error: posted.why }).execute()
      return undefined
    case 'unsure':
      await taken.set({ state: 'ready', last_error: posted.why }).execute()
      return { ...posted, until }
    case 'turned-away': {
      const untouched = message.first_tried_at === now
      await taken.set({ state: 'ready', last_error: posted.why, ...(untouched && { first_tried_at: null }) }).execute()
      return untouched ? posted : { ...posted, until }
    }
  }
}

/** An organiser reads why, and decides; of what may have arrived the mail service said neither yes nor no. */
async function failMessage({ db }: TrxCtx, { messageId, version }: Delivery, why: string): Promise<void> {
  const unsure = `It may have arrived: the mail service never said. Ask its receiver before you try again. The last answer was: ${why}`
  await db
    .updateTable('message')
    .set((e) => ({ state: 'failed', last_error: e.case().when('first_tried_at', 'is', null).then(why).else(unsure).end() }))
    .where('id', '=', messageId).where('version', '=', version).where('state', 'in', ['ready', 'sending'])
    .execute()
}
