import type { Account } from '#app/domain/actor.ts'
import { linkRules } from '#app/domain/links.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { between, hours, later } from '#app/domain/time.ts'
import { record } from '#app/features/audit/record.server.ts'
import { getSite } from '#app/features/editions/site.server.ts'
import { siteName } from '#app/features/editions/template.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { signInEmail } from '#app/features/people/emails.ts'
import { pathWith } from '#app/features/people/paths.ts'
import { findAccount, findAccountByEmail, findAccountOfRequest } from '#app/features/people/queries.server.ts'
import { endAllSessions, endSession, startSession, type Browser, type SignInWay } from '#app/features/people/session.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import type { JobPayload } from '#app/platform/jobs/catalogue.ts'
import { enqueue } from '#app/platform/jobs/queue.server.ts'
import { createLink, followCode, followLink } from '#app/platform/links.server.ts'
import { hashToken, newToken } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { LinkRow } from '#db/schema.ts'

const asksAnHour = 5

/**
 * Somebody asks to sign in. Answers the secret that the page asking for the code holds in its address, whether or not
 * the email address is known. So that nobody can tell by the time it takes either, all that differs is left to a job,
 * which treats an unknown address as an account that nobody has. Side effect: that job.
 */
export async function askToSignIn(ctx: Ctx, email: string, to: string): Promise<string> {
  const requestToken = newToken()
  const account = await findAccountByEmail(ctx, email)
  const subjectId = account?.accountId ?? ctx.keys.hashCode(email, 'nobody')
  const asked = { subjectId, to, askedAt: ctx.now, request: ctx.keys.seal(requestToken) }
  await inTransaction(ctx, (trx) => enqueue(trx, 'sign-in.write', asked, { key: `sign-in.write:${hashToken(requestToken)}`, urgent: true }))
  return requestToken
}

/**
 * Makes the link and the code that were asked for, and writes to whoever has the account. Side effects: a link, ending
 * the earlier ones; a message, if there is an account. Nothing beyond five in an hour, nor once it would come too late.
 */
export async function writeSignIn(ctx: Ctx, { subjectId, request, to, askedAt }: JobPayload<'sign-in.write'>): Promise<void> {
  const requestToken = ctx.keys.open(request)
  const [account, site] = [await findAccount(ctx, subjectId), await getSite(ctx)]
  if (between(askedAt, ctx.now) >= (linkRules['sign-in'].livesMs ?? 0)) return
  await inTransaction(ctx, async (trx) => {
    await holdAlone(trx.db, `sign-in:${subjectId}`)
    if (await isWritten(trx, requestToken)) return // by a process that did not live to say so
    if ((await countAsks(trx, subjectId)) >= asksAnHour) return
    const { token, code = '' } = await createLink(trx, 'sign-in', subjectId, requestToken)
    if (!account) return
    const link = ctx.baseUrl + pathWith(`/sign-in/link/${token}`, { to })
    await queueEmail(trx, {
      kind: 'people.sign-in', urgent: true, aboutId: account.accountId,
      to: { name: account.name, email: account.email }, replyTo: site.email,
      email: signInEmail({ name: account.name, site: siteName, link, code }),
    })
  })
}

async function isWritten(trx: TrxCtx, requestToken: string): Promise<boolean> {
  const link = await trx.db.selectFrom('link').select('id').where('request_hash', '=', hashToken(requestToken)).executeTakeFirst()
  return link !== undefined
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
