import type { ExpressionBuilder } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import type { JudgingFacts } from '#app/domain/judging-gaps.ts'
import { listPanels } from '#app/features/judging/panels.queries.server.ts'
import { standingCards } from '#app/features/judging/standing-cards.server.ts'
import { termsVersion } from '#app/features/judging/terms.ts'
import { takesPart, waitsForScreening } from '#app/features/screening/waiting.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { Database } from '#db/schema.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

/** How ready each category is to be judged: the facts behind the guard, the page and the refusal. Six reads. */
export async function listJudgingFacts(ctx: Reading, edition: Pick<Edition, 'id' | 'settings'>): Promise<JudgingFacts[]> {
  const panels = await listPanels(ctx, edition)
  const entries = await ctx.db
    .selectFrom('entry').select(['id', 'category_id']).select((e) => [flag(e, isTold(e)).as('told'), flag(e, waitsForScreening(e)).as('toScreen')])
    .where('edition_id', '=', edition.id).where('shortlist', '=', 'in').where(takesPart).execute()
  const readers = await standingCards(ctx.db, edition.id).select(['entry.id', (e) => e.fn.countAll<number>().as('count')]).groupBy('entry.id').execute()
  const counts = new Map(readers.map(({ id, count }) => [id, count]))
  const notReady = await standingCards(ctx.db, edition.id)
    .select(['entry.category_id', 'judge.id']).distinct()
    .where('judge.state', '=', 'accepted').where((e) => e.or([e('judge.signed_terms', '<>', termsVersion), e('judge.declared_at', 'is', null)])).execute()
  const { quorum } = edition.settings
  return panels.map(({ id, slug, name, state, accepted }) => {
    const own = entries.filter((entry) => entry.category_id === id)
    return {
      slug, name, state, quorum, entries: own.length, judges: accepted,
      entriesShort: own.filter((entry) => (counts.get(entry.id) ?? 0) < quorum).length,
      judgesNotReady: notReady.filter((one) => one.category_id === id).length,
      nomineesNotTold: own.filter(({ told }) => told === 0).length, entriesToScreen: own.filter(({ toScreen }) => toScreen === 1).length,
    }
  })
}

type OfEntry = ExpressionBuilder<Database, 'entry'>

function flag(e: OfEntry, condition: ReturnType<typeof waitsForScreening>) {
  return e.case().when(condition).then(1).else(0).end()
}

/** Whether a notice to the nominee, or to whoever was merged into them, was given or is on its way. */
function isTold(e: OfEntry) {
  return e.exists(
    e.selectFrom('notice').innerJoin('nominee', 'nominee.id', 'notice.nominee_id').leftJoin('message', 'message.id', 'notice.message_id').select('notice.id')
      .where((n) => n.or([n('nominee.id', '=', n.ref('entry.nominee_id')), n('nominee.merged_into', '=', n.ref('entry.nominee_id'))]))
      .where((n) => n.or([n('notice.told_at', 'is not', null), n('message.state', 'in', ['ready', 'sending', 'sent'])])))
}
