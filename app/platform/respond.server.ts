import { data, redirect } from '@remix-run/node'
import type { Denied, Result } from '#app/domain/result.ts'
import { refusalOf } from '#app/domain/refusals.ts'
import type { FieldErrors, FieldValues } from '#app/platform/form.server.ts'

/** What an error page is given: the status is the response's. */
export interface RefusalBody {
  code: string
  sentence: string
}

/** A refusal as a response to throw: the nearest error page shows its sentence. */
export function refusalResponse(refusal: Denied): Response {
  const { status, sentence } = refusalOf(refusal.code)
  return Response.json({ code: refusal.code, sentence: sentence(refusal.facts) } satisfies RefusalBody, { status, headers: headersOf(refusal) })
}

/** Whoever is told to wait is told for how long, in the words and in the header. */
function headersOf({ facts }: Denied): HeadersInit {
  return facts.minutes === undefined ? {} : { 'Retry-After': String(Number(facts.minutes) * 60) }
}

/** The value of a result; a refusal is thrown to the nearest error page. */
export function need<T>(result: Result<T>): T {
  if (!result.ok) throw refusalResponse(result)
  return result.value
}

export function notFound(): Response {
  return refusalResponse({ ok: false, code: 'not-found', facts: {} })
}

/** A form to be shown again, with its errors and everything the person typed. */
export function formAgain(errors: FieldErrors, values: FieldValues, status = 422, headers: HeadersInit = {}) {
  return data({ errors, values }, { status, headers })
}

/** The same for a command's refusal: its sentence stands above the form, or at the field it is about. */
export function refusedForm(refusal: Denied, values: FieldValues = {}, field = 'form') {
  const { status, sentence } = refusalOf(refusal.code)
  return formAgain({ [field]: sentence(refusal.facts) }, values, status, headersOf(refusal))
}

/** After a POST that did something: the next page is a GET. */
export function seeOther(to: string, headers?: HeadersInit) {
  return redirect(to, { status: 303, headers })
}

/** What that page says was done: the sentence for the `?done=` it was sent with. */
export function saidDone(request: Request, sentences: Record<string, string>): string | undefined {
  const done = new URL(request.url).searchParams.get('done') ?? ''
  return Object.hasOwn(sentences, done) ? sentences[done] : undefined
}

/** `to` when it is a path of ours, else `fallback`: nothing that a browser could read as another host. */
export function ownPath(to: string | null, fallback: string): string {
  if (!to || !/^\/[A-Za-z0-9_\-./?=&%]*$/.test(to) || to.startsWith('//') || /%5c|%2f/i.test(to)) return fallback
  return to
}
