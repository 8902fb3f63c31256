import type { Edition } from '#app/domain/edition.ts'
import { record } from '#app/features/audit/record.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow, Db, EntryRow, ScorecardRow } from '#db/schema.ts'
import { makeCategory, makeCtx, makeEdition, makeEntry, makeJudge, makeScorecard } from '#tests/factories/index.ts'

type Judge = Awaited<ReturnType<typeof makeJudge>>

/** A category that is judged, with a judge who has been given its entries. */
export interface DeskScene {
  edition: Edition
  category: CategoryRow
  /** ids of its criteria, worth 60 and 40, from 0 to 5 */
  criteria: [string, string]
  judge: Judge
  entries: EntryRow[]
  cards: ScorecardRow[]
}

/** As many entries as there are names. */
export async function makeDeskScene(db: Db, names = ['Asha Pillai', 'Ben Okafor']): Promise<DeskScene> {
  const edition = await makeEdition(db, { stage: 'judging' })
  const { category, criteria } = await makeJudgedCategory(db, edition)
  const judge = await makeJudge(db, edition, { panels: [category] })
  const entries: EntryRow[] = []
  const cards: ScorecardRow[] = []
  for (const name of names) {
    const entry = await makeFinalist(db, edition, category, name)
    entries.push(entry)
    cards.push(await makeScorecard(db, judge, entry))
  }
  return { edition, category, criteria, judge, entries, cards }
}

async function makeJudgedCategory(db: Db, edition: Edition): Promise<Pick<DeskScene, 'category' | 'criteria'>> {
  const category = await makeCategory(db, edition, { state: 'judging' })
  const [first] = await db.updateTable('criterion').set({ weight: 60 }).where('category_id', '=', category.id).returningAll().execute()
  if (!first) throw new Error('a category has a criterion')
  const second = { ...first, id: newId(), position: 2, name: 'Skill', weight: 40 }
  await db.insertInto('criterion').values(second).execute()
  return { category, criteria: [first.id, second.id] }
}

/** On the shortlist of a category, by a nomination that is in the audit trail and gave no address. */
export async function makeFinalist(db: Db, edition: Edition, category: CategoryRow, name: string): Promise<EntryRow> {
  const entry = await makeEntry(db, edition, category, { shortlist: 'in', nomination: { nominator_email: '', nominee: { name } } })
  const { id } = await db.selectFrom('nomination').select('id').where('nominee_id', '=', entry.nominee_id).executeTakeFirstOrThrow()
  await inTransaction(makeCtx(db), (trx) => record(trx, { verb: 'nomination.sent', edition, objectId: id }))
  return entry
}
