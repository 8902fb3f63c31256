import { z } from 'zod'
import type { Edition } from '#app/domain/edition.ts'
import { columnsSchema, type Columns } from '#app/features/importing/columns.server.ts'
import { remarkSchema, type Remark } from '#app/features/importing/rows.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import type { NominationImportRow } from '#db/schema.ts'
import type { ImportOutcome } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>
type InEdition = Pick<Edition, 'id'>

export interface Import extends Omit<NominationImportRow, 'headers' | 'columns'> {
  headers: string[]
  columns: Columns
}

export const cellsSchema = z.array(z.string())
export const remarksSchema = z.array(remarkSchema)

function importFrom(row: NominationImportRow): Import {
  return { ...row, headers: cellsSchema.parse(JSON.parse(row.headers)), columns: columnsSchema.parse(JSON.parse(row.columns)) }
}

export async function findImport({ db }: Reading, id: string, edition?: InEdition): Promise<Import | undefined> {
  const byId = db.selectFrom('nomination_import').selectAll().where('id', '=', id)
  const row = await (edition ? byId.where('edition_id', '=', edition.id) : byId).executeTakeFirst()
  return row && importFrom(row)
}

/** Of an edition, the newest first. */
export async function listImports({ db }: Reading, edition: InEdition) {
  return db
    .selectFrom('nomination_import as i').leftJoin('account', 'account.id', 'i.account_id')
    .select(['i.id', 'i.file_name', 'i.state', 'i.created_at', 'account.name as by'])
    .where('i.edition_id', '=', edition.id).orderBy('i.created_at', 'desc').orderBy('i.id').limit(50).execute()
}

/** Files that wait for somebody: to match their columns, or to take them in. */
export async function countWaitingFiles({ db }: Reading, edition: InEdition): Promise<number> {
  const { count } = await db
    .selectFrom('nomination_import').select((e) => e.fn.countAll<number>().as('count'))
    .where('edition_id', '=', edition.id).where('state', 'in', ['uploaded', 'checked', 'stopped']).executeTakeFirstOrThrow()
  return count
}

/** How the columns were matched the last time that somebody did so in this edition. */
export async function rememberedColumns({ db }: Reading, edition: InEdition): Promise<Columns> {
  const row = await db
    .selectFrom('nomination_import').select('columns').where('edition_id', '=', edition.id).where('columns', '<>', '{}')
    .orderBy('created_at', 'desc').limit(1).executeTakeFirst()
  return columnsSchema.parse(JSON.parse(row?.columns ?? '{}'))
}

export interface RowCounts extends Record<ImportOutcome, number> {
  all: number
  /** nominations that it has become */
  taken: number
  /** among the new ones */
  remarked: number
}

/** What is remarked on in (nearly) every row of a file: said once of all, so that each row says only what is its own. */
export interface InCommon {
  remarks: { remark: Remark; rows: number }[]
  /** the JSON of remarks beside which a row has none of its own */
  nothingElse: string[]
}

const leastRows = 10
const nearlyAll = 0.9

export async function findInCommon({ db }: Reading, { id }: Pick<Import, 'id'>): Promise<InCommon> {
  const groups = await db.selectFrom('import_row').select(['remarks', (e) => e.fn.countAll<number>().as('rows')]).where('import_id', '=', id).groupBy('remarks').execute()
  const read = groups.map(({ remarks, rows }) => ({ json: remarks, remarks: remarksSchema.parse(JSON.parse(remarks)), rows: Number(rows) }))
  const all = read.reduce((sum, { rows }) => sum + rows, 0)
  const tally = new Map<string, { remark: Remark; rows: number }>()
  for (const { remarks, rows } of read) for (const remark of remarks) {
    const key = JSON.stringify(remark)
    tally.set(key, { remark, rows: (tally.get(key)?.rows ?? 0) + rows })
  }
  const common = [...tally.values()].filter(({ remark, rows }) => !remark.blocks && rows >= leastRows && rows >= nearlyAll * all)
  return { remarks: common, nothingElse: read.filter(({ remarks }) => withoutCommon(remarks, common).length === 0).map(({ json }) => json) }
}

export function withoutCommon(remarks: Remark[], common: InCommon['remarks']): Remark[] {
  return remarks.filter(({ field, sentence }) => !common.some(({ remark }) => remark.field === field && remark.sentence === sentence))
}

const noRemarks = ['[]']

/** `nothingElse`: of `InCommon`, remarks that do not count. */
export async function countRows({ db }: Reading, { id }: Pick<Import, 'id'>, nothingElse = noRemarks): Promise<RowCounts> {
  const rows = await db
    .selectFrom('import_row')
    .select((e) => [
      'outcome', e.fn.countAll<number>().as('count'), e.fn.count<number>('nomination_id').as('taken'),
      e.fn.sum<number>(e.case().when('remarks', 'in', nothingElse).then(0).else(1).end()).as('remarked'),
    ])
    .where('import_id', '=', id).groupBy('outcome').execute()
  const counts: RowCounts = { all: 0, taken: 0, remarked: 0, unchecked: 0, new: 0, duplicate: 0, error: 0 }
  for (const { outcome, count, taken, remarked } of rows) {
    counts[outcome] = Number(count)
    counts.all += Number(count)
    counts.taken += Number(taken)
    if (outcome === 'new') counts.remarked = Number(remarked)
  }
  return counts
}

export const rowFilters = ['error', 'duplicate', 'remarked', 'new'] as const
export type RowFilter = (typeof rowFilters)[number]

export interface RowLine {
  number: number
  cells: string[]
  outcome: ImportOutcome
  remarks: Remark[]
  /** what it has become */
  nomination: { id: string; reference: string; nominee: string; categories: string[] } | null
}

export const rowKey = /^\d{1,6}$/

/** One page of a file's rows in their order. */
export async function listRows({ db }: Reading, { id }: Pick<Import, 'id'>, show: RowFilter | undefined, cursor?: Cursor, nothingElse = noRemarks): Promise<Page<RowLine>> {
  const back = cursor?.towards === 'newer'
  let query = db
    .selectFrom('import_row as r').leftJoin('nomination as n', 'n.id', 'r.nomination_id').leftJoin('nominee', 'nominee.id', 'n.nominee_id')
    .select(['r.number', 'r.cells', 'r.outcome', 'r.remarks', 'n.id as nominationId', 'n.reference', 'nominee.name'])
    .where('r.import_id', '=', id).orderBy('r.number', back ? 'desc' : 'asc').limit(rowsOnAPage + 1)
  if (show === 'remarked') query = query.where('r.outcome', '=', 'new').where('r.remarks', 'not in', nothingElse)
  else if (show) query = query.where('r.outcome', '=', show)
  if (cursor) query = query.where('r.number', back ? '<' : '>', Number(cursor.key))
  const { rows, ...links } = pageFrom(await query.execute(), cursor, (row) => String(row.number))
  const categories = await namesOfCategories({ db }, rows.flatMap(({ nominationId }) => nominationId ?? []))
  return {
    ...links,
    rows: rows.map(({ number, cells, outcome, remarks, nominationId: nominated, reference, name }) => ({
      number, outcome, cells: cellsSchema.parse(JSON.parse(cells)), remarks: remarksSchema.parse(JSON.parse(remarks)),
      nomination: nominated && reference ? { id: nominated, reference, nominee: name ?? '', categories: categories.get(nominated)?.map((one) => one.name) ?? [] } : null,
    })),
  }
}

async function namesOfCategories({ db }: Reading, nominationIds: string[]) {
  if (nominationIds.length === 0) return new Map<string, never[]>()
  const rows = await db
    .selectFrom('nomination_category as nc').innerJoin('category', 'category.id', 'nc.category_id').select(['nc.nomination_id', 'category.name'])
    .where('nc.nomination_id', 'in', nominationIds).orderBy('category.position').execute()
  return Map.groupBy(rows, (row) => row.nomination_id)
}

/** Submissions among these that an earlier import of the edition has taken in. */
export async function listTaken({ db }: Reading, edition: InEdition, submissions: string[]): Promise<Set<string>> {
  const asked = submissions.filter(Boolean)
  if (asked.length === 0) return new Set()
  const rows = await db
    .selectFrom('import_row as r').innerJoin('nomination_import as i', 'i.id', 'r.import_id').select('r.submission')
    .where('i.edition_id', '=', edition.id).where('r.submission', 'in', asked).where('r.nomination_id', 'is not', null).execute()
  return new Set(rows.map(({ submission }) => submission))
}

/** What a file has become, in the order of its rows. */
export function listFirstTaken({ db }: Reading, { id }: Pick<Import, 'id'>, most: number): Promise<{ id: string; reference: string; name: string }[]> {
  return db
    .selectFrom('import_row as r').innerJoin('nomination as n', 'n.id', 'r.nomination_id').innerJoin('nominee', 'nominee.id', 'n.nominee_id')
    .select(['n.id', 'n.reference', 'nominee.name']).where('r.import_id', '=', id).orderBy('r.number').limit(most).execute()
}

/** Receipts for what a file has become that wait to be released. */
export async function countHeldReceipts({ db }: Reading, { id }: Pick<Import, 'id'>): Promise<number> {
  const row = await db
    .selectFrom('import_row as r').innerJoin('message as m', 'm.about_id', 'r.nomination_id').select((e) => e.fn.countAll<number>().as('count'))
    .where('r.import_id', '=', id).where('m.state', '=', 'held').where('m.kind', '=', 'nomination.receipt').executeTakeFirstOrThrow()
  return Number(row.count)
}

/**
 * Nominations of an import that somebody has done something with, by their references. Whatever people do leaves a row in the
 * audit trail about the nomination, its nominee or its entry, beside the one that says that it came.
 */
export async function listWorkedOn({ db }: Reading, { id }: Pick<Import, 'id'>): Promise<{ id: string; reference: string }[]> {
  return db
    .selectFrom('import_row as r').innerJoin('nomination as n', 'n.id', 'r.nomination_id').innerJoin('nominee', 'nominee.id', 'n.nominee_id')
    .select(['n.id', 'n.reference']).where('r.import_id', '=', id)
    .where((e) => e.or([
      e('n.state', '<>', 'live'), e('n.version', '>', 1), e('n.draft_id', 'is not', null), e('nominee.merged_into', 'is not', null),
      e.exists(e.selectFrom('audit_event as a').select('a.seq').whereRef('a.object_id', '=', 'n.id').where('a.verb', '<>', 'nomination.sent')),
      e.exists(e.selectFrom('audit_event as a').select('a.seq').whereRef('a.object_id', '=', 'n.nominee_id')),
      e.exists(e.selectFrom('entry').innerJoin('audit_event as a', 'a.object_id', 'entry.id').select('a.seq').whereRef('entry.nominee_id', '=', 'n.nominee_id')),
      e.exists(e.selectFrom('merge_nomination as m').select('m.merge_id').whereRef('m.nomination_id', '=', 'n.id')),
      e.exists(e.selectFrom('not_same as s').select('s.one_id').where((s) => s.or([s('s.one_id', '=', s.ref('n.nominee_id')), s('s.other_id', '=', s.ref('n.nominee_id'))]))),
      e.exists(e.selectFrom('message as m').select('m.id').whereRef('m.about_id', '=', 'n.id').where('m.state', 'not in', ['held', 'cancelled'])),
    ]))
    .orderBy('r.number').execute()
}
