import type { Edition } from '#app/domain/edition.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { answersSchema, relationshipsOf, type Answers, type Asked } from '#app/features/nominations/journey.ts'
import type { Ctx, TrxCtx } from '#app/platform/context.server.ts'
import { hotQuery } from '#db/hot.server.ts'
import type { NominationRow } from '#db/schema.ts'
import type { NominationState } from '#db/vocabulary.ts'

type Reading = Pick<Ctx | TrxCtx, 'db'>

export interface Draft {
  id: string
  editionId: string
  answers: Answers
  createdAt: string
  updatedAt: string
}

const draftById = hotQuery((db, id: string) => db.selectFrom('draft').selectAll().where('id', '=', id))
const nominationByDraft = hotQuery((db, draftId: string) => db.selectFrom('nomination').selectAll().where('draft_id', '=', draftId))

export async function findDraft({ db }: Reading, id: string): Promise<Draft | undefined> {
  const [row] = await draftById(db, id)
  return row && { id: row.id, editionId: row.edition_id, createdAt: row.created_at, updatedAt: row.updated_at, answers: answersSchema.parse(JSON.parse(row.answers)) }
}

export interface DraftLine {
  id: string
  answers: Answers
  /** what became of the nomination sent from it; none: it is not sent */
  sent?: NominationState
  /** written in since it was sent */
  touched: boolean
}

/** Those among `ids` that were begun in the edition. */
export async function listDrafts({ db }: Reading, edition: Pick<Edition, 'id'>, ids: string[]): Promise<DraftLine[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('draft').leftJoin('nomination', 'nomination.draft_id', 'draft.id')
    .leftJoin('nomination_version as told', (on) => on.onRef('told.nomination_id', '=', 'nomination.id').onRef('told.version', '=', 'nomination.version'))
    .select(['draft.id', 'draft.answers', 'draft.updated_at as writtenAt', 'nomination.state', 'told.created_at as sentAt'])
    .where('draft.id', 'in', ids).where('draft.edition_id', '=', edition.id)
    .execute()
  return rows.map(({ id, answers, state, writtenAt, sentAt }) => ({
    id, answers: answersSchema.parse(JSON.parse(answers)), sent: state ?? undefined, touched: sentAt !== null && writtenAt >= sentAt,
  }))
}

export async function getAsked(ctx: Reading, edition: Edition): Promise<Asked> {
  return { ...(await getProgramme(ctx, edition)), relationships: relationshipsOf(edition), attachments: edition.settings.attachments }
}

export async function findNominationOfDraft({ db }: Reading, draftId: string): Promise<NominationRow | undefined> {
  const [row] = await nominationByDraft(db, draftId)
  return row
}

export function findNomination({ db }: Reading, id: string): Promise<NominationRow | undefined> {
  return db.selectFrom('nomination').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Whether the result of a category it names is sealed. */
export async function isSealedOver({ db }: Reading, { id }: Pick<NominationRow, 'id'>): Promise<boolean> {
  const sealed = await db
    .selectFrom('nomination_category as nc').innerJoin('category as c', 'c.id', 'nc.category_id').select('c.id')
    .where('nc.nomination_id', '=', id).where('c.state', 'in', ['sealed', 'revealed'])
    .executeTakeFirst()
  return sealed !== undefined
}

/** What one version of a nomination says; by default the one in force. */
export async function getSentAnswers({ db }: Reading, nomination: Pick<NominationRow, 'id' | 'version'>): Promise<Answers> {
  const told = await db
    .selectFrom('nomination_version').select('told')
    .where('nomination_id', '=', nomination.id).where('version', '=', nomination.version)
    .executeTakeFirstOrThrow()
  const passages = await db
    .selectFrom('answer').select(['question_id', 'text'])
    .where('nomination_id', '=', nomination.id).where('version', '=', nomination.version)
    .execute()
  return answersSchema.parse({ ...JSON.parse(told.told), story: Object.fromEntries(passages.map((p) => [p.question_id, p.text])) })
}

export async function listVersions({ db }: Reading, nominationId: string): Promise<{ version: number; at: string }[]> {
  return db
    .selectFrom('nomination_version').select(['version', 'created_at as at'])
    .where('nomination_id', '=', nominationId).orderBy('version')
    .execute()
}

/** A nomination of this edition, whoever asks: the caller's guard has seen to that. */
export function findNominationIn({ db }: Reading, edition: Pick<Edition, 'id'>, id: string): Promise<NominationRow | undefined> {
  return db.selectFrom('nomination').selectAll().where('id', '=', id).where('edition_id', '=', edition.id).executeTakeFirst()
}
