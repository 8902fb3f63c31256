import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import { later, minutes } from '#app/domain/time.ts'
import { seesMailOfNoEdition } from '#app/features/messages/policy.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { bodySchema, type Block } from '#app/platform/email.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import type { Database, MessageRow } from '#db/schema.ts'
import type { MessageState } from '#db/vocabulary.ts'

type Scope = Pick<Ctx, 'db' | 'actor'>

/** Everything of a message but its secrets, which nobody reads here. */
const columns = [
  'id', 'edition_id', 'kind', 'state', 'to_name', 'to_email', 'reply_to', 'subject', 'about_id',
  'created_at', 'due_at', 'sent_at', 'attempts', 'last_error', 'version',
] as const

export type OutboxRow = Pick<MessageRow, (typeof columns)[number]>
export type Message = OutboxRow & { body: Block[] }

export interface OutboxFilter {
  state?: MessageState
  kind?: string
  /** part of a receiver's name or address */
  recipient?: string
}

/** What `actor` may see in an edition's outbox: owners see the mail of no edition too. */
function inOutbox(actor: Ctx['actor'], edition: Pick<Edition, 'id'>) {
  return (e: ExpressionBuilder<Database, 'message'>): Expression<SqlBool> =>
    seesMailOfNoEdition(actor) ? e.or([e('edition_id', '=', edition.id), e('edition_id', 'is', null)]) : e('edition_id', '=', edition.id)
}

export const outboxKey = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z~[a-z0-9]{20}$/
const keyOf = ({ created_at, id }: OutboxRow) => `${created_at}~${id}`

/** One page of an edition's outbox, newest first. */
export async function listMessages({ db, actor }: Scope, edition: Pick<Edition, 'id'>, { state, kind, recipient }: OutboxFilter, cursor?: Cursor): Promise<Page<OutboxRow>> {
  const [order, side] = cursor?.towards === 'newer' ? (['asc', '>'] as const) : (['desc', '<'] as const)
  let query = db.selectFrom('message').select(columns).where(inOutbox(actor, edition))
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

export interface OutboxCounts {
  byState: Partial<Record<MessageState, number>>
  /** the kinds there are */
  kinds: string[]
}

export async function countMessages({ db, actor }: Scope, edition: Pick<Edition, 'id'>): Promise<OutboxCounts> {
  const groups = await db
    .selectFrom('message').select(['state', 'kind', (e) => e.fn.countAll<number>().as('count')])
    .where(inOutbox(actor, edition)).groupBy(['state', 'kind'])
    .execute()
  const byState: OutboxCounts['byState'] = {}
  for (const { state, count } of groups) byState[state] = (byState[state] ?? 0) + count
  return { byState, kinds: [...new Set(groups.map((group) => group.kind))].sort() }
}

export async function findMessage({ db, actor }: Scope, edition: Pick<Edition, 'id'>, id: string): Promise<Message | undefined> {
  const row = await db.selectFrom('message').select([...columns, 'body']).where('id', '=', id).where(inOutbox(actor, edition)).executeTakeFirst()
  return row && { ...row, body: bodySchema.parse(JSON.parse(row.body)) }
}

/** Messages that should have gone a quarter of an hour ago. Those of a rehearsal never go. */
export async function countOverdue({ db, now }: Pick<Ctx, 'db' | 'now'>): Promise<number> {
  const { count } = await db
    .selectFrom('message').leftJoin('edition', 'edition.id', 'message.edition_id')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('message.state', 'in', ['ready', 'sending']).where('message.due_at', '<', later(now, -minutes(15)))
    .where((e) => e.or([e('edition.rehearsal', 'is', null), e('edition.rehearsal', '=', 0)]))
    .executeTakeFirstOrThrow()
  return count
}
