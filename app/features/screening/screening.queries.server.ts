import type { ExpressionBuilder } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import { holdsWords } from '#app/features/nominations/inbox.queries.server.ts'
import { takesPart, waitsForScreening } from '#app/features/screening/waiting.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { cleanText } from '#app/platform/form.server.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import type { Database, EntryRow, Flag } from '#db/schema.ts'
import type { EntryState, NomineeKind, Screening, Standing } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

export const entryShows = ['to-screen', 'eligible', 'ineligible', 'stood-down', 'withdrawn', 'merged'] as const
export type EntryShow = (typeof entryShows)[number]

export interface EntryFilters {
  /** in the nominee's name or where they work */
  words: string
  category: string
  show: EntryShow | ''
}

/** Of an entry whose nominee was found to be another: who that is, and what is left of theirs in the category. */
export interface EntryMerged {
  mergedInto: string | null
  mergedEntry: string | null
}

export interface EntryLine extends EntryMerged {
  id: string
  nominee: string
  kind: NomineeKind
  employer: string
  category: string
  /** live ones */
  nominations: number
  state: EntryState
  standing: Standing
  screening: Screening
  /** nobody has decided on it, or words have come since */
  waits: boolean
}

export function readEntryFilters(search: URLSearchParams): EntryFilters {
  return {
    words: cleanText(search.get('words') ?? '').slice(0, 100),
    category: search.get('category') ?? '',
    show: entryShows.find((one) => one === search.get('show')) ?? '',
  }
}

/** Of a row's place in the list: when the entry began, and its id. */
export const entryKey = /^\d{4}-[\dT:.-]+Z~[a-z0-9]{20}$/

/** One page of an edition's entries, newest first. */
export async function listEntries(ctx: Reading, edition: Pick<Edition, 'id'>, filters: EntryFilters, cursor?: Cursor): Promise<Page<EntryLine>> {
  const [order, side] = cursor?.towards === 'newer' ? (['asc', '>'] as const) : (['desc', '<'] as const)
  let query = filtered(ctx, edition, filters)
    .select(['entry.id', 'entry.created_at', 'entry.state', 'entry.standing', 'entry.screening', 'nominee.name', 'nominee.kind', 'nominee.employer', 'category.name as category'])
    .select(mergedAway)
    .select((e) => [
      e.case().when(waitsForScreening(e)).then(e.lit<Flag>(1)).else(e.lit<Flag>(0)).end().as('waits'),
      e.selectFrom('nomination').innerJoin('nomination_category as nc', 'nc.nomination_id', 'nomination.id')
        .select((n) => n.fn.countAll<number>().as('count'))
        .whereRef('nomination.nominee_id', '=', 'entry.nominee_id').whereRef('nc.category_id', '=', 'entry.category_id').where('nomination.state', '=', 'live')
        .as('nominations'),
    ])
  if (cursor) {
    const [at = '', id = ''] = cursor.key.split('~')
    query = query.where((e) => e(e.refTuple('entry.created_at', 'entry.id'), side, e.tuple(at, id)))
  }
  const rows = await query.orderBy('entry.created_at', order).orderBy('entry.id', order).limit(rowsOnAPage + 1).execute()
  const page = pageFrom(rows, cursor, (row) => `${row.created_at}~${row.id}`)
  return { ...page, rows: page.rows.map(({ created_at: _, name, waits, nominations, ...row }) => ({ ...row, nominee: name, waits: waits === 1, nominations: nominations ?? 0 })) }
}

/** How many entries the filters leave. */
export async function countEntries(ctx: Reading, edition: Pick<Edition, 'id'>, filters: EntryFilters): Promise<number> {
  const { count } = await filtered(ctx, edition, filters).select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

function filtered({ db }: Reading, edition: Pick<Edition, 'id'>, { words, category, show }: EntryFilters) {
  const ofEdition = db
    .selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id').innerJoin('category', 'category.id', 'entry.category_id')
    .where('entry.edition_id', '=', edition.id)
    .where('entry.state', '=', show === 'withdrawn' || show === 'merged' ? 'withdrawn' : 'live')
  let query = category ? ofEdition.where('category.slug', '=', category) : ofEdition
  if (words) query = query.where((e) => e.or(['nominee.name', 'nominee.employer'].map((column) => holdsWords(column, words))))
  if (show === 'withdrawn') return query.where('nominee.merged_into', 'is', null)
  if (show === 'merged') return query.where('nominee.merged_into', 'is not', null)
  if (show === 'stood-down') return query.where('entry.standing', '<>', 'standing')
  if (show === 'to-screen') return query.where(takesPart).where(waitsForScreening)
  return show === 'eligible' || show === 'ineligible' ? query.where('entry.standing', '=', 'standing').where('entry.screening', '=', show) : query
}

/** Of an entry beside its nominee: whose it became, where they were found to be another. */
function mergedAway(e: ExpressionBuilder<Database, 'entry' | 'nominee'>) {
  return [
    e.selectFrom('nominee as root').select('root.name').whereRef('root.id', '=', 'nominee.merged_into').as('mergedInto'),
    e.selectFrom('entry as joined').select('joined.id')
      .whereRef('joined.nominee_id', '=', 'nominee.merged_into').whereRef('joined.category_id', '=', 'entry.category_id').as('mergedEntry'),
  ] as const
}

export interface Entry extends EntryRow, EntryMerged {
  nominee: string
  kind: NomineeKind
  job: string
  employer: string
  categorySlug: string
  waits: boolean
}

/** An entry of this edition, whoever asks: the caller's guard has seen to that. */
export async function findEntry({ db }: Reading, edition: Pick<Edition, 'id'>, id: string): Promise<Entry | undefined> {
  const row = await db
    .selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id').innerJoin('category', 'category.id', 'entry.category_id')
    .selectAll('entry').select(['nominee.name as nominee', 'nominee.kind', 'nominee.job', 'nominee.employer', 'category.slug as categorySlug'])
    .select(mergedAway)
    .select((e) => e.case().when(waitsForScreening(e)).then(e.lit<Flag>(1)).else(e.lit<Flag>(0)).end().as('waits'))
    .where('entry.id', '=', id).where('entry.edition_id', '=', edition.id)
    .executeTakeFirst()
  return row && { ...row, waits: row.waits === 1 }
}

export type EntryOf = Pick<EntryRow, 'id' | 'state' | 'standing' | 'screening'> & EntryMerged & { category: string }

/** A nominee's entries, in the order of the categories. */
export function listEntriesOf({ db }: Reading, nomineeId: string): Promise<EntryOf[]> {
  return db
    .selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id').innerJoin('category', 'category.id', 'entry.category_id')
    .select(['entry.id', 'entry.state', 'entry.standing', 'entry.screening', 'category.name as category'])
    .select(mergedAway)
    .where('entry.nominee_id', '=', nomineeId).orderBy('category.position')
    .execute()
}
