import type { RefusalCode } from '#app/domain/refusals.ts'

/** A refusal is a value: why, in a code, and what there is to say about it. `refusals.ts` turns it into words. */
export interface Denied {
  ok: false
  code: RefusalCode
  facts: Record<string, string | number>
}
export type Result<T = undefined> = { ok: true; value: T } | Denied

export function ok(): Result
export function ok<T>(value: T): Result<T>
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value }
}

export function denied(code: RefusalCode, facts: Denied['facts'] = {}): Denied {
  return { ok: false, code, facts }
}
