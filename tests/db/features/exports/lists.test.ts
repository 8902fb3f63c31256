import { afterEach, beforeEach, expect, test } from 'vitest'
import { readCsv } from '#app/domain/csv.ts'
import type { Edition } from '#app/domain/edition.ts'
import { later } from '#app/domain/time.ts'
import { entriesCsv } from '#app/features/exports/entries.server.ts'
import { nominationsCsv } from '#app/features/exports/nominations.server.ts'
import { rowsAtOnce } from '#app/features/exports/pages.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow } from '#db/schema.ts'
import { makeCategory, makeEdition, makeMerge, makeNomination, makeQuestion, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { collect } from '#tests/setup/parts.ts'

let fresh: FreshDatabase
let edition: Edition
let category: CategoryRow
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db)
  await makeQuestion(fresh.db, edition, { label: 'What did they do?' })
  category = await makeCategory(fresh.db, edition, { name: 'Home Care' })
})
afterEach(() => fresh.close())

/** The rows of a file by their headers. */
async function read(parts: AsyncIterable<string>): Promise<Record<string, string>[]> {
  const text = (await collect(parts)).join('')
  expect([text.startsWith('\uFEFF'), text.replaceAll('\r\n', '').includes('\r')]).toEqual([true, false])
  const table = readCsv(text)
  if (!table.ok) throw new Error(table.problem)
  const [header = [], ...rows] = table.rows
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])))
}
const nominations = () => read(nominationsCsv(fresh, edition))
const entries = () => read(entriesCsv(fresh, edition))

test('a nomination is a line with everything that was said, as it was said', async () => {
  const { id, reference } = await makeNomination(fresh.db, edition, category, {
    received_at: '2027-01-12T17:05:00.000Z', channel: 'phone', late: 1, share_name: 1, nominator_phone: '+44 1752 000000', relationship: '=cmd()',
    nominee: { name: 'Sam "Sunny" Carer', job: 'Carer, nights', reach: '@sam' },
  })
  await fresh.db.updateTable('answer').set({ text: '- kind\n- steady' }).where('nomination_id', '=', id).execute()
  expect(await nominations()).toEqual([{
    Reference: reference, State: 'live', 'Received (Europe/London)': '2027-01-12 17:05', 'Came by': 'phone', 'After the close': 'yes', Version: '1', Categories: 'Home Care',
    Nominee: 'Sam "Sunny" Carer', Kind: 'person', Job: 'Carer, nights', Employer: 'Harbour Home Care', 'How to reach them': '@sam',
    Nominator: 'Nell Nominator', Email: 'nell@people.example', Phone: '+44 1752 000000', 'How they know them': '=cmd()', 'May be named to the nominee': 'yes',
    'What did they do?': '- kind\n- steady', 'Home Care: Question 2': '- kind\n- steady',
  }])
  expect((await collect(nominationsCsv(fresh, edition))).join('')).toContain(`,'+44 1752 000000,'=cmd(),`)
})

test('answers are those in force, and of this edition alone', async () => {
  const { id } = await makeNomination(fresh.db, edition, category)
  await fresh.db.updateTable('nomination').set({ version: 2 }).execute()
  const [question] = await fresh.db.selectFrom('question').select('id').where('category_id', 'is', null).execute()
  await fresh.db.insertInto('answer').values({ nomination_id: id, version: 2, question_id: question!.id, text: 'Better said' }).execute()
  const other = await makeEdition(fresh.db, { slug: '2028', current: 0 })
  await makeNomination(fresh.db, other, await makeCategory(fresh.db, other))
  expect((await nominations()).map((row) => [row.Version, row['What did they do?'], row['Home Care: Question 2']])).toEqual([['2', 'Better said', '']])
  expect(await entries()).toHaveLength(1)
})

test('more than are read at once come whole and in their order, those of one moment too', async () => {
  const [first] = [await makeNomination(fresh.db, edition, category)]
  const count = rowsAtOnce + 2
  const copies = Array.from({ length: count }, (_, index) => ({ ...first, id: newId(), reference: `copy ${index}`, received_at: later(testNow, Math.floor(index / 3)) }))
  await fresh.db.deleteFrom('entry').execute()
  for (let at = 0; at < count; at += 100) await fresh.db.insertInto('nomination').values(copies.slice(at, at + 100)).execute()
  const inOrder = [first, ...copies].toSorted((a, b) => (`${a.received_at} ${a.id}` < `${b.received_at} ${b.id}` ? -1 : 1)).map((one) => one.reference)
  expect((await nominations()).map((row) => row.Reference)).toEqual(inOrder)
})

test('an entry is a line with where it stands, and not why', async () => {
  const { nominee_id } = await makeNomination(fresh.db, edition, category, { nominee: { said_as: 'SAM', answer: 'accepted' } })
  const entry = await fresh.db.updateTable('entry').set({ screening: 'eligible', shortlist: 'out', shortlist_reason: 'Secret why', standing: 'stood-down', standing_reason: 'Secret why' }).returningAll().executeTakeFirstOrThrow()
  const again = await makeNomination(fresh.db, edition, category, { nominator_email: '' })
  await fresh.db.deleteFrom('entry').where('nominee_id', '=', again.nominee_id).execute()
  await fresh.db.updateTable('nomination').set({ nominee_id }).execute()
  expect(await entries()).toEqual([{
    Category: 'Home Care', Entry: entry.id, State: 'live', 'Merged into': '', Nominee: 'Sam Carer', Kind: 'person', 'How the name is said': 'SAM', Job: 'Care worker', Employer: 'Harbour Home Care',
    'What they said to the notice': 'accepted', Nominations: '2', Screening: 'eligible', Shortlist: 'out', 'Takes part': 'stood-down', 'Evidence version': '1',
  }])
})

test('an entry of who was found to be another says so, and which it became part of', async () => {
  const [into, from] = [await makeNomination(fresh.db, edition, category), await makeNomination(fresh.db, edition, category, { nominator_email: '' })]
  await makeMerge(fresh.db, from, into)
  await fresh.db.updateTable('entry').set({ state: 'withdrawn' }).where('nominee_id', '=', from.nominee_id).execute()
  const { id } = await fresh.db.selectFrom('entry').select('id').where('nominee_id', '=', into.nominee_id).executeTakeFirstOrThrow()
  expect((await entries()).map((row) => [row.State, row['Merged into']]).sort()).toEqual([['live', ''], ['merged', id]])
})

test('of who objected, and of what was withdrawn, there is only that it came', async () => {
  const planted = { nominator_name: 'Lilo nominator', nominator_email: 'lilo@people.example', relationship: 'Lilo', nominee: { name: 'Lilo nominee', job: 'Lilo', employer: 'Lilo', reach: 'Lilo', said_as: 'Lilo' } }
  const plant = (own: Parameters<typeof makeNomination>[3] = {}) => makeNomination(fresh.db, edition, category, { ...planted, ...own, nominee: { ...planted.nominee, ...own.nominee } })
  await plant({ state: 'withdrawn', withdrawn_at: testNow })
  await plant({ nominee: { answer: 'objected' } })
  const [into, from] = [await plant(), await plant({ nominee: { answer: 'objected' } })]
  await makeMerge(fresh.db, from, into)
  await fresh.db.updateTable('answer').set({ text: 'Lilo story' }).execute()
  const all = [...(await nominations()), ...(await entries())]
  expect(all).toHaveLength(8)
  expect(JSON.stringify(all)).not.toMatch(/lilo/i) // no id has these letters
})

test('who declined has not asked us to be silent', async () => {
  await makeNomination(fresh.db, edition, category, { nominee: { answer: 'declined' } })
  expect([...(await nominations()), ...(await entries())].map((row) => row.Nominee)).toEqual(['Sam Carer', 'Sam Carer'])
})
