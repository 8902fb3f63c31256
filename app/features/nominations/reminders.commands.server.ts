import { draftsEnd, dueReminder, type DueReminder } from '#app/domain/draft-clock.ts'
import type { Edition } from '#app/domain/edition.ts'
import type { Result } from '#app/domain/result.ts'
import { getEditionById, listEditions } from '#app/features/editions/queries.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { reminderEmail } from '#app/features/nominations/emails.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import type { JobPayload } from '#app/platform/jobs/catalogue.ts'
import { enqueue } from '#app/platform/jobs/queue.server.ts'
import { createLink, followLink } from '#app/platform/links.server.ts'
import { hashToken } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { Db, Trx } from '#db/schema.ts'

/** Has the drafts of every edition reminded of or deleted when their time has come. Each is asked for once, however often this runs. */
export async function followDrafts(ctx: Ctx): Promise<void> {
  for (const edition of await listEditions(ctx)) {
    const due = dueReminder(edition, edition.now)
    const [editionId, end] = [edition.id, draftsEnd(edition)]
    if (due) await inTransaction(ctx, (trx) => enqueue(trx, 'drafts.remind', { editionId, ...due }, { key: `drafts.remind:${editionId}:${due.since}` }))
    if (edition.now >= end) await inTransaction(ctx, (trx) => enqueue(trx, 'drafts.delete', { editionId, end }, { key: `drafts.delete:${editionId}:${end}` }))
  }
}

/**
 * Reminds everybody who has begun and not sent, in one message for each address, unless they wrote since the reminder fell
 * due, or asked for none. Nothing when the close was moved meanwhile. Side effects: messages, links, drafts marked.
 */
export async function remindOfDrafts(ctx: Ctx, { editionId, which, since }: JobPayload<'drafts.remind'>): Promise<void> {
  const edition = await getEditionById(ctx, editionId)
  if (dueReminder(edition, edition.now)?.since !== since) return
  for (const email of await listToRemind(ctx, edition, { which, since })) {
    await inTransaction(ctx, (trx) => remindOne(trx, edition, { which, since }, email))
  }
}

async function remindOne(trx: TrxCtx, edition: Edition, due: DueReminder, email: string): Promise<void> {
  await holdAlone(trx.db, `reminder:${email}`)
  const marked = await trx.db
    .updateTable('draft').set({ reminded: due.which })
    .where('id', 'in', toRemind(trx, edition, due).select('draft.id')).where('email', '=', email)
    .executeTakeFirst()
  const subject = hashToken(email)
  if (marked.numUpdatedRows === 0n || (await wantsNone(trx, subject))) return
  const { token } = await createLink(trx, 'no-reminders', subject)
  await queueEmail(trx, {
    kind: 'nomination.reminder', edition, to: { name: '', email }, replyTo: edition.settings.host.email,
    email: reminderEmail({ edition, wayBack: `${trx.baseUrl}/nominate/new-link`, stop: `${trx.baseUrl}/nominate/no-reminders/${token}` }),
  })
}

/** Drafts of the edition, with an address, that are not sent, were not written in since, and not reminded of so late before. */
function toRemind({ db }: { db: Db | Trx }, edition: Pick<Edition, 'id'>, { which, since }: DueReminder) {
  return db
    .selectFrom('draft').leftJoin('nomination', 'nomination.draft_id', 'draft.id')
    .where('draft.edition_id', '=', edition.id).where('draft.email', '<>', '').where('draft.updated_at', '<', since)
    .where('draft.reminded', 'in', which === 'week' ? ['no'] : ['no', 'week']).where('nomination.id', 'is', null)
}

async function listToRemind(ctx: Ctx, edition: Pick<Edition, 'id'>, due: DueReminder): Promise<string[]> {
  const rows = await toRemind(ctx, edition, due).select('draft.email').distinct().orderBy('draft.email').execute()
  return rows.map((row) => row.email)
}

async function wantsNone({ db }: TrxCtx, addressHash: string): Promise<boolean> {
  return (await db.selectFrom('no_reminders').select('address_hash').where('address_hash', '=', addressHash).executeTakeFirst()) !== undefined
}

/** No reminder goes any more to the address that the link was mailed to. Asking twice is as good as once. */
export function stopReminders(ctx: Ctx, token: string): Promise<Result> {
  return inTransaction(ctx, async (trx) => {
    const link = await followLink(trx, 'no-reminders', token)
    if (!link.ok) return link
    const row = { address_hash: link.value.subject_id, asked_at: trx.now }
    await trx.db.insertInto('no_reminders').values(row).onConflict((c) => c.column('address_hash').doNothing()).execute()
    return { ok: true, value: undefined }
  })
}
