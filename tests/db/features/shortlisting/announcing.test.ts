import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok } from '#app/domain/result.ts'
import { days, later } from '#app/domain/time.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { announceFinalists, listAnnouncingGaps } from '#app/features/shortlisting/announcing.commands.server.ts'
import { listFinalistsToTell, listPublicFinalists } from '#app/features/shortlisting/finalists.queries.server.ts'
import { fingerprintOf, newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow, EntryRow } from '#db/schema.ts'
import type { NomineeAnswer } from '#db/vocabulary.ts'
import { makeCategory, makeCtx, makeEdition, makeEntry, testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let edition: Edition
let home: CategoryRow
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db, { stage: 'screening' })
  home = await makeCategory(fresh.db, edition, { slug: 'home', name: 'Home Care', state: 'shortlisted' })
})
afterEach(() => fresh.close())

const ctx = () => makeCtx(fresh.db)
const longAgo = later(testNow, -days(14))

interface Told {
  at?: string | null
  answer?: NomineeAnswer
  publicity?: Record<string, string>
  reach?: string
}

/** A finalist who was told `at` (null: not at all), and what they said. */
async function finalist(name: string, { at = longAgo, answer = 'none', publicity = {}, reach = '' }: Told = {}, own: Parameters<typeof makeEntry>[3] = {}): Promise<EntryRow> {
  const entry = await makeEntry(fresh.db, edition, home, {
    shortlist: 'in', ...own, nomination: { nominee: { name, employer: `${name}’s`, reach, answer, publicity: JSON.stringify(publicity) } },
  })
  if (at) await fresh.db.insertInto('notice').values({ id: newId(), nominee_id: entry.nominee_id, route: 'letter', due_at: testNow, told_at: at, created_at: testNow }).execute()
  return entry
}
const shown = async () => (await listPublicFinalists(fresh, { id: edition.id, now: testNow })).map(({ name, finalists, unnamed }) => [name, finalists, unnamed])
const seen = async () => ({ id: edition.id, version: (await getEditionById(ctx(), edition.id)).version })
const announce = async () => announceFinalists(ctx(), await seen(), fingerprintOf(await listFinalistsToTell(fresh, edition)))
const letters = () => fresh.db.selectFrom('message').select(['kind', 'state', 'to_email', 'about_id']).orderBy('to_email').execute()

describe('what the public sees of a finalist', () => {
  test.each<[string, Told, unknown]>([
    ['who was told two weeks ago and has not answered: the name alone', {}, ['Home Care', [{ name: 'Asha', employer: '' }], 0]],
    ['who was told a moment less than two weeks ago: nothing', { at: later(longAgo, 1) }, ['Home Care', [], 1]],
    ['who was never told: nothing', { at: null }, ['Home Care', [], 1]],
    ['who agreed to all: name and workplace', { at: testNow, answer: 'accepted', publicity: { name: 'yes', employer: 'yes' } }, ['Home Care', [{ name: 'Asha', employer: 'Asha’s' }], 0]],
    ['who wants no name in public: nothing', { answer: 'accepted', publicity: { name: 'no', employer: 'yes' } }, ['Home Care', [], 1]],
    ['who declined, though the entry still stands: nothing', { answer: 'declined' }, ['Home Care', [], 1]],
  ])('%s', async (_, told, expected) => {
    await finalist('Asha', told)
    expect(await shown()).toEqual([expected])
  })

  test('merged, the strictest of the records wins', async () => {
    const asha = await finalist('Asha', { answer: 'accepted', publicity: { name: 'yes', employer: 'yes' } })
    const twin = await finalist('Ash', { answer: 'accepted', publicity: { name: 'yes', employer: 'no' } }, { state: 'withdrawn' })
    await fresh.db.updateTable('nominee').set({ merged_into: asha.nominee_id }).where('id', '=', twin.nominee_id).execute()
    expect(await shown()).toEqual([['Home Care', [{ name: 'Asha', employer: '' }], 0]])
  })

  test.each<[string, Parameters<typeof makeEntry>[3]]>([
    ['out', { shortlist: 'out' }], ['undecided', { shortlist: 'undecided' }], ['stood down', { standing: 'stood-down' }], ['withdrawn', { state: 'withdrawn' }],
  ])('who is %s is no finalist', async (_, own) => {
    await finalist('Asha', {}, own)
    expect(await shown()).toEqual([])
  })

  test('nobody of a category whose shortlist is open is one', async () => {
    await finalist('Asha')
    await fresh.db.updateTable('category').set({ state: 'open' }).execute()
    expect(await shown()).toEqual([])
  })
})

describe('announcing', () => {
  test('makes them public, writes once to each who has an address, and holds the messages', async () => {
    const asha = await finalist('Asha', { reach: 'asha@people.example' })
    await finalist('Bea', { reach: 'ring her at the home' })
    const team = await makeCategory(fresh.db, edition, { name: 'Care Team', state: 'shortlisted' })
    await fresh.db.insertInto('entry').values({ ...asha, id: 'twin', category_id: team.id }).execute()
    expect(await announce()).toEqual(ok())
    expect((await getEditionById(ctx(), edition.id)).finalists_announced_at).toBe(edition.now)
    expect(await letters()).toEqual([{ kind: 'finalist.told', state: 'held', to_email: 'asha@people.example', about_id: asha.nominee_id }])
    expect((await listFinalistsToTell(fresh, edition)).map((one) => one.name)).toEqual(['Bea'])
  })

  test('again, it writes only to those who came since', async () => {
    await finalist('Asha', { reach: 'asha@people.example' })
    expect(await announce()).toEqual(ok())
    await fresh.db.updateTable('edition').set({ finalists_announced_at: longAgo }).execute()
    await finalist('Bea', { reach: 'bea@people.example' })
    expect(await announce()).toEqual(ok())
    expect((await letters()).map((one) => one.to_email)).toEqual(['asha@people.example', 'bea@people.example'])
    expect((await getEditionById(ctx(), edition.id)).finalists_announced_at).toBe(longAgo)
  })

  test('a double press writes once', async () => {
    await finalist('Asha', { reach: 'asha@people.example' })
    const [version, people] = [await seen(), fingerprintOf(await listFinalistsToTell(fresh, edition))]
    const both = await Promise.all([announceFinalists(ctx(), version, people), announceFinalists(ctx(), version, people)])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(await letters()).toHaveLength(1)
  })

  test('is refused when others would be written to than was shown', async () => {
    await finalist('Asha', { reach: 'asha@people.example' })
    const people = fingerprintOf(await listFinalistsToTell(fresh, edition))
    await finalist('Bea', { reach: 'bea@people.example' })
    expect(await announceFinalists(ctx(), await seen(), people)).toEqual(denied('changed-meanwhile'))
    expect(await letters()).toEqual([])
  })

  test('is refused while something is missing, which is named', async () => {
    await finalist('Asha', { at: null })
    await makeCategory(fresh.db, edition, { slug: 'team', name: 'Care Team' })
    expect(await listAnnouncingGaps(fresh, edition)).toEqual([
      { missing: 'The shortlist of Care Team is not finished.', at: 'shortlists/team' },
      { missing: 'Asha has not been told of the nomination yet.', at: 'notices' },
    ])
    expect(await announce()).toEqual(denied('gaps', { count: 2 }))
  })
})

test('the lists take as many queries for three as for one', async () => {
  const ask = async () => {
    const counted = countQueries(fresh.url)
    await listPublicFinalists(counted, edition)
    await listFinalistsToTell(counted, edition)
    await counted.close()
    return counted.asked()
  }
  await finalist('Asha')
  const one = await ask()
  await finalist('Bea')
  await finalist('Cal')
  expect([one, await ask()]).toEqual([4, 4])
})
