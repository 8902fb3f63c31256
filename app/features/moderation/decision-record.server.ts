import type { Edition } from '#app/domain/edition.ts'
import { scoreInForce } from '#app/domain/scoring/standings.ts'
import { judgeDecision } from '#app/features/moderation/decision-gaps.ts'
import { nameRecord, recordContent, writeRecord, type RecordContent, type RecordFacts } from '#app/features/moderation/decision-record.ts'
import { listMinutes } from '#app/features/moderation/minutes.server.ts'
import { findModerated, type Moderated } from '#app/features/moderation/moderated.queries.server.ts'
import { namesOf } from '#app/features/moderation/names.server.ts'
import { readStandings } from '#app/features/moderation/standings.queries.server.ts'
import { listTied } from '#app/features/moderation/ties.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { Instant } from '#db/schema.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

/** Keeps what was just settled as it stands, as one more record of its category. */
export async function freezeDecision(trx: TrxCtx, edition: Edition, { id: category_id, slug }: Pick<Moderated, 'id' | 'slug'>): Promise<void> {
  const category = await findModerated(trx, edition, slug)
  if (!category?.decision) throw new Error('what was settled was decided')
  const { number: decision_number, version: decision_version } = category.decision
  const content = JSON.stringify(writeRecord(await gatherFacts(trx, edition, category)))
  const { last } = await trx.db.selectFrom('decision_record').select((e) => e.fn.max('number').as('last')).where('category_id', '=', category_id).executeTakeFirstOrThrow()
  await trx.db
    .insertInto('decision_record').values({ category_id, number: (last ?? 0) + 1, decision_number, decision_version, edition_version: edition.version, made_at: edition.now, content })
    .execute()
}

async function gatherFacts(ctx: Reading, edition: Edition, category: Moderated): Promise<RecordFacts> {
  const standings = await readStandings(ctx, edition, category)
  const { awards = [], reason = '' } = category.decision ?? {}
  const { sponsor } = await ctx.db.selectFrom('category').select('sponsor').where('id', '=', category.id).executeTakeFirstOrThrow()
  const { ordering, quorum, quorumRule, oneAwardEach } = edition.settings
  return {
    awards, reason, differs: judgeDecision(category.decision, standings).differs, sponsor, rows: standings.rows.map((row) => ({ ...row, score: scoreInForce(row, standings.ordering) })),
    cards: standings.cards, gone: standings.gone.length, recused: await countRecused(ctx, category),
    rule: { ordering, quorum, quorumRule, oneAwardEach, criteria: standings.criteria, calculation: standings.version },
    ...(await gatherMeeting(ctx, category)),
  }
}

/** From the minutes of the item as it was opened last. */
async function gatherMeeting(ctx: Reading, category: Moderated): Promise<Pick<RecordFacts, 'chair' | 'present' | 'out' | 'casts'>> {
  const minutes = await listMinutes(ctx, category)
  const opened = minutes.findLast(({ kind }) => kind === 'opened')
  const out = await ctx.db
    .selectFrom('step_out').select(['account_id', 'reason']).where('category_id', '=', category.id)
    .where((e) => e.or([e('back_at', 'is', null), e('back_at', '>', opened?.at ?? '')])).orderBy('out_at').orderBy('id').execute()
  const tied = await listTied(ctx, [category], out.map(({ account_id }) => account_id))
  return {
    chair: opened?.facts.chair ?? null, present: opened?.facts.present ?? [],
    out: out.map(({ account_id: person, reason }) => ({ person, reason, ties: tied.find(({ accountId }) => accountId === person)?.ties ?? [] })),
    casts: minutes.filter(({ kind, number }) => kind === 'cast' && number > (opened?.number ?? 0)).map(({ facts, words }) => ({ entry: facts.entry ?? '', words })),
  }
}

async function countRecused({ db }: Reading, { id }: Pick<Moderated, 'id'>): Promise<number> {
  const { count } = await db
    .selectFrom('recusal').innerJoin('entry', 'entry.id', 'recusal.entry_id').select((e) => e.fn.countAll<number>().as('count'))
    .where('entry.category_id', '=', id).where('entry.shortlist', '=', 'in').where('recusal.lifted_at', 'is', null).executeTakeFirstOrThrow()
  return Number(count)
}

export interface DecisionRecord extends RecordContent {
  number: number
  decisionVersion: number
  editionVersion: number
  madeAt: Instant
}

/** Every record of a category, the newest first, with the names there are today. What was erased has none. */
export async function listRecords(ctx: Reading, { id }: Pick<Moderated, 'id'>): Promise<DecisionRecord[]> {
  const rows = await ctx.db.selectFrom('decision_record').selectAll().where('category_id', '=', id).where('content', '<>', '').orderBy('number', 'desc').execute()
  const records = rows.map((row) => ({ row, content: recordContent.parse(JSON.parse(row.content)) }))
  const names = await namesOf(ctx, records.flatMap(({ content }) => content.names))
  return records.map(({ row, content }) => ({
    ...nameRecord(content, names), number: row.number, decisionVersion: row.decision_version, editionVersion: row.edition_version, madeAt: row.made_at,
  }))
}
