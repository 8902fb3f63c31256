import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { createEditionFromTemplate, makeCurrent } from '#app/features/editions/commands.server.ts'
import { findCurrentEdition, findEdition } from '#app/features/editions/queries.server.ts'
import { listOpeningGaps } from '#app/features/editions/readiness.queries.server.ts'
import { templateCategories } from '#app/features/editions/template-categories.ts'
import { keepPrivate } from '#app/features/editions/template.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let ctx: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  ctx = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { role: 'owner' }) })
})
afterEach(() => fresh.close())

const currents = () => fresh.db.selectFrom('edition').select('slug').where('current', '=', 1).execute()
const count = async (table: 'edition' | 'category' | 'criterion' | 'question' | 'audit_event') =>
  (await fresh.db.selectFrom(table).select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n

describe('an edition from the template', () => {
  test('is preparing, for the next 23 March, with its dates counted back', async () => {
    const made = await createEditionFromTemplate(ctx, { slug: '2027', current: true })
    const edition = await findEdition(ctx, '2027')
    expect(made).toEqual({ ok: true, value: { id: edition?.id, slug: '2027' } })
    expect(edition).toMatchObject({
      name: 'Celebrating Excellence in Care 2027', stage: 'preparing', current: true, rehearsal: false, opensByClock: false,
      ceremony_at: '2027-03-23T19:00:00.000Z', ceremony_place: '', opens_at: '2026-11-03T09:00:00.000Z', closes_at: '2027-01-12T17:00:00.000Z',
      time_zone: 'Europe/London', grace_minutes: 15, version: 1, created_at: testNow,
    })
  })

  test('has the programme of the template', async () => {
    await createEditionFromTemplate(ctx, { slug: '2027' })
    const programme = await getProgramme(ctx, { id: (await findEdition(ctx, '2027'))?.id ?? '', version: 1 })
    expect(programme.story.map((one) => one.key)).toEqual(['sentence', 'difference', 'change'])
    const made = programme.categories.map(({ slug, name, who, kinds, fits, criteria, questions }) => ({
      slug, name, who, kinds, fits, criteria: criteria.map((one) => [one.name, one.weight]), question: questions.map((one) => one.label),
    }))
    expect(made).toEqual(templateCategories.map(({ hint: _, question, fits = {}, ...one }) => ({ ...one, fits, question: [question] })))
    expect(programme.categories.flatMap((one) => one.criteria).filter((one) => one.anchors.length !== 6)).toEqual([])
    const asked = [...programme.story, ...programme.categories.flatMap((one) => one.questions)]
    expect(asked.filter((one) => !one.hint.includes(keepPrivate))).toEqual([])
  })

  test('asks for what only its organisers know', async () => {
    await createEditionFromTemplate(ctx, { slug: '2027', current: true })
    const edition = await findCurrentEdition(ctx)
    expect(edition && (await listOpeningGaps(ctx, edition)).map((gap) => gap.code)).toEqual(['no-host', 'no-place'])
  })

  test('is written down once', async () => {
    await createEditionFromTemplate(ctx, { slug: '2027', rehearsal: true })
    expect(await fresh.db.selectFrom('audit_event').select(['verb', 'facts', 'actor_kind']).execute()).toEqual([
      { verb: 'edition.created', facts: '{"slug":"2027","rehearsal":true,"current":false}', actor_kind: 'account' },
    ])
  })
})

describe('is refused, and nothing is written,', () => {
  test('to anyone but an owner', async () => {
    const other = await makeEdition(fresh.db, { slug: '2026', current: 0 })
    const organiser = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { role: 'organiser', edition: other }) })
    const before = await count('audit_event')
    expect(await createEditionFromTemplate(organiser, { slug: '2027' })).toEqual({ ok: false, code: 'not-yours', facts: {} })
    expect([await count('edition'), await count('category'), await count('audit_event')]).toEqual([1, 0, before])
  })

  test('at an address that is taken', async () => {
    await createEditionFromTemplate(ctx, { slug: '2027' })
    expect(await createEditionFromTemplate(ctx, { slug: '2027', current: true })).toEqual({ ok: false, code: 'slug-taken', facts: {} })
    expect([await count('edition'), await count('category'), await currents()]).toEqual([1, 12, []])
  })

  test('as a rehearsal that the public pages would show', async () => {
    expect(await createEditionFromTemplate(ctx, { slug: '2027', current: true, rehearsal: true })).toMatchObject({ code: 'rehearsal-not-current' })
    expect(await count('edition')).toBe(0)
  })

  test.each([
    ['takes nominations', { stage: 'nominating' as const }],
    ['is set to', { stage: 'preparing' as const, opens_by_clock: 1 as const, opens_at: '2026-12-02T09:00:00.000Z' }],
  ])('as the current one while the current one %s', async (_, own) => {
    const { name } = await makeEdition(fresh.db, { slug: '2026', ...own })
    expect(await createEditionFromTemplate(ctx, { slug: '2027', current: true })).toEqual({ ok: false, code: 'current-is-open', facts: { name } })
    expect([await count('edition'), await currents()]).toEqual([1, [{ slug: '2026' }]])
  })
})

test('a new current edition takes the place of one that is closed, whose version rises', async () => {
  const old = await makeEdition(fresh.db, { slug: '2026', stage: 'archived' })
  await createEditionFromTemplate(ctx, { slug: '2027', current: true })
  expect(await currents()).toEqual([{ slug: '2027' }])
  expect((await findEdition(ctx, '2026'))?.version).toBe(old.version + 1)
  expect(await fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'facts']).where('edition_id', '=', old.id).execute()).toEqual([
    { verb: 'edition.changed', object_id: old.id, facts: '{"changes":["current"]}' },
  ])
})

test('ten at once at one address: one is made, nine are told', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => createEditionFromTemplate(ctx, { slug: '2027', current: true })))
  expect(made.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['ok', ...Array<string>(9).fill('slug-taken')])
  expect([await count('edition'), await count('category'), await count('criterion'), await count('question'), await count('audit_event')]).toEqual([1, 12, 53, 15, 1])
})

describe('making an edition current', () => {
  test('two at once: one at most is', async () => {
    const [a, b] = [await makeEdition(fresh.db, { slug: 'a', current: 0 }), await makeEdition(fresh.db, { slug: 'b', current: 0, stage: 'preparing' })]
    const answers = await Promise.all([makeCurrent(ctx, a), makeCurrent(ctx, b)])
    expect(answers.filter((one) => one.ok)).not.toEqual([])
    expect(await currents()).toHaveLength(1)
  })

  test('refused half way, it leaves the other one current', async () => {
    await makeEdition(fresh.db, { slug: 'old', stage: 'archived' })
    const next = await makeEdition(fresh.db, { slug: 'next', current: 0 })
    expect(await makeCurrent(ctx, { id: next.id, version: next.version + 1 })).toEqual({ ok: false, code: 'changed-meanwhile', facts: {} })
    expect(await currents()).toEqual([{ slug: 'old' }])
    expect(await makeCurrent(ctx, next)).toEqual({ ok: true, value: undefined })
    expect(await currents()).toEqual([{ slug: 'next' }])
  })

  test('is for owners, and not for rehearsals', async () => {
    const next = await makeEdition(fresh.db, { current: 0, rehearsal: 1 })
    const organiser = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { role: 'organiser', edition: next }) })
    expect(await makeCurrent(organiser, next)).toMatchObject({ code: 'not-yours' })
    expect(await makeCurrent(ctx, next)).toMatchObject({ code: 'rehearsal-not-current' })
  })
})
