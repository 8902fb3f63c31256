import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { instantAt, later, minutes, seconds } from '#app/domain/time.ts'
import { system } from '#app/domain/actor.ts'
import { closeNominations, reopenNominations, returnToPreparing } from '#app/features/editions/commands.server.ts'
import { changeClosing } from '#app/features/editions/settings.commands.server.ts'
import { startDraft } from '#app/features/nominations/drafts.commands.server.ts'
import { receiveNomination } from '#app/features/nominations/sending.commands.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { channels } from '#db/vocabulary.ts'
import { at, getNomination, receive, rewrite, send, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

const quarter = minutes(15)
const around = (moment: string) => [later(moment, -seconds(1)), moment, later(moment, seconds(1))]
/** One o’clock in the night the clocks go back, which comes twice: the first. */
const autumn = instantAt({ year: 2027, month: 10, day: 31, hour: 1, minute: 0 }, 'Europe/London') ?? ''
const closes: [string, Parameters<typeof setScene>[1]][] = [
  ['in winter', {}],
  ['in the hour the clocks go back', { closes_at: autumn }],
]

describe.each(closes)('around a close %s', (_, own) => {
  /** Whether something at each of these moments was taken. */
  async function taken(moments: string[], act: (now: Scene) => Promise<{ ok: boolean; code?: string }>) {
    const scene = await setScene(fresh.db, own)
    const answers = []
    for (const moment of moments) {
      const result = await act(await at(scene, moment))
      answers.push(result.ok || result.code)
    }
    return answers
  }
  const close = own?.closes_at ?? '2027-01-12T17:00:00.000Z'
  const moments = [...around(close), ...around(later(close, quarter))]
  const expected = (refusal: string) => [true, true, true, true, true, refusal]

  test('a sending counts when it comes by close and grace', async () => {
    expect(await taken(moments, async (now) => send(now, await writeDraft(now)))).toEqual(expected('closed'))
    const received = await fresh.db.selectFrom('nomination').select(['received_at', 'late']).orderBy('received_at').execute()
    expect(received).toEqual(moments.slice(0, 5).map((received_at) => ({ received_at, late: 0 })))
  })

  test('so does a change', async () => {
    let count = 0
    expect(await taken(moments, async (now) => {
      const { draft } = await receive(await at(now, testNow))
      await rewrite(now, draft, { name: `Changed ${(count += 1)}` })
      return send(now, draft)
    })).toEqual(expected('closed-to-changes'))
  })

  test('and the beginning of a draft', async () => {
    expect(await taken(moments, (now) => startDraft(now.ctx, now.edition))).toEqual(expected('closed'))
  })
})

test('what was refused has written nothing', async () => {
  const scene = await setScene(fresh.db)
  const { draft } = await receive(scene)
  await rewrite(scene, draft, { name: 'Samira Carer' })
  const unsent = await writeDraft(scene)
  const before = await readTables(fresh.db)
  const late = await at(scene, later(scene.edition.closes_at, quarter + 1))
  for (const [one, code] of [[draft, 'closed-to-changes'], [unsent, 'closed']] as const) expect(await send(late, one)).toMatchObject({ ok: false, code, facts: { closed: '5pm on Tuesday 12 January 2027' } })
  expect(await readTables(fresh.db)).toEqual(before)
})

test('what was sent in time may be sent again after the close: it is there', async () => {
  const scene = await setScene(fresh.db)
  const { draft, nomination } = await receive(scene)
  expect(await send(await at(scene, later(scene.edition.closes_at, quarter + 1)), draft)).toMatchObject({ ok: true, value: { reference: nomination.reference } })
})

describe('by any channel', () => {
  /** As an organiser's own form or an import takes it in; whether it may is theirs to ask. */
  const takeIn = async ({ ctx, edition, asked }: Scene, scene: Scene, channel: (typeof channels)[number]) => {
    const { answers } = await writeDraft(scene)
    return inTransaction(ctx, (trx) => receiveNomination(trx, edition, asked, { answers, channel }))
  }

  test.each(channels)('%s: what comes after close and grace is marked, and what comes before is not', async (channel) => {
    const scene = await setScene(fresh.db)
    const seen = []
    for (const moment of around(later(scene.edition.closes_at, quarter))) {
      const { nominationId } = await takeIn(await at(scene, moment), scene, channel)
      const { late, channel: kept, received_at } = await getNomination(scene, nominationId)
      seen.push([kept, received_at === moment, late])
    }
    expect(seen).toEqual([[channel, true, 0], [channel, true, 0], [channel, true, 1]])
    expect(await listBroken(fresh.db)).toEqual([])
  })
})

describe('organisers move the close', () => {
  const closesAt = '2027-01-12T17:00:00.000Z'
  const afterClose = later(closesAt, quarter + seconds(1))
  const organisers = ({ ctx }: Scene) => ({ ...ctx, actor: system })

  test('it counts from the moment it is moved, whatever the page was shown before', async () => {
    const scene = await setScene(fresh.db)
    const early = await at(scene, later(closesAt, -minutes(60)))
    await closeNominations(organisers(early), early.edition)
    const later16 = later(early.ctx.now, minutes(16))
    const shownBefore = { ...early, ctx: { ...early.ctx, now: later16 }, edition: { ...early.edition, now: later16 } }
    expect(await send(shownBefore, await writeDraft(scene))).toMatchObject({ code: 'closed' })

    const shut = await at(scene, later16)
    await reopenNominations(organisers(shut), shut.edition, closesAt, 'Snow')
    expect(await send({ ...shut }, await writeDraft(scene))).toMatchObject({ ok: true })
    expect(await getOnly(scene)).toMatchObject({ late: 0, received_at: later16 })
  })

  test('at the same moment as sendings: those taken are whole, those refused have left nothing', async () => {
    const scene = await setScene(fresh.db)
    const last = await at(scene, later(closesAt, -seconds(1)))
    const drafts = await Promise.all(Array.from({ length: 8 }, () => writeDraft(scene)))
    const moved = changeClosing(organisers(last), last.edition, later(closesAt, minutes(60)), 'Snow')
    const sent = await Promise.all(drafts.map((draft) => send(last, draft)))
    expect([await moved, ...sent].map((one) => one.ok)).toEqual(Array(9).fill(true))
    const { closes_at, version } = (await at(scene, afterClose)).edition
    expect([closes_at, version]).toEqual([later(closesAt, minutes(60)), 2])
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('extended while sendings come in after the old close: each is taken whole or refused whole', async () => {
    const scene = await setScene(fresh.db, { stage: 'screening' })
    const now = await at(scene, afterClose)
    const drafts = await Promise.all(Array.from({ length: 8 }, () => writeDraft(scene)))
    const moved = reopenNominations(organisers(now), now.edition, later(closesAt, minutes(60)), 'Snow')
    const sent = await Promise.all(drafts.map((draft) => send(now, draft)))
    expect(await moved).toMatchObject({ ok: true })
    const kept = (await fresh.db.selectFrom('nomination').select('draft_id').execute()).map((one) => one.draft_id)
    expect(kept.sort()).toEqual(drafts.filter((_, index) => sent[index]?.ok).map((draft) => draft.id).sort())
    expect(sent.filter((one) => !one.ok && one.code !== 'closed')).toEqual([])
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('back to preparing at the moment somebody sends: one of the two, never both', async () => {
    const outcomes = []
    for (let round = 0; round < 6; round += 1) {
      const scene = await setScene(fresh.db, { slug: `round-${round}`, current: 0 })
      const draft = await writeDraft(scene)
      const [sent, back] = await Promise.all([send(scene, draft), returnToPreparing(organisers(scene), scene.edition)])
      const nominations = await fresh.db.selectFrom('nomination').select('id').where('edition_id', '=', scene.edition.id).execute()
      const { edition } = await at(scene, scene.ctx.now)
      outcomes.push([sent.ok !== back.ok, nominations.length === (sent.ok ? 1 : 0), edition.stage === (back.ok ? 'preparing' : 'nominating')])
    }
    expect(outcomes).toEqual(Array(6).fill([true, true, true]))
  })

  async function getOnly({ edition }: Scene) {
    return fresh.db.selectFrom('nomination').selectAll().where('edition_id', '=', edition.id).executeTakeFirstOrThrow()
  }
})
