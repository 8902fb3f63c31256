import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import { later, minutes } from '#app/domain/time.ts'
import { canReadOutbox } from '#app/features/messages/policy.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { bodySchema, type Block } from '#app/platform/email.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import { isDemo } from '#db/installation.server.ts'
import type { Database, Instant, MessageRow } from '#db/schema.ts'
import type { MessageState } from '#db/vocabulary.ts'

type Scope = Pick<Ctx | TrxCtx, 'db' | 'actor'>

/** Everything of a message but its secrets, which nobody reads here. */
const columns = [
  'id', 'edition_id', 'kind', 'state', 'to_name', 'to_email', 'reply_to', 'subject', 'about_id',
  'created_at', 'due_at', 'sent_at', 'attempts', 'last_error', 'sent_again_as', 'version',
] as const

export type OutboxRow = Pick<MessageRow, (typeof columns)[number]>
export type Message = OutboxRow & { body: Block[] }

export interface OutboxFilter {
  state?: MessageState
  kind?: string
  /** part of a receiver's name or address */
  recipient?: string
}

/** Whose mail: an edition's, or (null) that of no edition. */
type Outbox = string | null

function inOutbox(outbox: Outbox) {
  return (e: ExpressionBuilder<Database, 'message'>): Expression<SqlBool> => (outbox === null ? e('edition_id', 'is', null) : e('edition_id', '=', outbox))
}

export const outboxKey = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z~[a-z0-9]{20}$/
const keyOf = ({ created_at, id }: OutboxRow) => `${created_at}~${id}`

/** One page of an outbox, newest first. */
export async function listMessages({ db, actor }: Scope, outbox: Outbox, { state, kind, recipient }: OutboxFilter, cursor?: Cursor): Promise<Page<OutboxRow>> {
  if (!canReadOutbox(actor, outbox).ok) return { rows: [] }
  const [order, side] = cursor?.towards === 'newer' ? (['asc', '>'] as const) : (['desc', '<'] as const)
  let query = db.selectFrom('message').select(columns).where(inOutbox(outbox))
  if (state) query = query.where('state', '=', state)
  if (kind) query = query.where('kind', '=', kind)
  if (recipient) query = query.where(isTo(recipient))
  if (cursor) {
    const [at = '', id = ''] = cursor.key.split('~')
    query = query.where((e) => e(e.refTuple('created_at', 'id'), side, e.tuple(at, id)))
  }
  const rows = await query.orderBy('created_at', order).orderBy('id', order).limit(rowsOnAPage + 1).execute()
  return pageFrom(rows, cursor, keyOf)
}

function isTo(recipient: string) {
  const pattern = `%${recipient.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(lower(to_name) like ${pattern} escape '\\' or lower(to_email) like ${pattern} escape '\\')`
}

/** One message of many that are released together. */
export type HeldMessage = Pick<MessageRow, 'id' | 'version' | 'to_name' | 'to_email' | 'subject'>

/** All held messages of one kind, by receiver. */
export async function listHeld({ db, actor }: Scope, edition: Pick<Edition, 'id'>, kind: string): Promise<HeldMessage[]> {
  if (!canReadOutbox(actor, edition.id).ok) return []
  return db
    .selectFrom('message').select(['id', 'version', 'to_name', 'to_email', 'subject'])
    .where('edition_id', '=', edition.id).where('kind', '=', kind).where('state', '=', 'held')
    .orderBy('to_name').orderBy('id')
    .execute()
}

export interface OutboxCounts {
  byState: Partial<Record<MessageState, number>>
  /** the kinds there are */
  kinds: string[]
  /** of each kind that waits to be released, how many */
  held: { kind: string; count: number }[]
}

export async function countMessages({ db, actor }: Scope, outbox: Outbox): Promise<OutboxCounts> {
  if (!canReadOutbox(actor, outbox).ok) return { byState: {}, kinds: [], held: [] }
  const groups = await db
    .selectFrom('message').select(['state', 'kind', (e) => e.fn.countAll<number>().as('count')])
    .where(inOutbox(outbox)).groupBy(['state', 'kind']).orderBy('kind')
    .execute()
  const byState: OutboxCounts['byState'] = {}
  for (const { state, count } of groups) byState[state] = (byState[state] ?? 0) + count
  return { byState, kinds: [...new Set(groups.map((group) => group.kind))].sort(), held: groups.filter(({ state }) => state === 'held').map(({ kind, count }) => ({ kind, count })) }
}

/** A message of an edition or of none, for whoever may read that. */
export async function findMessage({ db, actor }: Scope, edition: Pick<Edition, 'id'>, id: string): Promise<Message | undefined> {
  const row = await db.selectFrom('message').select([...columns, 'body']).where('id', '=', id).executeTakeFirst()
  if (!row || (row.edition_id ?? edition.id) !== edition.id || !canReadOutbox(actor, row.edition_id).ok) return undefined
  return { ...row, body: bodySchema.parse(JSON.parse(row.body)) }
}

/** Whether a message should have gone a quarter of an hour before `now`. Those of a rehearsal never go. */
function isOverdue(now: Instant) {
  return (e: ExpressionBuilder<Database, 'message'>): Expression<SqlBool> =>
    e.and([e('state', 'in', ['ready', 'sending']), e('due_at', '<', later(now, -minutes(15))), e.not(ofRehearsal(e))])
}

/** Whether mail that should have gone has not, whosever it is: never in a demo, which delivers nothing. By the machine's time, which is the one that mail goes by. */
export async function hasOverdueMail({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<boolean> {
  if (await isDemo(db)) return false
  const overdue = await db.selectFrom('message').select('id').where(isOverdue(now)).limit(1).executeTakeFirst()
  return overdue !== undefined
}

/** How much of an edition's mail that is, by the same rule. */
export async function countOverdueMail({ db, now }: Pick<Ctx, 'db' | 'now'>, edition: Pick<Edition, 'id'>): Promise<number> {
  if (await isDemo(db)) return 0
  const { count } = await db
    .selectFrom('message').select((e) => e.fn.countAll<number>().as('count')).where('edition_id', '=', edition.id).where(isOverdue(now))
    .executeTakeFirstOrThrow()
  return count
}

/** Why the mail of an edition reaches nobody, where it never does. */
export async function findWhyKept({ db }: Pick<Ctx, 'db'>, edition: Pick<Edition, 'rehearsal'>): Promise<'rehearsal' | 'demo' | undefined> {
  if (edition.rehearsal) return 'rehearsal'
  return (await isDemo(db)) ? 'demo' : undefined
}

/** Whether a message belongs to a rehearsal. */
export function ofRehearsal(e: ExpressionBuilder<Database, 'message'>): Expression<SqlBool> {
  return e.exists(e.selectFrom('edition').select('edition.id').whereRef('edition.id', '=', 'message.edition_id').where('rehearsal', '=', 1))
}
