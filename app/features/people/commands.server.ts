import { denied, ok, type Result } from '#app/domain/result.ts'
import type { Edition } from '#app/domain/edition.ts'
import { record } from '#app/features/audit/record.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { invitationEmail } from '#app/features/people/emails.ts'
import { canGrant, canRevoke, reachOf, type InvitedRole } from '#app/features/people/policy.ts'
import { countOwners, findPerson, type PersonRow } from '#app/features/people/queries.server.ts'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { Role } from '#db/vocabulary.ts'

/** The account at an email address, made if there is none; a known one keeps its name. Side effects: account, audit. */
export async function createAccount(trx: TrxCtx, { name, email }: { name: string; email: string }): Promise<{ id: string; name: string }> {
  const address = email.toLowerCase()
  const made = await trx.db
    .insertInto('account')
    .values({ id: newId(), name, email: address, created_at: trx.now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  const account = await trx.db.selectFrom('account').select(['id', 'name']).where('email', '=', address).executeTakeFirstOrThrow()
  if (made.numInsertedOrUpdatedRows === 1n) await record(trx, { verb: 'account.created', objectId: account.id })
  return account
}

/** Gives an account a role in an edition; an owner owns every edition, and needs none to begin with. Side effects: grant, audit. */
export async function grantRole(trx: TrxCtx, accountId: string, role: Role, edition?: Pick<Edition, 'id' | 'now'>): Promise<Result> {
  if (!edition && role !== 'owner') throw new Error(`the role "${role}" is held in an edition`)
  const editionId = edition ? reachOf(role, edition.id) : null
  const may = canGrant(trx.actor, { role, editionId })
  if (!may.ok) return may
  const granted = await trx.db
    .insertInto('role_grant')
    .values({ id: newId(), account_id: accountId, edition_id: editionId, role, granted_at: edition?.now ?? trx.now })
    .onConflict((conflict) => conflict.doNothing()) // held already: `role_grant_once`
    .executeTakeFirst()
  if (granted.numInsertedOrUpdatedRows !== 1n) return denied('role-held')
  await record(trx, { verb: 'role.granted', edition, objectId: accountId, facts: { role } })
  return ok()
}

/** Gives somebody a role and tells them. Side effects: account if there is none, grant, audit, a message. */
export async function inviteToRole(ctx: Ctx, edition: Edition, { name, email, role }: { name: string; email: string; role: InvitedRole }): Promise<Result> {
  const may = canGrant(ctx.actor, { role, editionId: reachOf(role, edition.id) })
  if (!may.ok) return may // before an account is made
  const invitedBy = ctx.actor.kind === 'account' ? ctx.actor.name : edition.settings.host.name
  return inTransaction(ctx, async (trx) => {
    const account = await createAccount(trx, { name, email })
    const granted = await grantRole(trx, account.id, role, edition)
    if (!granted.ok) return granted
    await queueEmail(trx, {
      kind: 'people.invitation', edition, aboutId: account.id,
      to: { name: account.name, email: email.toLowerCase() }, replyTo: edition.settings.host.email,
      email: invitationEmail({ name: account.name, editionName: edition.name, role, invitedBy, signInUrl: `${ctx.baseUrl}/sign-in` }),
    })
    return ok()
  })
}

/** Takes a role away; it stops counting at the next request. Never the last owner's. Side effects: grant, audit. */
export function revokeRole(ctx: Ctx, edition: Pick<Edition, 'id' | 'now'>, grantId: string): Promise<Result> {
  return inTransaction(ctx, async (trx) => {
    const grant = await findPerson(trx, edition.id, grantId)
    if (!grant) return denied('not-found')
    if (grant.role === 'owner') await holdAlone(trx.db, 'owners') // two who go at once are counted one after the other
    const may = canRevoke(trx.actor, grant, await countOwners(trx))
    if (!may.ok) return may
    return (await endGrant(trx, edition, grant)) ? ok() : denied('changed-meanwhile')
  })
}

async function endGrant(trx: TrxCtx, edition: Pick<Edition, 'id' | 'now'>, { grantId, accountId, role }: Pick<PersonRow, 'grantId' | 'accountId' | 'role'>): Promise<boolean> {
  const ended = await trx.db
    .updateTable('role_grant').set({ revoked_at: edition.now })
    .where('id', '=', grantId).where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) return false
  await record(trx, { verb: 'role.revoked', edition, objectId: accountId, facts: { role } })
  return true
}

/** Ends a role of an edition that comes and goes with something else, such as being its judge. Side effects: grant, audit, if it is held. */
export async function takeRole(trx: TrxCtx, edition: Pick<Edition, 'id' | 'now'>, accountId: string, role: Role): Promise<void> {
  const held = await trx.db
    .selectFrom('role_grant').select('id as grantId')
    .where('account_id', '=', accountId).where('role', '=', role).where('edition_id', '=', edition.id).where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (held) await endGrant(trx, edition, { ...held, accountId, role })
}

/** A link that becomes an account as often as it is followed; it opens only where `demoIsOpen`. Answers its address. */
export async function createDemoLink(trx: TrxCtx, accountId: string): Promise<string> {
  const { token } = await createLink(trx, 'demo', accountId)
  return `${trx.baseUrl}/demo/${token}`
}
