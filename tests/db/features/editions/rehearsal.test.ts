import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { days, later, minutes } from '#app/domain/time.ts'
import { nextDateOf } from '#app/domain/year-dates.ts'
import { followClocks } from '#app/features/editions/clock.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { moveClock } from '#app/features/editions/rehearsal.commands.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let ctx: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  ctx = makeCtx(fresh.db)
})
afterEach(() => fresh.close())

const makeRehearsal = () => makeEdition(fresh.db, { slug: '2027-rehearsal', current: 0, rehearsal: 1 })
const afterTheClose = '2027-01-12T17:16:00.000Z'

test('the clock of a rehearsal goes on, and what closes by the clock follows', async () => {
  const { id, version, closes_at } = await makeRehearsal()
  expect(nextDateOf(await getEditionById(ctx, id))).toBe(afterTheClose)
  expect(await moveClock(ctx, { id, version }, afterTheClose)).toEqual({ ok: true, value: undefined })
  await followClocks(ctx)
  const moved = await getEditionById({ db: fresh.db, now: later(testNow, minutes(1)) }, id)
  expect([moved.now, moved.stage, moved.closes_at]).toEqual([later(afterTheClose, minutes(1)), 'screening', closes_at])
  expect(nextDateOf(moved)).toBe(moved.settings.timetable.screeningDone)
  const events = await fresh.db.selectFrom('audit_event').select(['verb', 'facts']).orderBy('seq').execute()
  expect(events).toEqual([
    { verb: 'edition.clock-moved', facts: JSON.stringify({ to: afterTheClose }) },
    { verb: 'edition.close-nominations', facts: JSON.stringify({ byClock: true }) },
  ])
})

describe('refused', () => {
  test.each([
    ['to the time it is', testNow, 'clock-goes-on'],
    ['back', later(testNow, -days(1)), 'clock-goes-on'],
    ['out of sight', later(testNow, days(4 * 365)), 'clock-too-far'],
  ])('%s', async (_, to, code) => {
    expect(await moveClock(ctx, await makeRehearsal(), to)).toMatchObject({ ok: false, code })
  })

  test('of awards that are real', async () => {
    expect(await moveClock(ctx, await makeEdition(fresh.db), afterTheClose)).toMatchObject({ code: 'not-a-rehearsal' })
  })

  test('by somebody who organises another edition', async () => {
    const elsewhere = await makeAccount(fresh.db, { role: 'organiser', edition: await makeEdition(fresh.db) })
    expect(await moveClock({ ...ctx, actor: elsewhere }, await makeRehearsal(), afterTheClose)).toMatchObject({ code: 'not-yours' })
  })
})

test('after the last of its dates there is none to go on to', async () => {
  const { id, ceremony_at } = await makeRehearsal()
  expect(nextDateOf(await getEditionById({ db: fresh.db, now: ceremony_at }, id))).toBeUndefined()
})
