import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { gapsBeforeJudging } from '#app/domain/judging-gaps.ts'
import { days, later } from '#app/domain/time.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { applyAssignment } from '#app/features/judging/assignment.commands.server.ts'
import { propose } from '#app/features/judging/assignment.queries.server.ts'
import { openJudging, returnToScreening } from '#app/features/judging/opening.commands.server.ts'
import { readProgress } from '#app/features/judging/progress.queries.server.ts'
import { listJudgingFacts } from '#app/features/judging/readiness.queries.server.ts'
import { hasTiesToTell, listFinalistsOf, listRecusals } from '#app/features/judging/recusals.queries.server.ts'
import { letBack, setAside, tellTies } from '#app/features/judging/recusals.commands.server.ts'
import { remindJudges } from '#app/features/judging/reminders.commands.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CategoryRow, EntryRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, makeJudge, testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let ctx: Ctx
let edition: Edition
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db, { stage: 'screening', closes_at: '2026-11-20T17:00:00.000Z' })
  ctx = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { name: 'Dan Hocking', role: 'organiser', edition }) })
})
afterEach(() => fresh.close())

const done = { ok: true, value: undefined }
const refusal = (code: string): unknown => expect.objectContaining({ ok: false, code })
const now = () => getEditionById(ctx, edition.id)
const tell = (entry: EntryRow) => fresh.db.insertInto('notice').values({ id: newId(), nominee_id: entry.nominee_id, route: 'letter', due_at: testNow, told_at: testNow, created_at: testNow }).execute()

/** A category that lacks nothing: three judges, two entries, everybody told and ready. */
async function ready(name: string) {
  const category = await makeCategory(fresh.db, edition, { name, state: 'shortlisted' })
  const judges = []
  for (const one of ['Ann', 'Bob', 'Cem']) judges.push(await makeJudge(fresh.db, edition, { name: `${one} of ${name}`, panels: [category] }))
  const entries = [await makeEntry(fresh.db, edition, category, { shortlist: 'in' }), await makeEntry(fresh.db, edition, category, { shortlist: 'in' })]
  for (const entry of entries) await tell(entry)
  await applyAssignment(ctx, edition, category.slug, { wanted: 3, hash: (await propose(ctx, edition, category, 3)).hash })
  const [judge] = judges
  const [entry] = entries
  if (!judge || !entry) throw new Error('nobody')
  return { category, judge, entry }
}
type Ready = Awaited<ReturnType<typeof ready>>

const lack: [string, (here: Ready) => Promise<unknown>, missing: string, at: string][] = [
  ['a finished shortlist', ({ category }) => fresh.db.updateTable('category').set({ state: 'open' }).where('id', '=', category.id).execute(), 'Care: the shortlist is not finished.', 'shortlists/category-1'],
  ['anybody on the shortlist', () => fresh.db.updateTable('entry').set({ standing: 'stood-down' }).execute(), 'Care: nobody is on the shortlist any more.', 'shortlists/category-1'],
  ['an entry’s judge', ({ entry }) => fresh.db.deleteFrom('scorecard').where('id', 'in', fresh.db.selectFrom('scorecard').select('id').where('entry_id', '=', entry.id).limit(1)).execute(), 'Care: 1 entry is given to fewer judges than the quorum of 3.', 'panels/category-1/assign'],
  ['a judge’s sight of an entry', ({ judge, entry }) => fresh.db.insertInto('recusal').values({ id: newId(), judge_id: judge.id, entry_id: entry.id, source: 'declared', reason: '', created_at: testNow }).execute(), 'Care: 1 entry is given to fewer judges than the quorum of 3.', 'panels/category-1/assign'],
  ['a signature', ({ judge }) => fresh.db.updateTable('judge').set({ signed_terms: '' }).where('id', '=', judge.id).execute(), 'Care: 1 judge has not signed the terms, or not declared ties.', 'panels/category-1'],
  ['a declaration', ({ judge }) => fresh.db.updateTable('judge').set({ declared_at: null }).where('id', '=', judge.id).execute(), 'Care: 1 judge has not signed the terms, or not declared ties.', 'panels/category-1'],
  ['a notice', ({ entry }) => fresh.db.updateTable('notice').set({ told_at: null }).where('nominee_id', '=', entry.nominee_id).execute(), 'Care: 1 finalist is still to be told that they were nominated.', 'notices'],
  ['screening of what came since', ({ entry }) => fresh.db.updateTable('nomination').set({ version: 2 }).where('nominee_id', '=', entry.nominee_id).execute(), 'Care: 1 entry is still to be screened.', 'entries?show=to-screen&category=category-1'],
]

describe('what is missing', () => {
  test('nothing, when everything is there', async () => {
    await ready('Care')
    expect((await listJudgingFacts(ctx, edition)).map(gapsBeforeJudging)).toEqual([[]])
  })

  test.each(lack)('%s: it is named, and judging does not open', async (_, change, missing, at) => {
    await change(await ready('Care'))
    expect((await listJudgingFacts(ctx, edition)).flatMap(gapsBeforeJudging)).toEqual([{ missing, at }])
    expect(await openJudging(ctx, await now())).toEqual(refusal('gaps'))
    expect(await now()).toMatchObject({ stage: 'screening' })
  })

  test.each([['held', 1], ['ready', 0], ['sending', 0], ['sent', 0], ['failed', 1], ['cancelled', 1]] as const)('an email to a nominee that is %s leaves %i to be told', async (state, left) => {
    const { entry } = await ready('Care')
    const message = { id: newId(), kind: 'nominee.notice', state, to_name: '', to_email: '', reply_to: '', subject: '', body: '[]', created_at: testNow, due_at: testNow, sent_at: state === 'sent' ? testNow : null }
    await fresh.db.insertInto('message').values(message).execute()
    await fresh.db.updateTable('notice').set({ route: 'email', message_id: message.id, told_at: null }).where('nominee_id', '=', entry.nominee_id).execute()
    expect((await listJudgingFacts(ctx, edition)).map(({ nomineesNotTold }) => nomineesNotTold)).toEqual([left])
  })

  test('judges: without a quorum of them, entries are short too', async () => {
    const { judge } = await ready('Care')
    await fresh.db.updateTable('panel_member').set({ removed_at: testNow }).where('judge_id', '=', judge.id).execute()
    expect((await listJudgingFacts(ctx, edition)).flatMap(gapsBeforeJudging).map(({ missing }) => missing)).toEqual(['Care: 2 judges have accepted, and the quorum is 3.'])
  })

  test('is found in as many reads for three categories as for one', async () => {
    await ready('Care')
    const counted = countQueries(fresh.url)
    await listJudgingFacts({ db: counted.db }, edition)
    const one = counted.asked()
    await ready('Home')
    await ready('Team')
    await listJudgingFacts({ db: counted.db }, edition)
    expect([one, counted.asked()]).toEqual([6, 12])
    await counted.close()
  })
})

describe('opening', () => {
  const states = async () => (await fresh.db.selectFrom('category').select(['name', 'state']).orderBy('position').execute()).map(({ name, state }) => [name, state])

  test('opens what is ready, leaves the rest, and tells the judges', async () => {
    const { judge } = await ready('Care')
    await makeCategory(fresh.db, edition, { name: 'Home' })
    expect(await openJudging(ctx, await now())).toEqual(done)
    expect([await states(), (await now()).stage]).toEqual([[['Care', 'judging'], ['Home', 'open']], 'judging'])
    const mail = await fresh.db.selectFrom('message').select(['kind', 'to_email', 'subject']).orderBy('to_name').execute()
    expect(mail.map(({ kind, subject }) => [kind, subject])).toEqual(Array(3).fill(['judging.open', 'Judging is open: 2 entries for you']))
    expect(mail[0]?.to_email).toBe(judge.account.email)
    expect((await fresh.db.selectFrom('audit_event').select('verb').where('verb', 'like', '%judging%').orderBy('seq').execute()).map(({ verb }) => verb)).toEqual(['category.judging-opened', 'edition.open-judging'])
  })

  test('opens more later, and writes only to who has something new', async () => {
    await ready('Care')
    await openJudging(ctx, await now())
    expect(await openJudging(ctx, await now())).toEqual(refusal('gaps'))
    await ready('Home')
    expect(await openJudging(ctx, await now())).toEqual(done)
    expect([await states(), await fresh.db.selectFrom('message').select('id').execute()]).toEqual([[['Care', 'judging'], ['Home', 'judging']], expect.objectContaining({ length: 6 })])
  })

  test('twice at once, it is done once and written once', async () => {
    await ready('Care')
    const seen = await now()
    const results = await Promise.all([openJudging(ctx, seen), openJudging(ctx, seen)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await fresh.db.selectFrom('message').select('id').execute()).toHaveLength(3)
  })

  test('is for organisers, after nominations have closed', async () => {
    const { judge } = await ready('Care')
    expect(await openJudging({ ...ctx, actor: judge.account }, await now())).toEqual(refusal('not-yours'))
    await fresh.db.updateTable('edition').set({ stage: 'nominating', closes_at: later(testNow, days(9)) }).execute()
    expect(await openJudging(ctx, await now())).toEqual(refusal('wrong-stage'))
  })

  test('can be taken back until something is scored', async () => {
    const { entry } = await ready('Care')
    expect(await returnToScreening(ctx, await now())).toEqual(refusal('wrong-stage'))
    await openJudging(ctx, await now())
    expect(await returnToScreening(ctx, await now())).toEqual(done)
    expect([await states(), (await now()).stage]).toEqual([[['Care', 'shortlisted']], 'screening'])
    await openJudging(ctx, await now())
    await fresh.db.updateTable('scorecard').set({ version: 1, state: 'in-progress' }).where('entry_id', '=', entry.id).execute()
    expect(await returnToScreening(ctx, await now())).toEqual({ ok: false, code: 'scores-given', facts: { count: 3 } })
  })
})

describe('progress and reminders', () => {
  test('count scorecards, not scores, and know what has to be looked at again', async () => {
    const { judge, entry, category } = await ready('Care')
    await openJudging(ctx, await now())
    await fresh.db.updateTable('scorecard').set({ state: 'finished', finished_at: testNow, version: 3 }).where('judge_id', '=', judge.id).execute()
    await fresh.db.updateTable('entry').set((e) => ({ dossier_version: e('dossier_version', '+', 1) })).where('id', '=', entry.id).execute()
    const { categories, judges } = await readProgress(ctx, edition)
    expect(categories).toEqual([{ id: category.id, name: 'Care', slug: category.slug, counts: { 'to-do': 4, 'in-progress': 0, 'look-again': 1, finished: 1 } }])
    expect(judges.map(({ name, counts }) => [name, counts.finished, counts['look-again'], counts['to-do']])).toEqual([['Ann of Care', 1, 1, 0], ['Bob of Care', 0, 0, 2], ['Cem of Care', 0, 0, 2]])
  })

  test('reminders go to those chosen who have something left, once a day', async () => {
    const { judge } = await ready('Care')
    await openJudging(ctx, await now())
    await fresh.db.updateTable('scorecard').set({ state: 'finished', finished_at: testNow, version: 3 }).where('judge_id', '=', judge.id).execute()
    const everybody = (await readProgress(ctx, edition)).judges.map(({ id }) => id)
    const results = await Promise.all([1, 2].map(() => remindJudges(ctx, edition, everybody)))
    expect(results.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['nobody-to-remind', 'ok'])
    const written = () => fresh.db.selectFrom('message').select(['to_name', 'subject']).where('kind', '=', 'judging.reminder').orderBy('to_name').execute()
    expect(await written()).toEqual([{ to_name: 'Bob of Care', subject: '2 entries left to judge' }, { to_name: 'Cem of Care', subject: '2 entries left to judge' }])
    expect(await remindJudges(ctx, { ...edition, now: later(edition.now, days(2)) }, everybody.slice(0, 2))).toEqual(done)
    expect(await written()).toHaveLength(3)
    expect(await remindJudges({ ...ctx, actor: judge.account }, edition, everybody)).toEqual(refusal('not-yours'))
  })
})

describe('stepping aside', () => {
  const cardOf = ({ judge, entry }: Ready) => fresh.db.selectFrom('scorecard').select(['state', 'finished_at']).where('judge_id', '=', judge.id).where('entry_id', '=', entry.id).executeTakeFirst()

  test('made to by organisers, with what was scored kept; and let back', async () => {
    const here = await ready('Care')
    await fresh.db.updateTable('scorecard').set({ state: 'finished', finished_at: testNow, version: 3 }).where('judge_id', '=', here.judge.id).execute()
    expect(await setAside(ctx, edition, here.judge, { entry: here.entry.id, reason: 'Her cousin' })).toEqual(done)
    expect(await setAside(ctx, edition, here.judge, { entry: here.entry.id, reason: 'Her cousin' })).toEqual(done)
    expect(await cardOf(here)).toEqual({ state: 'stepped-aside', finished_at: null })
    const [recusal, ...more] = await listRecusals(ctx, here.judge)
    expect([recusal, more]).toMatchObject([{ source: 'organiser', reason: 'Her cousin' }, []])
    expect(await letBack(ctx, edition, here.judge, recusal?.id ?? '')).toEqual(done)
    expect([await cardOf(here), await listRecusals(ctx, here.judge)]).toEqual([{ state: 'in-progress', finished_at: null }, []])
    expect(await letBack(ctx, edition, here.judge, recusal?.id ?? '')).toEqual(refusal('changed-meanwhile'))
  })

  test('takes a reason, an organiser, and an entry of this edition', async () => {
    const { judge, entry } = await ready('Care')
    expect(await setAside(ctx, edition, judge, { entry: entry.id, reason: '' })).toEqual(refusal('reason-needed'))
    expect(await setAside({ ...ctx, actor: judge.account }, edition, judge, { entry: entry.id, reason: 'x' })).toEqual(refusal('not-yours'))
    const other = await makeEdition(fresh.db, { slug: '2026', current: 0 })
    const foreign = await makeEntry(fresh.db, other, await makeCategory(fresh.db, other))
    expect(await setAside(ctx, edition, judge, { entry: foreign.id, reason: 'x' })).toEqual(refusal('not-found'))
  })

  test('a judge is asked about the finalists of their panels, and ticks those they know', async () => {
    const here = await ready('Care')
    const { judge, entry, category } = here
    await fresh.db.updateTable('panel_member').set({ ties_said_at: null }).execute()
    expect(await hasTiesToTell(ctx, judge)).toBe(false) // not before it is judged
    await openJudging(ctx, await now())
    expect([await hasTiesToTell(ctx, judge), (await listFinalistsOf(ctx, judge)).map(({ category: name }) => name)]).toEqual([true, ['Care', 'Care']])
    const foreign = await makeEntry(fresh.db, edition, await makeCategory(fresh.db, edition, { state: 'judging' }), { shortlist: 'in' })
    expect(await tellTies(ctx, edition, judge, [foreign.id])).toEqual(refusal('changed-meanwhile'))
    expect(await tellTies(ctx, edition, judge, [entry.id])).toEqual(done)
    expect([await hasTiesToTell(ctx, judge), await cardOf(here), (await listFinalistsOf(ctx, judge)).length]).toEqual([false, { state: 'stepped-aside', finished_at: null }, 1])
    expect((await listRecusals(ctx, judge)).map(({ source, category: name }) => [source, name])).toEqual([['declared', category.name]])
  })

  test('who has a tie by employer is not shown that name', async () => {
    const category: CategoryRow = await makeCategory(fresh.db, edition, { state: 'shortlisted' })
    await makeEntry(fresh.db, edition, category, { shortlist: 'in' })
    const judge = await makeJudge(fresh.db, edition, { panels: [category], employer: 'Harbour Home Care' })
    expect(await listFinalistsOf(ctx, judge)).toEqual([])
  })
})
