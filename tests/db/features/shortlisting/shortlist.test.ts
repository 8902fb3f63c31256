import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitor } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { denied, ok } from '#app/domain/result.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { choose, finishShortlist, giveNoAward, reopenShortlist, type Choice } from '#app/features/shortlisting/commands.server.ts'
import { listChosenLookAlikes } from '#app/features/shortlisting/look-alikes.queries.server.ts'
import { listCandidates, listShortlists } from '#app/features/shortlisting/queries.server.ts'
import type { CategoryRow, EntryRow } from '#db/schema.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, makeNomination, makeQuestion, testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let edition: Edition
let home: CategoryRow
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db, { stage: 'screening', settings: { shortlistSize: 2 } })
  home = await makeCategory(fresh.db, edition, { slug: 'home', name: 'Home Care' })
})
afterEach(() => fresh.close())

const ctx = () => makeCtx(fresh.db)
const entry = (name: string, own: Parameters<typeof makeEntry>[3] = {}, category = home) =>
  makeEntry(fresh.db, edition, category, { ...own, nomination: { nominee: { name, employer: `${name}’s`, employer_key: name }, ...own.nomination } })
const put = (one: EntryRow, own: Partial<Choice> = {}): Choice => ({ entryId: one.id, was: 'undecided', place: 'in', reason: 'Clear', ...own })
const seen = async () => ({ id: edition.id, version: (await getEditionById(ctx(), edition.id)).version })
const placesOf = async () =>
  Object.fromEntries((await listCandidates(fresh, home.id)).map(({ nominee, place, reason }) => [nominee, [place, reason]]))
const stateOf = async () => (await listShortlists(fresh, edition))[0]?.state
const verbs = async () => (await fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'facts']).orderBy('seq').execute()).map((row) => [row.verb, row.object_id, JSON.parse(row.facts) as unknown])

describe('choosing', () => {
  test('puts in and out with reasons, and the trail has each that moved', async () => {
    const [asha, bea, cal] = [await entry('Asha'), await entry('Bea'), await entry('Cal')]
    expect(await choose(ctx(), edition, 'home', [put(asha), put(bea, { place: 'out', reason: 'Thin' }), put(cal, { place: 'undecided', reason: '' })])).toEqual(ok())
    expect(await placesOf()).toEqual({ Asha: ['in', 'Clear'], Bea: ['out', 'Thin'], Cal: ['undecided', ''] })
    expect(await verbs()).toEqual([
      ['entry.shortlisted', asha.id, { place: 'in', reason: 'Clear' }],
      ['entry.shortlisted', bea.id, { place: 'out', reason: 'Thin' }],
    ])
  })

  test('taking a decision back takes its reason back', async () => {
    const asha = await entry('Asha', { shortlist: 'in', shortlist_reason: 'Clear' })
    expect(await choose(ctx(), edition, 'home', [put(asha, { was: 'in', place: 'undecided', reason: 'Clear' })])).toEqual(ok())
    expect(await placesOf()).toEqual({ Asha: ['undecided', ''] })
  })

  const spoilt: [string, Parameters<typeof makeEntry>[3]][] = [
    ['was decided meanwhile', { shortlist: 'out' }],
    ['is not eligible', { screening: 'ineligible' }],
    ['was never screened', { screening: 'to-screen' }],
    ['stood down', { standing: 'stood-down' }],
    ['was withdrawn', { state: 'withdrawn' }],
  ]
  test.each(spoilt)('nothing is saved when one %s', async (_, own) => {
    const [asha, bea] = [await entry('Asha'), await entry('Bea', own)]
    expect(await choose(ctx(), edition, 'home', [put(asha), put(bea)])).toEqual(denied('changed-meanwhile'))
    expect((await placesOf()).Asha).toEqual(['undecided', ''])
    expect(await verbs()).toEqual([])
  })

  test('an entry of another category is not reached', async () => {
    const elsewhere = await entry('Dee', {}, await makeCategory(fresh.db, edition))
    expect(await choose(ctx(), edition, 'home', [put(elsewhere)])).toEqual(denied('changed-meanwhile'))
  })

  test('only by those who run the edition, and only of a category that is there', async () => {
    const asha = await entry('Asha')
    const judge = await makeAccount(fresh.db, { role: 'judge', edition })
    for (const actor of [visitor, judge]) expect(await choose(makeCtx(fresh.db, { actor }), edition, 'home', [put(asha)])).toEqual(denied('not-yours'))
    expect(await choose(ctx(), edition, 'nowhere', [])).toEqual(denied('not-found'))
  })

  test('of two who decide at once, one is told', async () => {
    const asha = await entry('Asha')
    const both = await Promise.all([choose(ctx(), edition, 'home', [put(asha)]), choose(ctx(), edition, 'home', [put(asha, { place: 'out', reason: 'Thin' })])])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
  })
})

describe('finishing', () => {
  test('a shortlist with everybody decided is finished, and closed to choices', async () => {
    const asha = await entry('Asha', { shortlist: 'in', shortlist_reason: 'Clear' })
    expect(await finishShortlist(ctx(), await seen(), 'home')).toEqual(ok())
    expect([await stateOf(), await verbs()]).toEqual(['shortlisted', [['category.stepped', home.id, { to: 'shortlisted', chosen: 1 }]]])
    expect(await choose(ctx(), edition, 'home', [put(asha, { was: 'in', place: 'out' })])).toEqual(denied('shortlist-finished'))
  })

  test('what is missing is named', async () => {
    await entry('Asha')
    await entry('Bea', { screening: 'to-screen', nomination: { screened_version: 0 } })
    await entry('Cal', { shortlist: 'in', nomination: { version: 2, screened_version: 1 } })
    await entry('Dee', { standing: 'stood-down' })
    expect(await finishShortlist(ctx(), await seen(), 'home')).toEqual(
      denied('shortlist-gaps', { gaps: '2 entries are still to be screened. 1 entry is neither in nor out.' }))
    expect(await stateOf()).toBe('open')
  })

  test('more than the quota takes a reason', async () => {
    for (const name of ['Asha', 'Bea', 'Cal']) await entry(name, { shortlist: 'in' })
    expect(await finishShortlist(ctx(), await seen(), 'home')).toEqual(denied('over-quota', { chosen: 3, quota: 2 }))
    expect(await finishShortlist(ctx(), await seen(), 'home', 'Two share one story')).toEqual(ok())
    expect((await verbs()).at(-1)).toEqual(['category.stepped', home.id, { to: 'shortlisted', chosen: 3, reason: 'Two share one story' }])
  })

  test('no award takes a reason, and nobody in', async () => {
    expect(await finishShortlist(ctx(), await seen(), 'home')).toEqual(denied('shortlist-gaps', { gaps: 'Nobody is in. If that is how it is, give no award in this category.' }))
    expect(await giveNoAward(ctx(), await seen(), 'home', '')).toEqual(denied('reason-needed'))
    await entry('Asha', { shortlist: 'in' })
    expect(await giveNoAward(ctx(), await seen(), 'home', 'Thin')).toEqual(denied('somebody-chosen', { count: 1 }))
    await fresh.db.updateTable('entry').set({ shortlist: 'out' }).execute()
    expect(await giveNoAward(ctx(), await seen(), 'home', 'Thin')).toEqual(ok())
    expect(await stateOf()).toBe('no-award')
  })

  test.each(['shortlisted', 'no-award'] as const)('%s is opened again; once announced, with a reason', async (state) => {
    await fresh.db.updateTable('category').set({ state }).execute()
    expect(await reopenShortlist(ctx(), await seen(), 'home')).toEqual(ok())
    expect(await stateOf()).toBe('open')
    await fresh.db.updateTable('category').set({ state }).execute()
    await fresh.db.updateTable('edition').set({ finalists_announced_at: testNow }).execute()
    expect(await reopenShortlist(ctx(), await seen(), 'home')).toEqual(denied('reason-needed'))
    expect(await reopenShortlist(ctx(), await seen(), 'home', 'A mistake')).toEqual(ok())
  })

  test.each(['nominating', 'judging'] as const)('not while the edition is %s', async (stage) => {
    await entry('Asha', { shortlist: 'in' })
    await fresh.db.updateTable('edition').set({ stage, opens_at: '2026-11-03T09:00:00.000Z', closes_at: '2027-01-12T17:00:00.000Z' }).execute()
    for (const act of [finishShortlist, giveNoAward, reopenShortlist]) expect(await act(ctx(), await seen(), 'home', 'Because')).toEqual(denied('wrong-stage', { stage }))
  })

  test('only as the edition was seen', async () => {
    await entry('Asha', { shortlist: 'in' })
    expect(await finishShortlist(ctx(), { id: edition.id, version: edition.version + 1 }, 'home')).toEqual(denied('changed-meanwhile'))
  })
})

test('candidates are told with what speaks of them: other categories, and colleagues', async () => {
  const team = await makeCategory(fresh.db, edition, { name: 'Care Team' })
  const asha = await entry('Asha', { shortlist: 'in' })
  await fresh.db.insertInto('entry').values({ ...asha, id: 'twin', category_id: team.id }).execute()
  await fresh.db.insertInto('entry').values({ ...asha, id: 'out', category_id: (await makeCategory(fresh.db, edition)).id, shortlist: 'out' }).execute()
  await entry('Bea', { nomination: { nominee: { name: 'Bea', employer: 'Asha’s', employer_key: 'Asha' } } })
  await entry('Cal', { shortlist: 'out' })
  const told = (await listCandidates(fresh, home.id)).map(({ nominee, alsoIn, colleaguesIn, waits }) => [nominee, alsoIn, colleaguesIn, waits])
  expect(told).toEqual([['Asha', ['Care Team'], 0, false], ['Bea', [], 1, false], ['Cal', [], 0, false]])
})

test('candidates are told with what was said of them, by how many, and whether they know', async () => {
  const question = await makeQuestion(fresh.db, edition, { key: 'sentence' })
  const asha = await entry('Asha')
  const again = await makeNomination(fresh.db, edition, await makeCategory(fresh.db, edition, { name: 'Elsewhere' }))
  await fresh.db.updateTable('nomination').set({ nominee_id: asha.nominee_id }).where('id', '=', again.id).execute()
  await fresh.db.insertInto('nomination_category').values({ nomination_id: again.id, category_id: home.id }).execute()
  await fresh.db.updateTable('answer').set({ text: 'She stayed all night, and sang.' }).where('nomination_id', '=', again.id).where('question_id', '=', question.id).execute()
  await fresh.db.insertInto('notice').values({ id: newId(), nominee_id: asha.nominee_id, route: 'letter', due_at: testNow, told_at: testNow, created_at: testNow }).execute()
  await fresh.db.updateTable('nominee').set({ answer: 'accepted' }).where('id', '=', asha.nominee_id).execute()
  await entry('Bea', { nomination: { nominee: { name: 'Bea' }, state: 'withdrawn', withdrawn_at: testNow }, state: 'live' })
  const told = (await listCandidates(fresh, home.id)).map(({ nominee, sentence, nominations, told, answer }) => [nominee, sentence, nominations, told, answer])
  expect(told).toEqual([['Asha', 'She stayed all night, and sang.', 2, true, 'accepted'], ['Bea', '', 0, false, 'none']])
})

test('those chosen who look alike are pointed out, each pair once: with each other first, then with somebody else', async () => {
  const named = (name: string) => entry(name, { nomination: { nominee: { name, job: 'Carer', employer: 'Merrivane Lodge', employer_key: 'merrivane lodge' } } })
  const [ann, anne, beth, bethan] = [await named('Ann Marie Duval'), await named('Anne-Marie Duvall'), await named('Beth Tregellan'), await named('Bethan Tregellan')]
  const chosen = [beth, ann, anne].map(({ nominee_id: id }, i) => ({ id, name: ['Beth', 'Ann', 'Anne'][i] ?? '' }))
  const pairs = await listChosenLookAlikes(fresh, edition, chosen)
  expect(pairs.map(({ one, other, both }) => [[one.id, other.id].sort(), both])).toEqual([[[ann.nominee_id, anne.nominee_id].sort(), true], [[beth.nominee_id, bethan.nominee_id].sort(), false]])
})

test('a list takes as many queries for three as for one', async () => {
  const ask = async () => {
    const counted = countQueries(fresh.url)
    await listCandidates(counted, home.id)
    await listShortlists(counted, edition)
    await counted.close()
    return counted.asked()
  }
  await entry('Asha')
  const one = await ask()
  await entry('Bea')
  await entry('Cal')
  await makeCategory(fresh.db, edition)
  expect([one, await ask()]).toEqual([5, 5])
})
