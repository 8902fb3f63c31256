import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitor } from '#app/domain/actor.ts'
import { denied, ok, valueOf } from '#app/domain/result.ts'
import { later } from '#app/domain/time.ts'
import { countUncertified, makeCertificates } from '#app/features/certificates/commands.server.ts'
import { listOutcomes } from '#app/features/certificates/outcomes.queries.server.ts'
import { printCertificates } from '#app/features/certificates/print.server.ts'
import { countCertificates, findCertificate, listCertificates, listCertificatesOf, listEmployers, type Certificate } from '#app/features/certificates/queries.server.ts'
import { outcomeWords } from '#app/features/certificates/words.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow, EntryRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeCtx, makeEntry, makeQuestion, testNow } from '#tests/factories/index.ts'
import { makeCeremony, makeStageFinalist, type CeremonyScene } from '#tests/setup/ceremony-scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readPdfText } from '#tests/setup/pdf-text.ts'

const publicAt = later(testNow, 60_000)
let fresh: FreshDatabase
let scene: CeremonyScene
let first: CategoryRow
let second: CategoryRow
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeCeremony(fresh.db, ['Wilma Winner', 'Wanda Winner'])
  ;[first, second] = scene.categories as [CategoryRow, CategoryRow]
})
afterEach(() => fresh.close())

const at = (now = publicAt) => makeCtx(fresh.db, { now })
const edition = (now = publicAt) => getEditionById(at(now), scene.edition.id)
const make = async (now = publicAt) => makeCertificates(at(now), await edition(now))
const agreed = { answer: 'accepted', publicity: JSON.stringify({ name: 'yes', story: 'yes' }) } as const

async function reveal(category: CategoryRow): Promise<void> {
  await fresh.db.insertInto('reveal').values({ id: newId(), edition_id: scene.edition.id, category_id: category.id, number: category === first ? 1 : 2, revealed_at: testNow, public_at: publicAt, undone_at: null }).execute()
}

/** Everybody's, as "what: name, category". */
async function all(): Promise<string[]> {
  const codes = await fresh.db.selectFrom('certificate').select('code').execute()
  const found = await Promise.all(codes.map(async ({ code }) => (await findCertificate(at(), code))?.certificate))
  return found.flatMap((one) => (one ? [`${one.honour}: ${one.name}, ${one.category}`] : [])).sort()
}

async function certificateOf(entry: Pick<EntryRow, 'nominee_id'>): Promise<Certificate | undefined> {
  return (await listCertificatesOf(at(), await edition(), entry.nominee_id))[0]
}

describe('certificates are made', () => {
  test('for nobody while no winner is public, not even at the moment before', async () => {
    await reveal(first)
    const before = later(publicAt, -1)
    expect(await countUncertified(at(before), await edition(before))).toBe(0)
    expect(await make(before)).toEqual(ok({ count: 0 }))
    expect(await fresh.db.selectFrom('certificate').selectAll().execute()).toEqual([])
  })

  test('for everybody of a category whose winner is public, and of no other', async () => {
    await makeEntry(fresh.db, scene.edition, first, { nomination: { nominee: { name: 'Nominated Ned' } } })
    await reveal(first)
    expect(await make()).toEqual(ok({ count: 3 }))
    expect(await all()).toEqual(['finalist: Finalist 1, Award 1', 'nominated: Nominated Ned, Award 1', 'winner: Wilma Winner, Award 1'])
  })

  test('once, however often it is asked; what comes later is added', async () => {
    await reveal(first)
    await make()
    const made = await fresh.db.selectFrom('certificate').selectAll().orderBy('id').execute()
    expect(await Promise.all([make(), make()])).toEqual([ok({ count: 0 }), ok({ count: 0 })])
    expect(await fresh.db.selectFrom('certificate').selectAll().orderBy('id').execute()).toEqual(made)
    await reveal(second)
    expect(await make()).toEqual(ok({ count: 2 }))
    expect(await fresh.db.selectFrom('audit_event').select(['verb', 'facts']).where('verb', '=', 'certificates.made').orderBy('seq').execute())
      .toEqual([2, 2].map((count) => ({ verb: 'certificates.made', facts: JSON.stringify({ count }) })))
  })

  test('of a category without an award once every winner is public', async () => {
    const none = await makeCategory(fresh.db, scene.edition, { slug: 'none', name: 'No award', state: 'no-award' })
    await makeStageFinalist(fresh.db, scene.edition, none, 'Still a Finalist')
    await reveal(first)
    expect(await make()).toEqual(ok({ count: 2 }))
    await reveal(second)
    expect(await make()).toEqual(ok({ count: 3 }))
    expect(await all()).toContain('finalist: Still a Finalist, No award')
  })

  test('not for entries that were not found eligible, or take no part', async () => {
    await makeEntry(fresh.db, scene.edition, first, { screening: 'ineligible' })
    await makeEntry(fresh.db, scene.edition, first, { screening: 'to-screen' })
    await makeEntry(fresh.db, scene.edition, first, { standing: 'stood-down' })
    await makeEntry(fresh.db, scene.edition, first, { state: 'withdrawn' })
    await reveal(first)
    expect(await make()).toEqual(ok({ count: 2 }))
  })

  test('by those who organise only', async () => {
    await reveal(first)
    const judge = await makeAccount(fresh.db, { role: 'judge', edition: scene.edition })
    for (const actor of [visitor, judge]) expect(await makeCertificates({ ...at(), actor }, await edition())).toEqual(denied('not-yours'))
  })
})

describe('what it came to', () => {
  const outcomesOf = async (entry: Pick<EntryRow, 'nominee_id'>, now = publicAt) => listOutcomes(at(), await edition(now), entry.nominee_id)
  const entryOf = (name: string) =>
    fresh.db.selectFrom('entry').innerJoin('nominee', 'nominee.id', 'entry.nominee_id').selectAll('entry').where('nominee.name', '=', name).executeTakeFirstOrThrow()

  test('a nominee learns for each category once the public knows its winner, the most first', async () => {
    const winner = await entryOf('Wanda Winner')
    await makeEntry(fresh.db, scene.edition, first, { nomination: { nominee: { name: 'Nominated Ned' } } })
    await fresh.db.updateTable('entry').set({ nominee_id: winner.nominee_id }).where('id', '=', (await entryOf('Nominated Ned')).id).execute()
    await reveal(first)
    expect(await outcomesOf(winner, later(publicAt, -1))).toEqual([])
    expect(await outcomesOf(winner)).toEqual([{ category: 'Award 1', honour: 'nominated' }])
    await reveal(second)
    expect(await outcomesOf(winner)).toEqual([{ category: 'Award 2', honour: 'winner' }, { category: 'Award 1', honour: 'nominated' }])
    expect(await outcomesOf(await entryOf('Finalist 1'))).toEqual([{ category: 'Award 1', honour: 'finalist' }])
  })

  test('whoever takes no part learns nothing', async () => {
    const finalist = await entryOf('Finalist 1')
    await reveal(first)
    await fresh.db.updateTable('entry').set({ standing: 'stood-down' }).where('id', '=', finalist.id).execute()
    expect(await outcomesOf(finalist)).toEqual([])
  })

  test.each([
    ['', [['Home Care', 'winner'], ['Team', 'nominated']], 'Congratulations: you won', /^You won Home Care\. .* Also Team: nominated\.$/],
    ['Night Team', [['Team', 'winner']], 'Congratulations: Night Team won', /^Night Team won Team\./],
    ['', [['Home Care', 'finalist']], 'You were a finalist', /went to somebody else/],
    ['Night Team', [['Team', 'nominated']], 'Night Team was nominated', /did not come on to the shortlist/],
  ] as const)('and it is said: %s %j', (who, came, title, lead) => {
    const [one, ...more] = came.map(([category, honour]) => ({ category, honour }))
    const said = outcomeWords([one!, ...more], who)
    expect(said).toEqual({ title, lead: expect.stringMatching(lead) as string })
  })
})

describe('what a certificate says', () => {
  const nominate = async (name: string, own: object = {}) => makeEntry(fresh.db, scene.edition, first, { nomination: { nominator_email: '', nominee: { name, ...own } } })
  const say = async (entry: EntryRow, words: string) => {
    const question = await fresh.db.selectFrom('question').select('id').where('key', '=', 'sentence').executeTakeFirst() ?? await makeQuestion(fresh.db, scene.edition, { key: 'sentence' })
    const { id, version } = await fresh.db.selectFrom('nomination').select(['id', 'version']).where('nominee_id', '=', entry.nominee_id).executeTakeFirstOrThrow()
    await fresh.db.insertInto('answer').values({ nomination_id: id, version, question_id: question.id, text: words }).execute()
    return { nomination_id: id, version, question_id: question.id }
  }
  const announce = async () => {
    await reveal(first)
    await make()
  }

  test('the name as it stands today', async () => {
    const entry = await nominate('Ned Typo')
    await announce()
    await fresh.db.updateTable('nominee').set({ name: 'Neđ Ọlá' }).where('id', '=', entry.nominee_id).execute()
    const certificate = await certificateOf(entry)
    expect(certificate?.name).toBe('Neđ Ọlá')
    const [page = ''] = readPdfText(await printCertificates(await edition(), [certificate!], 'https://awards.example.org'))
    expect(page.split('\n').map((line) => line.normalize('NFC')).filter(Boolean)).toEqual([
      'Celebrating Excellence in Care 2027', 'Nominated', 'Neđ Ọlá', 'was nominated for the Award 1 award. Thank you.',
      expect.stringMatching(/^Given/), 'Check it at awards.example.org/certificate', certificate?.code,
    ])
  })

  test('the citation, or a kind sentence, of those who agree to their story being shown, and of nobody else', async () => {
    const [yes, no, silent] = [await nominate('Yes', agreed), await nominate('No', { ...agreed, publicity: JSON.stringify({ name: 'yes', story: 'no' }) }), await nominate('Silent')]
    for (const entry of [yes, no, silent]) await say(entry, 'She sat with my dad.')
    await announce()
    expect((await Promise.all([yes, no, silent].map(certificateOf))).map((one) => one?.words)).toEqual(['She sat with my dad.', '', ''])
    const winner = await fresh.db.selectFrom('award').select(['entry_id', 'citation']).where('category_id', '=', first.id).executeTakeFirstOrThrow()
    const { nominee_id } = await fresh.db.selectFrom('entry').select('nominee_id').where('id', '=', winner.entry_id).executeTakeFirstOrThrow()
    expect(await certificateOf({ nominee_id })).toMatchObject({ honour: 'winner', words: winner.citation, named: true })
  })

  test('no sentence in which words are covered, and none that nobody has screened', async () => {
    const [covered, unread] = [await nominate('Covered', agreed), await nominate('Unread', agreed)]
    const passage = await say(covered, 'She sat with Mrs Carter.')
    await fresh.db.insertInto('redaction').values({ id: newId(), ...passage, from_char: 13, to_char: 23, created_at: testNow, lifted_at: null }).execute()
    await say(unread, 'Nobody has read this.')
    await fresh.db.updateTable('nomination').set({ screened_version: 0 }).where('nominee_id', '=', unread.nominee_id).execute()
    await announce()
    expect((await Promise.all([covered, unread].map(certificateOf))).map((one) => one?.words)).toEqual(['', ''])
  })

  test('silence agrees to no name, however long ago they were told', async () => {
    const silent = await nominate('Silent')
    await fresh.db.insertInto('notice').values({ id: newId(), nominee_id: silent.nominee_id, route: 'letter', due_at: testNow, message_id: null, told_at: '2020-01-01T00:00:00.000Z', created_at: testNow }).execute()
    await announce()
    expect((await certificateOf(silent))?.named).toBe(false)
  })

  test('nothing any more when the nominee declines, also on a record merged into theirs; nor in a rehearsal', async () => {
    const [one, merged] = [await nominate('One', agreed), await nominate('Other')]
    await announce()
    const codeOf = async (entry: EntryRow) => (await fresh.db.selectFrom('certificate').select('code').where('entry_id', '=', entry.id).executeTakeFirstOrThrow()).code
    expect((await findCertificate(at(), await codeOf(one)))?.certificate.name).toBe('One')
    await fresh.db.updateTable('nominee').set({ merged_into: one.nominee_id, answer: 'objected' }).where('id', '=', merged.nominee_id).execute()
    expect(await findCertificate(at(), await codeOf(one))).toBe(undefined)
    await fresh.db.updateTable('nominee').set({ answer: 'none' }).where('id', '=', merged.nominee_id).execute()
    await fresh.db.updateTable('edition').set({ rehearsal: 1, current: 0 }).execute()
    expect([await findCertificate(at(), await codeOf(one)), await certificateOf(one)]).toEqual([undefined, undefined])
  })

  test('a code that was never given is nobody’s', async () => {
    expect(await findCertificate(at(), '2345-6789-CFHJ')).toBe(undefined)
  })
})

test('at work they are handed out to those who said yes, spelt as one employer; the others have theirs sent', async () => {
  const own = (name: string, employer: string, answer: 'accepted' | 'none') => ({ nomination: { nominator_email: '', nominee: { name, employer, answer, publicity: '{}' } } })
  await makeEntry(fresh.db, scene.edition, first, own('Asha', 'Hallowtree', 'accepted'))
  await makeEntry(fresh.db, scene.edition, first, own('Bea', 'The Hallowtree Nursing Home Ltd', 'accepted'))
  await makeEntry(fresh.db, scene.edition, first, own('Cem', 'Hallowtree', 'none'))
  await makeEntry(fresh.db, scene.edition, first, own('Dai', '', 'accepted'))
  await reveal(first)
  valueOf(await make())
  const year = await edition()
  const { rows } = await listEmployers(at(), year)
  expect(rows.filter(({ key }) => key === 'hallowtree')).toEqual([{ key: 'hallowtree', name: 'Hallowtree', count: 2 }])
  const names = async (way: Parameters<typeof listCertificates>[2]) => (await listCertificates(at(), year, way, 1)).map(({ name }) => name)
  expect([await names({ employer: 'hallowtree' }), await names('direct')]).toEqual([['Asha', 'Bea'], ['Cem', 'Dai']])
  expect([await countCertificates(at(), year), await countCertificates(at(), year, 'direct')]).toEqual([6, 2])
})
