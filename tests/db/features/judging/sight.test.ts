import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entriesInSight } from '#app/features/judging/sight.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow, Db, EntryRow } from '#db/schema.ts'
import { makeCategory, makeEdition, makeEntry, makeJudge, makeNomination, makeScorecard, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let db: Db
beforeEach(async () => {
  fresh = await freshDatabase()
  db = fresh.db
})
afterEach(() => fresh.close())

/** A judge with one entry in sight, and with others that are none of this judge's business. */
async function scene() {
  const edition = await makeEdition(db, { stage: 'judging' })
  const category = await makeCategory(db, edition, { state: 'judging' })
  const judge = await makeJudge(db, edition, { panels: [category], employer: 'Elsewhere Care' })
  const other = await makeJudge(db, edition, { panels: [category] })
  const entry = await makeEntry(db, edition, category, { shortlist: 'in' })
  const notGiven = await makeEntry(db, edition, category, { shortlist: 'in' })
  const scorecard = await makeScorecard(db, judge, entry)
  await makeScorecard(db, other, entry)
  await makeScorecard(db, other, notGiven)
  return { edition, category, judge, entry, scorecard }
}
type Scene = Awaited<ReturnType<typeof scene>>

async function seenBy(judge: { id: string }): Promise<string[]> {
  const rows = await entriesInSight(db, judge.id).select('entry.id').execute()
  return rows.map(({ id }) => id)
}

test('a judge sees the entries given to them, and no other', async () => {
  const { judge, entry } = await scene()
  expect(await seenBy(judge)).toEqual([entry.id])
})

const set = {
  judge: (values: object) => ({ judge }: Scene) => db.updateTable('judge').set(values).where('id', '=', judge.id).execute(),
  entry: (values: object) => ({ entry }: Scene) => db.updateTable('entry').set(values).where('id', '=', entry.id).execute(),
  category: (values: Partial<CategoryRow>) => ({ category }: Scene) => db.updateTable('category').set(values).where('id', '=', category.id).execute(),
  nomination: (values: object) => ({ entry }: Scene) => db.updateTable('nomination').set(values).where('nominee_id', '=', entry.nominee_id).execute(),
  nominee: (values: object) => ({ entry }: Scene) => db.updateTable('nominee').set(values).where('id', '=', entry.nominee_id).execute(),
}

/** Somebody found to be the entry's nominee, with what was known of them. */
async function mergeInto(entry: EntryRow, known: { employer_key?: string; reach?: string }): Promise<unknown> {
  const category = await db.selectFrom('category').selectAll().where('id', '=', entry.category_id).executeTakeFirstOrThrow()
  const { nominee_id } = await makeNomination(db, { id: entry.edition_id }, category)
  return db.updateTable('nominee').set({ merged_into: entry.nominee_id, ...known }).where('id', '=', nominee_id).execute()
}

const recuse = ({ judge, entry }: Scene, lifted_at: string | null = null) =>
  db.insertInto('recusal').values({ id: newId(), judge_id: judge.id, entry_id: entry.id, source: 'declared', reason: '', created_at: testNow, lifted_at }).execute()

const hidden: [string, (scene: Scene) => Promise<unknown>][] = [
  ['the judge has not answered', set.judge({ state: 'invited' })],
  ['the judge declined', set.judge({ state: 'declined' })],
  ['the judge left', set.judge({ state: 'left' })],
  ['the judge is void', set.judge({ state: 'void' })],
  ['nothing is signed', set.judge({ signed_terms: '' })],
  ['older terms are signed', set.judge({ signed_terms: '0' })],
  ['ties are not declared', set.judge({ declared_at: null })],
  ['it was given to somebody else since', ({ scorecard }) => db.updateTable('scorecard').set({ assigned: 0 }).where('id', '=', scorecard.id).execute()],
  ['its nominations are withdrawn', set.entry({ state: 'withdrawn' })],
  ['it stood down', set.entry({ standing: 'stood-down' })],
  ['it is void', set.entry({ standing: 'void' })],
  ['it is off the shortlist', set.entry({ shortlist: 'out' })],
  ['nobody has decided on it', set.entry({ shortlist: 'undecided' })],
  ...(['open', 'shortlisted', 'moderating', 'settled', 'sealed', 'revealed', 'no-award'] as const).map(
    (state): [string, (scene: Scene) => Promise<unknown>] => [`the category is ${state}`, set.category({ state })]),
  ['the judge stepped aside', (scene) => recuse(scene)],
  ['the judge has a tie to the nominee’s employer', set.nominee({ employer_key: 'elsewhere' })],
  ['the judge has a tie to an employer known of somebody merged into the nominee', ({ entry }) => mergeInto(entry, { employer_key: 'elsewhere' })],
  ['the judge nominated it', async (scene) => set.nomination({ nominator_email: scene.judge.account.email.toUpperCase() })(scene)],
  ['the judge nominated it and took that back', async (scene) => set.nomination({ nominator_email: scene.judge.account.email, state: 'withdrawn', withdrawn_at: testNow })(scene)],
  ['the judge is the nominee', async (scene) => set.nominee({ reach: scene.judge.account.email })(scene)],
  ['the judge is somebody merged into the nominee', async ({ judge, entry }) => mergeInto(entry, { reach: judge.account.email })],
]

describe('nothing is in sight when', () => {
  test.each(hidden)('%s', async (_, change) => {
    const here = await scene()
    await change(here)
    expect(await seenBy(here.judge)).toEqual([])
  })
})

const shown: [string, (scene: Scene) => Promise<unknown>][] = [
  ['a recusal was lifted', (scene) => recuse(scene, testNow)],
  ['neither says for whom they work', async (scene) => {
    await db.updateTable('judge_tie').set({ employer_key: '' }).execute()
    await set.nominee({ employer_key: '' })(scene)
  }],
  ['somebody else nominated it who gave no address', set.nomination({ nominator_email: '' })],
]

describe('it stays in sight when', () => {
  test.each(shown)('%s', async (_, change) => {
    const here = await scene()
    await change(here)
    expect(await seenBy(here.judge)).toEqual([here.entry.id])
  })
})
