import type { LoaderFunctionArgs } from '@remix-run/node'
import { hasRole } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { findEdition } from '#app/features/editions/queries.server.ts'
import { stepBeforeReading } from '#app/features/judging/policy.ts'
import { hasTiesToTell } from '#app/features/judging/recusals.queries.server.ts'
import { requireAccount } from '#app/features/people/guard.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { notFound, seeOther } from '#app/platform/respond.server.ts'
import { hotQuery } from '#db/hot.server.ts'
import type { JudgeRow } from '#db/schema.ts'

type Asked = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>

export interface AsJudge {
  ctx: Ctx
  edition: Edition
  judge: JudgeRow
}

/** Whoever is asking, as judge of an edition; those who declined, left or are void are none. */
export async function findJudge(ctx: Pick<Ctx, 'db' | 'actor'>, edition: Pick<Edition, 'id'>): Promise<JudgeRow | undefined> {
  if (ctx.actor.kind !== 'account' || !hasRole(ctx.actor, edition.id, 'judge')) return undefined
  const [judge] = await judgeOf(ctx.db, edition.id, ctx.actor.accountId)
  return judge
}

const judgeOf = hotQuery((db, editionId: string, accountId: string) =>
  db.selectFrom('judge').selectAll().where('edition_id', '=', editionId).where('account_id', '=', accountId).where('state', 'in', ['invited', 'accepted']))

/** A judge of the edition in the address, whatever there is still to do before reading; anybody else finds nothing there. */
export async function requireInvitedJudge(asked: Asked): Promise<AsJudge> {
  const { ctx } = requireAccount(asked)
  const edition = await findEdition(ctx, asked.params.edition ?? '')
  const judge = edition && (await findJudge(ctx, edition))
  if (!judge) throw notFound()
  return { ctx, edition, judge }
}

/** A judge who has signed: before that, there are no names to see. */
export async function requireSignedJudge(asked: Asked): Promise<AsJudge> {
  const found = await requireInvitedJudge(asked)
  if (stepBeforeReading(found.judge) === 'agree') throw seeOther(`/judge/${found.edition.slug}/agree`)
  return found
}

/** A judge who may read: accepted, signed, declared ties. Before that, they are led to what is missing. */
export async function requireJudge(asked: Asked): Promise<AsJudge> {
  const found = await requireInvitedJudge(asked)
  const step = stepBeforeReading(found.judge) ?? ((await hasTiesToTell(found.ctx, found.judge)) ? 'ties/finalists' : undefined)
  if (step) throw seeOther(`/judge/${found.edition.slug}/${step}`)
  return found
}
