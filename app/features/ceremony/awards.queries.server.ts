import type { Edition } from '#app/domain/edition.ts'
import type { PublicUse } from '#app/domain/publicity.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { listAwardsUnderEmbargo } from '#app/features/moderation/awards.queries.server.ts'
import { listPublicUses } from '#app/features/shortlisting/finalists.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Db, Instant, Trx } from '#db/schema.ts'
import type { AwardKind } from '#db/vocabulary.ts'

type Reading = { db: Db | Trx }

/** An award as it may be shown: what the nominee does not want shown is empty. */
export interface ShownAward {
  categoryId: string
  kind: Exclude<AwardKind, 'reserve'>
  name: string
  /** how the name is said */
  saidAs: string
  employer: string
  citation: string
}

/**
 * The awards in force of categories whose winner has been shown on stage, and not taken back. Before that, no query of
 * ours selects a winner's name for a page: the join with the reveal is the fence.
 */
function revealedAwards({ db }: Reading, editionId: string) {
  return db
    .selectFrom('award')
    .innerJoin('reveal', (join) => join.onRef('reveal.category_id', '=', 'award.category_id').on('reveal.undone_at', 'is', null))
    .innerJoin('entry', 'entry.id', 'award.entry_id').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .select(['award.category_id as categoryId', 'award.entry_id as entryId', 'award.kind', 'award.citation', 'entry.nominee_id', 'nominee.name', 'nominee.said_as as saidAs', 'nominee.employer'])
    .where('reveal.edition_id', '=', editionId).where('award.kind', '<>', 'reserve')
    .where('award.number', '=', (e) => e.selectFrom('seal_leaf').select((leaf) => leaf.fn.max('seal_leaf.number').as('newest')).whereRef('seal_leaf.category_id', '=', 'award.category_id'))
    .orderBy('award.place')
}
type Row = Awaited<ReturnType<ReturnType<typeof revealedAwards>['execute']>>[number]

/** For the stage: the winners of a category, from its reveal on. `now`: when it was shown. */
export async function listWinnersOnStage(ctx: Reading, edition: Pick<Edition, 'id' | 'now'>, categoryId: string): Promise<ShownAward[]> {
  const rows = await revealedAwards(ctx, edition.id).where('award.category_id', '=', categoryId).where('award.kind', '=', 'winner').execute()
  return show(ctx, edition, rows, 'stage')
}

/** For the stage pack: the winners as the stage will show them, before it has. Only for the embargo list; whoever asks notes the look. */
export async function listWinnersUnderEmbargo(ctx: Reading & Pick<Ctx, 'actor'>, edition: Edition): Promise<Result<ShownAward[]>> {
  const sealed = await listAwardsUnderEmbargo(ctx, edition)
  if (!sealed.ok) return sealed
  const winners = sealed.value.filter(({ kind }) => kind === 'winner').map(({ nomineeId, ...row }) => ({ ...row, nominee_id: nomineeId }))
  return ok(await show(ctx, edition, winners, 'stage'))
}

/** For everybody: all awards, each category's once its reveal can no longer be undone. */
export async function listPublicAwards(ctx: Reading, edition: Pick<Edition, 'id' | 'now'>): Promise<ShownAward[]> {
  const rows = await revealedAwards(ctx, edition.id).where('reveal.public_at', '<=', edition.now).execute()
  return show(ctx, edition, rows, 'name')
}

/** What public awards some entries have been given, by entry; not who they are. */
export async function listAwardsOf(ctx: Reading, edition: Pick<Edition, 'id' | 'now'>, entryIds: string[]): Promise<Map<string, Pick<ShownAward, 'kind' | 'citation'>>> {
  if (entryIds.length === 0) return new Map()
  const rows = await revealedAwards(ctx, edition.id).where('reveal.public_at', '<=', edition.now).where('award.entry_id', 'in', entryIds).execute()
  return new Map(rows.map(({ entryId, kind, citation }) => [entryId, { kind: kind === 'winner' ? kind : 'highly-commended', citation }]))
}

/** Each as far as the nominee agrees: with nothing at all, when not even to the name where it would stand. */
async function show(ctx: Reading, edition: { id: string; now: Instant }, rows: Row[], where: Extract<PublicUse, 'stage' | 'name'>): Promise<ShownAward[]> {
  if (rows.length === 0) return []
  const usesOf = await listPublicUses(ctx, edition)
  return rows.map(({ nominee_id, kind, categoryId, ...row }) => {
    const uses = usesOf.get(nominee_id) ?? []
    const named = uses.includes(where)
    const tells = where === 'stage' || uses.includes('story')
    return {
      categoryId, kind: kind === 'winner' ? kind : 'highly-commended', name: named ? row.name : '', saidAs: named ? row.saidAs : '',
      employer: named && uses.includes('employer') ? row.employer : '', citation: named && tells ? row.citation : '',
    }
  })
}
