import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { later, seconds } from '#app/domain/time.ts'
import { valueOf } from '#app/domain/result.ts'
import { countFiltered, listNominations, readFilters } from '#app/features/nominations/inbox.queries.server.ts'
import { countToLookAt, readSuspicions, releaseNomination } from '#app/features/nominations/looking.server.ts'
import { sendDraft } from '#app/features/nominations/sending.commands.server.ts'
import type { Signs } from '#app/features/nominations/suspicion.ts'
import { countToTell } from '#app/features/screening/notices.queries.server.ts'
import { decideEligibility } from '#app/features/screening/screening.commands.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { getNomination, receive, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { makeAccount, makeEdition, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
let organiser: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
  organiser = { ...scene.ctx, actor: await makeAccount(fresh.db, { role: 'organiser', edition: scene.edition }) }
})
afterEach(() => fresh.close())

const filters = (query: string) => readFilters(new URLSearchParams(query))
/** Sends what a program filled in. */
async function receiveSuspicious(signs: Signs = { trapped: true, crowded: false }) {
  const { ctx, edition, asked } = scene
  const { nominationId } = valueOf(await sendDraft(ctx, edition, asked, await writeDraft(scene), { signs }))
  return getNomination(scene, nominationId)
}

test('what is suspicious is received and answered like any other, and waits under “To look at”', async () => {
  const { nomination: usual } = await receive(scene)
  const nomination = await receiveSuspicious({ trapped: true, crowded: true })
  expect([readSuspicions(usual), readSuspicions(nomination)]).toEqual([[], ['trap', 'many']])
  expect(nomination).toMatchObject({ state: 'live', received_at: testNow, late: 0, looked_at: null })
  const receipts = await fresh.db.selectFrom('message').select(['kind', 'state']).where('about_id', '=', nomination.id).execute()
  expect(receipts).toEqual([{ kind: 'nomination.receipt', state: 'ready' }])
  expect(await countToLookAt(fresh, scene.edition)).toBe(1)
  const { rows } = await listNominations(fresh, scene.edition, filters('look=first'))
  expect(rows.map(({ id, toLookAt }) => [id, toLookAt])).toEqual([[nomination.id, true]])
  expect(await countFiltered(fresh, scene.edition, filters(''))).toBe(2)
  expect(await listBroken(fresh.db)).toEqual([])
})

test('a draft that is sent half a minute after it was begun is not fast; a second sooner it is', async () => {
  const sendAfter = async (ms: number) => {
    const { id } = await writeDraft(scene)
    await fresh.db.updateTable('draft').set({ created_at: later(testNow, -ms) }).where('id', '=', id).execute()
    return readSuspicions(await getNomination(scene, valueOf(await sendDraft(scene.ctx, scene.edition, scene.asked, { id })).nominationId))
  }
  expect([await sendAfter(seconds(30)), await sendAfter(seconds(29))]).toEqual([[], ['fast']])
})

describe('until it is released', () => {
  const entryOf = (nominee: string) => fresh.db.selectFrom('entry').selectAll().where('nominee_id', '=', nominee).orderBy('created_at').orderBy('id').executeTakeFirstOrThrow()
  const find = async (nominee: string, decision: 'eligible' | 'ineligible') => {
    const { id, dossier_version } = await entryOf(nominee)
    return decideEligibility(organiser, scene.edition, { entryId: id, dossierVersion: dossier_version }, { decision, reason: 'Not genuine' })
  }

  test('its entry is not found eligible; it may be found not eligible', async () => {
    const { nominee_id } = await receiveSuspicious()
    const before = await readTables(fresh.db)
    expect(await find(nominee_id, 'eligible')).toMatchObject({ code: 'look-first' })
    expect(await readTables(fresh.db)).toEqual(before)
    expect(await find(nominee_id, 'ineligible')).toMatchObject({ ok: true })
  })

  test('the nominee is not told of it', async () => {
    await receiveSuspicious()
    await fresh.db.updateTable('nomination').set({ received_at: later(testNow, -seconds(60 * 60 * 24 * 60)) }).execute()
    expect((await countToTell(fresh, scene.edition)).overdue).toBe(0)
    await fresh.db.updateTable('nomination').set({ looked_at: testNow }).execute()
    expect((await countToTell(fresh, scene.edition)).overdue).toBe(1)
  })

  test('then it goes on like any other, and the trail says who let it', async () => {
    const { id, nominee_id } = await receiveSuspicious()
    expect(await releaseNomination(organiser, scene.edition, id)).toMatchObject({ ok: true })
    expect([await countToLookAt(fresh, scene.edition), (await find(nominee_id, 'eligible')).ok]).toEqual([0, true])
    const [event] = await fresh.db.selectFrom('audit_event').selectAll().where('verb', '=', 'nomination.released').execute()
    expect(event).toMatchObject({ object_id: id, facts: '{"why":["trap"]}', actor_kind: 'account' })
  })
})

test('released once, by organisers of its edition only', async () => {
  const { id } = await receiveSuspicious()
  const { nomination: usual } = await receive(scene)
  const other = await makeEdition(fresh.db, { slug: '2026', current: 0 })
  const assistant = { ...organiser, actor: await makeAccount(fresh.db, { role: 'assistant', edition: scene.edition }) }
  expect([
    await releaseNomination(assistant, scene.edition, id), await releaseNomination(organiser, other, id), await releaseNomination(organiser, scene.edition, usual.id),
  ]).toMatchObject([{ code: 'not-yours' }, { code: 'not-found' }, { code: 'released-already' }])
  const answers = await Promise.all([1, 2, 3].map(() => releaseNomination(organiser, scene.edition, id)))
  expect(answers.filter((one) => one.ok)).toHaveLength(1)
  expect(await fresh.db.selectFrom('audit_event').select('seq').where('verb', '=', 'nomination.released').execute()).toHaveLength(1)
})
