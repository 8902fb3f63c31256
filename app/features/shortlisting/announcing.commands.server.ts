import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { finalistEmail } from '#app/features/shortlisting/emails.ts'
import { finalistMessage, listFinalistsToTell, type FinalistToTell } from '#app/features/shortlisting/finalists.queries.server.ts'
import { listShortlists } from '#app/features/shortlisting/queries.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import type { Db, Trx } from '#db/schema.ts'

/** What is missing before the finalists are announced, each as a sentence with where it is mended. */
export interface AnnouncingGap {
  missing: string
  at: string
}

export async function listAnnouncingGaps(ctx: { db: Db | Trx }, edition: Edition): Promise<AnnouncingGap[]> {
  const shortlists = await listShortlists(ctx, edition)
  const open = shortlists.filter(({ state }) => state === 'open').map(({ name, slug }) => ({ missing: `The shortlist of ${name} is not finished.`, at: `shortlists/${slug}` }))
  const untold = (await listFinalistsToTell(ctx, edition)).filter(({ noticeId }) => noticeId === null)
    .map(({ name }) => ({ missing: `${name} has not been told of the nomination yet.`, at: 'notices' }))
  return [...open, ...untold]
}

/**
 * Makes the finalists public and writes to those who have an address and were not written to before; the messages wait in
 * the outbox, held. Refused when anything is missing, or when others would be written to than the page said. Side effects:
 * edition, audit, a link and a message for each.
 */
export async function announceFinalists(ctx: Ctx, seen: Seen, people: string): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    if (edition.stage !== 'screening') return denied('wrong-stage', { stage: edition.stage })
    const gaps = await listAnnouncingGaps(trx, edition)
    if (gaps.length) return denied('gaps', { count: gaps.length })
    const toTell = await listFinalistsToTell(trx, edition)
    if (fingerprintOf(toTell) !== people) return denied('changed-meanwhile')
    const written = toTell.filter(({ email }) => email)
    return ok<Change>({
      verb: 'finalists.announced', facts: { people: written.length },
      set: { finalists_announced_at: edition.finalists_announced_at ?? edition.now },
      also: async (then) => {
        for (const one of written) await tell(then, edition, one)
      },
    })
  })
}

async function tell(trx: TrxCtx, edition: Edition, { nomineeId, noticeId, name, categories, email }: FinalistToTell): Promise<void> {
  const { token } = await createLink(trx, 'nominee', noticeId ?? '')
  await queueEmail(trx, {
    kind: finalistMessage, edition, aboutId: nomineeId, held: true, to: { name, email }, replyTo: edition.settings.host.email,
    email: finalistEmail({ edition, name, categories, link: `${trx.baseUrl}/nominee/${token}` }),
  })
}
