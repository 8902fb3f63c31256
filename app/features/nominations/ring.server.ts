import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import type { Edition } from '#app/domain/edition.ts'
import { refusalOf } from '#app/domain/refusals.ts'
import { denied } from '#app/domain/result.ts'
import { minutes } from '#app/domain/time.ts'
import { currentEditionOfPage, getEditionById } from '#app/features/editions/queries.server.ts'
import type { Asked } from '#app/features/nominations/journey.ts'
import { canSend } from '#app/features/nominations/policy.ts'
import { findDraft, getAsked, type Draft } from '#app/features/nominations/queries.server.ts'
import type { Cookies } from '#app/platform/cookies.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { refusalResponse } from '#app/platform/respond.server.ts'

type RouteArgs = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>
const ringSchema = z.array(z.string()).catch([])
const mostDrafts = 8

/** Ids of the drafts this device may open, newest first. The cookie is signed: what is not in it cannot be opened. */
export async function readRing(cookies: Cookies, request: Request): Promise<string[]> {
  return ringSchema.parse(await cookies.drafts.parse(request.headers.get('Cookie')))
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
}

/** The draft in the address, if this device may open it; else the same page as for one that does not exist. */
export async function requireDraft({ context: { ctx, cookies }, params, request }: RouteArgs): Promise<OpenDraft> {
  const id = params.draft ?? ''
  const held = (await readRing(cookies, request)).includes(id)
  const draft = held ? await findDraft(ctx, id) : undefined
  if (!draft) throw refusalResponse(denied('draft-gone'))
  const current = await currentEditionOfPage(ctx)
  const edition = current?.id === draft.editionId ? current : await getEditionById(ctx, draft.editionId)
  return { ctx, edition, draft, asked: await getAsked(ctx, edition) }
}

/** Thirty people behind one care home's address, each on every page of the form, twice, stay below it. */
export function mayPost({ context: { limits, clientAddress, ctx } }: RouteArgs): boolean {
  return limits.allow(`nominate:${clientAddress}`, 1200, minutes(10), ctx.now)
}

/** Nobody's inbox is flooded: five messages an hour for one draft. */
export function mayMail({ context: { limits, clientAddress, ctx } }: RouteArgs, draftId: string): boolean {
  return limits.allow(`mail:${draftId}`, 5, minutes(60), ctx.now) && limits.allow(`mail:${clientAddress}`, 100, minutes(60), ctx.now)
}

const backKeepsTheText = { 'Cache-Control': 'private, no-cache' }

/** A page of a live draft: kept by the browser for Back, asked for again otherwise. */
export function draftPage<T>(value: T, status?: number) {
  return data(value, { status, headers: backKeepsTheText })
}

/** Why a draft can no longer be sent, if so: its pages say it, under the refusal's status, and still show what was written. */
export function hindranceOf(edition: Edition): { status?: number; hindered?: string } {
  const may = canSend(edition)
  if (may.ok) return {}
  const { status, sentence } = refusalOf(may.code)
  return { status, hindered: sentence(may.facts) }
}

export const draftHeaders: HeadersFunction = () => backKeepsTheText
