import { employerKey } from '#app/domain/employer.ts'
import { isRefusal, type Publicity } from '#app/domain/publicity.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { nomineeCodeEmail } from '#app/features/screening/emails.ts'
import type { Nominee } from '#app/features/screening/nominee.queries.server.ts'
import { standAllDown } from '#app/features/screening/refusing.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { createLink, followCode } from '#app/platform/links.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'

/** Mails a nominee the code without which nothing about them is changed. Answers the secret that the page holds. Side effects: a link, a message. */
export async function mailAnswerCode(ctx: Ctx, { noticeId, edition, record: { name }, email }: Nominee): Promise<{ request: string }> {
  if (!email) throw new Error(`notice ${noticeId} has no address to send a code to`)
  const request = newToken()
  await inTransaction(ctx, async (trx) => {
    const { code = '' } = await createLink(trx, 'nominee-answer', noticeId, request)
    await queueEmail(trx, {
      kind: 'nominee.code', urgent: true, edition, aboutId: noticeId, to: { name, email }, replyTo: edition.settings.host.email,
      email: nomineeCodeEmail({ edition, code }),
    })
  })
  return { request }
}

/** What a nominee tells us. */
export interface Told {
  answer: 'accepted' | 'declined' | 'objected'
  publicity: Publicity
  name: string
  saidAs: string
  job: string
  employer: string
  /** of the code that was mailed, and the code; empty where we have no address */
  request: string
  code: string
}

/**
 * Keeps what a nominee answers and corrects; where we have an address, with the code that was sent there. Who declines
 * or objects is out of the awards at once. Side effects: their entries stand down, audit.
 */
export async function saveAnswer(ctx: Ctx, nominee: Nominee, told: Told): Promise<Result> {
  return inTransaction(ctx, async (trx) => {
    const may = nominee.email ? await useCode(trx, nominee, told) : ok()
    if (!may.ok) return may
    const { edition, record: before } = nominee
    await holdAlone(trx.db, `nominee:${before.id}`) // as a merge does: whose entries stand down is asked when nobody moves them
    const { answer, publicity, name, job, employer, saidAs } = told
    await trx.db
      .updateTable('nominee')
      .set({
        answer, answered_at: edition.now, publicity: JSON.stringify(answer === 'accepted' ? publicity : {}), said_as: saidAs,
        name, job, employer, employer_key: employerKey(employer),
      })
      .where('id', '=', before.id)
      .execute()
    await record(trx, { verb: 'nominee.answered', edition, objectId: before.id, facts: { answer } })
    const corrected = name !== before.name || job !== before.job || employer !== before.employer
    if (corrected) await record(trx, { verb: 'nominee.corrected', edition, objectId: before.id })
    if (isRefusal(answer)) await standAllDown(trx, edition, await getRoot(trx, before.id), answer)
    return ok()
  })
}

async function getRoot({ db }: TrxCtx, nomineeId: string): Promise<string> {
  const { merged_into } = await db.selectFrom('nominee').select('merged_into').where('id', '=', nomineeId).executeTakeFirstOrThrow()
  return merged_into ?? nomineeId
}

async function useCode(trx: TrxCtx, { noticeId }: Nominee, { request, code }: Told): Promise<Result> {
  const link = await followCode(trx, 'nominee-answer', request, code)
  if (!link.ok) return link
  return link.value.subject_id === noticeId ? ok() : denied('code-wrong', { left: 0 })
}

/** From the reference and the code of a letter, a link to the nominee's page. Side effect: that link. */
export function enterByLetter(ctx: Ctx, reference: string, code: string): Promise<Result<{ token: string }>> {
  return inTransaction(ctx, async (trx) => {
    const link = await followCode(trx, 'nominee', reference, code)
    if (!link.ok) return link
    const { token } = await createLink(trx, 'nominee', link.value.subject_id)
    return ok({ token })
  })
}
