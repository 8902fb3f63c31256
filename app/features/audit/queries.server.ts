import type { SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import { canOrganise, isOwner } from '#app/domain/actor.ts'
import type { AuditFacts, AuditVerb } from '#app/domain/audit-events.ts'
import type { Edition } from '#app/domain/edition.ts'
import { momentText, stampText } from '#app/domain/time.ts'
import { verbsOf, type AuditGroup } from '#app/features/audit/groups.ts'
import { sentences } from '#app/features/audit/sentences.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import type { AuditEventRow, Database, Db, Trx } from '#db/schema.ts'

type Reading = Pick<Ctx, 'db'>
type Zoned = Pick<Edition, 'id' | 'time_zone'>

/** One thing that happened, in words. */
export interface HappeningRow {
  seq: number
  /** "12 Jan 2027, 17:00" */
  at: string
  who: string
  /** goes on from `who` */
  what: string
  objectId: string | null
}

export interface AuditFilter {
  /** an account's id, or `visitor` or `system` */
  actor?: string
  group?: AuditGroup
  objectId?: string
  /** what belongs to no edition, such as signing in, instead of what belongs to this one; owners only */
  ofNoEdition?: boolean
}

export const auditKey = /^\d{1,9}$/

/** One page of an edition's audit trail, newest first, for those who run it. Names are looked up now, all in one query. */
export async function listHappenings(ctx: Pick<Ctx, 'db' | 'actor'>, edition: Zoned, filter: AuditFilter, cursor?: Cursor): Promise<Page<HappeningRow>> {
  const { actor, group, objectId, ofNoEdition } = filter
  if (!(ofNoEdition ? isOwner(ctx.actor) : canOrganise(ctx.actor, edition.id))) return { rows: [] }
  let query = ctx.db.selectFrom('audit_event').selectAll()
  query = ofNoEdition ? query.where('edition_id', 'is', null) : query.where('edition_id', '=', edition.id)
  if (actor) query = actor === 'visitor' || actor === 'system' ? query.where('actor_kind', '=', actor) : query.where('actor_id', '=', actor)
  if (group) query = query.where('verb', 'in', verbsOf(group))
  if (objectId) query = query.where('object_id', '=', objectId)
  const page = pageFrom(await readFrom(query, cursor), cursor, (row) => String(row.seq))
  return { ...page, rows: await inWords(ctx, edition, page.rows) }
}

function readFrom(query: SelectQueryBuilder<Database, 'audit_event', AuditEventRow>, cursor: Cursor | undefined): Promise<AuditEventRow[]> {
  const back = cursor?.towards === 'newer'
  const from = cursor ? query.where('seq', back ? '>' : '<', Number(cursor.key)) : query
  return from.orderBy('seq', back ? 'asc' : 'desc').limit(rowsOnAPage + 1).execute()
}

/** All that happened to one thing, or to several that belong together, oldest first. Who may see them may see this. */
export async function listHistory(ctx: Reading, edition: Zoned, objectId: string | string[]): Promise<HappeningRow[]> {
  const rows = await ctx.db
    .selectFrom('audit_event').selectAll().where('object_id', 'in', [objectId].flat()).where('edition_id', '=', edition.id)
    .orderBy('seq').limit(200)
    .execute()
  return inWords(ctx, edition, rows)
}

/** What was noted the last time that `verb` was done to one thing. For commands that take it back. */
export async function findLatestFacts({ db }: { db: Db | Trx }, objectId: string, verb: AuditVerb): Promise<AuditFacts | undefined> {
  const row = await db
    .selectFrom('audit_event').select('facts').where('object_id', '=', objectId).where('verb', '=', verb)
    .orderBy('seq', 'desc').limit(1)
    .executeTakeFirst()
  return row && factsSchema.parse(JSON.parse(row.facts))
}

/** The account that last did `verb` to one thing; undefined: nobody signed in has. For what goes on by itself after somebody began it. */
export async function findLatestActor({ db }: { db: Db | Trx }, objectId: string, verb: AuditVerb): Promise<string | undefined> {
  const row = await db
    .selectFrom('audit_event').select('actor_id').where('object_id', '=', objectId).where('verb', '=', verb)
    .orderBy('seq', 'desc').limit(1)
    .executeTakeFirst()
  return row?.actor_id ?? undefined
}

/** What was noted each time that `verb` was done to one thing, oldest first. */
export async function listFacts({ db }: Reading, objectId: string, verb: AuditVerb): Promise<AuditFacts[]> {
  const rows = await db.selectFrom('audit_event').select('facts').where('object_id', '=', objectId).where('verb', '=', verb).orderBy('seq').execute()
  return rows.map(({ facts }) => factsSchema.parse(JSON.parse(facts)))
}

/** Who has or had a part in an edition: the people its audit trail can be asked for. */
export function listActors({ db }: Reading, edition: Pick<Edition, 'id'>): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('account').select(['id', 'name'])
    .where('id', 'in', (e) =>
      e.selectFrom('role_grant').select('account_id').where((g) => g.or([g('edition_id', '=', edition.id), g('edition_id', 'is', null)])))
    .orderBy('name')
    .execute()
}

const factsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))

async function inWords(ctx: Reading, { time_zone: zone }: Zoned, rows: AuditEventRow[]): Promise<HappeningRow[]> {
  const facts = rows.map((row) => factsSchema.parse(JSON.parse(row.facts)))
  const others = facts.map(({ other }) => (typeof other === 'string' ? other : null))
  const names = await findNames(ctx, [...rows.flatMap(({ actor_id, object_id }) => [actor_id, object_id]), ...others])
  const nameOf = (id: string | null) => (id === null ? '' : names.get(id) ?? 'somebody or something we no longer hold')
  return rows.map((row, index) => ({
    seq: row.seq,
    at: stampText(row.at, zone),
    who: row.actor_kind === 'visitor' ? 'A visitor' : row.actor_kind === 'system' ? 'The system' : nameOf(row.actor_id),
    what: sentences[row.verb as AuditVerb]?.(facts[index] ?? {}, {
      object: nameOf(row.object_id), other: nameOf(others[index] ?? null), moment: (at) => momentText(at, zone),
    }) ?? row.verb,
    objectId: row.object_id,
  }))
}

/** What things are called now: people by name, nominations by reference, messages by subject. */
async function findNames({ db }: Reading, given: (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(given)].filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('account').select(['id', 'name']).where('id', 'in', ids)
    .unionAll(db.selectFrom('nomination').select(['id', 'reference as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('nominee').select(['id', 'name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('category').select(['id', 'name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id').select(['entry.id', 'nominee.name']).where('entry.id', 'in', ids))
    .unionAll(db.selectFrom('judge').innerJoin('account', 'account.id', 'judge.account_id').select(['judge.id', 'account.name']).where('judge.id', 'in', ids))
    .unionAll(db.selectFrom('question').select(['id', 'label as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('cue').select(['id', 'title as name']).where('id', 'in', ids))
    .unionAll(db.selectFrom('message').select(['id', 'subject as name']).where('id', 'in', ids))
    .execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}
