import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hours, later } from '#app/domain/time.ts'
import { saveStep } from '#app/features/nominations/drafts.commands.server.ts'
import { listSteps } from '#app/features/nominations/journey.ts'
import { getSentAnswers, listVersions } from '#app/features/nominations/queries.server.ts'
import { sendDraft, withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { hashToken } from '#app/platform/tokens.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { at, getDraft, getNomination, listEntries, receive, rewrite, send, setScene, writeDraft, type Received, type Scene } from '#tests/db/features/nominations/scene.ts'
import { testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
let sent: Received
/** an hour after the sending */
let now: Scene
const anHourLater = later(testNow, hours(1))
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
  sent = await receive(scene)
  now = await at(scene, anHourLater)
})
afterEach(() => fresh.close())

/** Changes the draft and sends it. */
async function change(own: Parameters<typeof rewrite>[2], from = now) {
  await rewrite(from, sent.draft, own)
  return send(from, sent.draft)
}
const nomineeOf = (id: string) => fresh.db.selectFrom('nominee').select(['name', 'kind', 'job', 'employer', 'reach']).where('id', '=', id).executeTakeFirstOrThrow()

test('a change is a version of its own; the earlier one and everything that points to it stay as they were', async () => {
  const { db, team } = scene
  const { nomination, draft } = sent
  const before = await readTables(db)
  const wanted = { name: 'Samira Carer', categories: [team.id], shareName: 'yes' as const, nominatorName: 'Nell N', relationship: 'Neighbour' }
  expect(await change(wanted)).toEqual({ ok: true, value: { nominationId: nomination.id, reference: nomination.reference } })
  expect(await getNomination(scene, nomination.id)).toEqual({ ...nomination, version: 2, share_name: 1, nominator_name: 'Nell N', relationship: 'Neighbour' })

  const after = await readTables(db)
  for (const table of ['nomination_version', 'answer', 'link', 'message', 'audit_event', 'job']) expect(after[table]).toEqual(expect.arrayContaining(before[table] ?? []))
  const { answers } = await getDraft(scene, draft.id)
  const ofTeam = [...scene.asked.story, ...(scene.asked.categories.find((one) => one.id === team.id)?.questions ?? [])].map((one) => one.id)
  const kept = Object.fromEntries(Object.entries(answers.story).filter(([id]) => ofTeam.includes(id)))
  expect(await getSentAnswers(scene, { id: nomination.id, version: 1 })).toEqual(draft.answers)
  expect(await getSentAnswers(scene, { id: nomination.id, version: 2 })).toEqual({ ...answers, story: kept })
  expect(await listVersions(scene, nomination.id)).toEqual([{ version: 1, at: testNow }, { version: 2, at: anHourLater }])
  expect(await db.selectFrom('nomination_category').selectAll().execute()).toEqual([{ nomination_id: nomination.id, category_id: team.id, moved_from: null }])
  expect(await listBroken(db)).toEqual([])
})

test('it is in the audit trail by its number, and told to the address given last, with a new link', async () => {
  await change({ nominatorEmail: 'new@people.example' })
  const trail = await fresh.db.selectFrom('audit_event').select(['at', 'verb', 'object_id', 'facts']).orderBy('seq').execute()
  expect(trail.slice(1)).toEqual([{ at: anHourLater, verb: 'nomination.edited', object_id: sent.nomination.id, facts: '{"version":2}' }])
  const { kind, to_email, secrets } = await newestMessage(fresh.db, scene.ctx.keys, sent.nomination.id)
  expect([kind, to_email]).toEqual(['nomination.changed', 'new@people.example'])
  const links = await fresh.db.selectFrom('link').select(['token_hash', 'revoked_at']).execute()
  expect(links.length).toBe(2)
  expect(links).toContainEqual({ token_hash: hashToken(secrets.link?.split('/').at(-1) ?? ''), revoked_at: null })
})

test('nothing changed is no version, and tells nobody', async () => {
  const before = await readTables(fresh.db)
  expect(await send(now, sent.draft)).toMatchObject({ ok: true, value: { reference: sent.nomination.reference } })
  expect(await readTables(fresh.db)).toEqual(before)
})

test('a word in the story is a change', async () => {
  const { answers } = await getDraft(scene, sent.draft.id)
  const [question] = scene.asked.story
  const story = { ...answers.story, [question?.id ?? '']: 'Other words' }
  await change({ story })
  const inForce = await getNomination(scene, sent.nomination.id)
  expect([inForce.version, (await getSentAnswers(scene, inForce)).story]).toEqual([2, story])
})

test('words for an award that is not named are no change', async () => {
  await change({ categories: [scene.home.id] })
  const { answers } = await getDraft(scene, sent.draft.id)
  const ofTeam = scene.asked.categories.find((one) => one.id === scene.team.id)?.questions[0]?.id ?? ''
  await change({ story: { ...answers.story, [ofTeam]: 'Other words' } })
  expect(await getNomination(scene, sent.nomination.id)).toMatchObject({ version: 2 })
})

test('from the seal of a category it names on, it can no longer be taken back', async () => {
  const { db, home } = scene
  const other = await receive(scene, { categories: [scene.team.id], name: 'Somebody else' })
  await db.updateTable('category').set({ state: 'sealed' }).where('id', '=', home.id).execute()
  const before = await readTables(db)
  expect(await withdrawNomination(now.ctx, now.edition, sent.nomination)).toEqual({ ok: false, code: 'sealed-over-it', facts: {} })
  expect(await readTables(db)).toEqual(before)
  expect(await withdrawNomination(now.ctx, now.edition, other.nomination)).toMatchObject({ ok: true })
})

test('entries follow the awards named: given up they are withdrawn, named again they are the same ones, with a new dossier each time', async () => {
  const { home, team } = scene
  const entries = () => listEntries(scene, sent.nomination.nominee_id)
  const ids = async () => (await fresh.db.selectFrom('entry').select('id').orderBy('id').execute()).map((one) => one.id)
  const before = await ids()
  const seen = []
  for (const categories of [[home.id], [team.id], [home.id, team.id]]) {
    await change({ categories })
    seen.push((await entries()).map((one) => `${one.slug} ${one.state} ${one.version}`))
  }
  expect(seen).toEqual([
    ['home live 2', 'team withdrawn 2'],
    ['home withdrawn 3', 'team live 3'],
    ['home live 4', 'team live 4'],
  ])
  expect(await ids()).toEqual(before)
})

test('an award named for the first time gets its entry, the one that stays a new dossier', async () => {
  const one = await receive(scene, { categories: [scene.home.id] })
  await rewrite(now, one.draft, { categories: [scene.home.id, scene.team.id] })
  await send(now, one.draft)
  expect(await listEntries(scene, one.nomination.nominee_id)).toEqual([{ slug: 'home', state: 'live', version: 2 }, { slug: 'team', state: 'live', version: 1 }])
})

describe('the record of who is nominated', () => {
  const wanted = { name: 'The night team', kind: 'team', job: '', employer: 'Harbour House', reach: 'the office' } as const

  test('follows its only nomination', async () => {
    await change(wanted)
    expect(await nomineeOf(sent.nomination.nominee_id)).toEqual(wanted)
  })

  test('stays as it is once somebody else has nominated them too', async () => {
    const before = await nomineeOf(sent.nomination.nominee_id)
    const other = await receive(scene)
    await fresh.db.updateTable('nomination').set({ nominee_id: sent.nomination.nominee_id }).where('id', '=', other.nomination.id).execute()
    await change(wanted)
    expect(await nomineeOf(sent.nomination.nominee_id)).toEqual(before)
    expect(await getSentAnswers(scene, { id: sent.nomination.id, version: 2 })).toMatchObject(wanted)
  })

  test('of another nominee is not touched', async () => {
    const other = await receive(scene, { name: 'Somebody else' })
    await change(wanted)
    expect(await nomineeOf(other.nomination.nominee_id)).toMatchObject({ name: 'Somebody else' })
  })
})

describe('at the same time', () => {
  test('twenty of the same change are one version', async () => {
    await rewrite(now, sent.draft, { name: 'Samira Carer' })
    const heard = await Promise.all(Array.from({ length: 20 }, () => send(now, sent.draft)))
    expect(new Set(heard.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(await listVersions(scene, sent.nomination.id)).toHaveLength(2)
  })

  test('who read the draft before it was changed and sends it after does not put the old words back', async () => {
    const stale = await getDraft(now, sent.draft.id)
    await change({ name: 'Samira Carer' })
    expect(await sendDraft(now.ctx, now.edition, now.asked, stale)).toMatchObject({ ok: true })
    expect(await getSentAnswers(scene, await getNomination(scene, sent.nomination.id))).toMatchObject({ name: 'Samira Carer' })
    expect(await listVersions(scene, sent.nomination.id)).toHaveLength(2)
  })

  test('a page saved while the whole is sent: one or the other is sent, whole, and the draft holds what was saved', async () => {
    const draft = await writeDraft(scene)
    const [who] = listSteps(scene.asked, draft.answers)
    if (!who) throw new Error('no page')
    await Promise.all([send(scene, draft), saveStep(scene.ctx, scene.edition, scene.asked, draft.id, who, { kind: 'person', name: 'Samira Carer' })])
    const { id } = await fresh.db.selectFrom('nomination').select('id').where('draft_id', '=', draft.id).executeTakeFirstOrThrow()
    const { answers } = await getDraft(scene, draft.id)
    expect(answers).toEqual({ ...draft.answers, name: 'Samira Carer' })
    expect([draft.answers, answers]).toContainEqual(await getSentAnswers(scene, { id, version: 1 }))
    await send(now, draft)
    expect(await getSentAnswers(scene, await getNomination(scene, id))).toEqual(answers)
  })

  test('a change and a withdrawal: withdrawn in the end, and nothing is half', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await receive(scene)
      await rewrite(now, one.draft, { categories: [scene.team.id] })
      await Promise.all([send(now, one.draft), withdrawNomination(now.ctx, now.edition, one.nomination)])
      expect(await getNomination(scene, one.nomination.id)).toMatchObject({ state: 'withdrawn' })
    }
    expect(await listBroken(fresh.db)).toEqual([])
  })
})
