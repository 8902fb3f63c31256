import type { Edition } from '#app/domain/edition.ts'
import { compareMethods, type OtherMethod } from '#app/domain/scoring/comparison.ts'
import { criterionMeans, entryWorking, type EntryWorking } from '#app/domain/scoring/entry-working.ts'
import { kendallW } from '#app/domain/scoring/kendall.ts'
import { krippendorffAlpha } from '#app/domain/scoring/krippendorff.ts'
import { transposed } from '#app/domain/scoring/panel.ts'
import type { Standings } from '#app/domain/scoring/standings.ts'
import type { JudgeCheck } from '#app/domain/scoring/judge-checks.ts'
import { explainOnce, type Explained } from '#app/features/moderation/explained.server.ts'
import { readCategorySheet, type CategorySheet } from '#app/features/moderation/score-sheet.server.ts'
import { standingsFrom, type CategoryStandings } from '#app/features/moderation/standings.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'

type Reading = Pick<Ctx, 'db'>

/** A criterion, and what the judges made of it. */
export interface CriterionWorking {
  name: string
  weight: number
  scaleMin: number
  scaleMax: number
  /** mean of all marks that count, in points of the first criterion's scale */
  mean: number | null
  /** Krippendorff's alpha, ordinal */
  agreement: number | null
}

export interface CategoryWorking {
  standings: CategoryStandings
  criteria: CriterionWorking[]
  model: Standings['model']
  sameWinner: Standings['sameWinner']
  /** judges, as on the sheet, without whom somebody else is first */
  decisive: string[] | null
  agreement: { alpha: number | null; w: number | null; p: number | null }
  connection: Explained['connection']
  /** places that other methods would give: by method, and for each entry */
  compared: { methods: OtherMethod[]; rows: { entryId: string; name: string; place: number | null; places: (number | null)[] }[] }
  /** finalists who stood down, and whose scorecards count for their judges */
  apart: { entryId: string; name: string }[]
}

async function readExplained(ctx: Reading, edition: Edition, category: { id: string }): Promise<{ read: CategorySheet; explained: Explained; standings: CategoryStandings }> {
  const read = await readCategorySheet(ctx, edition, category)
  const explained = explainOnce(read.sheet, edition.settings.ordering)
  return { read, explained, standings: standingsFrom(edition, read, explained) }
}

/** How the standings of a category are worked out, and all figures that they rest on. */
export async function readCategoryWorking(ctx: Reading, edition: Edition, category: { id: string }): Promise<CategoryWorking> {
  const { read, explained, standings } = await readExplained(ctx, edition, category)
  const { model, sameWinner } = explained.standings
  const scored = new Set(explained.panel.entries)
  return {
    standings, criteria: criteriaOf(read, explained), model, sameWinner, decisive: explained.decisive, agreement: agreementOf(explained), connection: explained.connection,
    compared: comparedOf(standings, explained), apart: read.entries.filter(({ id, takesPart }) => !takesPart && scored.has(id)).map(({ id, name }) => ({ entryId: id, name })),
  }
}

function criteriaOf({ criteria, sheet }: CategorySheet, { composites: { marks } }: Explained): CriterionWorking[] {
  const means = criterionMeans(marks)
  const marksOf = Map.groupBy(marks, ({ criterion }) => criterion)
  return criteria.map(({ name, weight, scaleMin, scaleMax }, index) => {
    const id = sheet.criteria[index]!.id
    const units = [...Map.groupBy(marksOf.get(id) ?? [], ({ entry }) => entry).values()].map((given) => given.map(({ score }) => score))
    return { name, weight, scaleMin, scaleMax, mean: means.get(id) ?? null, agreement: krippendorffAlpha(units, 'ordinal') }
  })
}

/** Scores up to which agreement is worked out: its cost goes with the square of the number of different scores. */
const agreementUpTo = 5000

function agreementOf({ panel: { entries, scores }, tolerance }: Explained): CategoryWorking['agreement'] {
  const units = entries.map((_, i) => [...scores.y.subarray(scores.start[i], scores.start[i + 1])])
  const concordance = kendallW(transposed(scores), tolerance)
  return { alpha: scores.y.length > agreementUpTo ? null : krippendorffAlpha(units, 'interval'), w: concordance?.w ?? null, p: concordance?.p ?? null }
}

function comparedOf({ rows }: CategoryStandings, explained: Explained): CategoryWorking['compared'] {
  const compared = compareMethods(explained)
  const at = new Map(explained.panel.entries.map((entry, i) => [entry, i]))
  return {
    methods: compared.map(({ name }) => name),
    rows: rows.map(({ entryId, name, place }) => ({ entryId, name, place, places: compared.map(({ places }) => places?.[at.get(entryId) ?? -1] ?? null) })),
  }
}

export interface OneEntryWorking {
  name: string
  /** null: it stood down */
  row: CategoryStandings['rows'][number] | null
  criteria: { name: string; weight: number }[]
  ordering: CategoryStandings['ordering']
  /** undefined: no scorecard counts */
  working?: EntryWorking
}

/** The arithmetic of one entry; undefined when it is not on the shortlist. */
export async function findEntryWorking(ctx: Reading, edition: Edition, category: { id: string }, entryId: string): Promise<OneEntryWorking | undefined> {
  const { read, explained, standings } = await readExplained(ctx, edition, category)
  const entry = read.entries.find(({ id }) => id === entryId)
  if (!entry) return undefined
  return {
    name: entry.name, row: standings.rows.find((row) => row.entryId === entryId) ?? null, criteria: read.criteria.map(({ name, weight }) => ({ name, weight })), ordering: standings.ordering,
    working: entryWorking(explained, read.sheet.criteria, entryId),
  }
}

/** How one judge marks; by name, for organisers. */
export interface JudgeRow extends Omit<JudgeCheck, 'n'> {
  /** as on the sheet */
  number: string
  name: string
  n: number
  severity: number | null
  se: number | null
}

/** The judges of a category whose scorecards count, the kindest first. One read more. */
export async function listSeverities(ctx: Reading, edition: Edition, category: { id: string }): Promise<{ judges: JudgeRow[]; standings: CategoryStandings }> {
  const { read, explained, standings } = await readExplained(ctx, edition, category)
  const names = await listNames(ctx, read.judges)
  const judges = explained.standings.judges.map(({ judge, n, severity, se }, index) => {
    const { inconsistency, spread, slope, flags } = explained.judgeChecks[index]!
    return { number: judge, name: names.get(read.judges[Number(judge.slice(1)) - 1] ?? '') ?? '', n, severity, se, inconsistency, spread, slope, flags }
  })
  return { judges: judges.sort((a, b) => (b.severity ?? 0) - (a.severity ?? 0) || (a.number < b.number ? -1 : 1)), standings }
}

async function listNames({ db }: Reading, judgeIds: string[]): Promise<Map<string, string>> {
  if (judgeIds.length === 0) return new Map()
  const rows = await db.selectFrom('judge').innerJoin('account', 'account.id', 'judge.account_id').select(['judge.id', 'account.name']).where('judge.id', 'in', judgeIds).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
