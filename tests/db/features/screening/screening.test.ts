import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitor } from '#app/domain/actor.ts'
import { valueOf } from '#app/domain/result.ts'
import { later } from '#app/domain/time.ts'
import { readDossier } from '#app/features/screening/dossier.server.ts'
import { decideEligibility, moveCategory, standAgain, standDown } from '#app/features/screening/screening.commands.server.ts'
import { countEntries, listEntries, readEntryFilters } from '#app/features/screening/screening.queries.server.ts'
import { rowsOnAPage, type Cursor } from '#app/platform/paging.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow, NominationRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeEdition, testNow } from '#tests/factories/index.ts'
import { alsoFor, entryOf, nominate, questionOf, setScreening, verbs, type Screening } from '#tests/db/features/screening/scene.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Screening
let nomination: NominationRow
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScreening(fresh.db)
  nomination = await nominate(scene, 'She stayed all night.')
})
afterEach(() => fresh.close())

const entry = (category = scene.home, of = nomination) => entryOf(scene, of, category)
const eligible = { decision: 'eligible', reason: '' } as const
async function decide(decision: 'eligible' | 'ineligible' = 'eligible', reason = '', category = scene.home) {
  const { id, dossier_version } = await entry(category)
  return decideEligibility(scene.ctx, scene.edition, { entryId: id, dossierVersion: dossier_version }, { decision, reason })
}
async function move(to: CategoryRow, from = scene.home, ctx = scene.ctx) {
  const { id, dossier_version } = await entry(from)
  return moveCategory(ctx, scene.edition, { entryId: id, dossierVersion: dossier_version }, to.slug)
}
const nominationNow = (id = nomination.id) => scene.db.selectFrom('nomination').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const categoriesOf = (id = nomination.id) => scene.db.selectFrom('nomination_category').select(['category_id', 'moved_from']).where('nomination_id', '=', id).execute()
/** A new version in force, as its nominator's changes make it. */
async function edit(id = nomination.id) {
  await scene.db.insertInto('nomination_version').values({ nomination_id: id, version: 2, told: '{}', created_at: testNow }).execute()
  await scene.db.insertInto('answer').values({ nomination_id: id, version: 2, question_id: scene.story.id, text: 'Other words.' }).execute()
  await scene.db.updateTable('nomination').set({ version: 2 }).where('id', '=', id).execute()
}

describe('deciding', () => {
  test('eligible opens what was read to judges, and is in the trail', async () => {
    expect(await readDossier(scene, await entry())).toEqual([])
    valueOf(await decide())
    expect(await entry()).toMatchObject({ screening: 'eligible', screening_reason: '', dossier_version: 2, waits: false })
    expect((await readDossier(scene, await entry())).length).toBe(2)
    expect(await verbs(scene)).toEqual(['entry.screened'])
  })

  test('not eligible keeps its reason and opens nothing', async () => {
    valueOf(await decide('ineligible', 'They do not work in the city.'))
    expect(await entry()).toMatchObject({ screening: 'ineligible', screening_reason: 'They do not work in the city.', dossier_version: 1 })
    expect((await nominationNow()).screened_version).toBe(0)
    const { facts } = await scene.db.selectFrom('audit_event').select('facts').executeTakeFirstOrThrow()
    expect(facts).not.toContain('city')
  })

  test('not eligible needs a reason', async () => expect(await decide('ineligible')).toMatchObject({ code: 'reason-needed' }))

  test('on a dossier that has changed since it was read, decides nothing', async () => {
    const { id, dossier_version } = await entry()
    await scene.db.updateTable('entry').set({ dossier_version: dossier_version + 1 }).execute()
    expect(await decideEligibility(scene.ctx, scene.edition, { entryId: id, dossierVersion: dossier_version }, eligible)).toMatchObject({ code: 'changed-meanwhile' })
    expect([(await entry()).screening, (await nominationNow()).screened_version, await verbs(scene)]).toEqual(['to-screen', 0, []])
  })

  test('pressed twice at once, it is decided once', async () => {
    const { id, dossier_version: dossierVersion } = await entry()
    const both = await Promise.all([1, 2].map(() => decideEligibility(scene.ctx, scene.edition, { entryId: id, dossierVersion }, eligible)))
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(await verbs(scene)).toEqual(['entry.screened'])
  })

  test('words that come later wait, and reading them raises every dossier that shows them', async () => {
    await alsoFor(scene, nomination, scene.team)
    valueOf(await decide())
    valueOf(await decide('eligible', '', scene.team))
    const before = [(await entry()).dossier_version, (await entry(scene.team)).dossier_version]
    await edit()
    expect([(await entry()).waits, (await entry(scene.team)).waits]).toEqual([true, true])
    valueOf(await decide())
    expect([(await entry()).dossier_version, (await entry(scene.team)).dossier_version]).toEqual(before.map((version) => version + 1))
    expect([(await entry()).waits, (await entry(scene.team)).waits]).toEqual([false, false])
  })

  test('deciding again on what was read raises nothing', async () => {
    valueOf(await decide())
    const { dossier_version } = await entry()
    valueOf(await decide())
    expect((await entry()).dossier_version).toBe(dossier_version)
  })

  test('once the result is sealed it is past', async () => {
    await scene.db.updateTable('category').set({ state: 'sealed' }).execute()
    await scene.db.updateTable('edition').set({ version: 90 }).execute()
    scene.edition = { ...scene.edition, version: 90 }
    expect(await decide()).toMatchObject({ code: 'result-sealed' })
  })

  test('is for organisers of the edition', async () => {
    const other = await makeEdition(scene.db, { slug: '2026', current: 0 })
    const { id } = await entry()
    const seen = { entryId: id, dossierVersion: 1 }
    for (const actor of [visitor, await makeAccount(scene.db, { role: 'assistant', edition: scene.edition }), await makeAccount(scene.db, { role: 'organiser', edition: other })])
      expect(await decideEligibility({ ...scene.ctx, actor }, scene.edition, seen, eligible)).toMatchObject({ ok: false, code: 'not-yours' })
    expect(await decideEligibility(scene.ctx, other, seen, eligible)).toMatchObject({ code: 'not-found' })
  })
})

describe('moving', () => {
  test('takes the nominations along, keeps the category that was chosen, and is screened there', async () => {
    valueOf(await decide())
    valueOf(await move(scene.team))
    expect(await categoriesOf()).toEqual([{ category_id: scene.team.id, moved_from: scene.home.id }])
    expect(await entry()).toMatchObject({ state: 'withdrawn' })
    expect(await entry(scene.team)).toMatchObject({ state: 'live', screening: 'to-screen', standing: 'standing' })
    const own = await questionOf(scene, scene.home)
    expect((await readDossier(scene, await entry(scene.team))).map(({ questionId }) => questionId)).toEqual([scene.story.id, own.id])
    expect(await verbs(scene)).toEqual(['entry.screened', 'entry.moved'])
  })

  test('and back, it is as if it had never been moved', async () => {
    valueOf(await move(scene.team))
    valueOf(await move(scene.home, scene.team))
    expect(await categoriesOf()).toEqual([{ category_id: scene.home.id, moved_from: null }])
    expect([(await entry()).state, (await entry(scene.team)).state]).toEqual(['live', 'withdrawn'])
  })

  test('on to a third, the first choice is still known', async () => {
    const third = await makeCategory(scene.db, scene.edition, { slug: 'third', name: 'Third' })
    scene.edition = { ...scene.edition, version: 91 }
    valueOf(await move(scene.team))
    valueOf(await move(third, scene.team))
    expect(await categoriesOf()).toEqual([{ category_id: third.id, moved_from: scene.home.id }])
  })

  test('joins the entry that another of their nominations has there', async () => {
    const other = await nominate(scene, 'More words.', {}, nomination)
    await scene.db.updateTable('nomination_category').set({ category_id: scene.team.id }).where('nomination_id', '=', other.id).execute()
    await scene.db.insertInto('entry').values({ id: newId(), edition_id: scene.edition.id, nominee_id: nomination.nominee_id, category_id: scene.team.id, state: 'live', created_at: testNow }).execute()
    valueOf(await move(scene.team))
    const entries = await scene.db.selectFrom('entry').select(['category_id', 'state']).where('nominee_id', '=', nomination.nominee_id).orderBy('state').execute()
    expect(entries).toEqual([{ category_id: scene.team.id, state: 'live' }, { category_id: scene.home.id, state: 'withdrawn' }])
  })

  test('is refused where one nomination is for both already, and changes nothing', async () => {
    await alsoFor(scene, nomination, scene.team)
    expect(await move(scene.team)).toMatchObject({ code: 'in-category-already' })
    expect((await categoriesOf()).length).toBe(2)
  })

  test('is refused to a category for others, or when a shortlist is finished', async () => {
    await scene.db.updateTable('category').set({ kinds: '["team"]' }).where('id', '=', scene.team.id).execute()
    scene.edition = { ...scene.edition, version: 92 }
    expect(await move(scene.team)).toMatchObject({ code: 'wrong-kind' })
    await scene.db.updateTable('category').set({ state: 'shortlisted', kinds: '["person"]' }).where('id', '=', scene.team.id).execute()
    scene.edition = { ...scene.edition, version: 93 }
    expect(await move(scene.team)).toMatchObject({ code: 'shortlist-past', facts: { category: 'Care Team' } })
  })

  test('of a dossier that has changed is refused; by an assistant too', async () => {
    const { id } = await entry()
    expect(await moveCategory(scene.ctx, scene.edition, { entryId: id, dossierVersion: 7 }, 'team')).toMatchObject({ code: 'changed-meanwhile' })
    expect(await move(scene.team, scene.home, { ...scene.ctx, actor: await makeAccount(scene.db, { role: 'assistant', edition: scene.edition }) })).toMatchObject({ code: 'not-yours' })
  })

  test('who declined stands down where they are moved to', async () => {
    await scene.db.updateTable('nominee').set({ answer: 'declined', answered_at: testNow }).execute()
    valueOf(await move(scene.team))
    expect(await entry(scene.team)).toMatchObject({ standing: 'stood-down', standing_reason: 'The nominee declined.' })
  })
})

describe('standing down', () => {
  test('with a reason, and back with one', async () => {
    const { id } = await entry()
    expect(await standDown(scene.ctx, scene.edition, id, '')).toMatchObject({ code: 'reason-needed' })
    valueOf(await standDown(scene.ctx, scene.edition, id, 'They moved away.'))
    expect(await entry()).toMatchObject({ standing: 'stood-down', standing_reason: 'They moved away.' })
    expect(await standDown(scene.ctx, scene.edition, id, 'Again.')).toMatchObject({ code: 'changed-meanwhile' })
    expect(await standAgain(scene.ctx, scene.edition, id, '')).toMatchObject({ code: 'reason-needed' })
    valueOf(await standAgain(scene.ctx, scene.edition, id, 'They came back.'))
    expect(await entry()).toMatchObject({ standing: 'standing', standing_reason: 'They came back.' })
    expect(await verbs(scene)).toEqual(['entry.stood-down', 'entry.stands-again'])
  })
})

describe('the list', () => {
  const list = (query = '', cursor?: Cursor, of = scene.edition) => listEntries(fresh, of, readEntryFilters(new URLSearchParams(query)), cursor)
  async function find(query: string) {
    const { rows } = await list(query)
    expect(await countEntries(fresh, scene.edition, readEntryFilters(new URLSearchParams(query)))).toBe(rows.length)
    return rows.map(({ nominee }) => nominee).sort()
  }

  test('a row says who, for what, by how many, and how it stands', async () => {
    await nominate(scene, 'More.', {}, nomination)
    await nominate(scene, 'Gone.', { state: 'withdrawn', withdrawn_at: testNow }, nomination)
    const { id } = await entry()
    expect((await list()).rows).toEqual([{
      id, nominee: 'Sam Carer', kind: 'person', employer: 'Harbour Home Care', category: 'Home Care', nominations: 2, state: 'live', standing: 'standing',
      screening: 'to-screen', waits: true, mergedInto: null, mergedEntry: null,
    }])
  })

  test.each([
    ['', ['Ann', 'Bob', 'Cay', 'Dee', 'Sam Carer']], ['show=to-screen', ['Dee', 'Sam Carer']], ['show=eligible', ['Ann', 'Dee']], ['show=ineligible', ['Bob']],
    ['show=stood-down', ['Cay']], ['show=withdrawn', ['Eve']], ['show=merged', ['Fay']], ['category=home', ['Ann', 'Bob', 'Cay', 'Dee', 'Sam Carer']], ['category=team', []],
    ['words=aNN', ['Ann']], ['words=harbour&show=eligible', ['Ann', 'Dee']], ['show=none', ['Ann', 'Bob', 'Cay', 'Dee', 'Sam Carer']],
  ])('%s: %j', async (query, names) => {
    const made = async (name: string, own: Parameters<typeof nominate>[2], set: object) => {
      const { nominee_id } = await nominate(scene, 'Words.', { nominee: { name }, ...own })
      await scene.db.updateTable('entry').set({ dossier_version: 1, ...set }).where('nominee_id', '=', nominee_id).execute()
    }
    await made('Ann', { screened_version: 1 }, { screening: 'eligible' })
    await made('Bob', {}, { screening: 'ineligible', screening_reason: 'No.' })
    await made('Cay', {}, { standing: 'stood-down', standing_reason: 'No.' })
    await made('Dee', { screened_version: 0 }, { screening: 'eligible' })
    await made('Eve', { state: 'withdrawn', withdrawn_at: testNow }, {})
    await made('Fay', {}, { state: 'withdrawn' })
    await scene.db.updateTable('nominee').set({ merged_into: nomination.nominee_id }).where('name', '=', 'Fay').execute()
    await scene.db.updateTable('nomination').set({ nominee_id: nomination.nominee_id }).where('nominee_id', 'in', scene.db.selectFrom('nominee').select('id').where('name', '=', 'Fay')).execute()
    expect(await find(query)).toEqual(names)
    for (const { mergedInto, mergedEntry } of (await list(query)).rows) expect([mergedInto, mergedEntry === null]).toEqual(query === 'show=merged' ? ['Sam Carer', false] : [null, true])
  })

  test('another edition’s entries are not in it', async () => {
    const other = await makeEdition(scene.db, { slug: '2026', current: 0 })
    expect((await list('', undefined, other)).rows).toEqual([])
  })

  test('pages: newest first, each once, and back', async () => {
    for (let count = 1; count < 55; count += 1) await nominate(scene, 'Words.', { nominee: { name: `N${count}` } })
    await scene.db.updateTable('entry').set({ created_at: testNow }).execute()
    const first = await list()
    const second = await list('', { towards: 'older', key: first.older ?? '' })
    const third = await list('', { towards: 'older', key: second.older ?? '' })
    const ids = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))
    expect([ids.length, new Set(ids).size, third.older, first.newer]).toEqual([55, 55, undefined, undefined])
    const back = await list('', { towards: 'newer', key: second.newer ?? '' })
    expect(back.rows.map(({ id }) => id)).toEqual(ids.slice(0, rowsOnAPage))
    await scene.db.updateTable('entry').set({ created_at: later(testNow, 1) }).where('id', '=', ids.at(-1) ?? '').execute()
    expect((await list()).rows[0]?.id).toBe(ids.at(-1))
  })

  test('three rows ask as much of the database as one', async () => {
    const counted = countQueries(fresh.url)
    const asks = async () => {
      const before = counted.asked()
      const filters = readEntryFilters(new URLSearchParams('words=a&category=home&show=to-screen'))
      await listEntries(counted, scene.edition, filters)
      await countEntries(counted, scene.edition, filters)
      return counted.asked() - before
    }
    const one = await asks()
    await nominate(scene, 'Words.', {})
    await nominate(scene, 'Words.', {})
    expect([one, await asks()]).toEqual([2, 2])
    await counted.close()
  })
})
