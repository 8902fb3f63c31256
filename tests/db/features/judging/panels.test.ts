import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { applyAssignment } from '#app/features/judging/assignment.commands.server.ts'
import { listConflicts, propose } from '#app/features/judging/assignment.queries.server.ts'
import { changePanel, type PanelAct } from '#app/features/judging/panels.commands.server.ts'
import { listFree, listPanels, listSeats } from '#app/features/judging/panels.queries.server.ts'
import { entriesInSight } from '#app/features/judging/sight.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { CategoryRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, makeJudge, makeScorecard, testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let edition: Edition
let category: CategoryRow
let ctx: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db, { stage: 'screening' })
  category = await makeCategory(fresh.db, edition, { state: 'shortlisted' })
  ctx = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { name: 'Dan Hocking', role: 'organiser', edition }) })
})
afterEach(() => fresh.close())

const done = { ok: true, value: undefined }
const refusal = (code: string): unknown => expect.objectContaining({ ok: false, code })
const change = (act: PanelAct, judge: { id: string }) => changePanel(ctx, edition, category, act, judge.id)
const seats = async () => (await listSeats(ctx, edition, category)).map(({ name, chair, given }) => [name, chair, given])
const onShortlist = (count: number) => Promise.all(Array.from({ length: count }, () => makeEntry(fresh.db, edition, category, { shortlist: 'in' })))
const assignedTo = async (judge: { id: string }) => (await fresh.db.selectFrom('scorecard').select('id').where('judge_id', '=', judge.id).where('assigned', '=', 1).execute()).length

async function apply(wanted: number) {
  const { hash } = await propose(ctx, edition, category, wanted)
  return applyAssignment(ctx, edition, category.slug, { wanted, hash })
}

describe('a panel', () => {
  test('has one chair, whoever is made it, also at once', async () => {
    const [ann, bob] = [await makeJudge(fresh.db, edition, { name: 'Ann' }), await makeJudge(fresh.db, edition, { name: 'Bob' })]
    for (const judge of [ann, bob, bob]) expect(await change('join', judge)).toEqual(done)
    expect(await change('chair', ann)).toEqual(done)
    expect(await seats()).toEqual([['Ann', 1, 0], ['Bob', 0, 0]])
    expect(await Promise.all([change('chair', bob), change('chair', ann), change('chair', bob)])).toEqual([done, done, done])
    expect((await seats()).filter(([, chair]) => chair === 1)).toHaveLength(1)
    expect(await listFree(ctx, edition, category)).toEqual([])
  })

  test('whoever leaves it keeps what is finished there, and what is theirs elsewhere', async () => {
    const other = await makeCategory(fresh.db, edition)
    const ann = await makeJudge(fresh.db, edition, { panels: [category, other] })
    const [finished, open] = await onShortlist(2)
    const elsewhere = await makeEntry(fresh.db, edition, other, { shortlist: 'in' })
    if (!finished || !open) throw new Error('no entries')
    await makeScorecard(fresh.db, ann, finished, { state: 'finished', finished_at: testNow, version: 1 })
    await makeScorecard(fresh.db, ann, open, { state: 'in-progress', version: 1 })
    await makeScorecard(fresh.db, ann, elsewhere)
    expect(await change('leave', ann)).toEqual(done)
    const cards = await fresh.db.selectFrom('scorecard').select(['entry_id', 'assigned']).execute()
    expect(Object.fromEntries(cards.map((card) => [card.entry_id, card.assigned]))).toEqual({ [finished.id]: 1, [open.id]: 0, [elsewhere.id]: 1 })
    expect(await seats()).toEqual([])
    await change('join', ann)
    expect(await seats()).toEqual([['Jude Judge', 0, 1]])
  })

  test('takes judges who are invited or accepted, and organisers to change it', async () => {
    for (const state of ['declined', 'left', 'void'] as const) expect(await change('join', await makeJudge(fresh.db, edition, { state }))).toEqual(refusal('changed-meanwhile'))
    expect(await change('join', await makeJudge(fresh.db, edition, { state: 'invited' }))).toEqual(done)
    const judge = await makeJudge(fresh.db, edition)
    expect(await changePanel({ ...ctx, actor: judge.account }, edition, category, 'join', judge.id)).toEqual(refusal('not-yours'))
    expect(await change('chair', judge)).toEqual(refusal('changed-meanwhile'))
    const foreign = await makeJudge(fresh.db, await makeEdition(fresh.db, { slug: '2026', current: 0 }))
    expect(await change('join', foreign)).toEqual(refusal('not-found'))
  })

  test('the list counts in as many reads for three categories as for one', async () => {
    await makeJudge(fresh.db, edition, { name: 'Ann', panels: [category] })
    await makeJudge(fresh.db, edition, { name: 'Bob', state: 'invited', panels: [category] })
    await onShortlist(2)
    const counted = countQueries(fresh.url)
    const one = await listPanels({ db: counted.db }, edition)
    const reads = counted.asked()
    await makeCategory(fresh.db, edition)
    await makeCategory(fresh.db, edition)
    expect([(await listPanels({ db: counted.db }, edition)).length, counted.asked() - reads]).toEqual([3, reads])
    await counted.close()
    expect(one).toMatchObject([{ judges: 2, accepted: 1, chair: null, entries: 2 }])
    expect(reads).toBe(3)
  })
})

describe('giving entries to judges', () => {
  test('does as was proposed, evenly, and can be seen to have been done', async () => {
    const judges = await Promise.all(['Ann', 'Bob', 'Cem', 'Dee'].map((name) => makeJudge(fresh.db, edition, { name, panels: [category] })))
    await onShortlist(4)
    const proposal = await propose(ctx, edition, category, 3)
    expect([proposal.given, proposal.taken, [...proposal.figures.loads.values()]]).toEqual([12, 0, [3, 3, 3, 3]])
    expect(await apply(3)).toEqual(done)
    expect(await Promise.all(judges.map(assignedTo))).toEqual([3, 3, 3, 3])
    expect(await propose(ctx, edition, category, 3)).toMatchObject({ given: 0, taken: 0, hash: proposal.hash })
    expect(await fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'facts']).execute()).toEqual([{ verb: 'assignment.applied', object_id: category.id, facts: '{"given":12,"taken":0}' }])
  })

  test('when something it rests on has changed since, nothing is done', async () => {
    await Promise.all(['Ann', 'Bob', 'Cem'].map((name) => makeJudge(fresh.db, edition, { name, panels: [category] })))
    await onShortlist(2)
    const { hash } = await propose(ctx, edition, category, 3)
    await makeJudge(fresh.db, edition, { name: 'Dee', panels: [category] })
    expect(await applyAssignment(ctx, edition, category.slug, { wanted: 3, hash })).toEqual(refusal('changed-meanwhile'))
    expect(await fresh.db.selectFrom('scorecard').select('id').execute()).toEqual([])
  })

  test('twice at once, it is done once', async () => {
    await Promise.all(['Ann', 'Bob', 'Cem'].map((name) => makeJudge(fresh.db, edition, { name, panels: [category] })))
    await onShortlist(2)
    const { hash } = await propose(ctx, edition, category, 3)
    expect(await Promise.all([1, 2, 3].map(() => applyAssignment(ctx, edition, category.slug, { wanted: 3, hash })))).toEqual([done, done, done])
    expect(await fresh.db.selectFrom('scorecard').select('id').execute()).toHaveLength(6)
  })

  test('what was begun stays, and the rest is shared with who came later', async () => {
    const ann = await makeJudge(fresh.db, edition, { name: 'Ann', panels: [category] })
    const [one] = await onShortlist(4)
    await apply(1)
    await fresh.db.updateTable('scorecard').set({ state: 'in-progress', version: 1 }).where('entry_id', '=', one?.id ?? '').execute()
    const bob = await makeJudge(fresh.db, edition, { name: 'Bob', panels: [category] })
    expect(await propose(ctx, edition, category, 1)).toMatchObject({ given: 2, taken: 2 })
    expect(await apply(1)).toEqual(done)
    expect([await assignedTo(ann), await assignedTo(bob)]).toEqual([2, 2])
    expect(await fresh.db.selectFrom('scorecard').select(['judge_id', 'assigned']).where('entry_id', '=', one?.id ?? '').execute()).toEqual([{ judge_id: ann.id, assigned: 1 }])
  })

  test('what a judge who left had finished counts as one of the judges wanted', async () => {
    const [ann, bob] = [await makeJudge(fresh.db, edition, { name: 'Ann', state: 'left' }), await makeJudge(fresh.db, edition, { name: 'Bob', panels: [category] })]
    const [one] = await onShortlist(2)
    if (!one) throw new Error('no entry')
    await makeScorecard(fresh.db, ann, one, { state: 'finished', finished_at: testNow, version: 1 })
    expect(await apply(1)).toEqual(done)
    expect([await assignedTo(ann), await assignedTo(bob)]).toEqual([1, 1])
  })

  test('nothing goes to whoever is in conflict with it, and says why', async () => {
    const ann = await makeJudge(fresh.db, edition, { name: 'Ann', panels: [category], employer: 'Harbour Home Care' })
    const bob = await makeJudge(fresh.db, edition, { name: 'Bob', panels: [category] })
    await makeJudge(fresh.db, edition, { name: 'Not asked', state: 'invited', panels: [category], employer: 'Harbour Home Care' })
    const mine = await makeEntry(fresh.db, edition, category, { shortlist: 'in', nomination: { nominator_email: bob.account.email, nominee: { name: 'Sam', employer: 'Elsewhere' } } })
    const tied = await makeEntry(fresh.db, edition, category, { shortlist: 'in', nomination: { nominator_email: ann.account.email, nominee: { name: 'Tess' } } })
    expect((await listConflicts(ctx, category)).map(({ judge, entry, why }) => [judge.name, entry.name, why])).toEqual([['Ann', 'Tess', ['organisation', 'nominated']], ['Bob', 'Sam', ['nominated']]])
    expect((await propose(ctx, edition, category, 2)).figures.readings).toEqual(new Map([[mine.id, 1], [tied.id, 1]]))
    expect(await apply(2)).toEqual(done)
    await fresh.db.updateTable('category').set({ state: 'judging' }).execute()
    const seen = async (judge: { id: string }) => (await entriesInSight(fresh.db, judge.id).select('entry.id').execute()).map(({ id }) => id)
    expect([await seen(ann), await seen(bob)]).toEqual([[mine.id], [tied.id]])
  })

  test.each(['open', 'moderating', 'settled', 'sealed', 'revealed', 'no-award'] as const)('not while the category is %s', async (state) => {
    await fresh.db.updateTable('category').set({ state }).execute()
    expect(await apply(3)).toEqual(refusal('not-assignable'))
  })
})
