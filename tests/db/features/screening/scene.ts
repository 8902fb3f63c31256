import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { findEntry, type Entry } from '#app/features/screening/screening.queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CategoryRow, Db, NominationRow, QuestionRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeNomination, makeQuestion } from '#tests/factories/index.ts'

/** An edition in screening with one question for all and two categories, and an organiser. */
export interface Screening {
  db: Db
  ctx: Ctx
  edition: Edition
  organiser: Account
  story: QuestionRow
  home: CategoryRow
  team: CategoryRow
}

export async function setScreening(db: Db): Promise<Screening> {
  const edition = await makeEdition(db, { stage: 'screening' })
  const story = await makeQuestion(db, edition, { key: 'story' })
  const home = await makeCategory(db, edition, { slug: 'home', name: 'Home Care' })
  const team = await makeCategory(db, edition, { slug: 'team', name: 'Care Team' })
  const organiser = await makeAccount(db, { role: 'organiser', edition })
  return { db, edition, story, home, team, organiser, ctx: makeCtx(db, { actor: organiser }) }
}

/** The question that a category asks by itself. */
export function questionOf({ db }: Pick<Screening, 'db'>, category: Pick<CategoryRow, 'id'>): Promise<QuestionRow> {
  return db.selectFrom('question').selectAll().where('category_id', '=', category.id).executeTakeFirstOrThrow()
}

type Own = Parameters<typeof makeNomination>[3]

/** A nomination for Home Care that says these words; about `of`'s nominee, when that is given. */
export async function nominate({ db, edition, story, home }: Screening, words: string, own: Own = {}, of?: NominationRow): Promise<NominationRow> {
  const nomination = await makeNomination(db, edition, home, own)
  await db.updateTable('answer').set({ text: words }).where('nomination_id', '=', nomination.id).where('question_id', '=', story.id).execute()
  if (!of) return nomination
  await db.deleteFrom('entry').where('nominee_id', '=', nomination.nominee_id).execute()
  await db.updateTable('nomination').set({ nominee_id: of.nominee_id }).where('id', '=', nomination.id).execute()
  await db.updateTable('nominee').set({ merged_into: of.nominee_id }).where('id', '=', nomination.nominee_id).execute()
  return { ...nomination, nominee_id: of.nominee_id }
}

/** A nomination is for a second category, too. */
export async function alsoFor({ db, edition }: Screening, { id, nominee_id, version }: NominationRow, category: CategoryRow): Promise<void> {
  await db.insertInto('nomination_category').values({ nomination_id: id, category_id: category.id }).execute()
  const question = await questionOf({ db }, category)
  await db.insertInto('answer').values({ nomination_id: id, version, question_id: question.id, text: `Answer to ${question.label}` }).execute()
  const entry = { id: `e${id}`.slice(0, 20), edition_id: edition.id, nominee_id, category_id: category.id, state: 'live' as const, created_at: edition.now }
  await db.insertInto('entry').values(entry).execute()
}

export async function entryOf({ db, edition }: Screening, { nominee_id }: Pick<NominationRow, 'nominee_id'>, category: CategoryRow): Promise<Entry> {
  const { id } = await db.selectFrom('entry').select('id').where('nominee_id', '=', nominee_id).where('category_id', '=', category.id).executeTakeFirstOrThrow()
  const entry = await findEntry({ db }, edition, id)
  if (!entry) throw new Error('no such entry')
  return entry
}

/** The verbs of the audit trail, in order. */
export async function verbs({ db }: Pick<Screening, 'db'>): Promise<string[]> {
  const rows = await db.selectFrom('audit_event').select('verb').orderBy('seq').execute()
  return rows.map(({ verb }) => verb)
}
