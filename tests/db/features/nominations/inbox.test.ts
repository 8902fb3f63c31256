import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { instantAt, later } from '#app/domain/time.ts'
import type { Edition } from '#app/domain/edition.ts'
import { countFiltered, inboxKey, listNominations, readFilters } from '#app/features/nominations/inbox.queries.server.ts'
import { rowsOnAPage, type Cursor } from '#app/platform/paging.ts'
import type { CategoryRow } from '#db/schema.ts'
import { makeCategory, makeEdition, makeNomination, testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let edition: Edition
let home: CategoryRow
let team: CategoryRow
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db)
  home = await makeCategory(fresh.db, edition, { slug: 'home', name: 'Home Care', position: 2 })
  team = await makeCategory(fresh.db, edition, { slug: 'team', name: 'Care Team', position: 1 })
})
afterEach(() => fresh.close())

type Own = Parameters<typeof makeNomination>[3]
const make = (own: Own = {}, category = home) => makeNomination(fresh.db, edition, category, own)
const list = (query = '', cursor?: Cursor, of = edition) => listNominations(fresh, of, readFilters(new URLSearchParams(query)), cursor)
/** Names on the first page, as asked for; the count must say the same. */
async function find(query: string): Promise<string[]> {
  const { rows } = await list(query)
  expect(await countFiltered(fresh, edition, readFilters(new URLSearchParams(query)))).toBe(rows.length)
  return rows.map((row) => row.nominee).sort()
}
const words = (text: string) => find(`words=${encodeURIComponent(text)}`)

test('a row says who was nominated, for what, by whom, and how it stands', async () => {
  const { id, reference } = await make({
    nominee: { name: 'Night team', kind: 'team', employer: 'Harbour House' }, nominator_name: 'Nell', channel: 'paper', version: 3, late: 1, state: 'withdrawn', withdrawn_at: testNow,
  })
  await fresh.db.insertInto('nomination_category').values({ nomination_id: id, category_id: team.id }).execute()
  expect(await list()).toEqual({
    rows: [{
      id, reference, receivedAt: testNow, nominee: 'Night team', kind: 'team', employer: 'Harbour House', categories: ['Care Team', 'Home Care'], nominator: 'Nell',
      channel: 'paper', state: 'withdrawn', version: 3, late: true, toLookAt: false,
    }],
  })
})

test('however an address, a reference or an apostrophe is typed, it is found', async () => {
  await make({ nominee: { name: 'Siobhan O’Neill' }, nominator_email: 'Tom.Kite@people.example', reference: 'K7H4-X29R' })
  await make({ nominee: { name: "D'Arcy Ward" }, nominator_name: 'Ann O‘Hara' })
  for (const text of ['tom.kite@people', 'TOM.KITE@PEOPLE.EXAMPLE', 'K7H4-X29R', 'k7h4-x29r', 'K7H4X29R', 'k7h4 x29r', 'h4x2', "o'neill", 'O’NEILL', 'o‘neill']) expect([text, await words(text)]).toEqual([text, ['Siobhan O’Neill']])
  for (const text of ["d'arcy", 'D’Arcy', "o'hara"]) expect([text, await words(text)]).toEqual([text, ["D'Arcy Ward"]])
  for (const text of ['-', 'K7H4-X29RX']) expect([text, await words(text)]).toEqual([text, []])
})

test('an empty inbox is empty', async () => {
  expect([await list(), await countFiltered(fresh, edition, readFilters(new URLSearchParams()))]).toEqual([{ rows: [] }, 0])
})

test('another edition’s nominations are not in it, whatever is asked', async () => {
  const other = await makeEdition(fresh.db, { slug: '2026', current: 0 })
  const same = await makeCategory(fresh.db, other, { slug: 'home' })
  await makeNomination(fresh.db, other, same, { nominee: { name: 'Elsewhere' } })
  await make({ nominee: { name: 'Here' } })
  for (const query of ['', 'category=home', 'words=e', 'kind=person', 'state=live', 'channel=online', 'day=2026-12-01']) expect(await find(query)).toEqual(['Here'])
  expect((await list('', undefined, other)).rows.map((row) => row.nominee)).toEqual(['Elsewhere'])
})

describe('a filter leaves what it names', () => {
  beforeEach(async () => {
    await make({ nominee: { name: 'Ann' } })
    await make({ nominee: { name: 'Bob', kind: 'team' }, channel: 'phone' }, team)
    await make({ nominee: { name: 'Cay', kind: 'service' }, channel: 'paper', state: 'withdrawn', withdrawn_at: testNow })
    const both = await make({ nominee: { name: 'Dee' }, channel: 'import' })
    await fresh.db.insertInto('nomination_category').values({ nomination_id: both.id, category_id: team.id }).execute()
  })

  test.each([
    ['', ['Ann', 'Bob', 'Cay', 'Dee']],
    ['kind=person', ['Ann', 'Dee']], ['kind=team', ['Bob']], ['kind=service', ['Cay']],
    ['channel=online', ['Ann']], ['channel=phone', ['Bob']], ['channel=paper', ['Cay']], ['channel=import', ['Dee']],
    ['state=live', ['Ann', 'Bob', 'Dee']], ['state=withdrawn', ['Cay']],
    ['category=home', ['Ann', 'Cay', 'Dee']], ['category=team', ['Bob', 'Dee']], ['category=none', []],
    ['category=team&kind=person', ['Dee']], ['kind=person&state=withdrawn', []], ['words=bob&channel=phone&state=live&category=team&kind=team', ['Bob']],
    ['kind=animal', ['Ann', 'Bob', 'Cay', 'Dee']],
  ])('%s: %j', async (query, names) => expect(await find(query)).toEqual(names))
})

describe('a day is one in London', () => {
  const inLondon = (month: number, day: number, hour: number) => instantAt({ year: 2027, month, day, hour, minute: 0 }, 'Europe/London') ?? ''
  test.each([
    ['in winter', 1, 12], ['in summer', 7, 12], ['the clocks go forward', 3, 28], ['the clocks go back', 10, 31],
  ])('%s', async (_, month, day) => {
    const [start, end] = [inLondon(month, day, 0), later(inLondon(month, day, 23), 3_599_999)]
    for (const [name, received_at] of [['before', later(start, -1)], ['first', start], ['last', end], ['after', later(end, 1)]]) await make({ received_at, nominee: { name } })
    expect(await find(`day=2027-${String(month).padStart(2, '0')}-${day}`)).toEqual(['first', 'last'])
  })

  test.each(['2027-02-30', '0000-01-01', '9999-12-31', '2027-13-01'])('%s holds nothing', async (day) => {
    await make()
    expect(await find(`day=${day}`)).toEqual([])
  })
})

describe('looking for words', () => {
  test('finds them in nominee, workplace, nominator and reference, large or small', async () => {
    await make({ nominee: { name: 'Sam Carer', employer: 'Harbour House' }, nominator_name: 'Nell Nominator', reference: 'K7H4-X29R' })
    await make({ nominee: { name: 'Other', employer: '' }, nominator_name: '', reference: 'K7H4-X29W' })
    for (const text of ['sam c', 'HARBOUR', 'nominat', 'k7h4-x29r', ' Sam ']) expect(await words(text)).toEqual(['Sam Carer'])
    expect(await words('nobody')).toEqual([])
  })

  test('takes signs as they are', async () => {
    const names = ['100% care', '100 care', 'under_score', 'underxscore', 'back\\slash', "O'Neill", 'O"Neill', 'x\\%y', '; drop table nomination; --']
    for (const name of names) await make({ nominee: { name } })
    const found = []
    for (const text of ['0% c', 'r_s', '\\', "o'n", 'o"n', '\\%', "'", '%', '_', '%%', '; drop', '\\\\']) found.push([text, await words(text)])
    expect(Object.fromEntries(found)).toEqual({
      '0% c': ['100% care'], r_s: ['under_score'], '\\': ['back\\slash', 'x\\%y'], "o'n": ["O'Neill"], 'o"n': ['O"Neill'], '\\%': ['x\\%y'], "'": ["O'Neill"],
      '%': ['100% care', 'x\\%y'], _: ['under_score'], '%%': [], '; drop': ['; drop table nomination; --'], '\\\\': [],
    })
  })

  test('knows large and small letters of every alphabet', async () => {
    await make({ nominee: { name: 'Bethany Ŵyn Parry' } })
    await make({ nominee: { name: 'łukasz ÉVA' } })
    for (const text of ['Ŵyn', 'ŵyn', 'ŴYN']) expect(await words(text)).toEqual(['Bethany Ŵyn Parry'])
    for (const text of ['Łukasz', 'éva', 'ÉVA']) expect(await words(text)).toEqual(['łukasz ÉVA'])
  })
})

describe('paging', () => {
  const pages = async (query: string, towards: Cursor['towards'], from?: string) => {
    const seen: string[][] = []
    let cursor: Cursor | undefined = from ? { towards, key: from } : undefined
    for (;;) {
      const page = await list(query, cursor)
      seen.push(page.rows.map((row) => row.id))
      const key = page[towards]
      if (!key) return { seen, last: page }
      expect(key).toMatch(inboxKey)
      cursor = { towards, key }
    }
  }

  /** Sixty at one moment, some for another award. */
  async function fill() {
    const ids = []
    for (let count = 0; count < 60; count += 1) ids.push((await make({ reference: `REF-${count}` }, count % 2 ? home : team)).id)
    return ids.sort().reverse()
  }

  test('sixty received at one moment: each once on the way to older, and back', async () => {
    const ids = await fill()
    const there = await pages('', 'older')
    expect(there.seen).toEqual([ids.slice(0, 25), ids.slice(25, 50), ids.slice(50)])
    const back = await pages('', 'newer', there.last.newer)
    expect(back.seen).toEqual([ids.slice(25, 50), ids.slice(0, 25)])
    expect([back.last.newer, back.last.older]).toEqual([undefined, `${testNow}~${ids[24]}`])
  })

  test('what is filtered is paged by itself', async () => {
    await fill()
    expect((await pages('category=home', 'older')).seen.map((ids) => ids.length)).toEqual([25, 5])
  })

  test('newest first, and one that comes meanwhile moves nobody', async () => {
    const older = []
    for (let count = 0; count < rowsOnAPage + 1; count += 1) older.push((await make({ received_at: later(testNow, -count) })).id)
    const first = await list()
    await make({ received_at: later(testNow, 1) })
    expect(first.rows.map((row) => row.id)).toEqual(older.slice(0, rowsOnAPage))
    expect((await list('', { towards: 'older', key: first.older ?? '' })).rows.map((row) => row.id)).toEqual(older.slice(rowsOnAPage))
  })

  test('a full page with nothing after it leads nowhere', async () => {
    for (let count = 0; count < rowsOnAPage; count += 1) await make()
    const { rows, older, newer } = await list()
    expect([rows.length, older, newer]).toEqual([rowsOnAPage, undefined, undefined])
  })
})

test('three rows ask as much of the database as one', async () => {
  const counted = countQueries(fresh.url)
  const asks = async () => {
    const before = counted.asked()
    const filters = readFilters(new URLSearchParams('words=a&category=home'))
    await listNominations(counted, edition, filters)
    await countFiltered(counted, edition, filters)
    return counted.asked() - before
  }
  await make()
  const one = await asks()
  await make()
  await make()
  expect([one, await asks()]).toEqual([3, 3])
  await counted.close()
})
