import { createSessionStorage } from '@remix-run/node'
import { visitor, type Account, type Actor } from '#app/domain/actor.ts'
import { seenEveryMs, sessionEndsAt, sessionLimits } from '#app/domain/sessions.ts'
import { between, seconds } from '#app/domain/time.ts'
import { record } from '#app/features/audit/record.server.ts'
import { accountFrom, accountsWithGrants } from '#app/features/people/queries.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { Cookies } from '#app/platform/cookies.server.ts'
import { hashToken, newToken } from '#app/platform/tokens.server.ts'
import { hotQuery } from '#db/hot.server.ts'
import type { Instant } from '#db/schema.ts'

/** The browser that asks, as far as sessions need to know it. */
export interface Browser {
  cookies: Cookies
  /** what it sent as its `Cookie` header */
  sent: string | null
}

export function browserOf(context: { cookies: Cookies }, request: Request): Browser {
  return { cookies: context.cookies, sent: request.headers.get('Cookie') }
}

interface Held {
  account: Account
  startedAt: Instant
  lastSeenAt: Instant
}

const heldBy = hotQuery((db, idHash: string, now: Instant) =>
  accountsWithGrants(db)
    .innerJoin('session', 'session.account_id', 'account.id')
    .select(['session.created_at as startedAt', 'session.last_seen_at as lastSeenAt'])
    .where('session.id_hash', '=', idHash)
    .where('session.expires_at', '>', now))

/**
 * Remix's session storage over our table: the cookie carries a token, the table its hash. Accounts and grants are read
 * with the session, in one query, so a disabled account and a role taken away count at the next request.
 */
function sessionsIn({ db, now }: Pick<Ctx, 'db' | 'now'>, { cookies }: Browser) {
  return createSessionStorage<Held>({
    cookie: cookies.session,
    async createData({ account }) {
      const token = newToken()
      if (!account) throw new Error('a session needs an account')
      const expires_at = sessionEndsAt({ startedAt: now, lastSeenAt: now }, rolesOf(account))
      await db
        .insertInto('session')
        .values({ id_hash: hashOf(token), account_id: account.accountId, created_at: now, last_seen_at: now, expires_at })
        .execute()
      return token
    },
    async readData(token) {
      const rows = await heldBy(db, hashOf(token), now)
      const account = accountFrom(rows)
      const [first] = rows
      // `expires_at` was reckoned with the roles held then; those held now may be stricter.
      if (!account || !first || sessionEndsAt(first, rolesOf(account)) <= now) return null
      return { account, startedAt: first.startedAt, lastSeenAt: first.lastSeenAt }
    },
    /** Notes that the session was used. */
    async updateData(token, { account, startedAt }) {
      if (!account || !startedAt) return
      const expires_at = sessionEndsAt({ startedAt, lastSeenAt: now }, rolesOf(account))
      await db.updateTable('session').set({ last_seen_at: now, expires_at }).where('id_hash', '=', hashOf(token)).execute()
    },
    async deleteData(token) {
      await db.deleteFrom('session').where('id_hash', '=', hashOf(token)).execute()
    },
  })
}

/** A value we signed for another cookie need not be text; it is nobody's token all the same. */
function hashOf(token: unknown): string {
  return hashToken(String(token))
}

function rolesOf(account: Account) {
  return account.grants.map((grant) => grant.role)
}

/** Who is asking, by the cookies sent with the request. */
export async function findActor(ctx: Ctx, cookies: Cookies, cookieHeader: string): Promise<Actor> {
  const sessions = sessionsIn(ctx, { cookies, sent: cookieHeader })
  const session = await sessions.getSession(cookieHeader)
  const account = session.get('account')
  if (!account) return visitor
  if (between(session.get('lastSeenAt') ?? ctx.now, ctx.now) >= seenEveryMs) await sessions.commitSession(session)
  return account
}

/** What the table keeps of this browser's token. */
export async function findSessionHash({ cookies, sent }: Browser): Promise<string | undefined> {
  const token: unknown = await cookies.session.parse(sent)
  return token ? hashOf(token) : undefined
}

export type SignInWay = 'link' | 'code' | 'demo'

/**
 * Signs `account` in on this browser and answers the `Set-Cookie` header. The id is new, whatever the browser sent:
 * the session it had before ends. Side effects: session row, audit; the account's sessions that ran out are cleared away.
 */
export async function startSession(trx: TrxCtx, browser: Browser, account: Account, by: SignInWay): Promise<string> {
  const sessions = sessionsIn(trx, browser)
  const before = await sessions.getSession(browser.sent)
  if (before.id) await sessions.destroySession(before)
  await trx.db.deleteFrom('session').where('account_id', '=', account.accountId).where('expires_at', '<=', trx.now).execute()
  const session = await sessions.getSession()
  session.set('account', account)
  await record({ ...trx, actor: account }, { verb: 'session.started', objectId: account.accountId, facts: { by } })
  return sessions.commitSession(session, { maxAge: sessionLimits(rolesOf(account)).absoluteMs / seconds(1) })
}

/** Signs this browser out and answers the `Set-Cookie` header. Side effects: session row deleted, audit. */
export async function endSession(trx: TrxCtx, browser: Browser): Promise<string> {
  const sessions = sessionsIn(trx, browser)
  const session = await sessions.getSession(browser.sent)
  const account = session.get('account')
  if (account) await record(trx, { verb: 'session.ended', objectId: account.accountId, facts: { sessions: 1 } })
  return sessions.destroySession(session)
}

/** Signs an account out wherever it is signed in. Side effects: session rows deleted, audit. */
export async function endAllSessions(trx: TrxCtx, browser: Browser, account: Account): Promise<string> {
  const { numDeletedRows } = await trx.db.deleteFrom('session').where('account_id', '=', account.accountId).executeTakeFirst()
  await record(trx, { verb: 'session.ended', objectId: account.accountId, facts: { sessions: Number(numDeletedRows) } })
  return browser.cookies.session.serialize('', { expires: new Date(0) })
}
