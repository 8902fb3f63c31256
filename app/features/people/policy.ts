import { canOrganise, isOwner, type Account, type Actor } from '#app/domain/actor.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { roles, type Role } from '#db/vocabulary.ts'

/** Roles that only an owner gives and takes away: with them somebody may come to see results. */
const keptByOwners: Role[] = ['owner', 'organiser', 'witness']

/** A role as somebody holds it; `editionId` null: in every edition. */
interface Held {
  role: Role
  editionId: string | null
}

/** An owner is owner of every edition; the other roles are held in one, unless the system gives them. */
export function canGrant(actor: Actor, grant: Held): Result {
  if (actor.kind === 'system' || isOwner(actor)) return ok()
  const within = grant.editionId !== null && canOrganise(actor, grant.editionId)
  return within && !keptByOwners.includes(grant.role) ? ok() : denied('not-yours')
}

/** `owners`: how many there are who can sign in. Without one, nobody could make another. Judges hold entries, so they end elsewhere. */
export function canRevoke(actor: Actor, grant: Held, owners: number): Result {
  const may = canGrant(actor, grant)
  if (!may.ok) return may
  if (grant.role === 'judge') return denied('ends-among-judges')
  return grant.role === 'owner' && owners <= 1 ? denied('last-owner') : ok()
}

/** Roles that one may be invited to here. Judges are asked first whether they will: that is a page of its own. */
export type InvitedRole = Exclude<Role, 'judge'>

/** The roles an actor may give in an edition. */
export function rolesToGive(actor: Actor, editionId: string): InvitedRole[] {
  return roles.filter((role): role is InvitedRole => role !== 'judge' && canGrant(actor, { role, editionId: reachOf(role, editionId) }).ok)
}

/** Where a role given in an edition holds. */
export function reachOf(role: Role, editionId: string): string | null {
  return role === 'owner' ? null : editionId
}

/** Where somebody goes on after signing in. */
export function landingOf(account: Account): string {
  const holds = (...wanted: Role[]) => account.grants.some((grant) => wanted.includes(grant.role))
  if (holds('owner', 'organiser')) return '/organise'
  if (holds('judge')) return '/judge'
  return holds('witness') ? '/witness' : '/account'
}
