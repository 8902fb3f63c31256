import { visitor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { valueOf, type Result } from '#app/domain/result.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import type { Answers, Asked } from '#app/features/nominations/journey.ts'
import { findDraft, findNomination, getAsked, type Draft } from '#app/features/nominations/queries.server.ts'
import { sendDraft, type Sent } from '#app/features/nominations/sending.commands.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CategoryRow, Db, NominationRow } from '#db/schema.ts'
import { makeCategory, makeCtx, makeDraft, makeEdition, makeQuestion } from '#tests/factories/index.ts'
import { readTables } from '#tests/setup/tables.ts'

/** An edition that takes nominations, with one question for all and two awards, and somebody who is not signed in. */
export interface Scene {
  db: Db
  ctx: Ctx
  edition: Edition
  asked: Asked
  /** with a question each */
  home: CategoryRow
  team: CategoryRow
}

export async function setScene(db: Db, own: Parameters<typeof makeEdition>[1] = {}): Promise<Scene> {
  const edition = await makeEdition(db, own)
  await makeQuestion(db, edition, { key: 'sentence' })
  const [home, team] = [await makeCategory(db, edition, { slug: 'home', name: 'Home Care' }), await makeCategory(db, edition, { slug: 'team', name: 'Care Team' })]
  const ctx = makeCtx(db, { actor: visitor })
  return { db, ctx, edition, home, team, asked: await getAsked(ctx, edition) }
}

/** The same at another moment, by the machine's clock, and the edition as it is then. */
export async function at(scene: Scene, now: string): Promise<Scene> {
  const ctx = { ...scene.ctx, now }
  return { ...scene, ctx, edition: await getEditionById(ctx, scene.edition.id) }
}

/** A draft in which everything is answered, for both awards too. */
export async function writeDraft({ db, edition, home, team, asked }: Scene, own: Partial<Answers> = {}): Promise<Draft> {
  const questions = [...asked.story, ...asked.categories.flatMap((category) => category.questions)]
  const story = Object.fromEntries(questions.map((one) => [one.id, `My words on ${one.label}`]))
  const { id } = await makeDraft(db, edition, home, { story, categories: [home.id, team.id], ...own })
  return getDraft({ db }, id)
}

export async function getDraft({ db }: Pick<Scene, 'db'>, id: string): Promise<Draft> {
  const draft = await findDraft({ db }, id)
  if (!draft) throw new Error(`no draft ${id}`)
  return draft
}

/** What the draft says now is sent. */
export async function send({ ctx, edition, asked }: Scene, { id }: Pick<Draft, 'id'>): Promise<Result<Sent>> {
  return sendDraft(ctx, edition, asked, await getDraft(ctx, id))
}

export interface Received {
  draft: Draft
  nomination: NominationRow
}

/** A nomination that has been sent. */
export async function receive(scene: Scene, own: Partial<Answers> = {}): Promise<Received> {
  const draft = await writeDraft(scene, own)
  const { nominationId } = valueOf(await send(scene, draft))
  return { draft, nomination: await getNomination(scene, nominationId) }
}

export async function getNomination({ db }: Pick<Scene, 'db'>, id: string): Promise<NominationRow> {
  const nomination = await findNomination({ db }, id)
  if (!nomination) throw new Error(`no nomination ${id}`)
  return nomination
}

/** Other answers in the draft than it had. */
export async function rewrite({ db }: Pick<Scene, 'db'>, { id }: Pick<Draft, 'id'>, own: Partial<Answers>): Promise<void> {
  const { answers } = await getDraft({ db }, id)
  await db.updateTable('draft').set({ answers: JSON.stringify({ ...answers, ...own }) }).where('id', '=', id).execute()
}

/** Of a nominee, by the order of the awards. */
export function listEntries({ db }: Pick<Scene, 'db'>, nomineeId: string) {
  return db
    .selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id')
    .select(['category.slug', 'entry.state', 'entry.dossier_version as version'])
    .where('nominee_id', '=', nomineeId).orderBy('category.position').execute()
}

type Rows = Record<string, Record<string, unknown>[]>
/** The rows by table that are there after `work` and were not before; it fails when any that was there is gone or changed. */
export async function addedBy(db: Db, work: () => Promise<unknown>): Promise<Rows> {
  const before = await readTables(db)
  await work()
  const after = await readTables(db)
  const gone = Object.entries(before).flatMap(([table, rows]) => rows.filter((row) => !after[table]?.includes(row)).map((row) => `${table}: ${row}`))
  if (gone.length) throw new Error(`gone or changed:\n${gone.join('\n')}`)
  const added = Object.entries(after).map(([table, rows]): [string, Rows[string]] => [
    table, rows.filter((row) => !before[table]?.includes(row)).map((row) => JSON.parse(row) as Record<string, unknown>),
  ])
  return Object.fromEntries(added.filter(([, rows]) => rows.length))
}
