import type { Actor } from '#app/domain/actor.ts'
import type { Result } from '#app/domain/result.ts'
import type { Keys } from '#app/platform/tokens.server.ts'
import type { Db, Instant, Trx } from '#db/schema.ts'

/** What one request or one job works with. `now` is read once, at its start. */
export interface Ctx {
  db: Db
  now: Instant
  actor: Actor
  requestId: string
  /** origin that links in mail point to */
  baseUrl: string
  keys: Keys
}
export type TrxCtx = Omit<Ctx, 'db'> & { db: Trx }

/** Runs `work` in one transaction. `work` awaits nothing but the transaction's own queries. */
export function inTransaction<T>(ctx: Ctx, work: (trx: TrxCtx) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }))
}

/** The same for work that may be refused when it has begun to write: a refusal leaves nothing behind. */
export async function inTransactionOrNot<T>(ctx: Ctx, work: (trx: TrxCtx) => Promise<Result<T>>): Promise<Result<T>> {
  const db = await ctx.db.startTransaction().execute()
  try {
    const result = await work({ ...ctx, db })
    await (result.ok ? db.commit() : db.rollback()).execute()
    return result
  } catch (error) {
    await db.rollback().execute().catch(() => undefined) // what went wrong first is what matters
    throw error
  }
}
