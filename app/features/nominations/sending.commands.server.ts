import { randomBytes } from 'node:crypto'
import { lastMoment, type Edition } from '#app/domain/edition.ts'
import { employerIn, employerKey } from '#app/domain/employer.ts'
import { referenceFrom } from '#app/domain/reference.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { holdEdition } from '#app/features/editions/queries.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { changedEmail, receiptEmail, withdrawnEmail, type AboutNomination } from '#app/features/nominations/emails.ts'
import { deriveEntries, holdNomineeOf } from '#app/features/nominations/entries.server.ts'
import { listMissing } from '#app/features/nominations/forms.ts'
import { chosenCategories, questionsAsked, sameAnswers, type Answers, type Asked } from '#app/features/nominations/journey.ts'
import { canEdit, canSend, canWithdraw } from '#app/features/nominations/policy.ts'
import { findDraft, findNominationOfDraft, getAsked, getSentAnswers, isSealedOver, type Draft } from '#app/features/nominations/queries.server.ts'
import { noSigns, suspicionsOf, type Signs } from '#app/features/nominations/suspicion.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import type { Email } from '#app/platform/email.ts'
import { createLink } from '#app/platform/links.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import { insertRows } from '#db/hot.server.ts'
import type { Instant, NominationRow } from '#db/schema.ts'
import type { Channel, SuspicionKind } from '#db/vocabulary.ts'

export interface Sent {
  nominationId: string
  reference: string
}

/** How a draft comes to be sent, and by what rule it may. */
export interface Sending {
  channel: Channel
  maySend: (edition: Edition) => Result
  signs: Signs
}
const online: Sending = { channel: 'online', maySend: canSend, signs: noSigns }

/**
 * Sends a draft, or sends again what was changed since. One draft makes one nomination, however often and from how
 * many tabs it is sent: the draft is held first and only then read, so parallel sendings queue up, the later ones find
 * the nomination there, and none puts back older answers. Writes nominee, nomination, its version and answers, entries,
 * audit row, receipt with its status link, and the job that delivers it, in one transaction.
 */
export async function sendDraft(ctx: Ctx, edition: Edition, askedThen: Asked, { id }: Pick<Draft, 'id'>, how: Partial<Sending> = {}): Promise<Result<Sent>> {
  const { channel, maySend, signs } = { ...online, ...how }
  return inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `draft:${id}`)
    const draft = await findDraft(trx, id)
    if (!draft) return denied('draft-gone')
    const sent = await findNominationOfDraft(trx, id)
    const open = await holdEdition(trx, edition.id, 'sending')
    const asked = open.version === edition.version ? askedThen : await getAsked(trx, open) // a question may have been removed a moment ago
    if (listMissing(asked, draft.answers).length) return denied('draft-incomplete')
    if (!sent) {
      const may = maySend(open)
      if (!may.ok) return may
      const createdAt = channel === 'online' ? draft.createdAt : undefined
      const suspicions = suspicionsOf(open, { answers: draft.answers, createdAt }, signs)
      return ok(await receiveNomination(trx, open, asked, { answers: draft.answers, channel, draftId: id, suspicions }))
    }
    const unchanged = sameAnswers(asked, await getSentAnswers(trx, sent), draft.answers)
    if (unchanged) return ok({ nominationId: sent.id, reference: sent.reference })
    const may = canEdit(sent, open)
    return may.ok ? changeNomination(trx, open, asked, sent, draft.answers) : may
  })
}

export interface Receiving {
  answers: Answers
  channel: Channel
  draftId?: string
  /** why somebody should look at it first */
  suspicions?: SuspicionKind[]
  /** when it was sent, where it came some other way first; now by default */
  receivedAt?: Instant
  /** the receipt waits to be released with others */
  holdReceipt?: boolean
}

/** Takes in a nomination by any channel; whether it may come is the caller's question. */
export async function receiveNomination(trx: TrxCtx, edition: Edition, asked: Asked, received: Receiving): Promise<Sent> {
  const { answers, channel } = received
  const { now } = edition
  const nomineeId = newId()
  await insertRows(trx.db, 'nominee', [{ id: nomineeId, edition_id: edition.id, created_at: now, ...nomineeColumns(answers) }])
  const sent = await insertNomination(trx, edition, received, nomineeId)
  await writeVersion(trx, edition, asked, { id: sent.nominationId, version: 1 }, answers)
  await deriveEntries(trx, edition, nomineeId)
  await record(trx, { verb: 'nomination.sent', edition, objectId: sent.nominationId, facts: { channel, categories: answers.categories } })
  const categories = chosenCategories(asked, answers).map((category) => category.name)
  await writeTo(trx, edition, sent, answers, 'nomination.receipt', (about, link) => receiptEmail({ ...about, categories, link }), received.holdReceipt)
  return sent
}

function nomineeColumns({ kind = 'person', name = '', job = '', employer = '', reach = '' }: Answers) {
  const known = employerIn(employer)
  return { kind, name, job, employer: known, reach, employer_key: employerKey(known) }
}

function nominatorColumns(answers: Answers) {
  return {
    relationship: answers.relationship ?? '',
    share_name: answers.shareName === 'yes' ? (1 as const) : (0 as const),
    nominator_name: answers.nominatorName ?? '',
    nominator_email: answers.nominatorEmail ?? '',
    nominator_phone: answers.nominatorPhone ?? '',
  }
}

/** A reference that is taken already is drawn again; out of 7 × 10⁹ that is rare. */
async function insertNomination(trx: TrxCtx, edition: Edition, { answers, channel, draftId = undefined, suspicions = [], receivedAt = edition.now }: Receiving, nomineeId: string): Promise<Sent> {
  const nominationId = newId()
  for (;;) {
    const reference = referenceFrom(randomBytes(32))
    const nomination = {
      id: nominationId, edition_id: edition.id, nominee_id: nomineeId, draft_id: draftId ?? null, reference, state: 'live' as const, channel,
      received_at: receivedAt, late: receivedAt > lastMoment(edition) ? (1 as const) : (0 as const), version: 1,
      notice_version: edition.settings.noticeVersion, withdrawn_at: null, suspicions: JSON.stringify(suspicions), ...nominatorColumns(answers),
    }
    if ((await insertRows(trx.db, 'nomination', [nomination], 'reference')) === 1) return { nominationId, reference }
  }
}

/** Keeps what one sending said: the new version beside the old ones, and the categories now in force. */
async function writeVersion(trx: TrxCtx, edition: Edition, asked: Asked, { id, version }: Pick<NominationRow, 'id' | 'version'>, answers: Answers): Promise<void> {
  const { story, ...told } = answers
  await insertRows(trx.db, 'nomination_version', [{ nomination_id: id, version, told: JSON.stringify(told), created_at: edition.now }])
  await writeCategories(trx, { id, version }, answers.categories)
  const passages = questionsAsked(asked, answers).map((question) => ({
    nomination_id: id, version, question_id: question.id, text: story[question.id] ?? '',
  }))
  await insertRows(trx.db, 'answer', passages)
}

/** What was chosen, in place of what had been. A category that organisers moved the nomination from stays moved, wherever it is chosen. */
async function writeCategories({ db }: TrxCtx, { id: nomination_id, version }: Pick<NominationRow, 'id' | 'version'>, chosen: string[]): Promise<void> {
  const before = version === 1 ? [] : await db.deleteFrom('nomination_category').where('nomination_id', '=', nomination_id).returning(['category_id', 'moved_from']).execute()
  const placed = chosen.map((id) => before.find(({ moved_from }) => moved_from === id) ?? { category_id: id, moved_from: null })
  const once = new Map(placed.sort((a, b) => Number(a.moved_from !== null) - Number(b.moved_from !== null)).map((one) => [one.category_id, one]))
  await insertRows(db, 'nomination_category', [...once.values()].map(({ category_id, moved_from }) => ({ nomination_id, category_id, moved_from })))
}

/** A new version of a nomination. The nominee's record follows while nobody else has nominated them, and they have not answered for themselves. */
async function changeNomination(trx: TrxCtx, edition: Edition, asked: Asked, nomination: NominationRow, answers: Answers): Promise<Result<Sent>> {
  const version = nomination.version + 1
  const nomineeId = await holdNomineeOf(trx, nomination.id)
  const changed = await trx.db
    .updateTable('nomination').set({ version, ...nominatorColumns(answers) })
    .where('id', '=', nomination.id).where('version', '=', nomination.version).where('state', '=', 'live')
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) return denied('changed-meanwhile')
  await writeVersion(trx, edition, asked, { id: nomination.id, version }, answers)
  await trx.db
    .updateTable('nominee').set(nomineeColumns(answers))
    .where('id', '=', nomineeId).where('answered_at', 'is', null)
    .where((e) => e.not(e.exists(e.selectFrom('nomination').select('id').where('nominee_id', '=', nomineeId).where('id', '<>', nomination.id))))
    .execute()
  await deriveEntries(trx, edition, nomineeId)
  await record(trx, { verb: 'nomination.edited', edition, objectId: nomination.id, facts: { version } })
  const sent = { nominationId: nomination.id, reference: nomination.reference }
  await writeTo(trx, edition, sent, answers, 'nomination.changed', (about, link) => changedEmail({ ...about, link }))
  return ok(sent)
}

/** Takes a nomination back: its words leave the dossier, and the last one leaving takes the entry along. */
export async function withdrawNomination(ctx: Ctx, edition: Edition, nomination: NominationRow): Promise<Result> {
  return inTransaction(ctx, async (trx) => {
    const may = canWithdraw(nomination, await isSealedOver(trx, nomination))
    if (!may.ok) return may
    const nomineeId = await holdNomineeOf(trx, nomination.id)
    const done = await trx.db
      .updateTable('nomination').set({ state: 'withdrawn', withdrawn_at: edition.now })
      .where('id', '=', nomination.id).where('state', '=', 'live')
      .executeTakeFirst()
    if (done.numUpdatedRows !== 1n) return denied('already-withdrawn')
    await deriveEntries(trx, edition, nomineeId)
    await record(trx, { verb: 'nomination.withdrawn', edition, objectId: nomination.id })
    const answers = await getSentAnswers(trx, nomination)
    const sent = { nominationId: nomination.id, reference: nomination.reference }
    await writeTo(trx, edition, sent, answers, 'nomination.withdrawn', (about, link) => withdrawnEmail({ ...about, link }))
    return ok()
  })
}

/** One message to the nominator, if they gave an address, with a fresh link to the status page. */
async function writeTo(
  trx: TrxCtx, edition: Edition, sent: Sent, answers: Answers, kind: string, write: (about: AboutNomination, link: string) => Email, held = false,
): Promise<void> {
  const { nominatorEmail = '', nominatorName = '', name = '' } = answers
  if (!nominatorEmail) return
  const { token } = await createLink(trx, 'status', sent.nominationId)
  await queueEmail(trx, {
    kind, edition, aboutId: sent.nominationId, held,
    to: { name: nominatorName, email: nominatorEmail }, replyTo: edition.settings.host.email,
    email: write({ edition, reference: sent.reference, nomineeName: name, nominatorName }, `${trx.baseUrl}/nomination/${token}`),
  })
}
