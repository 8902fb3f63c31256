import type { ExpressionBuilder } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import { emailIn } from '#app/domain/fields.ts'
import { goesForward, noticeDue, overdueBefore, type EntryStand } from '#app/domain/notice.ts'
import { days, later } from '#app/domain/time.ts'
import { waitsToBeLookedAt } from '#app/features/nominations/looking.server.ts'
import type { Noticed } from '#app/features/screening/notices.content.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import type { Database, Instant } from '#db/schema.ts'
import type { MessageState, NomineeAnswer, NomineeKind, NoticeRoute } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

export const noticeShows = ['to-tell', 'overdue', 'soon', 'under-way', 'told'] as const
export type NoticeShow = (typeof noticeShows)[number]

/** Somebody who has to be told, or was. */
export interface ToldPerson {
  id: string
  name: string
  kind: NomineeKind
  employer: string
  reach: string
  answer: NomineeAnswer
  firstReceived: Instant
  due: Instant
  /** where a notice can be mailed */
  email?: string
  /** how their live entries stand */
  entries: EntryStand[]
  /** the newest notice that was not cancelled */
  notice?: NoticeLine
}

export interface NoticeLine {
  id: string
  route: NoticeRoute
  /** of an email */
  message?: { id: string; state: MessageState }
  toldAt: Instant | null
  createdAt: Instant
}

/** Is a message to them on its way? Until it went or was cancelled, nothing else is. */
export function isMailUnderWay({ notice }: Pick<ToldPerson, 'notice'>): boolean {
  return notice?.message !== undefined && notice.toldAt === null
}

type PersonRow = Omit<ToldPerson, 'due' | 'email' | 'entries' | 'notice'>
type People = ExpressionBuilder<Database & { person: PersonRow }, 'person'>

/** Everybody of the edition about whom we hold a live nomination that need not be looked at first, each once: who was merged has none any more. */
function people({ db }: Reading, edition: Pick<Edition, 'id'>) {
  return db.selectFrom((e) =>
    e.selectFrom('nominee as p').innerJoin('nomination as n', 'n.nominee_id', 'p.id')
      .select(['p.id', 'p.name', 'p.kind', 'p.employer', 'p.reach', 'p.answer', (m) => m.fn.min('n.received_at').as('firstReceived')])
      .where('p.edition_id', '=', edition.id).where('n.state', '=', 'live').where((w) => w.not(waitsToBeLookedAt(w)))
      .groupBy(['p.id', 'p.name', 'p.kind', 'p.employer', 'p.reach', 'p.answer'])
      .as('person'))
}

/** Notices to a person, also by a record that was merged into theirs. */
function noticesTo(e: People) {
  return e
    .selectFrom('notice').innerJoin('nominee as holder', 'holder.id', 'notice.nominee_id').leftJoin('message', 'message.id', 'notice.message_id')
    .select('notice.id')
    .where((w) => w.or([w('holder.id', '=', w.ref('person.id')), w('holder.merged_into', '=', w.ref('person.id'))]))
}

function wasTold(e: People) {
  return e.exists(noticesTo(e).where((w) => w.or([w('notice.told_at', 'is not', null), w('message.sent_at', 'is not', null)])))
}

/** A notice is in the outbox, or printed and not posted. */
function isUnderWay(e: People) {
  return e.exists(noticesTo(e).where('notice.told_at', 'is', null).where((w) => w.or([w('message.id', 'is', null), w('message.state', 'in', ['held', 'ready', 'sending', 'failed'])])))
}

function shown(edition: Edition, show: NoticeShow) {
  const overdue = overdueBefore(edition.now, edition)
  const soon = overdueBefore(later(edition.now, days(7)), edition)
  return (e: People) => {
    switch (show) {
      case 'told': return wasTold(e)
      case 'under-way': return e.and([e.not(wasTold(e)), isUnderWay(e)])
      case 'to-tell': return e.and([e.not(wasTold(e)), e.not(isUnderWay(e))])
      case 'overdue': return e.and([e.not(wasTold(e)), e('person.firstReceived', '<', overdue)])
      case 'soon': return e.and([e.not(wasTold(e)), e('person.firstReceived', '>=', overdue), e('person.firstReceived', '<', soon)])
    }
  }
}

export const noticeKey = /^\d{4}-[\dT:.-]+Z~[a-z0-9]{20}$/

/** One page of the people to tell, the most urgent first: further down (`older` in the cursor's words) are those who came later. Three reads. */
export async function listToTell(ctx: Reading, edition: Edition, show: NoticeShow | '', cursor?: Cursor): Promise<Page<ToldPerson>> {
  const [order, side] = cursor?.towards === 'newer' ? (['desc', '<'] as const) : (['asc', '>'] as const)
  let query = people(ctx, edition).selectAll('person')
  if (show) query = query.where(shown(edition, show))
  if (cursor) {
    const [at = '', id = ''] = cursor.key.split('~')
    query = query.where((e) => e(e.refTuple('person.firstReceived', 'person.id'), side, e.tuple(at, id)))
  }
  const rows = await query.orderBy('person.firstReceived', order).orderBy('person.id', order).limit(rowsOnAPage + 1).execute()
  const page = pageFrom(rows, cursor, (row) => `${row.firstReceived}~${row.id}`)
  return { ...page, rows: await withNotices(ctx, edition, page.rows) }
}

/** How many people there are in each part of the list. One read. */
export async function countToTell(ctx: Reading, edition: Edition): Promise<Record<NoticeShow, number>> {
  const counted = (show: NoticeShow) => (e: People) => e.fn.count<number>(e.case().when(shown(edition, show)(e)).then(1).end()).as(show)
  return people(ctx, edition).select((e) => noticeShows.map((show) => counted(show)(e))).executeTakeFirstOrThrow()
}

/** Everybody still to be told who has an email address, the most urgent first. */
export async function listMailable(ctx: Reading, edition: Edition, most: number): Promise<ToldPerson[]> {
  const query = people(ctx, edition).selectAll('person').where(shown(edition, 'to-tell')).where('person.reach', 'like', '%_@_%')
  const rows = await query.orderBy('person.firstReceived').orderBy('person.id').limit(most).execute()
  return (await withNotices(ctx, edition, rows)).filter(({ email }) => email)
}

/** How many are still to be told and have no address that a notice can be mailed to. */
export async function countWithoutEmail(ctx: Reading, edition: Edition): Promise<number> {
  const rows = await people(ctx, edition).select('person.reach').where(shown(edition, 'to-tell')).execute()
  return rows.filter(({ reach }) => !emailIn(reach)).length
}

/** Some nominees and how they stand, the most urgent first; without those of whom nothing live is held. */
export async function listPersons(ctx: Reading, edition: Edition, ids: string[]): Promise<ToldPerson[]> {
  if (ids.length === 0) return []
  const rows = await people(ctx, edition).selectAll('person').where('person.id', 'in', ids).orderBy('person.firstReceived').orderBy('person.id').execute()
  return withNotices(ctx, edition, rows)
}

async function withNotices(ctx: Reading, edition: Edition, rows: PersonRow[]): Promise<ToldPerson[]> {
  const ids = rows.map(({ id }) => id)
  const notices = await listNotices(ctx, ids)
  const entries = Map.groupBy(await listLiveEntries(ctx, ids), ({ nominee_id }) => nominee_id)
  return rows.map((row) => ({
    ...row, due: noticeDue(row.firstReceived, edition), email: emailIn(row.reach),
    entries: (entries.get(row.id) ?? []).map(({ standing, screening }) => ({ standing, screening })),
    notice: notices.find((one) => one.personId === row.id && one.message?.state !== 'cancelled'),
  }))
}

async function listLiveEntries({ db }: Reading, personIds: string[]) {
  if (personIds.length === 0) return []
  return db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id').select(['entry.nominee_id', 'entry.standing', 'entry.screening'])
    .where('entry.nominee_id', 'in', personIds).where('entry.state', '=', 'live').orderBy('category.position')
    .execute()
}

/** The notices to some people, newest first. */
export async function listNotices({ db }: Reading, personIds: string[]): Promise<(NoticeLine & { personId: string })[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('notice').innerJoin('nominee as holder', 'holder.id', 'notice.nominee_id').leftJoin('message', 'message.id', 'notice.message_id')
    .select((e) => [
      'notice.id', 'notice.route', 'notice.told_at', 'notice.created_at', 'message.id as messageId', 'message.state', 'message.sent_at',
      e.fn.coalesce('holder.merged_into', 'holder.id').as('personId'),
    ])
    .where((e) => e.or([e('holder.id', 'in', personIds), e('holder.merged_into', 'in', personIds)]))
    .orderBy('notice.created_at', 'desc').orderBy('notice.id')
    .execute()
  return rows.map(({ id, route, told_at, created_at, messageId, state, sent_at, personId }) => ({
    id, route, personId, createdAt: created_at, toldAt: told_at ?? sent_at, message: messageId && state ? { id: messageId, state } : undefined,
  }))
}

/** A person with what a notice to them says and shows. */
export interface Addressed extends Noticed {
  nominationIds: string[]
}

/** What notices to these people say: from their live nominations. */
export async function addressed({ db }: Reading, persons: Pick<ToldPerson, 'id' | 'name' | 'kind'>[]): Promise<Map<string, Addressed>> {
  if (persons.length === 0) return new Map()
  const rows = await db
    .selectFrom('nomination as n').innerJoin('nomination_category as nc', 'nc.nomination_id', 'n.id').innerJoin('category as c', 'c.id', 'nc.category_id')
    .innerJoin('entry', (join) => join.onRef('entry.nominee_id', '=', 'n.nominee_id').onRef('entry.category_id', '=', 'c.id'))
    .select(['n.id', 'n.nominee_id', 'n.share_name', 'n.nominator_name', 'c.name as category', 'entry.standing', 'entry.screening'])
    .where('n.nominee_id', 'in', persons.map(({ id }) => id)).where('n.state', '=', 'live')
    .orderBy('c.position').orderBy('n.received_at')
    .execute()
  const byPerson = Map.groupBy(rows, (row) => row.nominee_id)
  return new Map(persons.map(({ id, name, kind }) => {
    const own = byPerson.get(id) ?? []
    const nominations = [...new Map(own.map((row) => [row.id, row])).values()]
    const categoriesOf = (rows: typeof own) => [...new Set(rows.map((row) => row.category))]
    const named = nominations.filter((row) => row.share_name === 1 && row.nominator_name !== '')
    return [id, {
      name, kind, nominationIds: nominations.map((row) => row.id), categories: categoriesOf(own.filter(goesForward)),
      out: categoriesOf(own.filter((row) => !goesForward(row))),
      nominators: [...new Set(named.map((row) => row.nominator_name))], unnamed: nominations.length - named.length,
    }]
  }))
}
