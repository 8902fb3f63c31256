import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { changeClosing, changeSettings } from '#app/features/editions/settings.commands.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let ctx: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  ctx = makeCtx(fresh.db)
})
afterEach(() => fresh.close())

const facts = async () => (await fresh.db.selectFrom('audit_event').select('facts').orderBy('seq').execute()).map((one) => JSON.parse(one.facts) as unknown)

describe('settings', () => {
  test('change what is named, raise the version, and are written down without personal text', async () => {
    const edition = await makeEdition(fresh.db, { stage: 'preparing' })
    const host = { ...edition.settings.host, phone: '01632 960 123' }
    expect(await changeSettings(ctx, edition, { host, quorum: 2, ceremony_place: 'Town hall', closes_at: '2027-01-13T17:00:00.000Z' })).toMatchObject({ ok: true })
    const after = await getEditionById(ctx, edition.id)
    expect(after).toEqual({
      ...edition, version: 2, ceremony_place: 'Town hall', closes_at: '2027-01-13T17:00:00.000Z', settings: { ...edition.settings, host, quorum: 2 },
    })
    expect(await facts()).toEqual([{ changes: ['host', 'quorum: 3 → 2', 'ceremony_place', 'closes_at: 2027-01-12T17:00:00.000Z → 2027-01-13T17:00:00.000Z'] }])
  })

  test('saved as they are leave nothing behind', async () => {
    const edition = await makeEdition(fresh.db)
    expect(await changeSettings(ctx, edition, { quorum: edition.settings.quorum })).toMatchObject({ ok: true })
    expect([(await getEditionById(ctx, edition.id)).version, await facts()]).toEqual([1, []])
  })

  test('that judging relies on take a reason once nominations are open, and it is kept', async () => {
    const edition = await makeEdition(fresh.db)
    expect(await changeSettings(ctx, edition, { quorum: 2 })).toEqual({ ok: false, code: 'reason-needed', facts: {} })
    expect(await changeSettings(ctx, edition, { quorum: 2 }, 'Two judges are ill')).toMatchObject({ ok: true })
    expect(await facts()).toEqual([{ changes: ['quorum: 3 → 2'], reason: 'Two judges are ill' }])
  })

  test('frozen are refused with any reason', async () => {
    const edition = await makeEdition(fresh.db)
    expect(await changeSettings(ctx, edition, { ordering: 'adjusted' }, 'We would like to')).toEqual({ ok: false, code: 'frozen', facts: {} })
    expect((await getEditionById(ctx, edition.id)).settings.ordering).toBe('raw')
  })

  test('of two who change them at once, the second is told and loses nothing of the first', async () => {
    const edition = await makeEdition(fresh.db, { stage: 'preparing' })
    const answers = await Promise.all([changeSettings(ctx, edition, { quorum: 2 }), changeSettings(ctx, edition, { panelSize: 6 })])
    expect(answers.map((one) => (one.ok ? 'ok' : one.code)).sort()).toEqual(['changed-meanwhile', 'ok'])
    const { quorum, panelSize } = (await getEditionById(ctx, edition.id)).settings
    expect([[2, 4], [3, 6]]).toContainEqual([quorum, panelSize])
    expect(await facts()).toHaveLength(1)
  })

  test('are its organisers’ to change', async () => {
    const edition = await makeEdition(fresh.db)
    const assistant = await makeAccount(fresh.db, { role: 'assistant', edition })
    expect(await changeSettings({ ...ctx, actor: assistant }, edition, { quorum: 2 }, 'why not')).toMatchObject({ code: 'not-yours' })
  })
})

describe('the close', () => {
  test('moves for a reason while nominations are open', async () => {
    const edition = await makeEdition(fresh.db)
    const later = '2027-01-19T17:00:00.000Z'
    expect(await changeClosing(ctx, edition, later)).toMatchObject({ code: 'reason-needed' })
    expect(await changeClosing(ctx, edition, later, 'Snow')).toMatchObject({ ok: true })
    expect((await getEditionById(ctx, edition.id)).closes_at).toBe(later)
  })

  test('cannot be moved into the past, nor once nominations are closed', async () => {
    const edition = await makeEdition(fresh.db)
    expect(await changeClosing(ctx, edition, ctx.now, 'Enough')).toMatchObject({ code: 'close-in-past' })
    const closed = await makeEdition(fresh.db, { slug: '2026', current: 0, stage: 'screening' })
    expect(await changeClosing(ctx, closed, '2027-01-19T17:00:00.000Z', 'Snow')).toMatchObject({ code: 'frozen' })
  })
})
