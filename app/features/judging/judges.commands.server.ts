import { canOrganise } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { employerKey } from '#app/domain/employer.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { judgeInvitationEmail } from '#app/features/judging/emails.ts'
import { findJudgeIn } from '#app/features/judging/judges.queries.server.ts'
import { leavePanels } from '#app/features/judging/panels.commands.server.ts'
import { termsVersion } from '#app/features/judging/terms.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { createAccount, grantRole, takeRole } from '#app/features/people/commands.server.ts'
import { findAccount } from '#app/features/people/queries.server.ts'
import { inTransactionOrNot, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { createLink, followLink } from '#app/platform/links.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { JudgeRow } from '#db/schema.ts'
import type { TieKind } from '#db/vocabulary.ts'

/**
 * Asks somebody to judge: once, and again if they declined or left. Side effects: account if there is none, judge, role,
 * audit, a link, a message.
 */
export async function inviteJudge(ctx: Ctx, edition: Edition, { name, email }: { name: string; email: string }): Promise<Result<{ judgeId: string }>> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    const account = await createAccount(trx, { name, email })
    const invited = await beInvited(trx, edition, account)
    if (!invited.ok) return invited
    const granted = await grantRole(trx, account.id, 'judge', edition)
    if (!granted.ok && granted.code !== 'role-held') return granted
    await writeInvitation(trx, edition, { id: invited.value.judgeId, name: account.name, email: email.toLowerCase() })
    return invited
  })
}

/** The judge, new or invited anew. */
async function beInvited({ db }: TrxCtx, edition: Edition, account: { id: string; name: string }): Promise<Result<{ judgeId: string }>> {
  const invited = { state: 'invited', invited_at: edition.now, answered_at: null, ended_at: null, ended_reason: '' } as const
  const id = newId()
  const made = await db
    .insertInto('judge').values({ id, edition_id: edition.id, account_id: account.id, ...invited })
    .onConflict((conflict) => conflict.columns(['edition_id', 'account_id']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) return ok({ judgeId: id })
  const judge = await db.selectFrom('judge').select(['id', 'state']).where('edition_id', '=', edition.id).where('account_id', '=', account.id).executeTakeFirstOrThrow()
  if (judge.state === 'void') return denied('judge-void', { name: account.name })
  const again = await db.updateTable('judge').set(invited).where('id', '=', judge.id).where('state', 'in', ['declined', 'left']).executeTakeFirst()
  return again.numUpdatedRows === 1n ? ok({ judgeId: judge.id }) : denied('judge-already', { name: account.name })
}

/** Writes once more to somebody who has not answered; the earlier link ends. Side effects: a link, audit, a message. */
export async function inviteAgain(ctx: Ctx, edition: Edition, judgeId: string): Promise<Result> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  return inTransactionOrNot(ctx, async (trx) => {
    const judge = await findJudgeIn(trx, edition, judgeId)
    if (!judge) return denied('not-found')
    if (judge.state !== 'invited') return denied('judge-answered')
    await writeInvitation(trx, edition, judge)
    return ok()
  })
}

async function writeInvitation(trx: TrxCtx, edition: Edition, judge: { id: string; name: string; email: string }): Promise<void> {
  await record(trx, { verb: 'judge.invited', edition, objectId: judge.id })
  const { token } = await createLink(trx, 'judge-invitation', judge.id)
  const invitedBy = trx.actor.kind === 'account' ? trx.actor.name : edition.settings.host.name
  await queueEmail(trx, {
    kind: 'judging.invitation', edition, aboutId: judge.id, to: { name: judge.name, email: judge.email }, replyTo: edition.settings.host.email,
    email: judgeInvitationEmail({ name: judge.name, edition, invitedBy, link: `${trx.baseUrl}/judge/invitation/${token}` }),
  })
}

/** What somebody answers to their invitation, by its link. Side effects: the link is used up; judge, audit; who declines loses the role. */
export function answerInvitation(ctx: Ctx, token: string, answer: 'accepted' | 'declined'): Promise<Result> {
  return inTransactionOrNot(ctx, async (trx) => {
    const link = await followLink(trx, 'judge-invitation', token)
    if (!link.ok) return link
    const judge = await trx.db.selectFrom('judge').selectAll().where('id', '=', link.value.subject_id).executeTakeFirst()
    const account = judge && (await findAccount(trx, judge.account_id))
    if (!judge || !account) return denied('not-found')
    const edition = await getEditionById(trx, judge.edition_id)
    const own = { ...trx, actor: account }
    if (!(await putAnswer(own, edition, judge, answer))) return denied('judge-answered')
    if (answer === 'declined') await takeRole(own, edition, account.accountId, 'judge')
    return ok()
  })
}

async function putAnswer(trx: TrxCtx, edition: Edition, { id }: Pick<JudgeRow, 'id'>, answer: 'accepted' | 'declined'): Promise<boolean> {
  const answered = await trx.db
    .updateTable('judge').set({ state: answer, answered_at: edition.now }).where('id', '=', id).where('state', '=', 'invited').executeTakeFirst()
  if (answered.numUpdatedRows !== 1n) return false
  await record(trx, { verb: `judge.${answer}`, edition, objectId: id })
  return true
}

/** Signs the terms in force; whoever signs has accepted. Side effects: judge, audit. */
export function signTerms(ctx: Ctx, edition: Edition, judge: Pick<JudgeRow, 'id'>): Promise<Result> {
  return inTransactionOrNot(ctx, async (trx) => {
    await putAnswer(trx, edition, judge, 'accepted')
    const signed = await trx.db
      .updateTable('judge').set({ signed_terms: termsVersion, signed_at: edition.now })
      .where('id', '=', judge.id).where('state', '=', 'accepted').executeTakeFirst()
    if (signed.numUpdatedRows !== 1n) return denied('changed-meanwhile')
    await record(trx, { verb: 'judge.signed', edition, objectId: judge.id, facts: { terms: termsVersion } })
    return ok()
  })
}

export interface Tie {
  kind: TieKind
  name: string
}

/** Says to which organisations a judge belongs or belonged; what was said before is replaced. Side effects: ties, judge, audit. */
export function declareTies(ctx: Ctx, edition: Edition, judge: Pick<JudgeRow, 'id'>, ties: Tie[]): Promise<Result> {
  return inTransactionOrNot(ctx, async (trx) => {
    const declared = await trx.db
      .updateTable('judge').set({ declared_at: edition.now }).where('id', '=', judge.id).where('state', '=', 'accepted').executeTakeFirst()
    if (declared.numUpdatedRows !== 1n) return denied('changed-meanwhile')
    await trx.db.deleteFrom('judge_tie').where('judge_id', '=', judge.id).execute()
    const rows = ties.map(({ kind, name }) => ({ id: newId(), judge_id: judge.id, kind, name, employer_key: employerKey(name) }))
    if (rows.length) await trx.db.insertInto('judge_tie').values(rows).execute()
    await record(trx, { verb: 'judge.declared', edition, objectId: judge.id, facts: { ties: ties.length } })
    return ok()
  })
}

/** How somebody stops being a judge: the scores that one who left had finished count, those of one who is void do not. */
export type Ending = 'left' | 'void'

/**
 * Ends somebody's judging, for a reason that stays with the organisers. What they had not finished is no longer given to
 * them; nothing they scored is lost. Side effects: judge, panels, scorecards, role, audit.
 */
export async function endJudge(ctx: Ctx, edition: Edition, judgeId: string, { as, reason }: { as: Ending; reason: string }): Promise<Result> {
  if (!canOrganise(ctx.actor, edition.id)) return denied('not-yours')
  if (!reason) return denied('reason-needed')
  return inTransactionOrNot(ctx, async (trx) => {
    const judge = await findJudgeIn(trx, edition, judgeId)
    if (!judge) return denied('not-found')
    const ended = await trx.db
      .updateTable('judge').set({ state: as, ended_at: edition.now, ended_reason: reason })
      .where('id', '=', judgeId).where('state', 'in', as === 'void' ? ['invited', 'accepted', 'left'] : ['invited', 'accepted'])
      .executeTakeFirst()
    if (ended.numUpdatedRows !== 1n) return denied('changed-meanwhile')
    await leavePanels(trx, edition, judgeId)
    await takeRole(trx, edition, judge.accountId, 'judge')
    await record(trx, { verb: as === 'left' ? 'judge.left' : 'judge.voided', edition, objectId: judgeId })
    return ok()
  })
}
