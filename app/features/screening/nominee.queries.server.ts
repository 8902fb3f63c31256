import type { Edition } from '#app/domain/edition.ts'
import { emailIn } from '#app/domain/fields.ts'
import { publicitySchema, type Publicity } from '#app/domain/publicity.ts'
import { ok, type Result } from '#app/domain/result.ts'
import { countWords } from '#app/domain/words.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { peekLink } from '#app/platform/links.server.ts'
import type { Instant, NomineeRow } from '#db/schema.ts'
import type { NominationState } from '#db/vocabulary.ts'

/** Whoever holds the link of a notice, and the record they answer for. */
export interface Nominee {
  noticeId: string
  edition: Edition
  /** their own until an organiser confirmed that they are the one they were merged into */
  record: NomineeRow
  /** whose entries their nominations stand under */
  entriesOf: string
  /** all nominations of that nominee are theirs to see */
  confirmed: boolean
  publicity: Publicity
  /** where a code can be sent before anything is changed */
  email?: string
}

/** Of a merge that nobody has confirmed, what the entries came to may be another's. */
export function hasOwnEntries({ record, entriesOf }: Pick<Nominee, 'record' | 'entriesOf'>): boolean {
  return record.id === entriesOf
}

/** Who a notice's link belongs to. */
export async function findByLink(ctx: Ctx, token: string): Promise<Result<Nominee>> {
  const link = await peekLink(ctx, 'nominee', token)
  return link.ok ? ok(await getByNotice(ctx, link.value.subject_id)) : link
}

async function getByNotice(ctx: Ctx, noticeId: string): Promise<Nominee> {
  const holder = await ctx.db
    .selectFrom('notice').innerJoin('nominee', 'nominee.id', 'notice.nominee_id').selectAll('nominee')
    .where('notice.id', '=', noticeId).executeTakeFirstOrThrow()
  const root = holder.merged_into ? await ctx.db.selectFrom('nominee').selectAll().where('id', '=', holder.merged_into).executeTakeFirstOrThrow() : holder
  const confirmed = root.confirmed_at !== null
  const record = confirmed ? root : holder
  return {
    noticeId, record, confirmed, entriesOf: root.id, edition: await getEditionById(ctx, holder.edition_id),
    publicity: publicitySchema.parse(JSON.parse(record.publicity)), email: emailIn(record.reach),
  }
}

/** One nomination as its nominee sees it: in summary, and from whom only if they agreed. */
export interface Summary {
  id: string
  receivedAt: Instant
  state: NominationState
  categories: string[]
  nominator?: string
  words: number
}

/** The nominations that a notice's link shows: those it was made for, or all of the nominee once that is confirmed. */
export async function listSummaries({ db }: Pick<Ctx, 'db'>, { noticeId, entriesOf, confirmed }: Nominee): Promise<Summary[]> {
  const ofNotice = db.selectFrom('notice_nomination').select('nomination_id').where('notice_id', '=', noticeId)
  const nominations = await db
    .selectFrom('nomination').select(['id', 'received_at', 'state', 'share_name', 'nominator_name'])
    .where((e) => (confirmed ? e.or([e('id', 'in', ofNotice), e('nominee_id', '=', entriesOf)]) : e('id', 'in', ofNotice)))
    .orderBy('received_at').orderBy('id')
    .execute()
  const ids = nominations.map(({ id }) => id)
  if (ids.length === 0) return []
  const categories = await db
    .selectFrom('nomination_category as nc').innerJoin('category as c', 'c.id', 'nc.category_id').select(['nc.nomination_id', 'c.name'])
    .where('nc.nomination_id', 'in', ids).orderBy('c.position').execute()
  const answers = await db
    .selectFrom('answer as a').innerJoin('nomination as n', (join) => join.onRef('n.id', '=', 'a.nomination_id').onRef('n.version', '=', 'a.version'))
    .select(['n.id', 'a.text']).where('n.id', 'in', ids).execute()
  return nominations.map(({ id, received_at, state, share_name, nominator_name }) => ({
    id, receivedAt: received_at, state, nominator: share_name === 1 && nominator_name ? nominator_name : undefined,
    categories: categories.filter((one) => one.nomination_id === id).map((one) => one.name),
    words: answers.filter((one) => one.id === id).reduce((sum, { text }) => sum + countWords(text), 0),
  }))
}
