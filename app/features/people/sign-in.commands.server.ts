import type { Account } from '#app/domain/actor.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { hours, later } from '#app/domain/time.ts'
import { record } from '#app/features/audit/record.server.ts'
import { getSite } from '#app/features/editions/site.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { signInEmail } from '#app/features/people/emails.ts'
import { pathWith } from '#app/features/people/paths.ts'
import { findAccount, findAccountByEmail, findAccountOfRequest } from '#app/features/people/queries.server.ts'
import { endAllSessions, endSession, startSession, type Browser, type SignInWay } from '#app/features/people/session.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { createLink, followCode, followLink } from '#app/platform/links.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { LinkRow } from '#db/schema.ts'

const asksAnHour = 5

/**
 * Somebody asks to sign in. Answers the secret that the page asking for the code holds in its address, whether or not
 * the address is known: an unknown one gets a link that leads to nobody, so that limits, tries and time are the same.
 * Side effects: a link with a code, ending the earlier ones; a message, if the address is known.
 */
export async function askToSignIn(ctx: Ctx, email: string, to: string): Promise<string> {
  const requestToken = newToken()
  const account = await findAccountByEmail(ctx, email)
  const subjectId = account?.accountId ?? ctx.keys.hashCode(email, 'nobody')
  const site = await getSite(ctx)
  await inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `sign-in:${subjectId}`)
    if ((await countAsks(trx, subjectId)) >= asksAnHour) return
    const { token, code = '' } = await createLink(trx, 'sign-in', subjectId, requestToken)
    if (!account) return
    const link = ctx.baseUrl + pathWith(`/sign-in/link/${token}`, { to })
    await queueEmail(trx, {
      kind: 'people.sign-in', aboutId: account.accountId,
      to: { name: account.name, email: account.email }, replyTo: site.email,
      email: signInEmail({ name: account.name, site: site.name, link, code }),
    })
  })
  return requestToken
}

async function countAsks(trx: TrxCtx, subjectId: string): Promise<number> {
  const { asks } = await trx.db
    .selectFrom('link').select((e) => e.fn.countAll<number>().as('asks'))
    .where('subject_id', '=', subjectId).where('kind', '=', 'sign-in').where('created_at', '>', later(trx.now, -hours(1)))
    .executeTakeFirstOrThrow()
  return asks
}

/** Somebody signed in, and the header that lets their browser know. */
export interface SignedIn {
  account: Account
  setCookie: string
}

/** Signs in by the link of a message. Side effects: the link is used up; session, audit. */
export function signInByLink(ctx: Ctx, browser: Browser, token: string): Promise<Result<SignedIn>> {
  return inTransaction(ctx, async (trx) => enter(trx, browser, await followLink(trx, 'sign-in', token), 'link'))
}

/** Becomes the account of a demo link; the caller has asked `demoIsOpen`. Side effects: session, audit. */
export function signInByDemoLink(ctx: Ctx, browser: Browser, token: string): Promise<Result<SignedIn>> {
  return inTransaction(ctx, async (trx) => enter(trx, browser, await followLink(trx, 'demo', token), 'demo'))
}

/** Signs in by the code of a message. Side effects: a try is counted, or the link used up; session, audit. */
export function signInByCode(ctx: Ctx, browser: Browser, requestToken: string, code: string): Promise<Result<SignedIn>> {
  return inTransaction(ctx, async (trx) => {
    const entered = await enter(trx, browser, await followCode(trx, 'sign-in', requestToken, code), 'code')
    if (!entered.ok) await recordFailure(trx, requestToken, entered.code)
    return entered
  })
}

async function enter(trx: TrxCtx, browser: Browser, link: Result<LinkRow>, by: SignInWay): Promise<Result<SignedIn>> {
  if (!link.ok) return link
  const account = await findAccount(trx, link.value.subject_id)
  // The code of an address that is nobody's, guessed; or an account disabled since.
  if (!account) return denied(by === 'code' ? 'code-spent' : 'link-used')
  return ok({ account, setCookie: await startSession(trx, browser, account, by) })
}

async function recordFailure(trx: TrxCtx, requestToken: string, why: string): Promise<void> {
  const account = await findAccountOfRequest(trx, requestToken)
  await record(trx, { verb: 'sign-in.failed', objectId: account?.accountId, facts: { why } })
}

/** Signs this browser out; answers the header that says so. Side effects: session, audit. */
export function signOut(ctx: Ctx, browser: Browser): Promise<string> {
  return inTransaction(ctx, (trx) => endSession(trx, browser))
}

/** Signs an account out in every browser. Side effects: sessions, audit. */
export function signOutEverywhere(ctx: Ctx, browser: Browser, account: Account): Promise<string> {
  return inTransaction(ctx, (trx) => endAllSessions(trx, browser, account))
}
