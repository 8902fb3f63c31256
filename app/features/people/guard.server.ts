import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { canAssist, canOrganise, canRunStage, canWitness, isOwner, type Account, type Actor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied } from '#app/domain/result.ts'
import { findEdition } from '#app/features/editions/queries.server.ts'
import { pathWith } from '#app/features/people/paths.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound, ownPath, refusalResponse } from '#app/platform/respond.server.ts'

/** What loaders and actions are both given. */
type Asked = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>

interface InEdition {
  ctx: Ctx
  edition: Edition
}

/** Somebody signed in, whatever their roles. A visitor is sent to sign in before anything is looked up. */
export function requireAccount({ context: { ctx }, request }: Asked): { ctx: Ctx; account: Account } {
  if (ctx.actor.kind !== 'account') throw signInFirst(request)
  return { ctx, account: ctx.actor }
}

/** Assistant, organiser or owner of the edition in the address. */
export function requireAssistant(asked: Asked): Promise<InEdition> {
  return requireIn(asked, canAssist)
}

/** Organiser or owner of the edition in the address. */
export function requireOrganiser(asked: Asked): Promise<InEdition> {
  return requireIn(asked, canOrganise)
}

/** Stage crew, organiser or owner of the edition in the address. */
export function requireStageCrew(asked: Asked): Promise<InEdition> {
  return requireIn(asked, canRunStage)
}

/** Witness of the edition in the address; nobody else, whatever they may. */
export function requireWitness(asked: Asked): Promise<InEdition> {
  return requireIn(asked, canWitness)
}

/** Owner; the edition in the address is there. */
export function requireOwner(asked: Asked): Promise<InEdition> {
  return requireIn(asked, isOwner)
}

/** An edition that is not there and one that is somebody else's look alike. */
async function requireIn(asked: Asked, may: (actor: Actor, editionId: string) => boolean): Promise<InEdition> {
  const { ctx, account } = requireAccount(asked)
  const edition = await findEdition(ctx, asked.params.edition ?? '')
  if (!edition || !may(account, edition.id)) throw notFound()
  return { ctx, edition }
}

/** A form cannot be carried through signing in, so only a page is remembered. */
function signInFirst(request: Request): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusalResponse(denied('not-signed-in'))
  const { pathname, search } = new URL(request.url)
  return redirect(pathWith('/sign-in', { to: ownPath(pathname + search, '') }))
}
