import type { Edition } from '#app/domain/edition.ts'
import type { Span } from '#app/domain/redaction.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import type { EntryRow } from '#db/schema.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

/** A cover that lies on a passage. */
export interface Cover extends Span {
  id: string
}

/** What one nomination of an entry says to one question, in the version in force. */
export interface Passage {
  nominationId: string
  reference: string
  version: number
  /** its version in force has been read and found fit for judges */
  screened: boolean
  questionId: string
  label: string
  /** the judges of this entry get it; false: it was asked for another category */
  ofEntry: boolean
  text: string
  covers: Cover[]
}

/** Everything that an entry's live nominations say, to other categories' questions too: what is screened is the whole nomination. */
export async function listPassages({ db }: Reading, { nominee_id, category_id }: Pick<EntryRow, 'nominee_id' | 'category_id'>): Promise<Passage[]> {
  const rows = await passagesOf({ db })
    .innerJoin('nomination_category as nc', 'nc.nomination_id', 'n.id')
    .select('nc.moved_from')
    .where('n.nominee_id', '=', nominee_id).where('nc.category_id', '=', category_id).where('n.state', '=', 'live')
    .orderBy('q.position').orderBy('q.id').orderBy('n.received_at').orderBy('n.id')
    .execute()
  return withCovers({ db }, rows.map(({ moved_from, ...row }) => ({
    ...row, ofEntry: row.categoryId === null || row.categoryId === category_id || row.categoryId === moved_from,
  })))
}

/** One passage of an entry of this edition; none when the nomination has gone, or says nothing to that question. */
export async function findPassage(ctx: Reading, edition: Pick<Edition, 'id'>, entryId: string, nominationId: string, questionId: string): Promise<Passage | undefined> {
  const entry = await ctx.db.selectFrom('entry').select(['nominee_id', 'category_id']).where('id', '=', entryId).where('edition_id', '=', edition.id).executeTakeFirst()
  if (!entry) return undefined
  const passages = await listPassages(ctx, entry)
  return passages.find((one) => one.nominationId === nominationId && one.questionId === questionId)
}

function passagesOf({ db }: Reading) {
  return db
    .selectFrom('nomination as n')
    .innerJoin('answer as a', (join) => join.onRef('a.nomination_id', '=', 'n.id').onRef('a.version', '=', 'n.version'))
    .innerJoin('question as q', 'q.id', 'a.question_id')
    .select(['n.id', 'n.reference', 'n.version', 'n.screened_version', 'q.id as questionId', 'q.label', 'q.category_id as categoryId', 'a.text'])
}

interface PassageRow {
  id: string
  reference: string
  version: number
  screened_version: number
  questionId: string
  label: string
  text: string
  ofEntry: boolean
}

async function withCovers({ db }: Reading, rows: PassageRow[]): Promise<Passage[]> {
  if (rows.length === 0) return []
  const covers = await db
    .selectFrom('redaction').select(['id', 'nomination_id', 'version', 'question_id', 'from_char', 'to_char'])
    .where('nomination_id', 'in', rows.map(({ id }) => id)).where('lifted_at', 'is', null).orderBy('from_char')
    .execute()
  return rows.map(({ id, reference, version, screened_version, questionId, label, text, ofEntry }) => ({
    nominationId: id, reference, version, screened: screened_version === version, questionId, label, ofEntry, text,
    covers: covers
      .filter((one) => one.nomination_id === id && one.version === version && one.question_id === questionId)
      .map((one) => ({ id: one.id, from: one.from_char, to: one.to_char })),
  }))
}
