import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCsv } from '#app/domain/csv.ts'
import { draftsEnd } from '#app/domain/draft-clock.ts'
import { reachCsv } from '#app/features/exports/reach.server.ts'
import { deleteUnsent } from '#app/features/nominations/deleting.commands.server.ts'
import { draftOfNomination } from '#app/features/nominations/drafts.commands.server.ts'
import { readReach } from '#app/features/reach/queries.server.ts'
import { at, receive, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { makeNomination, testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { collect } from '#tests/setup/parts.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
})
afterEach(() => fresh.close())

type Own = Parameters<typeof makeNomination>[3]
const make = (own: Own = {}, { edition, home } = scene) => makeNomination(fresh.db, edition, home, own)
const read = (of = scene) => readReach(of.ctx, of.edition)
/** It opened a day earlier in its week, and was in force a year before. */
const lastYear = (own: Parameters<typeof setScene>[1] = {}) => setScene(fresh.db, {
  slug: '2026', current: 0, stage: 'archived', opens_at: '2025-11-02T09:00:00.000Z', closes_at: '2026-01-12T17:00:00.000Z', ceremony_at: '2026-03-23T19:00:00.000Z', ...own,
})
/** Of `2026`: on its day 28, which is the one that `testNow` is of the edition in hand; in its last minute; and in the next. */
const [same, lastMinute, next] = ['2025-11-30T10:00:00.000Z', '2025-11-30T23:59:59.999Z', '2025-12-01T00:00:00.000Z']

describe('beside the edition before', () => {
  test('with none, nothing is compared', async () => {
    await make()
    const { before, days, today, over, channels } = await read()
    expect([before, today, over, days[today], channels[0]]).toEqual([null, 28, false, { day: '2026-12-01', came: { count: 1, total: 1 }, before: null }, { label: 'online', count: 1, before: null }])
  })

  test('the days are counted from each opening, and everything else up to the end of the same day', async () => {
    const last = await lastYear()
    for (const received_at of [same, lastMinute, next]) await make({ received_at, channel: 'paper', nominee: { employer: 'Orrery Nursing Home, PL2' } }, last)
    await make({ received_at: same, nominee: { employer: 'Lowen Nursing Home, PL3' } }, last)
    await make({ channel: 'phone', nominee: { employer: 'Orrery' } })
    const { before, days, today, channels, settings, districts, categories, silentDistricts } = await read()
    expect([before, days[today], days[today + 1]?.before]).toEqual(['2026', { day: '2026-12-01', came: { count: 1, total: 1 }, before: { count: 3, total: 3 } }, { count: 1, total: 4 }])
    expect(channels.map((one) => [one.label, one.count, one.before])).toEqual([['online', 0, 1], ['phone', 1, 0], ['paper', 0, 2], ['import', 0, 0]])
    expect(settings[0]).toEqual({ label: 'care-home', count: 1, before: 3 })
    expect(districts).toEqual([{ label: 'PL2', count: 1, before: 2 }, { label: 'PL3', count: 0, before: 1 }, { label: '', count: 0, before: 0 }])
    expect(categories).toEqual([{ label: 'Care Team', count: 0, before: 0, nominees: 0 }, { label: 'Home Care', count: 1, before: 3, nominees: 1 }])
    expect(silentDistricts).toEqual([{ setting: 'care-home', districts: ['PL3'] }])
  })

  test('is the latest real one that was ever opened, and none after', async () => {
    await lastYear({ slug: '2025', ceremony_at: '2025-03-23T19:00:00.000Z' })
    await lastYear()
    await lastYear({ slug: '2026-rehearsal', rehearsal: 1, ceremony_at: '2026-04-23T19:00:00.000Z' })
    await lastYear({ slug: '2026-autumn', stage: 'preparing', ceremony_at: '2026-10-23T19:00:00.000Z' })
    const later = await lastYear({ slug: '2028', stage: 'nominating', ceremony_at: '2028-03-23T19:00:00.000Z' })
    expect([(await read()).before, (await read(later)).before]).toEqual(['2026', '2027'])
  })
})

test('a nomination that was taken back came, and speaks for nobody', async () => {
  await make({ state: 'withdrawn', withdrawn_at: testNow })
  const { days, today, withdrawn, channels, categories, settings } = await read()
  expect([days[today]?.came?.total, withdrawn, channels[0]?.count, categories.map(({ count }) => count), settings.map(({ count }) => count)])
    .toEqual([1, 1, 1, [0, 0], [0, 0, 0, 0, 0, 0, 0, 0]])
})

test('in a category, several nominations of one nominee are one nominee; the fewest come first', async () => {
  const { nominee_id } = await make()
  await fresh.db.updateTable('nomination').set({ nominee_id }).where('id', '=', (await make()).id).execute()
  await make({}, { ...scene, home: scene.team })
  expect((await read()).categories.map(({ label, count, nominees }) => [label, count, nominees])).toEqual([['Care Team', 1, 1], ['Home Care', 2, 1]])
})

describe('how far the form was filled in', () => {
  const stops = async (of = scene) => {
    const reach = await read(of)
    return [reach.sent, ...reach.stops.flatMap(({ words, stopped }) => (stopped ? [[words, stopped]] : []))]
  }

  test('by the first page that is not filled in; what was sent is past all of them', async () => {
    await receive(scene)
    await writeDraft(scene)
    await writeDraft(scene, { name: '' })
    await writeDraft(scene, { employer: '', relationship: undefined })
    await writeDraft(scene, { employer: '' })
    await writeDraft(scene, { story: {} })
    await writeDraft(scene, { story: Object.fromEntries(scene.asked.story.map(({ id }) => [id, 'Words'])) })
    expect(await stops()).toEqual([
      1, ['Who are you nominating?', 1], ['Where does your nominee work?', 2], ['Question 1', 1], ['The category’s own question', 1], ['Check and send', 1],
    ])
  })

  test('what organisers wrote for somebody is no draft of a nominator, nor is the one in which an import is changed', async () => {
    const { id } = await writeDraft(scene, { name: '' })
    await fresh.db.insertInto('assisted').values({ draft_id: id, channel: 'phone', created_at: testNow }).execute()
    await draftOfNomination(scene.ctx, scene.edition, await make({ channel: 'import' }))
    expect(await stops()).toEqual([0])
  })

  test('deleting drafts changes nothing of it', async () => {
    await receive(scene)
    for (const own of [{ name: '' }, { employer: '' }, { employer: '' }]) await writeDraft(scene, own)
    const { id } = await writeDraft(scene, { name: '' })
    await fresh.db.insertInto('assisted').values({ draft_id: id, channel: 'phone', created_at: testNow }).execute()
    const after = await at(scene, draftsEnd(scene.edition))
    const before = await stops(after)
    await deleteUnsent(after.ctx, { editionId: scene.edition.id, end: draftsEnd(scene.edition) })
    expect(await fresh.db.selectFrom('draft').select('id').execute()).toHaveLength(1)
    expect([await stops(after), before]).toEqual([[1, ['Who are you nominating?', 1], ['Where does your nominee work?', 2]], await stops(after)])
  })
})

test('the file for handing on says no small count of a setting or a district', async () => {
  await lastYear()
  for (let count = 0; count < 5; count += 1) await make({ nominee: { employer: 'Orrery Nursing Home, PL5' } })
  await make({ nominee: { employer: 'Saltmarrow Home Care, PL6' } })
  const table = readCsv((await collect(reachCsv(scene.ctx, scene.edition))).join(''))
  if (!table.ok) throw new Error(table.problem)
  const [header, ...rows] = table.rows
  const of = (figures: string) => rows.filter(([first]) => first === figures).map(([, ...cells]) => cells)
  expect(header).toEqual(['Figures', 'Of', '2027', '2026'])
  expect(of('Postcode district')).toEqual([['PL5', 'not given', '0'], ['PL6', 'fewer than 5', '0'], ['Not known', '0', '0']])
  expect(of('Kind of setting').slice(0, 3)).toEqual([['Care home', 'not given', '0'], ['Home care', 'fewer than 5', '0'], ['Extra care and supported living', '0', '0']])
  expect(of('Category')).toEqual([['Care Team', '0', '0'], ['Home Care', '6', '0']])
  expect(of('Received by the end of a day').at(-1)).toEqual(['2027-01-13', '', '0']) // 2026 was open a day longer
  expect(of('Drafts online that got past a page').at(0)).toEqual(['Begun', '6', ''])
})

test('three rows ask as much of the database as one', async () => {
  const last = await lastYear()
  const counted = countQueries(fresh.url)
  const asks = async () => {
    const before = counted.asked()
    await readReach({ ...scene.ctx, db: counted.db }, scene.edition)
    return counted.asked() - before
  }
  const fill = async () => {
    await make()
    await make({}, last)
    await writeDraft(scene)
  }
  await fill()
  const one = await asks()
  await fill()
  await fill()
  expect([one, await asks()]).toEqual([8, 8])
  await counted.close()
})
