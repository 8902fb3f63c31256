import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { applyAssignment } from '#app/features/judging/assignment.commands.server.ts'
import { propose } from '#app/features/judging/assignment.queries.server.ts'
import { listYearTasks } from '#app/features/judging/year-tasks.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow } from '#db/schema.ts'
import type { EditionStage, Role } from '#db/vocabulary.ts'
import { makeAccount, makeCategory, makeCtx, makeDraft, makeEdition, makeEntry, makeJudge, makeNomination, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let edition: Edition
let home: CategoryRow
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db)
  home = await makeCategory(fresh.db, edition, { slug: 'home', name: 'Home Care' })
})
afterEach(() => fresh.close())

/** Each task's title, with how much is left. */
async function tasksOf(role: Role): Promise<[string, number | null][]> {
  const ctx = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { role, edition }) })
  return (await listYearTasks(ctx, await getEditionById(ctx, edition.id))).map(({ title, left }) => [title, left])
}
const setStage = (stage: EditionStage) => fresh.db.updateTable('edition').set({ stage, closes_at: '2026-11-20T17:00:00.000Z' }).where('id', '=', edition.id).execute()

/** What somebody rang about, begun or sent with a letter to post. */
async function enter(receipt: 'letter' | null = null): Promise<string> {
  const draft = await makeDraft(fresh.db, edition, home)
  await fresh.db.insertInto('assisted').values({ draft_id: draft.id, account_id: null, channel: 'phone', notice_read_at: testNow, receipt, receipt_given_at: null, created_at: testNow }).execute()
  return draft.id
}

describe('while nominating', () => {
  test('nothing waits before anything has come in', async () => {
    expect(await tasksOf('organiser')).toEqual([])
  })

  test('what waits for somebody is listed with how much there is', async () => {
    await enter()
    await makeNomination(fresh.db, edition, home, { draft_id: await enter('letter'), received_at: '2026-10-20T09:00:00.000Z', suspicions: '["many"]', nominee: { name: 'Liz Tregellan' } })
    await makeNomination(fresh.db, edition, home, { received_at: '2026-10-20T09:00:00.000Z', nominee: { name: 'Elizabeth Tregellan' } })
    const file = { edition_id: edition.id, account_id: null, file_name: 'a.csv', headers: '[]', columns: '{}', created_at: testNow }
    for (const state of ['checked', 'done'] as const) await fresh.db.insertInto('nomination_import').values({ ...file, id: newId(), state }).execute()
    expect(await tasksOf('organiser')).toEqual([
      ['Look at nominations that stand out', 1],
      ['Finish what was begun by phone or on paper', 1],
      ['Give receipts by letter or telephone', 1],
      ['Take in files of nominations', 1],
      ['Merge nominations of the same nominee', 1],
      ['Screen the entries', 2],
      ['Tell the nominees', 1],
      ['See to notices that are late', 1],
    ])
    expect(await tasksOf('assistant')).toEqual([['Finish what was begun by phone or on paper', 1], ['Give receipts by letter or telephone', 1]])
  })
})

describe('while screening', () => {
  const panelsToGo = async () => (await tasksOf('organiser')).find(([title]) => title.startsWith('Seat the panels'))?.[1]

  test('assistants are shown what is theirs, which may be nothing', async () => {
    await setStage('screening')
    expect(await tasksOf('assistant')).toEqual([])
    await makeNomination(fresh.db, edition, home, { draft_id: await enter('letter') })
    await enter()
    expect(await tasksOf('assistant')).toEqual([['Give receipts by letter or telephone', 1]])
  })

  test('panels are done when each has its judges and its entries, and not before there is anything to give', async () => {
    await setStage('screening')
    expect(await panelsToGo()).toBe(1)
    await makeEntry(fresh.db, edition, home, { shortlist: 'in' })
    for (const name of ['Ann', 'Bob', 'Cem']) await makeJudge(fresh.db, edition, { name, panels: [home] })
    expect(await panelsToGo()).toBe(1)
    await fresh.db.updateTable('category').set({ state: 'shortlisted' }).execute()
    expect(await panelsToGo()).toBe(1)
    const ctx = makeCtx(fresh.db)
    const { hash } = await propose(ctx, edition, home, 3)
    expect((await applyAssignment(ctx, edition, home.slug, { wanted: 3, hash })).ok).toBe(true)
    expect(await panelsToGo()).toBe(0)
  })
})
