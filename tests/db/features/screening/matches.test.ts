import { afterEach, beforeEach, expect, test } from 'vitest'
import { valueOf } from '#app/domain/result.ts'
import { findMatch, listApart, listMatches, listOpenLookAlikes, matchKey, searchNominees } from '#app/features/screening/matches.queries.server.ts'
import { suggestAgain, tellApart } from '#app/features/screening/merging.commands.server.ts'
import { pageLinks, readCursor, rowsOnAPage } from '#app/platform/paging.ts'
import type { NominationRow } from '#db/schema.ts'
import { makeMerge, makeNomination } from '#tests/factories/index.ts'
import { setScreening, verbs, type Screening } from '#tests/db/features/screening/scene.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Screening
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScreening(fresh.db)
})
afterEach(() => fresh.close())

const named = (name: string, own: Parameters<typeof makeNomination>[3] = {}) => makeNomination(scene.db, scene.edition, scene.home, { ...own, nominee: { name, job: 'Carer', employer: 'Merrivane Lodge' } })
async function pairs(): Promise<string[]> {
  const { rows } = await listMatches(scene.ctx, scene.edition, {})
  return rows.map(({ one, other }) => [one.name, other.name].sort().join(' + ')).sort()
}
const mark = (act: typeof tellApart, a: NominationRow, b: NominationRow) => act(scene.ctx, scene.edition, a.nominee_id, b.nominee_id)

test('a pair is shown with both, and with why', async () => {
  const [liz, elizabeth] = [await named('Liz Tregellan'), await named('Elizabeth Tregellan')]
  await named('Kofi Mensah')
  const { rows, count } = await listMatches(scene.ctx, scene.edition, {})
  expect(count).toBe(1)
  expect(rows[0]).toMatchObject({ likelihood: 0.99, reasons: ['same first name: Liz is Elizabeth', 'same surname: Tregellan', 'same employer: Merrivane Lodge', 'same kind of work: care'] })
  expect([rows[0]?.one, rows[0]?.other].find((one) => one?.id === liz.nominee_id)).toEqual({
    id: liz.nominee_id, kind: 'person', name: 'Liz Tregellan', job: 'Carer', employer: 'Merrivane Lodge', nominations: 1, categories: ['Home Care'],
  })
  expect(await findMatch(scene.ctx, scene.edition, elizabeth.nominee_id, liz.nominee_id)).toMatchObject({ likelihood: 0.99 })
})

test('those told apart are not suggested, until that is taken back', async () => {
  const [liz, elizabeth] = [await named('Liz Tregellan'), await named('Elizabeth Tregellan')]
  valueOf(await mark(tellApart, liz, elizabeth))
  valueOf(await mark(tellApart, elizabeth, liz))
  expect([await pairs(), (await listApart(scene.ctx, scene.edition, 5)).length]).toEqual([[], 1])
  valueOf(await mark(suggestAgain, elizabeth, liz))
  expect([await pairs(), await listApart(scene.ctx, scene.edition, 5)]).toEqual([['Elizabeth Tregellan + Liz Tregellan'], []])
  expect(await verbs(scene)).toEqual(['nominee.told-apart', 'nominee.maybe-same'])
})

test('what was told apart stays so when one is merged; a merged nominee is suggested by all their names', async () => {
  const [liz, elizabeth, beth] = [await named('Liz Tregellan'), await named('Elizabeth Tregellan'), await named('Beth Tregellan')]
  valueOf(await mark(tellApart, liz, beth))
  expect(await pairs()).toEqual(['Beth Tregellan + Elizabeth Tregellan', 'Elizabeth Tregellan + Liz Tregellan'])
  await makeMerge(scene.db, beth, elizabeth)
  expect(await pairs()).toEqual([])
  await named('Bethan Tregellan')
  expect(await pairs()).toEqual(['Bethan Tregellan + Elizabeth Tregellan'])
})

test('whose nominations are all withdrawn is not suggested', async () => {
  await named('Liz Tregellan')
  await named('Elizabeth Tregellan', { state: 'withdrawn', withdrawn_at: scene.edition.now })
  expect(await pairs()).toEqual([])
})

test('where nothing is suggested, words find somebody', async () => {
  const [liz, kofi] = [await named('Liz Tregellan'), await named('Kofi Mensah')]
  expect((await searchNominees(scene.ctx, scene.edition, 'mensah', liz.nominee_id)).map(({ id }) => id)).toEqual([kofi.nominee_id])
  expect((await searchNominees(scene.ctx, scene.edition, 'MERRIVANE', liz.nominee_id)).map(({ id }) => id)).toEqual([kofi.nominee_id])
})

test('of some nominees, whom each may be as long as nobody has decided', async () => {
  const [liz, elizabeth, kofi] = [await named('Liz Tregellan'), await named('Elizabeth Tregellan'), await named('Kofi Mensah')]
  const asked = async () => [...(await listOpenLookAlikes(scene.ctx, scene.edition, [liz.nominee_id, kofi.nominee_id]))]
  expect(await asked()).toEqual([[liz.nominee_id, [{ id: elizabeth.nominee_id, name: 'Elizabeth Tregellan' }]]])
  valueOf(await mark(tellApart, liz, elizabeth))
  expect(await asked()).toEqual([])
  valueOf(await mark(suggestAgain, liz, elizabeth))
  await makeMerge(scene.db, elizabeth, liz)
  expect(await asked()).toEqual([])
})

test('one row or three, the list asks as often', async () => {
  await named('Liz Tregellan')
  await named('Elizabeth Tregellan')
  const counted = countQueries(fresh.url)
  const listed = async () => {
    const before = counted.asked()
    const { rows } = await listMatches({ ...scene.ctx, db: counted.db }, scene.edition, {})
    return { rows: rows.length, queries: counted.asked() - before }
  }
  const first = await listed()
  await named('Lizzie Tregellan')
  expect([first, await listed()]).toEqual([{ rows: 1, queries: 4 }, { rows: 3, queries: 4 }])
  await counted.close()
})

test('pages go on and come back', async () => {
  for (let count = 0; count < 9; count += 1) await named('Liz Tregellan') // 36 pairs
  const first = await listMatches(scene.ctx, scene.edition, {})
  const { next = '' } = pageLinks(new URLSearchParams(), first)
  const second = await listMatches(scene.ctx, scene.edition, {}, readCursor(new URLSearchParams(next), matchKey))
  const { prev = '' } = pageLinks(new URLSearchParams(next), second)
  const back = await listMatches(scene.ctx, scene.edition, {}, readCursor(new URLSearchParams(prev), matchKey))
  expect([first.rows.length, second.rows.length, second.older]).toEqual([rowsOnAPage, 11, undefined])
  expect(new Set([...first.rows, ...second.rows].map(({ one, other }) => one.id + other.id)).size).toBe(36)
  expect(back).toEqual(first)
})
