import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { editionJson } from '#app/features/exports/edition.server.ts'
import { aboutFormat, leftOut, shelves, type Shelf } from '#app/features/exports/edition-format.ts'
import { listOpenResults } from '#app/features/moderation/embargo.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Database } from '#db/schema.ts'
import { close, editionNow, makeScene, reveal, sealBoth, settle, type Scene } from '#tests/db/features/moderation/scene.ts'
import { makeCategory, makeEdition, makeEntry } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { collect } from '#tests/setup/parts.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeScene(fresh.db)
})
afterEach(() => fresh.close())

/** Ids have none of its letters. */
const word = /lilo/gi
type Row = Record<string, unknown>
type Lists = Record<string, Row[]>

async function read(ctx: Ctx): Promise<Lists> {
  const edition = await editionNow(scene)
  return JSON.parse((await collect(editionJson(ctx, edition, await listOpenResults(ctx, edition)))).join('')) as Lists
}
const partsOf = (rows: Row[] | undefined, name: string) => (rows ?? []).flatMap((row) => row[name] as Row[])

describe('the format', () => {
  const tablesIn = (all: Shelf[]): string[] => all.flatMap(({ table, parts = [] }) => [table, ...tablesIn(parts)])
  const named = [...tablesIn(shelves), ...Object.keys(leftOut), 'edition', 'account']

  test('holds every table there is, or says why not', async () => {
    const tables = (await fresh.db.introspection.getTables()).map(({ name }) => name).filter((name) => !/^(sqlite|kysely)_/.test(name))
    expect(named.sort()).toEqual(tables.sort())
  })

  test('names only columns that are there', async () => {
    const tables = new Map((await fresh.db.introspection.getTables()).map(({ name, columns }) => [name, columns.map((column) => column.name)]))
    const wrong = (all: Shelf[]): string[] => all.flatMap((shelf) => {
      const { table, without = [], json = [], personal = [], parts = [] } = shelf
      const of = 'of' in shelf ? [String(shelf.of)] : ['edition_id']
      return [...[...without, ...json, ...personal, ...of].filter((column) => !tables.get(table)?.includes(column)).map((column) => `${table}.${column}`), ...wrong(parts)]
    })
    expect(wrong(shelves)).toEqual([])
  })

  test('tells of every list in it', async () => {
    const file = await read(scene.first)
    const about = Object.keys(aboutFormat())
    expect(about.filter((way) => !way.includes('.'))).toEqual(Object.keys(file))
  })
})

test('a file is whole: as many rows as the tables have, and no other edition’s', async () => {
  const other = await makeEdition(fresh.db, { slug: '2028', current: 0 })
  await makeEntry(fresh.db, other, await makeCategory(fresh.db, other))
  await settle(scene)
  const file = await read(scene.first)
  const counts = async (table: keyof Database) => Number((await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(fresh.db)).rows[0]?.count)
  expect(file.nomination).toHaveLength((await counts('nomination')) - 1)
  expect(partsOf(file.nomination, 'answer')).toHaveLength((await counts('answer')) - 1)
  expect(partsOf(file.category, 'criterion')).toHaveLength((await counts('criterion')) - 1)
  expect(partsOf(partsOf(file.entry, 'scorecard'), 'mark')).toHaveLength(await counts('mark'))
  expect(file.audit_event).toHaveLength(await counts('audit_event'))
  expect(partsOf(file.category, 'award').map(({ kind }) => kind).sort()).toEqual(['highly-commended', 'reserve', 'winner'])
  expect(file.account).toHaveLength(7)
  expect([file.edition, file.category?.[0]]).toMatchObject([{ slug: '2027', settings: { quorum: 3 } }, { kinds: ['person', 'team', 'service'] }])
})

test('scores and decisions are in it only for who may see them', async () => {
  await settle(scene)
  await sealBoth(scene)
  const results = async (ctx: Ctx) => {
    const file = await read(ctx)
    return [file.results, partsOf(file.category, 'decision').length, partsOf(file.category, 'award').length, partsOf(file.entry, 'scorecard').length, (file.seal as unknown as { leaves: Row[] }).leaves[0]?.opened !== null]
  }
  const [none, all] = [[[], 0, 0, 0, false], [['care'], 1, 3, 9]]
  expect([await results(scene.first), await results(scene.outsider), await results(scene.owner)]).toEqual([[...all, false], none, none])
  await reveal(scene)
  expect(await results(scene.outsider)).toEqual([...all, true])
})

test('what is a judge’s own, and what opens something, is in nobody’s file', async () => {
  await fresh.db.updateTable('scorecard').set({ note: 'Lilo note' }).execute()
  await fresh.db.updateTable('scorecard').set({ state: 'in-progress', finished_at: null }).where('id', '=', scene.cards[0]!.id).execute()
  await close(scene)
  const file = await read(scene.first)
  expect(partsOf(file.entry, 'scorecard')).toHaveLength(8)
  expect(/lilo|nonce|token|secrets/i.exec(JSON.stringify(file))).toBeNull()
})

test('of who objected nothing is said, wherever it stands', async () => {
  await settle(scene)
  await fresh.db.updateTable('scorecard').set({ citation: 'Lilo citation' }).where('entry_id', '=', scene.entries[0].id).execute()
  await fresh.db.updateTable('mark').set({ reason: 'Lilo why' }).execute()
  await fresh.db.updateTable('award').set({ reason: 'Lilo reason', citation: 'Lilo citation' }).execute()
  await fresh.db.updateTable('answer').set({ text: 'Lilo story' }).execute()
  await fresh.db.updateTable('nomination_version').set({ told: '{"name":"Lilo"}' }).execute()
  await fresh.db.updateTable('nominee').set({ name: 'Lilo', job: 'Lilo', employer: 'Lilo', reach: 'Lilo', said_as: 'Lilo', employer_key: 'lilo' }).execute()
  await fresh.db.updateTable('nomination').set({ nominator_name: 'Lilo', nominator_email: 'lilo@people.example', relationship: 'Lilo' }).execute()
  const said = async () => JSON.stringify(await read(scene.first)).match(word)?.length ?? 0
  expect(await said()).toBeGreaterThan(30)
  await fresh.db.updateTable('nominee').set({ answer: 'objected' }).execute()
  expect(await said()).toBe(0)
})

test('every step of a file is a text of its own, so that it is never whole in memory', async () => {
  const edition = await editionNow(scene)
  const parts = await collect(editionJson(scene.first, edition, []))
  expect(parts.length).toBeGreaterThan(shelves.length * 2)
})
