import { visitor, type Actor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { publicUses, type Publicity } from '#app/domain/publicity.ts'
import { valueOf } from '#app/domain/result.ts'
import { days, later, minutes, seconds } from '#app/domain/time.ts'
import { archiveEdition, followReveals } from '#app/features/ceremony/archiving.commands.server.ts'
import { pressStage } from '#app/features/ceremony/commands.server.ts'
import { readControl } from '#app/features/ceremony/control.queries.server.ts'
import { addCue, makeRunningOrder } from '#app/features/ceremony/order.commands.server.ts'
import { makeCertificates } from '#app/features/certificates/commands.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { saveAnswer } from '#app/features/screening/nominee.commands.server.ts'
import { findByLink } from '#app/features/screening/nominee.queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { newToken } from '#app/platform/tokens.server.ts'
import type { Instant } from '#db/schema.ts'

/** The demo at a moment of its year, for somebody. */
export type At = (instant: Instant, actor?: Actor) => Promise<{ ctx: Ctx; edition: Edition }>

/** Most finalists say yes to all that is asked; one in nine does not answer, and is not named on stage. */
export async function answerNotices({ ctx, edition }: { ctx: Ctx; edition: Edition }): Promise<void> {
  const notices = await ctx.db
    .selectFrom('notice').innerJoin('entry', 'entry.nominee_id', 'notice.nominee_id').innerJoin('nominee', 'nominee.id', 'notice.nominee_id')
    .select((e) => e.fn.max('notice.id').as('id'))
    .where('entry.edition_id', '=', edition.id).where('entry.shortlist', '=', 'in').where('nominee.answer', '=', 'none')
    .groupBy('notice.nominee_id').orderBy('notice.nominee_id')
    .execute()
  for (const [index, { id }] of notices.entries()) if (index % 9 !== 8) await sayYes({ ...ctx, actor: visitor }, id)
}

/** By the link of their notice, and with the code that is sent where we have an address. */
async function sayYes(ctx: Ctx, noticeId: string): Promise<void> {
  const request = newToken()
  const { token, code } = await inTransaction(ctx, async (trx) => ({
    token: (await createLink(trx, 'nominee', noticeId)).token, code: (await createLink(trx, 'nominee-answer', noticeId, request)).code ?? '',
  }))
  const nominee = valueOf(await findByLink(ctx, token))
  const { name, job, employer } = nominee.record
  const publicity = Object.fromEntries(publicUses.map((use) => [use, 'yes'])) as Publicity
  valueOf(await saveAnswer(ctx, nominee, { answer: 'accepted', publicity, name, saidAs: name, job, employer, request, code }))
}

/** The running order of a sealed edition, with a break. */
export async function orderCues({ ctx, edition }: { ctx: Ctx; edition: Edition }): Promise<void> {
  valueOf(await makeRunningOrder(ctx, edition))
  valueOf(await addCue(ctx, await getEditionById(ctx, edition.id), { kind: 'break', title: 'Supper', script: '' }))
}

/** The night: from the beginning to the end of the running order, a step every forty seconds, and a little longer. Then certificates are made. */
export async function announce(at: At, begins: Instant, crew?: Actor): Promise<void> {
  let now = begins
  for (;;) {
    const { ctx, edition } = await at(now, crew)
    const { version, next } = await readControl(ctx, edition)
    if (!next) break
    valueOf(await pressStage(ctx, edition, 'next', version))
    now = later(now, seconds(40))
  }
  const after = await at(later(now, minutes(2)))
  await followReveals(after.ctx)
  valueOf(await makeCertificates(after.ctx, after.edition))
}

/** The week after. */
export async function archive(at: At, ceremonyAt: Instant, organiser?: Actor): Promise<void> {
  const { ctx, edition } = await at(later(ceremonyAt, days(7)), organiser)
  valueOf(await archiveEdition(ctx, edition))
}
