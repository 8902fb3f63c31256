import type { ExpressionBuilder } from 'kysely'
import { conflicts, type Conflict } from '#app/features/judging/conflicts.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { CategoryRow, Database } from '#db/schema.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>
type Pair = ExpressionBuilder<Database, 'judge' | 'account' | 'entry'>

/** What keeps somebody out of deciding a category. */
export type Tie = Conflict | 'sponsor'
const kinds = ['stepped-aside', 'organisation', 'nominated', 'is-nominee', 'sponsor'] as const satisfies Tie[]

export interface Tied {
  categoryId: string
  accountId: string
  name: string
  ties: Tie[]
}

/**
 * Which of these people have a tie to which of these categories: to one of its entries, as it would keep a judge from reading
 * it, or to its sponsor. Judges or not: what only a judge can have is false of everybody else. One read.
 */
export async function listTied({ db }: Reading, categories: Pick<CategoryRow, 'id'>[], accountIds: string[]): Promise<Tied[]> {
  if (categories.length === 0 || accountIds.length === 0) return []
  const rows = await db
    .selectFrom('account')
    .innerJoin('entry', (join) => join.on('entry.category_id', 'in', categories.map(({ id }) => id)))
    .leftJoin('judge', (join) => join.onRef('judge.account_id', '=', 'account.id').onRef('judge.edition_id', '=', 'entry.edition_id'))
    .select(['account.id as accountId', 'account.name', 'entry.category_id as categoryId'])
    .select((e) => kinds.map((kind) => e.case().when(has(kind, e as unknown as Pair)).then(1).else(0).end().as(kind)))
    .where('account.id', 'in', accountIds).where('entry.shortlist', '=', 'in').where(takesPart)
    .orderBy('account.name').orderBy('account.id')
    .execute()
  return [...Map.groupBy(rows, (row) => `${row.categoryId} ${row.accountId}`).values()].flatMap((own) => {
    const ties = kinds.filter((kind) => own.some((row) => row[kind] === 1))
    const [{ categoryId, accountId, name }] = own as [(typeof own)[number]]
    return ties.length ? [{ categoryId, accountId, name, ties }] : []
  })
}

/** Whether whoever asks has a tie to a category. */
export async function isTied(ctx: Pick<Ctx | TrxCtx, 'db' | 'actor'>, category: Pick<CategoryRow, 'id'>): Promise<boolean> {
  return ctx.actor.kind === 'account' && (await listTied(ctx, [category], [ctx.actor.accountId])).length > 0
}

function has(kind: Tie, e: Pair) {
  return kind === 'sponsor' ? isOfSponsor(e) : conflicts[kind](e)
}

/** They work for whoever sponsors the category, or have a part in that; to have worked there once is no tie. */
function isOfSponsor(e: Pair) {
  return e.exists(
    e.selectFrom('judge_tie').innerJoin('category', 'category.sponsor_key', 'judge_tie.employer_key').select('judge_tie.id')
      .whereRef('judge_tie.judge_id', '=', 'judge.id').whereRef('category.id', '=', 'entry.category_id')
      .where('judge_tie.kind', 'in', ['employer', 'sponsor']).where('category.sponsor_key', '<>', ''))
}
