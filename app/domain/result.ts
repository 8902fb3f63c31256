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

/** The value of a result that cannot be a refusal here: in scripts and tests. A page uses `need` of respond.server.ts. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.facts)}`)
  return result.value
}
