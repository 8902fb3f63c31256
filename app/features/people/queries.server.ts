import type { Account } from '#app/domain/actor.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { peekLink } from '#app/platform/links.server.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import { hashToken } from '#app/platform/tokens.server.ts'
import type { Db, Instant, Trx } from '#db/schema.ts'
import type { Role } from '#db/vocabulary.ts'

type Reading = Pick<Ctx, 'db'>

interface AccountGrantRow {
  id: string
  name: string
  email: string
  role: Role | null
  edition_id: string | null
}

/** Accounts that may sign in, a row for each grant in force (one without a role where there is none). */
export function accountsWithGrants(db: Db | Trx) {
  return db
    .selectFrom('account')
    .leftJoin('role_grant', (join) =>
      join.onRef('role_grant.account_id', '=', 'account.id').on('role_grant.revoked_at', 'is', null))
    .select(['account.id', 'account.name', 'account.email', 'role_grant.role', 'role_grant.edition_id'])
    .where('account.disabled_at', 'is', null)
}

/** One account from its rows. */
export function accountFrom(rows: AccountGrantRow[]): Account | undefined {
  const [first] = rows
  if (!first) return undefined
  const grants = rows.flatMap(({ role, edition_id }) => (role ? [{ role, editionId: edition_id }] : []))
  return { kind: 'account', accountId: first.id, name: first.name, email: first.email, grants }
}

export async function findAccount({ db }: Reading, accountId: string): Promise<Account | undefined> {
  return accountFrom(await accountsWithGrants(db).where('account.id', '=', accountId).execute())
}

export async function findAccountByEmail({ db }: Reading, email: string): Promise<Account | undefined> {
  return accountFrom(await accountsWithGrants(db).where('account.email', '=', email.toLowerCase()).execute())
}

/** Whom a code is being typed for; undefined when the address asked for was nobody's. */
export async function findAccountOfRequest({ db }: Reading, requestToken: string): Promise<Account | undefined> {
  const rows = await accountsWithGrants(db)
    .innerJoin('link', 'link.subject_id', 'account.id')
    .where('link.request_hash', '=', hashToken(requestToken))
    .where('link.kind', '=', 'sign-in')
    .execute()
  return accountFrom(rows)
}

export interface OwnSession {
  idHash: string
  startedAt: Instant
  lastSeenAt: Instant
}

/** Where an account is signed in, the newest first. */
export async function listSessions({ db, now }: Pick<Ctx, 'db' | 'now'>, accountId: string): Promise<OwnSession[]> {
  return db
    .selectFrom('session')
    .select(['id_hash as idHash', 'created_at as startedAt', 'last_seen_at as lastSeenAt'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id_hash')
    .execute()
}

export interface PersonRow {
  grantId: string
  accountId: string
  name: string
  email: string
  role: Role
  /** null: in every edition */
  editionId: string | null
  grantedAt: Instant
}

/** The grants that count in an edition: its own and those of every edition. */
function grantsIn(db: Db, editionId: string) {
  return db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .where('role_grant.revoked_at', 'is', null)
    .where((e) => e.or([e('role_grant.edition_id', 'is', null), e('role_grant.edition_id', '=', editionId)]))
}

const personColumns = [
  'role_grant.id as grantId', 'role_grant.account_id as accountId', 'account.name', 'account.email',
  'role_grant.role', 'role_grant.edition_id as editionId', 'role_grant.granted_at as grantedAt',
] as const

/** One page of the roles held in an edition, by name ("older": further down), and how many there are in all. */
export async function listPeople(
  { db }: Reading, editionId: string, { role, cursor }: { role?: Role; cursor?: Cursor },
): Promise<Page<PersonRow> & { total: number }> {
  const matching = role ? grantsIn(db, editionId).where('role_grant.role', '=', role) : grantsIn(db, editionId)
  const { total } = await matching.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const from = cursor && (await findPerson({ db }, editionId, cursor.key))
  const [beyond, direction] = cursor?.towards === 'newer' ? (['<', 'desc'] as const) : (['>', 'asc'] as const)
  const rows = await matching
    .select(personColumns)
    .$if(from !== undefined, (query) =>
      query.where((e) => e(e.refTuple('account.name', 'role_grant.id'), beyond, e.tuple(from?.name ?? '', from?.grantId ?? ''))))
    .orderBy('account.name', direction)
    .orderBy('role_grant.id', direction)
    .limit(rowsOnAPage + 1)
    .execute()
  return { ...pageFrom(rows, from && cursor, (person) => person.grantId), total }
}

/** One grant in force, as seen from an edition. */
export async function findPerson({ db }: Reading, editionId: string, grantId: string): Promise<PersonRow | undefined> {
  return grantsIn(db, editionId).select(personColumns).where('role_grant.id', '=', grantId).executeTakeFirst()
}

/** Owners who can sign in. */
export async function countOwners({ db }: Reading): Promise<number> {
  const { owners } = await db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select((e) => e.fn.countAll<number>().as('owners'))
    .where('role_grant.role', '=', 'owner')
    .where('role_grant.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return owners
}

/** Whom a link would sign in, without using it up. */
export async function peekAccount(ctx: Pick<Ctx, 'db' | 'now'>, kind: 'sign-in' | 'demo', token: string): Promise<Result<Account>> {
  const link = await peekLink(ctx, kind, token)
  if (!link.ok) return link
  const account = await findAccount(ctx, link.value.subject_id)
  return account ? ok(account) : denied('not-found')
}
