import type { Edition } from '#app/domain/edition.ts'
import { nextStage } from '#app/domain/edition-stage.ts'
import { isReadyToJudge } from '#app/domain/judging-gaps.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { record } from '#app/features/audit/record.server.ts'
import { changeEdition, type Change, type Seen } from '#app/features/editions/change.server.ts'
import { judgingOpenEmail } from '#app/features/judging/emails.ts'
import { countBegun, listReaders, type Reader } from '#app/features/judging/progress.queries.server.ts'
import { listJudgingFacts } from '#app/features/judging/readiness.queries.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'

/**
 * Opens judging of every category that is ready, and with the first of them the edition's judging; refused when none is.
 * Side effects: edition, categories, audit, a message to each judge who has something to read in them.
 */
export async function openJudging(ctx: Ctx, seen: Seen): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const stage = edition.stage === 'judging' ? ok(edition.stage) : nextStage(edition.stage, 'open-judging')
    if (!stage.ok) return stage
    const facts = await listJudgingFacts(trx, edition)
    const ready = facts.filter(isReadyToJudge).map(({ slug }) => slug)
    if (ready.length === 0) return denied('gaps', { count: facts.filter(({ state }) => state === 'shortlisted' || state === 'open').length })
    const readers = await listReaders(trx, edition, ready)
    return ok<Change>({ verb: 'edition.open-judging', set: { stage: stage.value }, facts: { categories: ready.length }, also: (then) => open(then, edition, ready, readers) })
  })
}

async function open(trx: TrxCtx, edition: Edition, slugs: string[], readers: Reader[]): Promise<void> {
  const opened = await trx.db
    .updateTable('category').set({ state: 'judging' }).where('edition_id', '=', edition.id).where('slug', 'in', slugs).where('state', '=', 'shortlisted')
    .returning('id').execute()
  for (const { id } of opened) await record(trx, { verb: 'category.judging-opened', edition, objectId: id })
  const deskUrl = `${trx.baseUrl}/judge/${edition.slug}`
  for (const { id, name, email, entries } of readers) {
    await queueEmail(trx, {
      kind: 'judging.open', edition, aboutId: id, to: { name, email }, replyTo: edition.settings.host.email,
      email: judgingOpenEmail({ name, edition, entries, deskUrl }),
    })
  }
}

/** Back to screening, as long as nobody has scored anything. Side effects: edition, categories, audit. */
export async function returnToScreening(ctx: Ctx, seen: Seen): Promise<Result> {
  return changeEdition(ctx, seen, async (edition, trx) => {
    const stage = nextStage(edition.stage, 'return-to-screening')
    if (!stage.ok) return stage
    const begun = await countBegun(trx, edition)
    if (begun > 0) return denied('scores-given', { count: begun })
    return ok<Change>({
      verb: 'edition.return-to-screening', set: { stage: stage.value },
      also: (then) => then.db.updateTable('category').set({ state: 'shortlisted' }).where('edition_id', '=', edition.id).where('state', '=', 'judging').execute(),
    })
  })
}
