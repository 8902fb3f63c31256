import type { Edition } from '#app/domain/edition.ts'
import { denied, ok, type Result } from '#app/domain/result.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { peekLink } from '#app/platform/links.server.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import type { JudgeRow } from '#db/schema.ts'
import type { TieKind } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

export interface Judge extends JudgeRow {
  accountId: string
  name: string
  email: string
}

function judges({ db }: Reading, edition: Pick<Edition, 'id'>) {
  return db
    .selectFrom('judge').innerJoin('account', 'account.id', 'judge.account_id')
    .selectAll('judge').select(['account.id as accountId', 'account.name', 'account.email'])
    .where('judge.edition_id', '=', edition.id)
}

/** One judge of an edition, whatever has become of them. */
export function findJudgeIn(ctx: Reading, edition: Pick<Edition, 'id'>, judgeId: string): Promise<Judge | undefined> {
  return judges(ctx, edition).where('judge.id', '=', judgeId).executeTakeFirst()
}

export interface JudgeLine extends Judge {
  /** names of the categories whose panels they are on */
  panels: string[]
  /** how many organisations they declared */
  ties: number
}

/** One page of an edition's judges by name ("older": further down), and how many there are in all. */
export async function listJudges(ctx: Reading, edition: Pick<Edition, 'id'>, cursor?: Cursor): Promise<Page<JudgeLine> & { total: number }> {
  const { total } = await ctx.db.selectFrom('judge').select((e) => e.fn.countAll<number>().as('total')).where('edition_id', '=', edition.id).executeTakeFirstOrThrow()
  const from = cursor && (await findJudgeIn(ctx, edition, cursor.key))
  const [beyond, direction] = cursor?.towards === 'newer' ? (['<', 'desc'] as const) : (['>', 'asc'] as const)
  const rows = await judges(ctx, edition)
    .$if(from !== undefined, (query) => query.where((e) => e(e.refTuple('account.name', 'judge.id'), beyond, e.tuple(from?.name ?? '', from?.id ?? ''))))
    .orderBy('account.name', direction).orderBy('judge.id', direction).limit(rowsOnAPage + 1)
    .execute()
  const page = pageFrom(rows, from && cursor, (judge) => judge.id)
  return { ...page, total, rows: await withPanels(ctx, page.rows) }
}

async function withPanels({ db }: Reading, rows: Judge[]): Promise<JudgeLine[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const panels = await db
    .selectFrom('panel_member').innerJoin('category', 'category.id', 'panel_member.category_id')
    .select(['judge_id', 'name']).where('judge_id', 'in', ids).where('removed_at', 'is', null).orderBy('position').execute()
  const ties = await db.selectFrom('judge_tie').select('judge_id').where('judge_id', 'in', ids).execute()
  return rows.map((judge) => ({
    ...judge, panels: panels.filter((one) => one.judge_id === judge.id).map(({ name }) => name), ties: ties.filter((one) => one.judge_id === judge.id).length,
  }))
}

export function listTies({ db }: Reading, judge: Pick<JudgeRow, 'id'>): Promise<{ kind: TieKind; name: string }[]> {
  return db.selectFrom('judge_tie').select(['kind', 'name']).where('judge_id', '=', judge.id).orderBy('kind').orderBy('name').execute()
}

/** The panels a judge is on. */
export function listPanelsOf({ db }: Reading, judge: Pick<JudgeRow, 'id'>): Promise<{ id: string; slug: string; name: string; chair: 0 | 1 }[]> {
  return db
    .selectFrom('panel_member').innerJoin('category', 'category.id', 'panel_member.category_id')
    .select(['category.id', 'category.slug', 'category.name', 'panel_member.chair'])
    .where('judge_id', '=', judge.id).where('removed_at', 'is', null).orderBy('position').execute()
}

/** Whom an invitation's link asks, and to judge what; without using it up. */
export async function peekInvitation(ctx: Pick<Ctx, 'db' | 'now'>, token: string): Promise<Result<{ name: string; edition: Edition }>> {
  const link = await peekLink(ctx, 'judge-invitation', token)
  if (!link.ok) return link
  const judge = await ctx.db
    .selectFrom('judge').innerJoin('account', 'account.id', 'judge.account_id').select(['judge.edition_id', 'account.name'])
    .where('judge.id', '=', link.value.subject_id).where('judge.state', '=', 'invited').executeTakeFirst()
  return judge ? ok({ name: judge.name, edition: await getEditionById(ctx, judge.edition_id) }) : denied('judge-answered')
}
