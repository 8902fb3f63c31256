import type { ExpressionBuilder } from 'kysely'
import type { Edition } from '#app/domain/edition.ts'
import { isRefusal, publicitySchema, publicUsesOf, type PublicWishes } from '#app/domain/publicity.ts'
import { cover } from '#app/domain/redaction.ts'
import { listAwardsOf } from '#app/features/ceremony/awards.queries.server.ts'
import { honourOf, type Honour } from '#app/features/certificates/words.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { sentenceQuestion } from '#app/features/editions/template.ts'
import { readDossiers } from '#app/features/screening/dossier.server.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { pageFrom, rowsOnAPage, type Cursor, type Page } from '#app/platform/paging.ts'
import type { Database, Instant } from '#db/schema.ts'
import type { ShortlistPlace } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

export interface Certificate {
  code: string
  madeAt: Instant
  honour: Honour
  /** as the nominee wants it today */
  name: string
  category: string
  /** the citation, or a sentence from a nomination; empty where the nominee has not agreed to their story being shown */
  words: string
  /** they have agreed to their name being public */
  named: boolean
}

/** More than this many are printed in several files. */
export const mostInAFile = 100

/** Those that hold: of entries that take part. Who declines, objects or is found not eligible has none any more. */
function certificates({ db }: Reading) {
  return db
    .selectFrom('certificate').innerJoin('entry', 'entry.id', 'certificate.entry_id')
    .innerJoin('nominee', 'nominee.id', 'entry.nominee_id').innerJoin('category', 'category.id', 'entry.category_id')
    .where(takesPart).where('entry.screening', '<>', 'ineligible')
}

const columns = [
  'certificate.code', 'certificate.made_at as madeAt', 'entry.id as entryId', 'entry.edition_id as editionId', 'entry.nominee_id', 'entry.category_id', 'entry.shortlist',
  'nominee.name', 'category.name as category',
] as const

interface Row {
  code: string
  madeAt: Instant
  entryId: string
  nominee_id: string
  category_id: string
  shortlist: ShortlistPlace
  name: string
  category: string
}

/** A genuine certificate and its edition, by its code. A rehearsal gives none. */
export async function findCertificate(ctx: Ctx, code: string): Promise<{ certificate: Certificate; edition: Edition } | undefined> {
  const row = await certificates(ctx).select(columns).where('certificate.code', '=', code).executeTakeFirst()
  if (!row) return undefined
  const edition = await getEditionById(ctx, row.editionId)
  const [certificate] = edition.rehearsal ? [] : await fillIn(ctx, edition, [row])
  return certificate && { certificate, edition }
}

/** A nominee's, in the order of the categories. */
export async function listCertificatesOf(ctx: Reading, edition: Edition, nomineeId: string): Promise<Certificate[]> {
  if (edition.rehearsal) return []
  return fillIn(ctx, edition, await certificates(ctx).select(columns).where('entry.nominee_id', '=', nomineeId).orderBy('category.position').execute())
}

/** How certificates reach people. `employer`: handed out where they work, by its key; only to people who have said yes to the awards. */
export type Way = { employer: string } | 'direct'

/** A file's worth of an edition's certificates, by name. `part`: 1, 2, 3 … */
export async function listCertificates(ctx: Reading, edition: Edition, way: Way, part: number): Promise<Certificate[]> {
  const rows = await certificates(ctx).select(columns)
    .where('entry.edition_id', '=', edition.id).where(goes(way))
    .orderBy('nominee.name').orderBy('certificate.id').limit(mostInAFile).offset((part - 1) * mostInAFile)
    .execute()
  return fillIn(ctx, edition, rows)
}

export async function countCertificates(ctx: Reading, edition: Pick<Edition, 'id'>, way?: Way): Promise<number> {
  const ofEdition = certificates(ctx).where('entry.edition_id', '=', edition.id)
  const { count } = await (way ? ofEdition.where(goes(way)) : ofEdition).select((e) => e.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return count
}

export interface Employer {
  key: string
  name: string
  count: number
}
/** Of an employer's place in the list. */
export const employerCursor = /^[\p{L}\p{N} ]+$/u

/** Where certificates can be handed out, with how many; one page. */
export async function listEmployers(ctx: Reading, edition: Pick<Edition, 'id'>, cursor?: Cursor): Promise<Page<Employer>> {
  const [order, side] = cursor?.towards === 'newer' ? (['desc', '<'] as const) : (['asc', '>'] as const)
  let query = certificates(ctx)
    .select((e) => ['nominee.employer_key as key', e.fn.min('nominee.employer').as('name'), e.fn.countAll<number>().as('count')])
    .where('entry.edition_id', '=', edition.id).where('nominee.employer_key', '<>', '').where(saidYes)
  if (cursor) query = query.where('nominee.employer_key', side, cursor.key)
  const rows = await query.groupBy('nominee.employer_key').orderBy('nominee.employer_key', order).limit(rowsOnAPage + 1).execute()
  return pageFrom(rows, cursor, (row) => row.key)
}

/** One spelling of an employer's name, the same each time. */
export async function findEmployerName(ctx: Reading, edition: Pick<Edition, 'id'>, key: string): Promise<string> {
  const { name } = await ctx.db.selectFrom('nominee').select((e) => e.fn.min('employer').as('name')).where('edition_id', '=', edition.id).where('employer_key', '=', key).executeTakeFirstOrThrow()
  return name
}

type Joined = ExpressionBuilder<Database, 'nominee'>

function goes(way: Way) {
  return (e: Joined) => way === 'direct' ? e.or([e('nominee.employer_key', '=', ''), e.not(saidYes(e))]) : e.and([e('nominee.employer_key', '=', way.employer), saidYes(e)])
}

/** On any of their records: nobody at work learns from us that somebody was nominated who has not said that they take part. */
function saidYes(e: Joined) {
  return e.exists(
    e.selectFrom('nominee as record').select('record.id').where('record.answer', '=', 'accepted')
      .where((r) => r.or([r('record.id', '=', r.ref('nominee.id')), r('record.merged_into', '=', r.ref('nominee.id'))])))
}

async function fillIn(ctx: Reading, edition: Edition, rows: Row[]): Promise<Certificate[]> {
  if (rows.length === 0) return []
  const awards = await listAwardsOf(ctx, edition, rows.map(({ entryId }) => entryId))
  const wishes = await listWishes(ctx, rows.map(({ nominee_id }) => nominee_id))
  const kind = await listKindWords(ctx, edition, rows)
  return rows.flatMap(({ code, madeAt, entryId, nominee_id, shortlist, name, category }, i) => {
    const records = wishes.get(nominee_id) ?? []
    if (records.some(({ answer }) => isRefusal(answer))) return []
    const uses = publicUsesOf(records, edition.now)
    const award = awards.get(entryId)
    const honour = honourOf(award?.kind, shortlist)
    return { code, madeAt, honour, name, category, words: uses.includes('story') ? award?.citation || (kind[i] ?? '') : '', named: uses.includes('name') }
  })
}

/** What the nominees have said on all their records, by nominee. Only an answer counts here: silence agrees to nothing. */
async function listWishes({ db }: Reading, nomineeIds: string[]): Promise<Map<string, PublicWishes[]>> {
  const rows = await db
    .selectFrom('nominee').select((e) => [e.fn.coalesce('merged_into', 'id').as('of'), 'answer', 'publicity'])
    .where((e) => e.or([e('id', 'in', nomineeIds), e('merged_into', 'in', nomineeIds)])).execute()
  const said = rows.map(({ of, answer, publicity }) => ({ of, answer, publicity: publicitySchema.parse(JSON.parse(publicity)), toldAt: null }))
  return Map.groupBy(said, (one) => one.of)
}

/** A sentence from the nominations of each entry, the longest; none from which words were covered. */
async function listKindWords(ctx: Reading, edition: Pick<Edition, 'id'>, entries: Row[]): Promise<(string | undefined)[]> {
  const question = await ctx.db.selectFrom('question').select('id').where('edition_id', '=', edition.id).where('key', '=', sentenceQuestion).executeTakeFirst()
  const dossiers = await readDossiers(ctx, entries)
  return dossiers.map((parts) => parts.find(({ questionId }) => questionId === question?.id)?.text.find((words) => !words.includes(cover)))
}
