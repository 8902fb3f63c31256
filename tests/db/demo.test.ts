import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acceptsNominations, type Edition } from '#app/domain/edition.ts'
import { later, hours, momentText, stampText } from '#app/domain/time.ts'
import { listOpeningGaps } from '#app/features/editions/readiness.queries.server.ts'
import { findCurrentEdition } from '#app/features/editions/queries.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { buildDemo, type DemoParts } from '#tests/demo/build.ts'
import { linkPeople } from '#tests/demo/people.ts'
import { whatIsHere } from '#tests/demo/place.ts'
import { makeAccount, makeCtx, makeEdition } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

type Row = Record<'Completion time' | 'Email' | 'Which award?' | 'Are they a person or a team or a service?', string>
const sample = parse<Row>(readFileSync(join(import.meta.dirname, '../fixtures/nominations-forms-export.csv')), { bom: true, columns: true, relax_column_count: true })

async function build(own: Pick<DemoParts, 'now' | 'stage' | 'size'>): Promise<Edition> {
  const { keys, baseUrl } = makeCtx(fresh.db)
  await buildDemo({ db: fresh.db, keys, baseUrl, say: () => undefined, ...own })
  const edition = await findCurrentEdition({ db: fresh.db, now: own.now })
  if (!edition) throw new Error('no edition')
  return edition
}

/** "1/9/26 20:21:29" or, where somebody typed over it, "08/12/2025 08:29", as the wall clock shows it so many days later. */
function writtenAt({ 'Completion time': text }: Row, days: number): string {
  const [, first = '', second = '', year = '', hour = '', minute = ''] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)/.exec(text) ?? []
  const [month, day] = year.length === 4 ? [Number(second), Number(first)] : [Number(first), Number(second)]
  const wall = Date.UTC(2000 + (Number(year) % 100), (month ?? 0) - 1, (day ?? 0) + days, Number(hour), Number(minute))
  return stampText(new Date(wall).toISOString(), 'UTC')
}

function countsOf(values: string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(values, (one) => one)].map(([value, all]) => [value, all.length]))
}

/** In a November, and in a June before a leap year, in which the weeks before 23 March begin a day later: 4 November. */
const times: [when: string, now: string, year: string, daysLater: number][] = [
  ['in November 2026', '2026-11-22T12:00:00.000Z', '2027', 365], ['in June 2027', '2027-06-15T08:00:00.000Z', '2028', 731],
]

describe.each(times)('the demo made %s', (_, now, year, daysLater) => {
  test('preparing: an edition two weeks before it opens, and nothing sent', async () => {
    const edition = await build({ now, stage: 'preparing' })
    expect([edition.stage, edition.slug, momentText(edition.ceremony_at, edition.time_zone).includes(`23 March ${year}`)]).toEqual(['preparing', year, true])
    expect(edition.now < edition.opens_at).toBe(true)
    expect((await listOpeningGaps(fresh, edition)).map((gap) => gap.code)).toEqual(['no-host', 'no-place'])
    expect(await fresh.db.selectFrom('nomination').select('id').execute()).toEqual([])
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('nominating: what the sample says, when it says it, and nothing that is still to come', async () => {
    const edition = await build({ now, stage: 'nominating' })
    expect([edition.stage, edition.slug, acceptsNominations(edition, edition.now), acceptsNominations(edition, later(edition.now, hours(24)))]).toEqual(['nominating', year, true, true])
    const nominations = await fresh.db
      .selectFrom('nomination as n').innerJoin('nominee', 'nominee.id', 'n.nominee_id')
      .select(['n.received_at', 'n.channel', 'n.draft_id', 'n.late', 'n.state', 'nominee.kind']).execute()
    expect(nominations.map((one) => stampText(one.received_at, edition.time_zone)).sort()).toEqual(sample.map((row) => writtenAt(row, daysLater)).sort())
    expect(nominations.filter((one) => one.received_at > edition.now || one.received_at < edition.opens_at)).toEqual([])
    expect(nominations.filter((one) => one.late === 1 || one.state !== 'live' || (one.channel !== 'import') !== (one.draft_id !== null))).toEqual([])
    expect(Object.keys(countsOf(nominations.map((one) => one.channel))).sort()).toEqual(['import', 'online', 'paper', 'phone'])

    const kinds = countsOf(sample.map((row) => row['Are they a person or a team or a service?'].replace(/^An? /, '')))
    expect(countsOf(nominations.map((one) => one.kind))).toEqual(kinds)
    const named = await fresh.db.selectFrom('nomination_category as nc').innerJoin('category', 'category.id', 'nc.category_id').select('category.name').execute()
    expect(countsOf(named.map((one) => one.name))).toEqual(countsOf(sample.map((row) => row['Which award?'])))
    expect(await fresh.db.selectFrom('entry').select('id').execute()).toHaveLength(160)
    expect(await listBroken(fresh.db)).toEqual([])
  })
})

describe('the demo further on in the year', () => {
  const now = '2026-11-22T12:00:00.000Z'
  const counted = async (table: 'entry' | 'scorecard', column: string) =>
    countsOf((await fresh.db.selectFrom(table).select(column as never).execute()).map((row) => String(Object.values(row)[0])))

  test('screening: some of it is done, and there is something left of each kind', async () => {
    const edition = await build({ now, stage: 'screening' })
    expect(edition.stage).toBe('screening')
    const entries = await fresh.db.selectFrom('entry').select(['state', 'standing', 'screening']).execute()
    expect(Object.keys(countsOf(entries.map((one) => `${one.state} ${one.standing} ${one.screening}`))).sort()).toEqual([
      'live standing eligible', 'live standing ineligible', 'live standing to-screen', 'live stood-down eligible', 'withdrawn standing to-screen',
    ])
    const rows = await Promise.all((['merge', 'redaction', 'notice'] as const).map((table) => fresh.db.selectFrom(table).selectAll().execute()))
    expect(rows.map((all) => all.length > 10)).toEqual([true, true, true])
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('judging: every category is judged, and the scores look like people’s', async () => {
    const edition = await build({ now, stage: 'judging' })
    expect([edition.stage, edition.finalists_announced_at !== null]).toEqual(['judging', true])
    expect(countsOf((await fresh.db.selectFrom('category').select('state').execute()).map(({ state }) => state))).toEqual({ judging: 12 })
    expect(Object.keys(await counted('scorecard', 'state')).sort()).toEqual(['finished', 'in-progress', 'stepped-aside', 'to-do'])
    const values = countsOf((await fresh.db.selectFrom('mark').select('value').execute()).map(({ value }) => String(value)))
    expect(Object.keys(values).sort()).toEqual(['0', '1', '2', '3', '4', '5', 'null'])
    expect(Math.max(...Object.values(values))).toBeLessThan(Object.values(values).reduce((sum, one) => sum + one, 0) / 2)
    expect(await listBroken(fresh.db)).toEqual([])
  })
})

describe('before it is filled, a database', () => {
  const tables = async () => (await fresh.db.introspection.getTables()).map((table) => table.name).sort()

  test('with nothing in it is empty, migrated or not', async () => {
    expect(await whatIsHere(fresh.db)).toBe('empty')
    for (const name of await tables()) await fresh.db.schema.dropTable(name).cascade().execute().catch(() => fresh.db.schema.dropTable(name).execute())
    expect([await whatIsHere(fresh.db), await tables()]).toEqual(['empty', []])
  })

  test.each<[string, () => Promise<unknown>]>([
    ['an account', () => makeAccount(fresh.db)],
    ['an edition', () => makeEdition(fresh.db)],
    ['the mark of a real one', () => fresh.db.insertInto('installation').values({ id: 1, demo: 0, created_at: '2026-11-22T12:00:00.000Z' }).execute()],
  ])('with %s is somebody’s', async (_, fill) => {
    await fill()
    expect(await whatIsHere(fresh.db)).toBe('other')
  })

  test('of another program is somebody’s, and is not touched', async () => {
    await fresh.db.schema.dropTable('installation').execute()
    await fresh.db.schema.createTable('recipes').addColumn('name', 'text').execute()
    await fresh.db.insertInto('recipes' as 'account').values({ name: 'Saffron buns' } as never).execute()
    const before = await tables()
    expect([await whatIsHere(fresh.db), await tables()]).toEqual(['other', before])
  })

  test('marked as one is a demo, whatever else it holds', async () => {
    await build({ now: '2026-11-22T12:00:00.000Z', stage: 'preparing' })
    expect(await whatIsHere(fresh.db)).toBe('demo')
  })
})

describe('the demo', () => {
  const now = '2026-11-22T12:00:00.000Z'

  test('writes to whoever left an address, and keeps an account of all', async () => {
    const edition = await build({ now, stage: 'nominating' })
    const messages = await fresh.db.selectFrom('message').select(['kind', 'created_at', 'to_email']).execute()
    expect(countsOf(messages.map((one) => one.kind))).toEqual({ 'nomination.receipt': sample.filter((row) => row.Email.includes('@')).length, 'judging.invitation': 12 })
    const trail = await fresh.db.selectFrom('audit_event').select(['verb', 'actor_kind', 'at']).execute()
    expect(countsOf(trail.filter((one) => one.verb.startsWith('nomination')).map((one) => `${one.actor_kind} ${one.verb}`))).toEqual({ 'visitor nomination.sent': 151, 'account nomination.sent': 9 })
    expect(countsOf(trail.filter((one) => one.verb.startsWith('edition')).map((one) => one.verb))).toEqual({
      'edition.created': 1, 'edition.changed': 2, 'edition.open-nominations': 1,
    })
    expect([...messages.map((one) => one.created_at), ...trail.map((one) => one.at)].filter((at) => at > edition.now)).toEqual([])
  })

  test('is marked as one, and has somebody in every role to sign in as', async () => {
    await build({ now, stage: 'preparing' })
    expect(await fresh.db.selectFrom('installation').select('demo').execute()).toEqual([{ demo: 1 }])
    const links = await linkPeople(makeCtx(fresh.db))
    const counts = Object.fromEntries(Object.entries(links).map(([role, all]) => [role, all.length]))
    expect(counts).toEqual({ owner: 1, organiser: 2, assistant: 1, judge: 12, 'stage-crew': 1, witness: 1 })
  })

  test('is as large as was asked for: beyond the sample it begins again, with other names', async () => {
    await build({ now, stage: 'nominating', size: 162 })
    const names = (await fresh.db.selectFrom('nominee').select('name').execute()).map((one) => one.name)
    expect([names.length, names.filter((name) => / 2$/.test(name)).length]).toEqual([162, 2])
    expect(await listBroken(fresh.db)).toEqual([])
  })
})
