import type { Edition } from '#app/domain/edition.ts'
import { emailIn } from '#app/domain/fields.ts'
import { publicitySchema, publicUsesOf, type PublicUse, type PublicWishes } from '#app/domain/publicity.ts'
import { takesPart } from '#app/features/screening/waiting.server.ts'
import type { Db, Trx } from '#db/schema.ts'
import type { NomineeAnswer } from '#db/vocabulary.ts'

type Reading = { db: Db | Trx }

/** Entries that are in, of categories whose shortlist is finished, in the order of the programme. */
function finalistEntries({ db }: Reading, editionId: string) {
  return db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id').innerJoin('nominee', 'nominee.id', 'entry.nominee_id')
    .where('entry.edition_id', '=', editionId).where('entry.shortlist', '=', 'in')
    .where('category.state', '<>', 'open') // where a panel gives no award they stay finalists: nothing may tell that early
    .where(takesPart)
    .orderBy('category.position').orderBy('nominee.name').orderBy('entry.id')
}

/** One record of a nominee, their own or one merged into it. */
interface NomineeRecord extends PublicWishes {
  nomineeId: string
  reach: string
}

/** The records of all finalists' nominees, with when each was told. */
async function listRecords(ctx: Reading, editionId: string): Promise<NomineeRecord[]> {
  const rows = await ctx.db
    .selectFrom('nominee')
    .leftJoin('notice', 'notice.nominee_id', 'nominee.id')
    .leftJoin('message', 'message.id', 'notice.message_id')
    .select((e) => [
      e.fn.coalesce('nominee.merged_into', 'nominee.id').as('nomineeId'), 'nominee.reach', 'nominee.answer', 'nominee.publicity',
      e.fn.min(e.fn.coalesce('message.sent_at', 'notice.told_at')).as('toldAt'),
    ])
    .where((e) => e(e.fn.coalesce('nominee.merged_into', 'nominee.id'), 'in', finalistEntries(ctx, editionId).clearOrderBy().select('entry.nominee_id')))
    .groupBy(['nominee.id', 'nominee.merged_into', 'nominee.reach', 'nominee.answer', 'nominee.publicity', 'nominee.created_at'])
    .orderBy('nominee.created_at').orderBy('nominee.id')
    .execute()
  return rows.map(({ publicity, ...row }) => ({ ...row, publicity: publicitySchema.parse(JSON.parse(publicity)) }))
}

/** What may be public today of each finalist, by their nominee. */
export async function listPublicUses(ctx: Reading, edition: Pick<Edition, 'id' | 'now'>): Promise<Map<string, PublicUse[]>> {
  const records = Map.groupBy(await listRecords(ctx, edition.id), (one) => one.nomineeId)
  return new Map([...records].map(([nomineeId, own]) => [nomineeId, publicUsesOf(own, edition.now)]))
}

export interface PublicCategory {
  slug: string
  name: string
  /** `employer` is empty where it may not be shown */
  finalists: { name: string; employer: string }[]
  /** finalists who may not be named (yet) */
  unnamed: number
}

/** The finalists as the public may see them today; two reads. Each by the wishes of the nominee, the strictest first. */
export async function listPublicFinalists(ctx: Reading, edition: Pick<Edition, 'id' | 'now'>): Promise<PublicCategory[]> {
  const entries = await finalistEntries(ctx, edition.id).select(['category.slug', 'category.name as category', 'entry.nominee_id', 'nominee.name', 'nominee.employer']).execute()
  const usesOf = await listPublicUses(ctx, edition)
  return [...Map.groupBy(entries, (row) => row.slug).values()].map((rows) => {
    const shown = rows.flatMap(({ nominee_id, name, employer }) => {
      const uses = usesOf.get(nominee_id) ?? []
      return uses.includes('name') ? [{ name, employer: uses.includes('employer') ? employer : '' }] : []
    })
    return { slug: rows[0]?.slug ?? '', name: rows[0]?.category ?? '', finalists: shown, unnamed: rows.length - shown.length }
  })
}

/** A finalist as they are called on stage. */
export interface StageFinalist {
  entryId: string
  categoryId: string
  name: string
  saidAs: string
  /** they have said yes to their name on stage */
  agreed: boolean
}

/** The finalists in the order of the programme, once they are public. */
export async function listStageFinalists(ctx: Reading, edition: Pick<Edition, 'id' | 'now' | 'finalists_announced_at'>): Promise<StageFinalist[]> {
  if (!edition.finalists_announced_at) return []
  const entries = await finalistEntries(ctx, edition.id).select(['entry.id as entryId', 'category.id as categoryId', 'entry.nominee_id', 'nominee.name', 'nominee.said_as as saidAs']).execute()
  const usesOf = await listPublicUses(ctx, edition)
  return entries.map(({ nominee_id, ...one }) => ({ ...one, agreed: usesOf.get(nominee_id)?.includes('stage') ?? false }))
}

/** A finalist as somebody to write to. */
export interface FinalistToTell {
  nomineeId: string
  name: string
  categories: string[]
  /** empty: no address, so by letter or telephone */
  email: string
  answer: NomineeAnswer
  /** the newest notice, which their page hangs on; null: they do not know yet that they are nominated */
  noticeId: string | null
}

export const finalistMessage = 'finalist.told'

/** The finalists who have not been written to as such, by name. */
export async function listFinalistsToTell(ctx: Reading, edition: Pick<Edition, 'id'>): Promise<FinalistToTell[]> {
  const entries = await finalistEntries(ctx, edition.id)
    .select((e) => [
      'entry.nominee_id as nomineeId', 'nominee.name', 'nominee.answer', 'category.name as category',
      e.selectFrom('notice').select('notice.id').whereRef('notice.nominee_id', '=', 'nominee.id').orderBy('notice.created_at', 'desc').orderBy('notice.id').limit(1).as('noticeId'),
    ])
    .where((e) => e.not(e.exists(e.selectFrom('message').select('message.id').whereRef('message.about_id', '=', 'nominee.id').where('message.kind', '=', finalistMessage).where('message.state', '<>', 'cancelled'))))
    .execute()
  const records = Map.groupBy(await listRecords(ctx, edition.id), (one) => one.nomineeId)
  return [...Map.groupBy(entries, (row) => row.nomineeId)]
    .map(([nomineeId, rows]) => ({
      nomineeId, name: rows[0]?.name ?? '', answer: rows[0]?.answer ?? 'none', noticeId: rows[0]?.noticeId ?? null, categories: rows.map((row) => row.category),
      email: (records.get(nomineeId) ?? []).map(({ reach }) => emailIn(reach)).find(Boolean) ?? '',
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
