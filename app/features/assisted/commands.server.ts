import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { besideOf, errorsBeside, type assistedChannels } from '#app/features/assisted/forms.ts'
import { stepsOn, takePage, type Part, type Taken } from '#app/features/assisted/pages.ts'
import { canBegin, canEnter } from '#app/features/assisted/policy.ts'
import { findAssisted, type Assisted } from '#app/features/assisted/queries.server.ts'
import { draftOfNomination } from '#app/features/nominations/drafts.commands.server.ts'
import { answersSchema, nominatorIn, type Answers, type Asked } from '#app/features/nominations/journey.ts'
import { canEdit } from '#app/features/nominations/policy.ts'
import { findNominationOfDraft } from '#app/features/nominations/queries.server.ts'
import { sendDraft, type Sent } from '#app/features/nominations/sending.commands.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import { insertRows } from '#db/hot.server.ts'
import type { AssistedRow, NominationRow } from '#db/schema.ts'

export interface Beginning {
  channel: (typeof assistedChannels)[number]
  /** after the close: that the call or the form was in time */
  inTime: boolean
  /** the draft of another nomination entered for the same person */
  from?: string
}

/**
 * Begins a draft that organisers write in for somebody. It holds no address of its writer, so nobody is reminded of what
 * they have only said.
 */
export async function beginFor(ctx: Ctx, edition: Edition, { channel, inTime, from }: Beginning): Promise<Result<{ draftId: string }>> {
  const may = canBegin(ctx.actor, edition, inTime)
  if (!may.ok) return may
  const known = from ? nominatorIn((await findAssisted(ctx, edition, from))?.answers ?? answersSchema.parse({})) : {}
  const draftId = newId()
  const { now } = edition
  return inTransaction(ctx, async (trx) => {
    const draft = { id: draftId, edition_id: edition.id, answers: JSON.stringify(answersSchema.parse(known)), created_at: now, updated_at: now }
    await insertRows(trx.db, 'draft', [draft])
    await insertAssisted(trx, edition, draftId, channel)
    return ok({ draftId })
  })
}

/** One that is there already stays. */
async function insertAssisted(trx: TrxCtx, { now }: Edition, draft_id: string, channel: AssistedRow['channel']): Promise<void> {
  const { actor } = trx
  await insertRows(trx.db, 'assisted', [{ draft_id, account_id: actor.kind === 'account' ? actor.accountId : null, channel, created_at: now }], 'draft_id')
}

/** Opens what was sent to be corrected for its nominator. It is changed once it is sent again. */
export async function takeUp(ctx: Ctx, edition: Edition, nomination: NominationRow): Promise<Result<{ draftId: string }>> {
  const may = canEdit(nomination, edition)
  if (!may.ok) return may
  const draftId = await draftOfNomination(ctx, edition, nomination)
  await inTransaction(ctx, (trx) => insertAssisted(trx, edition, draftId, 'phone'))
  return ok({ draftId })
}

/** Keeps a page as it is typed, right or not, and says what is wrong with it. That the privacy words were read is noted here. */
export function savePage(ctx: Ctx, edition: Edition, asked: Asked, draftId: string, part: Part, typed: Record<string, unknown>): Promise<Result<Taken>> {
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `draft:${draftId}`)
    const assisted = await findAssisted(trx, edition, draftId)
    if (!assisted) return denied('not-found')
    const sent = await findNominationOfDraft(trx, draftId)
    const may = sent ? canEdit(sent, edition) : canEnter(trx.actor, edition)
    if (!may.ok) return may
    const taken = takePage(stepsOn(part, asked, assisted.answers), asked, assisted.answers, typed)
    await keep(trx, edition, assisted, taken.answers, { part, typed })
    const also = errorsBeside(part, typed, { hasNotice: hasNotice(assisted, sent), hasEmail: Boolean(taken.answers.nominatorEmail) })
    return ok({ ...taken, errors: part === 'who' ? { ...also, ...taken.errors } : { ...taken.errors, ...also } })
  })
}

async function keep({ db }: TrxCtx, { now }: Edition, assisted: Assisted, answers: Answers, { part, typed }: { part: Part; typed: Record<string, unknown> }): Promise<void> {
  const { draft_id } = assisted
  await db.updateTable('draft').set({ answers: JSON.stringify(answers), updated_at: now }).where('id', '=', draft_id).execute()
  const { receipt = assisted.receipt, address = assisted.postal_address } = besideOf(part, typed)
  const isRead = part === 'who' && Array.isArray(typed.notice) && typed.notice.length > 0
  await db
    .updateTable('assisted')
    .set({ receipt, postal_address: address, receipt_given_at: part === 'story' ? null : assisted.receipt_given_at, notice_read_at: assisted.notice_read_at ?? (isRead ? now : null) })
    .where('draft_id', '=', draft_id).execute()
}

/** A caller hears the privacy words before anything is written down; a paper form has them in print; who has sent has had them. */
export function hasNotice({ channel, notice_read_at }: Pick<AssistedRow, 'channel' | 'notice_read_at'>, sent: unknown): boolean {
  return sent !== undefined || channel === 'paper' || notice_read_at !== null
}

/** Sends what was entered, or what was corrected since: the same way, and as often, as a nominator does. */
export async function sendEntered(ctx: Ctx, edition: Edition, asked: Asked, assisted: Assisted): Promise<Result<Sent>> {
  const { draft_id: id, channel } = assisted
  if (!hasNotice(assisted, await findNominationOfDraft(ctx, id))) return denied('draft-incomplete')
  return sendDraft(ctx, edition, asked, { id }, { channel, maySend: (open) => canEnter(ctx.actor, open) })
}

/** Notes that the letter is in the post, or the reference told. Side effect: audit. Twice is once. */
export function noteReceiptGiven(ctx: Ctx, edition: Edition, nomination: Pick<NominationRow, 'id' | 'draft_id'>): Promise<Result> {
  return inTransaction(ctx, async (trx) => {
    const noted = await trx.db
      .updateTable('assisted').set({ receipt_given_at: edition.now })
      .where('draft_id', '=', nomination.draft_id ?? '').where('receipt_given_at', 'is', null)
      .returning('receipt').executeTakeFirst()
    if (noted) await record(trx, { verb: 'nomination.receipt-given', edition, objectId: nomination.id, facts: { by: noted.receipt ?? 'call' } })
    return ok()
  })
}
