import { codeTries, linkRules } from '#app/domain/links.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { later } from '#app/domain/time.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { hashToken, newCode, newId, newToken, sameSecret } from '#app/platform/tokens.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import { insertRows } from '#db/hot.server.ts'
import type { LinkRow } from '#db/schema.ts'
import type { LinkKind } from '#db/vocabulary.ts'

export interface NewLink {
  token: string
  /** six digits for the tab that asked; only with `requestToken` */
  code?: string
}

/**
 * Makes a link of `kind` to `subjectId`; only its hash is kept. With `requestToken` (a secret that only the tab that
 * asked holds) it comes with a code as well. Links that work once end the earlier ones to the same subject.
 */
export async function createLink(
  trx: TrxCtx, kind: LinkKind, subjectId: string, requestToken?: string,
): Promise<NewLink> {
  const { livesMs, once } = linkRules[kind]
  const token = newToken()
  const code = requestToken ? newCode() : undefined
  if (once) {
    await holdAlone(trx.db, `link:${subjectId}`) // two asked for at once: the second ends the first
    await trx.db
      .updateTable('link')
      .set({ revoked_at: trx.now })
      .where('subject_id', '=', subjectId).where('kind', '=', kind).where('used_at', 'is', null).where('revoked_at', 'is', null)
      .execute()
  }
  await insertRows(trx.db, 'link', [{
    id: newId(), kind, subject_id: subjectId, token_hash: hashToken(token), created_at: trx.now,
    request_hash: requestToken ? hashToken(requestToken) : null,
    code_hash: requestToken && code ? trx.keys.hashCode(code, requestToken) : null,
    expires_at: livesMs === null ? null : later(trx.now, livesMs),
  }])
  return { token, code }
}

/** What a link leads to, without using it up: all that a GET may do. */
export async function peekLink(ctx: Pick<Ctx, 'db' | 'now'>, kind: LinkKind, token: string): Promise<Result<LinkRow>> {
  const link = await ctx.db
    .selectFrom('link').selectAll()
    .where('token_hash', '=', hashToken(token)).where('kind', '=', kind)
    .executeTakeFirst()
  return link ? stillGood(link, ctx.now) : denied('not-found')
}

function stillGood(link: LinkRow, now: string): Result<LinkRow> {
  if (link.used_at || link.revoked_at) return denied('link-used')
  if (link.expires_at && link.expires_at <= now) return denied('link-expired')
  return ok(link)
}

/** Follows a link on a POST. One that works once is used up here, by whoever comes first. */
export async function followLink(trx: TrxCtx, kind: LinkKind, token: string): Promise<Result<LinkRow>> {
  const seen = await peekLink(trx, kind, token)
  return seen.ok ? useUp(trx, seen.value) : seen
}

async function useUp(trx: TrxCtx, link: LinkRow): Promise<Result<LinkRow>> {
  if (!linkRules[link.kind].once) return ok(link)
  const used = await trx.db
    .updateTable('link').set({ used_at: trx.now })
    .where('id', '=', link.id).where('used_at', 'is', null).where('revoked_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n ? ok(link) : denied('link-used')
}

/**
 * The code instead of the link, from the tab that asked. Every try is counted, right or wrong, by the statement that sees
 * whether one is left, so parallel tries cannot share one; after five the code is spent, and the link still works.
 */
export async function followCode(trx: TrxCtx, kind: LinkKind, requestToken: string, code: string): Promise<Result<LinkRow>> {
  const link = await trx.db
    .selectFrom('link').selectAll()
    .where('request_hash', '=', hashToken(requestToken)).where('kind', '=', kind)
    .executeTakeFirst()
  // An address we do not know gets the same page and the same answers as one we do.
  if (!link?.code_hash) return denied('code-wrong', { left: codeTries - 1 })
  const good = stillGood(link, trx.now)
  if (!good.ok) return good.code === 'link-expired' ? good : denied('code-spent')
  const counted = await trx.db
    .updateTable('link').set((e) => ({ tries: e('tries', '+', 1) }))
    .where('id', '=', link.id).where('tries', '<', codeTries)
    .executeTakeFirst()
  if (counted.numUpdatedRows !== 1n) return denied('code-spent')
  if (!sameSecret(link.code_hash, trx.keys.hashCode(code, requestToken))) return denied('code-wrong', { left: codeTries - 1 - link.tries })
  if (!linkRules[kind].once) await trx.db.updateTable('link').set({ tries: 0 }).where('id', '=', link.id).execute() // of a letter, used again
  return useUp(trx, link)
}
