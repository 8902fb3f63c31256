import type { Role } from '#db/vocabulary.ts'

/** Who is asking. A visitor may hold links and drafts, but those are shown per request, not carried here. */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'system' }
  | Account

/** Somebody signed in. */
export interface Account {
  kind: 'account'
  accountId: string
  name: string
  email: string
  grants: Grant[]
}

export interface Grant {
  role: Role
  /** null: in every edition */
  editionId: string | null
}

export const visitor: Actor = { kind: 'visitor' }
export const system: Actor = { kind: 'system' }

export function hasRole(actor: Actor, editionId: string, ...wanted: Role[]): boolean {
  if (actor.kind !== 'account') return false
  return actor.grants.some((g) => wanted.includes(g.role) && (g.editionId === null || g.editionId === editionId))
}

/** In whichever edition: enough to show a way, never to let anybody in. */
export function hasAnyRole(actor: Actor, ...wanted: Role[]): boolean {
  return actor.kind === 'account' && actor.grants.some((g) => wanted.includes(g.role))
}

/** Owners and organisers run an edition. */
export function canOrganise(actor: Actor, editionId: string): boolean {
  return actor.kind === 'system' || hasRole(actor, editionId, 'owner', 'organiser')
}

/** Assistants see what organisers see of nominations and change none of the rules. */
export function canAssist(actor: Actor, editionId: string): boolean {
  return canOrganise(actor, editionId) || hasRole(actor, editionId, 'assistant')
}

/** The stage crew runs the screen on the night, as those who organise may. */
export function canRunStage(actor: Actor, editionId: string): boolean {
  return canOrganise(actor, editionId) || hasRole(actor, editionId, 'stage-crew')
}

/** A witness seals what somebody who organises has asked to seal; those who organise do it as themselves. */
export function canWitness(actor: Actor, editionId: string): boolean {
  return hasRole(actor, editionId, 'witness')
}

/** Owners hold every edition: `editionId` null. */
export function isOwner(actor: Actor): boolean {
  return actor.kind === 'account' && actor.grants.some((g) => g.role === 'owner' && g.editionId === null)
}
