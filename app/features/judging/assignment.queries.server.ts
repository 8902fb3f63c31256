import { createHash } from 'node:crypto'
import { assign, type AssignmentProblem, type Reading } from '#app/domain/assignment.ts'
import { figuresOf, type AssignmentFigures } from '#app/domain/assignment-figures.ts'
import type { Edition } from '#app/domain/edition.ts'
import { conflicts, isInConflict, type Conflict } from '#app/features/judging/conflicts.server.ts'
import { standingCards } from '#app/features/judging/standing-cards.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { CategoryRow } from '#db/schema.ts'

type Source = Pick<Ctx | TrxCtx, 'db'>
type Category = Pick<CategoryRow, 'id'>

interface Named {
  id: string
  name: string
}

/** A judge of a panel and one of its entries that they must not see, and why. */
export interface ConflictLine {
  judge: Named
  entry: Named
  why: Conflict[]
}

/** Pairs of a panel's judges and its category's shortlisted entries, as rows of judge, account, entry and nominee. */
function pairs({ db }: Source, category: Category) {
  return db
    .selectFrom('panel_member')
    .innerJoin('judge', 'judge.id', 'panel_member.judge_id').innerJoin('account', 'account.id', 'judge.account_id')
    .innerJoin('entry', 'entry.category_id', 'panel_member.category_id').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .where('panel_member.category_id', '=', category.id).where('panel_member.removed_at', 'is', null).where('judge.state', '=', 'accepted')
    .where('entry.shortlist', '=', 'in').where(takesPart)
}

const reasons = Object.keys(conflicts) as Conflict[]

/** Who on a panel must not see which of its entries. */
export async function listConflicts(ctx: Source, category: Category): Promise<ConflictLine[]> {
  const rows = await pairs(ctx, category)
    .select(['judge.id as judgeId', 'account.name as judge', 'entry.id as entryId', 'nominee.name as entry'])
    .select((e) => reasons.map((one) => e.case().when(conflicts[one](e)).then(1).else(0).end().as(one)))
    .where((e) => isInConflict(e))
    .orderBy('account.name').orderBy('judge.id').orderBy('nominee.name').orderBy('entry.id')
    .execute()
  return rows.map((row) => ({ judge: { id: row.judgeId, name: row.judge }, entry: { id: row.entryId, name: row.entry }, why: reasons.filter((one) => Number(row[one]) === 1) }))
}

/** What organisers decide on: who would read what, and what it comes to. */
export interface Proposal {
  entries: Named[]
  /** of the panel, who accepted */
  judges: Named[]
  conflicts: ConflictLine[]
  readings: Reading[]
  figures: AssignmentFigures
  /** readings that are not given yet, and those given now that would be taken away */
  given: number
  taken: number
  /** stands for all of it: what is applied is what was seen */
  hash: string
}

/** The proposal for a category as it stands: the same until something that it rests on changes. */
export async function propose(ctx: Source, edition: Pick<Edition, 'id'>, category: Category, wanted: number): Promise<Proposal> {
  const entries = await ctx.db
    .selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id').select(['entry.id', 'nominee.name'])
    .where('entry.category_id', '=', category.id).where('entry.shortlist', '=', 'in').where(takesPart).orderBy('nominee.name').orderBy('entry.id').execute()
  const judges = await ctx.db
    .selectFrom('panel_member').innerJoin('judge', 'judge.id', 'panel_member.judge_id').innerJoin('account', 'account.id', 'judge.account_id').select(['judge.id', 'account.name'])
    .where('panel_member.category_id', '=', category.id).where('panel_member.removed_at', 'is', null).where('judge.state', '=', 'accepted')
    .orderBy('account.name').orderBy('judge.id').execute()
  const cards = await standingCards(ctx.db, edition.id)
    .select(['scorecard.entry_id as entry', 'scorecard.judge_id as judge', 'scorecard.state']).where('entry.category_id', '=', category.id).execute()
  const found = await listConflicts(ctx, category)
  const readings = assign(problemOf(entries, judges, found, cards, wanted))
  const isGiven = new Set(cards.map(keyOf))
  const given = readings.filter((one) => !isGiven.has(keyOf(one))).length
  return {
    entries, judges, conflicts: found, readings, figures: figuresOf(readings, entries.map(({ id }) => id), judges.map(({ id }) => id)),
    given, taken: cards.length - (readings.length - given), hash: hashOf({ category: category.id, wanted, entries, judges, readings }),
  }
}

/** Scorecards begun are kept. Those of judges who are off the panel count, and nothing more is given to them. */
function problemOf(entries: Named[], judges: Named[], found: ConflictLine[], cards: (Reading & { state: string })[], wanted: number): AssignmentProblem {
  const kept = cards.filter(({ state }) => state !== 'to-do').map(({ entry, judge }) => ({ entry, judge }))
  const gone = [...new Set(kept.map(({ judge }) => judge))].filter((judge) => !judges.some(({ id }) => id === judge))
  return {
    wanted, kept, entries: entries.map(({ id }) => id), judges: [...judges.map(({ id }) => id), ...gone],
    barred: [
      ...found.map(({ entry, judge }) => ({ entry: entry.id, judge: judge.id })),
      ...gone.flatMap((judge) => entries.map(({ id }) => ({ entry: id, judge }))),
    ],
  }
}

export function keyOf({ entry, judge }: Reading): string {
  return `${entry} ${judge}`
}

function hashOf(seen: object): string {
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url')
}
