import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import type { Edition } from '#app/domain/edition.ts'
import { refusalOf } from '#app/domain/refusals.ts'
import { denied } from '#app/domain/result.ts'
import { currentEditionOfPage, getEditionById } from '#app/features/editions/queries.server.ts'
import type { Asked } from '#app/features/nominations/journey.ts'
import { canWrite } from '#app/features/nominations/policy.ts'
import { findDraft, findNominationOfDraft, getAsked, listDrafts, type Draft, type DraftLine } from '#app/features/nominations/queries.server.ts'
import type { Cookies } from '#app/platform/cookies.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { refusalResponse } from '#app/platform/respond.server.ts'
import type { NominationRow } from '#db/schema.ts'

type RouteArgs = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>
const ringSchema = z.array(z.string()).catch([])
const mostDrafts = 8

/** Ids of the drafts this device may open, newest first. The cookie is signed: what is not in it cannot be opened. */
export async function readRing(cookies: Cookies, request: Request): Promise<string[]> {
  return ringSchema.parse(await cookies.drafts.parse(request.headers.get('Cookie')))
}

/** The drafts of this device, newest first, those that were sent among them. */
export async function listHeld({ context: { ctx, cookies }, request }: RouteArgs, edition: Edition): Promise<DraftLine[]> {
  const ring = await readRing(cookies, request)
  const drafts = await listDrafts(ctx, edition, ring)
  return drafts.sort((a, b) => ring.indexOf(a.id) - ring.indexOf(b.id))
}

/** The header that puts a draft on this device's ring. */
export async function addToRing({ context: { cookies }, request }: RouteArgs, draftId: string): Promise<HeadersInit> {
  const others = (await readRing(cookies, request)).filter((id) => id !== draftId)
  return { 'Set-Cookie': await cookies.drafts.serialize([draftId, ...others].slice(0, mostDrafts)) }
}

/** "Finish and clear this device": nothing of it stays, not even behind the Back button. */
export async function clearRing(cookies: Cookies): Promise<HeadersInit> {
  return { 'Set-Cookie': await cookies.drafts.serialize([], { maxAge: 0 }), 'Clear-Site-Data': '"cache", "storage"' }
}

export interface OpenDraft {
  ctx: Ctx
  edition: Edition
  asked: Asked
  draft: Draft
  /** the nomination that was sent from it */
  sent?: NominationRow
}

/** The draft in the address, if this device may open it; else the same page as for one that does not exist. */
export async function requireDraft({ context: { ctx, cookies }, params, request }: RouteArgs): Promise<OpenDraft> {
  const id = params.draft ?? ''
  const held = (await readRing(cookies, request)).includes(id)
  const draft = held ? await findDraft(ctx, id) : undefined
  if (!draft) throw refusalResponse(denied('draft-gone'))
  const current = await currentEditionOfPage(ctx)
  const edition = current?.id === draft.editionId ? current : await getEditionById(ctx, draft.editionId)
  return { ctx, edition, draft, sent: await findNominationOfDraft(ctx, id), asked: await getAsked(ctx, edition) }
}

const backKeepsTheText = { 'Cache-Control': 'private, no-cache' }

/** A page of a live draft: kept by the browser for Back, asked for again otherwise. */
export function draftPage<T>(value: T, status?: number) {
  return data(value, { status, headers: backKeepsTheText })
}

/** Why a draft can no longer be sent, if so: its pages say it, under the refusal's status, and still show what was written. */
export function hindranceOf({ edition, sent }: Pick<OpenDraft, 'edition' | 'sent'>): { status?: number; hindered?: string } {
  const may = canWrite(edition, sent)
  if (may.ok) return {}
  const { status, sentence } = refusalOf(may.code)
  return { status, hindered: sentence(may.facts) }
}

export const draftHeaders: HeadersFunction = () => backKeepsTheText
