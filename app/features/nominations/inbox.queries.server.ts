import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import { days, instantAt, later, localTime } from '#app/domain/time.ts'
import { readSuspicions, waitsToBeLookedAt } from '#app/features/nominations/looking.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { cleanText } from '#app/platform/form.server.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import { channels, nominationStates, nomineeKinds, type Channel, type NominationState, type NomineeKind } from '#db/vocabulary.ts'

export interface InboxFilters {
  /** in names, employer, the nominator's email address or the reference */
  words: string
  category: string
  kind: NomineeKind | ''
  channel: Channel | ''
  state: NominationState | ''
  /** only those that somebody should look at first */
  look: 'first' | ''
  /** `2027-01-12`, a day in the edition's time zone */
  day: string
}

export interface InboxRow {
  id: string
  reference: string
  receivedAt: string
  nominee: string
  kind: NomineeKind
  employer: string
  categories: string[]
  nominator: string
  channel: Channel
  state: NominationState
  version: number
  late: boolean
  toLookAt: boolean
}

/** What the address asks for; a value that is none counts as not asked. */
export function readFilters(search: URLSearchParams): InboxFilters {
  const among = <T extends string>(name: string, all: readonly T[]): T | '' => all.find((one) => one === search.get(name)) ?? ''
  const day = search.get('day') ?? ''
  return {
    words: cleanText(search.get('words') ?? '').slice(0, 100),
    category: search.get('category') ?? '',
    kind: among('kind', nomineeKinds),
    channel: among('channel', channels),
    state: among('state', nominationStates),
    look: among('look', ['first']),
    day: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : '',
  }
}

/** Of a row's place in the list: when it was received, and its id. */
export const inboxKey = /^\d{4}-[\dT:.-]+Z~[a-z0-9]{20}$/

/** One page of an edition's nominations, newest first. Two reads, however many rows. */
export async function listNominations(ctx: Pick<Ctx, 'db'>, edition: Edition, filters: InboxFilters, cursor?: Cursor): Promise<Page<InboxRow>> {
  const back = cursor?.towards === 'newer'
  const [at, id] = cursor?.key.split('~') ?? []
  let query = filtered(ctx, edition, filters)
    .select([
      'n.id', 'n.reference', 'n.received_at', 'n.nominator_name', 'n.channel', 'n.state', 'n.version', 'n.late', 'n.suspicions', 'n.looked_at',
      'nominee.name', 'nominee.kind', 'nominee.employer',
    ])
    .orderBy('n.received_at', back ? 'asc' : 'desc').orderBy('n.id', back ? 'asc' : 'desc')
    .limit(rowsOnAPage + 1)
  if (at && id) {
    const beyond = back ? '>' : '<'
    query = query.where((e) => e.or([e('n.received_at', beyond, at), e.and([e('n.received_at', '=', at), e('n.id', beyond, id)])]))
  }
  const { rows, ...links } = pageFrom(await query.execute(), cursor, (row) => `${row.received_at}~${row.id}`)
  const categories = await listCategories(ctx, rows.map((row) => row.id))
  return {
    ...links,
    rows: rows.map((row) => ({
      id: row.id, reference: row.reference, receivedAt: row.received_at, nominee: row.name, kind: row.kind, employer: row.employer,
      categories: categories.get(row.id) ?? [], nominator: row.nominator_name, channel: row.channel, state: row.state, version: row.version, late: row.late === 1,
      toLookAt: row.state === 'live' && row.looked_at === null && readSuspicions(row).length > 0,
    })),
  }
}

/** How many nominations the filters leave. */
export async function countFiltered(ctx: Pick<Ctx, 'db'>, edition: Edition, filters: InboxFilters): Promise<number> {
  const { count } = await filtered(ctx, edition, filters).select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

function filtered({ db }: Pick<Ctx, 'db'>, edition: Edition, filters: InboxFilters) {
  let query = db.selectFrom('nomination as n').innerJoin('nominee', 'nominee.id', 'n.nominee_id').where('n.edition_id', '=', edition.id)
  const { words, category, kind, channel, state, look, day } = filters
  if (kind) query = query.where('nominee.kind', '=', kind)
  if (channel) query = query.where('n.channel', '=', channel)
  if (state) query = query.where('n.state', '=', state)
  if (look) query = query.where(waitsToBeLookedAt)
  if (day) query = query.where('n.received_at', '>=', startOfDay(day, 0, edition)).where('n.received_at', '<', startOfDay(day, 1, edition))
  if (category) {
    query = query.where((e) => e.exists(
      e.selectFrom('nomination_category as nc').innerJoin('category as c', 'c.id', 'nc.category_id').select('nc.nomination_id')
        .whereRef('nc.nomination_id', '=', 'n.id').where('c.slug', '=', category)))
  }
  return words ? query.where((e) => e.or(holdingOf(words))) : query
}

const searched = ['nominee.name', 'nominee.employer', 'n.nominator_name', 'n.nominator_email'] as const

/** Where words may be found; a reference's hyphen makes no difference. */
function holdingOf(words: string): RawBuilder<SqlBool>[] {
  const inText = searched.map((column) => holdsWords(column, words))
  const reference = words.toLowerCase().replace(/[\s-]/g, '')
  return reference ? [...inText, holds(sql`replace(lower(n.reference), '-', '')`, reference)] : inText
}

/** Whether a column's text has these words in it. Capitals make no difference, nor how an apostrophe is typed. */
export function holdsWords(column: string, words: string): RawBuilder<SqlBool> {
  return holds(sql`replace(replace(lower(${sql.ref(column)}), '’', ''''), '‘', '''')`, words.toLowerCase().replace(/[‘’]/g, "'"))
}

function holds(text: RawBuilder<unknown>, part: string): RawBuilder<SqlBool> {
  const pattern = `%${part.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
  return sql<SqlBool>`${text} like ${pattern} escape '\\'`
}

/** Midnight at the start of a day in the edition's time zone, `after` days on; a day that is none matches nothing. */
function startOfDay(day: string, after: number, edition: Edition): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const first = instantAt({ year, month, day: date, hour: 12, minute: 0 }, edition.time_zone)
  if (!first) return ''
  const local = localTime(later(first, days(after)), edition.time_zone)
  return instantAt({ ...local, hour: 0, minute: 0 }, edition.time_zone) ?? ''
}

async function listCategories({ db }: Pick<Ctx, 'db'>, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('nomination_category as nc').innerJoin('category as c', 'c.id', 'nc.category_id')
    .select(['nc.nomination_id', 'c.name']).where('nc.nomination_id', 'in', ids).orderBy('c.position').execute()
  const byNomination = Map.groupBy(rows, (row) => row.nomination_id)
  return new Map([...byNomination].map(([id, named]) => [id, named.map((row) => row.name)]))
}
