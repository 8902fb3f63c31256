import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acceptsNominations } from '#app/domain/edition.ts'
import { days, later, minutes, seconds } from '#app/domain/time.ts'
import {
  closeNominations, openNominations, reopenNominations, returnToPreparing, scheduleOpening, unscheduleOpening,
} from '#app/features/editions/commands.server.ts'
import type { Seen } from '#app/features/editions/change.server.ts'
import { followClocks } from '#app/features/editions/clock.server.ts'
import { getEditionById, holdEdition } from '#app/features/editions/queries.server.ts'
import { listOpeningGaps } from '#app/features/editions/readiness.queries.server.ts'
import { changeSettings } from '#app/features/editions/settings.commands.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import type { Result } from '#app/domain/result.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeNomination, makeSettings, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let ctx: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  ctx = makeCtx(fresh.db)
})
afterEach(() => fresh.close())

const tomorrow = later(testNow, days(1))
type Own = Parameters<typeof makeEdition>[1]

/** An edition that could be opened, and its category. */
async function ready(own: Own = {}) {
  const edition = await makeEdition(fresh.db, { stage: 'preparing', opens_at: tomorrow, ...own })
  return { edition, category: await makeCategory(fresh.db, edition) }
}
const at = (now: string): Ctx => ({ ...ctx, now })
const row = async ({ id }: Seen) => {
  const { stage, opens_at, closes_at, opensByClock, version } = await getEditionById(ctx, id)
  return { stage, opens_at, closes_at, opensByClock, version }
}
const trail = () => fresh.db.selectFrom('audit_event').select(['verb', 'actor_kind', 'facts']).orderBy('seq').execute()
const codes = (answers: Result[]) => answers.map((one) => (one.ok ? 'ok' : one.code)).sort()
const done: Result = { ok: true, value: undefined }

describe('opening by hand', () => {
  test('opens now: that is the opening time', async () => {
    const { edition } = await ready()
    expect(await openNominations(ctx, edition)).toEqual(done)
    expect(await row(edition)).toEqual({ stage: 'nominating', opens_at: testNow, closes_at: edition.closes_at, opensByClock: false, version: 2 })
    expect(await trail()).toEqual([{ verb: 'edition.open-nominations', actor_kind: 'system', facts: `{"byClock":false,"planned":"${tomorrow}"}` }])
  })

  test.each<[string, Own, string[]]>([
    ['no place', { ceremony_place: '' }, ['no-place']],
    ['not current and the close has passed', { current: 0, opens_at: '2026-11-01T09:00:00.000Z', closes_at: testNow }, ['not-current', 'close-past']],
    ['judging after the ceremony', { settings: { timetable: { ...makeSettings().timetable, judgingCloses: '2027-04-01T17:00:00.000Z' } } }, ['dates']],
  ])('is refused with the gaps that the page lists: %s', async (_, own, expected) => {
    const { edition } = await ready(own)
    const gaps = (await listOpeningGaps(ctx, edition)).map((gap) => gap.code)
    expect(gaps).toEqual(expected)
    expect(await openNominations(ctx, edition)).toEqual({ ok: false, code: 'gaps', facts: { count: gaps.length, codes: gaps.join(' ') } })
    expect([await row(edition), await trail()]).toMatchObject([{ stage: 'preparing', version: 1 }, []])
  })

  test.each<[string, (category: { id: string }) => Promise<unknown>, string, string?]>([
    ['weights', (c) => fresh.db.updateTable('criterion').set({ weight: 99 }).where('category_id', '=', c.id).execute(), 'weights'],
    ['no question', (c) => fresh.db.deleteFrom('question').where('category_id', '=', c.id).execute(), 'no-question', 'questions/add?category=category-1'],
    ['every question may be left empty', () => fresh.db.updateTable('question').set({ optional: 1 }).execute(), 'nothing-asked', 'questions'],
    ['a point without words', (c) => fresh.db.updateTable('criterion').set({ anchors: '["a","b","c","d","e"," "]' }).where('category_id', '=', c.id).execute(), 'anchors'],
    ['an anchor too few', (c) => fresh.db.updateTable('criterion').set({ anchors: '["a","b","c","d","e"]' }).where('category_id', '=', c.id).execute(), 'anchors'],
  ])('is refused for a gap in a category: %s', async (_, spoil, code, at = 'categories/category-1') => {
    const { edition, category } = await ready()
    await spoil(category)
    expect((await listOpeningGaps(ctx, edition)).map((gap) => [gap.code, gap.at])).toEqual([[code, at]])
    expect(await openNominations(ctx, edition)).toEqual({ ok: false, code: 'gaps', facts: { count: 1, codes: code } })
  })

  test('is for those who organise this edition', async () => {
    const { edition } = await ready()
    const other = await makeEdition(fresh.db, { slug: '2026', current: 0 })
    const actors = [
      { kind: 'visitor' as const }, await makeAccount(fresh.db, { role: 'assistant', edition }), await makeAccount(fresh.db, { role: 'judge', edition }),
      await makeAccount(fresh.db, { role: 'organiser', edition: other }), await makeAccount(fresh.db),
    ]
    const answers = await Promise.all(actors.map((actor) => openNominations({ ...ctx, actor }, edition)))
    expect(codes(answers)).toEqual(Array(5).fill('not-yours'))
    expect(await openNominations({ ...ctx, actor: await makeAccount(fresh.db, { role: 'organiser', edition }) }, edition)).toEqual(done)
  })

  test('two at once: one opens, the other is told', async () => {
    const { edition } = await ready()
    expect(codes(await Promise.all([openNominations(ctx, edition), openNominations(ctx, edition)]))).toEqual(['changed-meanwhile', 'ok'])
    expect(await trail()).toHaveLength(1)
    expect(await openNominations(ctx, await getEditionById(ctx, edition.id))).toEqual({ ok: false, code: 'wrong-stage', facts: { stage: 'nominating' } })
  })

  test('opening while somebody makes a gap: whoever is second is told', async () => {
    const { edition } = await ready()
    const answers = await Promise.all([changeSettings(ctx, edition, { ceremony_place: '' }), openNominations(ctx, edition)])
    expect(codes(answers)).toEqual(['changed-meanwhile', 'ok'])
  })
})

describe('opening by the clock', () => {
  test('is put on the clock and taken off', async () => {
    const { edition } = await ready()
    expect(await scheduleOpening(ctx, edition)).toEqual(done)
    const scheduled = await getEditionById(ctx, edition.id)
    expect(scheduled).toMatchObject({ opensByClock: true, stage: 'preparing', opens_at: tomorrow })
    expect(await scheduleOpening(ctx, scheduled)).toMatchObject({ code: 'already-scheduled' })
    expect(await unscheduleOpening(ctx, scheduled)).toEqual(done)
    expect(await unscheduleOpening(ctx, await getEditionById(ctx, edition.id))).toMatchObject({ code: 'not-scheduled' })
    expect((await trail()).map((one) => one.verb)).toEqual(['edition.opening-scheduled', 'edition.opening-unscheduled'])
  })

  test('is refused with a gap, or for a time that has passed', async () => {
    const { edition } = await ready({ ceremony_place: '' })
    expect(await scheduleOpening(ctx, edition)).toEqual({ ok: false, code: 'gaps', facts: { count: 1, codes: 'no-place' } })
    expect(await scheduleOpening(at(tomorrow), edition)).toMatchObject({ code: 'opening-in-past' })
  })

  test('phase, job and stage agree: the second before, at, and after', async () => {
    const { edition } = await ready({ opens_by_clock: 1 })
    for (const [now, stage] of [[later(tomorrow, -seconds(1)), 'preparing'], [tomorrow, 'nominating'], [later(tomorrow, seconds(1)), 'nominating']] as const) {
      const before = await getEditionById(at(now), edition.id)
      expect(acceptsNominations(before, now)).toBe(stage === 'nominating')
      await followClocks(at(now))
      const after = await getEditionById(at(now), edition.id)
      expect([after.stage, acceptsNominations(after, now)]).toEqual([stage, stage === 'nominating'])
    }
    expect(await trail()).toEqual([{ verb: 'edition.open-nominations', actor_kind: 'system', facts: '{"byClock":true}' }])
  })

  test.each<[string, Parameters<typeof changeSettings>[2], string]>([
    ['without a place', { ceremony_place: '' }, 'opening-needs-it'],
    ['opening in the past', { opens_at: '2026-11-30T09:00:00.000Z' }, 'opening-in-past'],
    ['with another opening time', { opens_at: later(testNow, days(2)) }, 'ok'],
    ['with another place', { ceremony_place: 'Town hall' }, 'ok'],
  ])('once on the clock, it is kept from being left %s', async (_, change, expected) => {
    const { edition } = await ready({ opens_by_clock: 1 })
    const answer = await changeSettings(ctx, edition, change)
    expect(answer.ok ? 'ok' : answer.code).toBe(expected)
    const after = await getEditionById(ctx, edition.id)
    expect([after.opensByClock, await listOpeningGaps(ctx, after, after.opens_at)]).toEqual([true, []])
  })

  test('what leaves a gap and what puts it on the clock, at once: never both', async () => {
    const { edition } = await ready()
    await Promise.all([changeSettings(ctx, edition, { ceremony_place: '' }), scheduleOpening(ctx, edition)])
    const after = await getEditionById(ctx, edition.id)
    expect(after.opensByClock && after.ceremony_place === '').toBe(false)
  })

  test('an organiser who comes before the job finds the clock’s step taken, and changes nothing unseen', async () => {
    const { edition } = await ready({ opens_by_clock: 1 })
    expect(await unscheduleOpening(at(tomorrow), edition)).toMatchObject({ code: 'changed-meanwhile' })
    await followClocks(at(tomorrow))
    expect(await row(edition)).toMatchObject({ stage: 'nominating', opens_at: tomorrow, opensByClock: false })
  })
})

describe('the clocks', () => {
  test('take both steps of an edition nobody looked at, and each once', async () => {
    const { edition } = await ready({ opens_by_clock: 1 })
    await Promise.all([followClocks(at('2027-02-01T00:00:00.000Z')), followClocks(at('2027-02-01T00:00:00.000Z'))])
    await followClocks(at('2027-02-02T00:00:00.000Z'))
    expect(await row(edition)).toMatchObject({ stage: 'screening', opens_at: tomorrow, closes_at: edition.closes_at })
    expect((await trail()).map((one) => one.verb)).toEqual(['edition.open-nominations', 'edition.close-nominations'])
  })

  test('close once grace is over, and not before', async () => {
    const { edition } = await ready({ stage: 'nominating' })
    const last = later(edition.closes_at, minutes(15))
    await followClocks(at(last))
    expect(await row(edition)).toMatchObject({ stage: 'nominating', version: 1 })
    await followClocks(at(later(last, 1)))
    expect(await row(edition)).toMatchObject({ stage: 'screening', version: 2 })
  })

  test('of a moved edition run by its own time', async () => {
    const { edition } = await ready({ opens_by_clock: 1, clock_offset_ms: days(1) })
    await followClocks(ctx)
    expect(await row(edition)).toMatchObject({ stage: 'nominating' })
    expect(await fresh.db.selectFrom('audit_event').select('at').execute()).toEqual([{ at: tomorrow }])
  })
})

describe('back to preparing', () => {
  test('while nobody has sent anything', async () => {
    const { edition } = await ready({ stage: 'nominating', opens_by_clock: 1 })
    expect(await returnToPreparing(ctx, edition)).toEqual(done)
    expect(await row(edition)).toMatchObject({ stage: 'preparing', opensByClock: false })
  })

  test('the opening is planned again for when it was planned before somebody opened by hand', async () => {
    const { edition } = await ready()
    await openNominations(ctx, edition)
    await returnToPreparing(ctx, await getEditionById(ctx, edition.id))
    expect(await row(edition)).toMatchObject({ stage: 'preparing', opens_at: tomorrow, opensByClock: false })
    const moved = later(testNow, days(2))
    await changeSettings(ctx, await getEditionById(ctx, edition.id), { opens_at: moved })
    await scheduleOpening(ctx, await getEditionById(ctx, edition.id))
    await followClocks(at(moved))
    await returnToPreparing(at(moved), await getEditionById(ctx, edition.id))
    expect(await row(edition)).toMatchObject({ stage: 'preparing', opens_at: moved })
  })

  test('is refused with the count once there are nominations, withdrawn ones too', async () => {
    const { edition, category } = await ready({ stage: 'nominating' })
    await makeNomination(fresh.db, edition, category)
    await makeNomination(fresh.db, edition, category, { state: 'withdrawn', withdrawn_at: testNow })
    expect(await returnToPreparing(ctx, edition)).toEqual({ ok: false, code: 'nominations-received', facts: { count: 2 } })
    expect(await row(edition)).toMatchObject({ stage: 'nominating', version: 1 })
  })
})

test('back to preparing waits for a sending that is under way, and is then refused', async () => {
  const { edition, category } = await ready({ stage: 'nominating' })
  const sending = await fresh.db.startTransaction().execute()
  await holdEdition({ ...ctx, db: sending }, edition.id, 'sending')
  const returning = returnToPreparing(ctx, edition)
  await makeNomination(sending, edition, category)
  await sending.commit().execute()
  expect(await returning).toEqual({ ok: false, code: 'nominations-received', facts: { count: 1 } })
})

describe('closing by hand', () => {
  test('makes now the close, and grace still counts', async () => {
    const { edition } = await ready({ stage: 'nominating', opens_at: '2026-11-03T09:00:00.000Z' })
    expect(await closeNominations(ctx, edition)).toEqual(done)
    const after = await getEditionById(ctx, edition.id)
    expect(after).toMatchObject({ stage: 'screening', closes_at: testNow })
    expect([minutes(15), minutes(15) + 1].map((ms) => acceptsNominations(after, later(testNow, ms)))).toEqual([true, false])
    expect((await trail())[0]?.facts).toBe(`{"byClock":false,"planned":"${edition.closes_at}"}`)
  })

  test('during grace does not move the close', async () => {
    const { edition } = await ready({ stage: 'nominating' })
    expect(await closeNominations(at(later(edition.closes_at, minutes(5))), edition)).toEqual(done)
    expect(await row(edition)).toMatchObject({ stage: 'screening', closes_at: edition.closes_at })
  })

  test('two at once: one closes', async () => {
    const { edition } = await ready({ stage: 'nominating', opens_at: '2026-11-03T09:00:00.000Z' })
    expect(codes(await Promise.all([closeNominations(ctx, edition), closeNominations(ctx, edition)]))).toEqual(['changed-meanwhile', 'ok'])
  })
})

describe('reopening', () => {
  test('takes a close that is to come and a reason, which is kept', async () => {
    const { edition } = await ready({ stage: 'screening', opens_at: '2026-11-03T09:00:00.000Z', closes_at: '2026-11-30T17:00:00.000Z' })
    expect(await reopenNominations(ctx, edition, tomorrow, '')).toMatchObject({ code: 'reason-needed' })
    expect(await reopenNominations(ctx, edition, testNow, 'The site was down')).toMatchObject({ code: 'close-in-past' })
    expect(await reopenNominations(ctx, edition, edition.ceremony_at, 'The site was down')).toMatchObject({ code: 'dates-out-of-order' })
    expect(await reopenNominations(ctx, edition, tomorrow, 'The site was down')).toEqual(done)
    expect(await row(edition)).toMatchObject({ stage: 'nominating', closes_at: tomorrow })
    expect((await trail()).map((one) => JSON.parse(one.facts) as unknown)).toEqual([{ closes_at: tomorrow, reason: 'The site was down' }])
  })

  test('is refused from any other stage', async () => {
    const { edition } = await ready()
    expect(await reopenNominations(ctx, edition, tomorrow, 'why not')).toEqual({ ok: false, code: 'wrong-stage', facts: { stage: 'preparing' } })
  })
})
