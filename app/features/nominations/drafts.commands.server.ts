import type { Edition } from '#app/domain/edition.ts'
import { emailIn } from '#app/domain/fields.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { returnEmail } from '#app/features/nominations/emails.ts'
import { answersSchema, withStep, type Answers, type Asked, type Step } from '#app/features/nominations/journey.ts'
import { canSend, canWrite } from '#app/features/nominations/policy.ts'
import { findDraft, findNominationOfDraft, getSentAnswers, type Draft } from '#app/features/nominations/queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { createLink, followCode, followLink } from '#app/platform/links.server.ts'
import { newId, newToken } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { NominationRow } from '#db/schema.ts'

/** Begins a draft with what is `known` already; the caller puts its id on the device's ring. */
export async function startDraft(ctx: Ctx, edition: Edition, known: Partial<Answers> = {}): Promise<Result<{ draftId: string }>> {
  const may = canSend(edition)
  if (!may.ok) return may
  return ok({ draftId: await insertDraft(ctx, edition, answersSchema.parse(known)) })
}

async function insertDraft(ctx: Pick<Ctx, 'db'>, edition: Edition, answers: Answers): Promise<string> {
  const id = newId()
  const { now } = edition
  await ctx.db
    .insertInto('draft')
    .values({ id, edition_id: edition.id, answers: JSON.stringify(answers), email: addressOf(answers), created_at: now, updated_at: now })
    .execute()
  return id
}

/**
 * Keeps one page's answers, right or not: what may be sent is asked when it is sent. Two tabs on one draft each keep their
 * own page: the newest state is read and written in one transaction. Refused once nothing can be sent from the draft any more.
 */
export function saveStep(
  ctx: Ctx, edition: Edition, asked: Asked, draftId: string, step: Step, values: Record<string, unknown>,
): Promise<Result<Answers>> {
  const reach = step.slug === 'you' ? (answers: Answers) => ({ email: addressOf(answers) }) : undefined
  return changeAnswers(ctx, edition, draftId, (answers) => withStep(step, asked, answers, values), reach)
}

/** The one way to write in a draft. `reach`: what the answers say of how to reach its writer, where that was asked. */
export function changeAnswers(
  ctx: Ctx, edition: Edition, draftId: string, change: (answers: Answers) => Answers, reach?: (answers: Answers) => { email: string },
): Promise<Result<Answers>> {
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `draft:${draftId}`)
    const draft = await findDraft(trx, draftId)
    if (!draft) return denied('draft-gone')
    const may = canWrite(edition, await findNominationOfDraft(trx, draftId))
    if (!may.ok) return may
    const answers = change(draft.answers)
    await trx.db.updateTable('draft').set({ answers: JSON.stringify(answers), updated_at: edition.now, ...reach?.(answers) }).where('id', '=', draftId).execute()
    return ok(answers)
  })
}

/** Where the nominator can be reached; nowhere, while what they typed is no address. */
function addressOf({ nominatorEmail = '' }: Answers): string {
  return emailIn(nominatorEmail) ?? ''
}

/**
 * The draft in which a sent nomination is changed: the one it was sent from, else a new one holding what was sent.
 * Side effect: a nomination that came by phone, post or import gets its draft here.
 */
export async function draftOfNomination(ctx: Ctx, edition: Edition, nomination: NominationRow): Promise<string> {
  if (nomination.draft_id) return nomination.draft_id
  const answers = await getSentAnswers(ctx, nomination)
  return inTransaction(ctx, async (trx) => {
    const draftId = await insertDraft(trx, edition, answers)
    const linked = await trx.db
      .updateTable('nomination').set({ draft_id: draftId })
      .where('id', '=', nomination.id).where('draft_id', 'is', null)
      .executeTakeFirst()
    if (linked.numUpdatedRows === 1n) return draftId
    const { draft_id } = await trx.db.selectFrom('nomination').select('draft_id').where('id', '=', nomination.id).executeTakeFirstOrThrow()
    await trx.db.deleteFrom('draft').where('id', '=', draftId).execute()
    return draft_id ?? draftId
  })
}

/**
 * Mails the way back to a draft, which from then on has an address if it had none. Answers the secret that the page asking
 * for the code holds in its address.
 */
export async function mailWayBack(ctx: Ctx, edition: Edition, draft: Draft, email: string): Promise<{ request: string }> {
  const request = newToken()
  await inTransaction(ctx, async (trx) => {
    await trx.db.updateTable('draft').set({ email }).where('id', '=', draft.id).where('email', '=', '').execute()
    const { token, code = '' } = await createLink(trx, 'draft', draft.id, request)
    const link = `${ctx.baseUrl}/nominate/link/${token}`
    await queueEmail(trx, {
      kind: 'nomination.return', urgent: true, edition, aboutId: draft.id,
      to: { name: draft.answers.nominatorName ?? '', email }, replyTo: edition.settings.host.email,
      email: returnEmail({ edition, link, code, newLink: `${ctx.baseUrl}/nominate/new-link` }),
    })
  })
  return { request }
}

/** Both answer the draft that the link or the code opens; each works once. */
export function returnByLink(ctx: Ctx, token: string): Promise<Result<{ draftId: string }>> {
  return inTransaction(ctx, async (trx) => {
    const link = await followLink(trx, 'draft', token)
    return link.ok ? ok({ draftId: link.value.subject_id }) : link
  })
}

export function returnByCode(ctx: Ctx, request: string, code: string): Promise<Result<{ draftId: string }>> {
  return inTransaction(ctx, async (trx) => {
    const link = await followCode(trx, 'draft', request, code)
    return link.ok ? ok({ draftId: link.value.subject_id }) : link
  })
}
