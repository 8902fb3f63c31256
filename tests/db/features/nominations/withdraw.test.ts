import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { days, hours, later } from '#app/domain/time.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { at, getNomination, listEntries, receive, rewrite, send, setScene, type Received, type Scene } from '#tests/db/features/nominations/scene.ts'
import { makeMerge, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
let now: Scene
let sent: Received
const anHourLater = later(testNow, hours(1))
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
  now = await at(scene, anHourLater)
  sent = await receive(scene)
})
afterEach(() => fresh.close())

const withdraw = ({ nomination }: Received, from = now) => withdrawNomination(from.ctx, from.edition, nomination)
const done = { ok: true, value: undefined }
const refused = { ok: false, code: 'already-withdrawn', facts: {} }
/** Both nominations are about one nominee. */
async function merge(other: Received, into: Received) {
  await makeMerge(fresh.db, other.nomination, into.nomination)
  await fresh.db.updateTable('entry').set({ state: 'withdrawn' }).where('nominee_id', '=', other.nomination.nominee_id).execute()
  return { ...other, nomination: await getNomination(scene, other.nomination.id) }
}

test('the last one leaving takes the entries along; what it said is kept', async () => {
  const { answer, nomination_version: versions, nominee } = await readTables(fresh.db)
  expect(await withdraw(sent)).toEqual(done)
  expect(await getNomination(scene, sent.nomination.id)).toEqual({ ...sent.nomination, state: 'withdrawn', withdrawn_at: anHourLater })
  expect(await listEntries(scene, sent.nomination.nominee_id)).toEqual([
    { slug: 'home', state: 'withdrawn', version: 2 }, { slug: 'team', state: 'withdrawn', version: 2 },
  ])
  expect(await readTables(fresh.db)).toMatchObject({ answer, nomination_version: versions, nominee })
  expect(await listBroken(fresh.db)).toEqual([])
})

test('it is in the audit trail, and the nominator is told', async () => {
  await withdraw(sent)
  const trail = await fresh.db.selectFrom('audit_event').select(['at', 'verb', 'object_id', 'facts']).orderBy('seq').execute()
  expect(trail.slice(1)).toEqual([{ at: anHourLater, verb: 'nomination.withdrawn', object_id: sent.nomination.id, facts: '{}' }])
  const { kind, to_email, subject } = await newestMessage(fresh.db, scene.ctx.keys, sent.nomination.id)
  expect([kind, to_email, subject]).toEqual(['nomination.withdrawn', 'nell@people.example', `Your nomination is withdrawn: ${sent.nomination.reference}`])
})

test('who gave no address is told nothing', async () => {
  const one = await receive(scene, { nominatorEmail: '', nominatorPhone: '01632 960 001' })
  await withdraw(one)
  expect(await fresh.db.selectFrom('message').select('id').where('about_id', '=', one.nomination.id).execute()).toEqual([])
})

test('others that name them keep the entry, and its dossier changes', async () => {
  const other = await merge(await receive(scene, { categories: [scene.home.id] }), sent)
  expect(await withdraw(sent)).toEqual(done)
  expect(await listEntries(scene, sent.nomination.nominee_id)).toEqual([
    { slug: 'home', state: 'live', version: 2 }, { slug: 'team', state: 'withdrawn', version: 2 },
  ])
  expect(await withdraw(other)).toEqual(done)
  expect((await listEntries(scene, sent.nomination.nominee_id)).map((one) => one.state)).toEqual(['withdrawn', 'withdrawn'])
  expect(await listBroken(fresh.db)).toEqual([])
})

test('entries of another nominee in the same award stay as they are', async () => {
  const other = await receive(scene)
  await withdraw(sent)
  expect((await listEntries(scene, other.nomination.nominee_id)).map((one) => [one.state, one.version])).toEqual([['live', 1], ['live', 1]])
})

test('twice is once', async () => {
  await withdraw(sent)
  const before = await readTables(fresh.db)
  expect(await withdraw(sent)).toEqual(refused)
  expect(await withdraw({ ...sent, nomination: await getNomination(scene, sent.nomination.id) })).toEqual(refused)
  expect(await readTables(fresh.db)).toEqual(before)
})

test('it is a right after the close, and while judges are at work', async () => {
  await fresh.db.updateTable('edition').set({ stage: 'judging' }).execute()
  expect(await withdraw(sent, await at(scene, later(scene.edition.closes_at, days(40))))).toEqual(done)
})

test('afterwards it cannot be changed, nor sent anew from the same draft', async () => {
  await withdraw(sent)
  await rewrite(now, sent.draft, { name: 'Samira Carer' })
  const before = await readTables(fresh.db)
  expect(await send(now, sent.draft)).toEqual(refused)
  expect(await readTables(fresh.db)).toEqual(before)
})

describe('at the same time', () => {
  test('ten of one nomination: one is done', async () => {
    const heard = await Promise.all(Array.from({ length: 10 }, () => withdraw(sent)))
    expect(heard.filter((one) => one.ok)).toHaveLength(1)
    expect(heard.filter((one) => !one.ok)).toEqual(Array(9).fill(refused))
    expect(await fresh.db.selectFrom('message').select('id').where('kind', '=', 'nomination.withdrawn').execute()).toHaveLength(1)
  })

  test('all that name somebody: none is left to stand', async () => {
    const all = [sent]
    for (let count = 0; count < 4; count += 1) all.push(await merge(await receive(scene), sent))
    expect(await Promise.all(all.map((one) => withdraw(one)))).toEqual(Array(5).fill(done))
    expect((await listEntries(scene, sent.nomination.nominee_id)).map((one) => one.state)).toEqual(['withdrawn', 'withdrawn'])
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('all that name somebody for another award now: it gets one entry', async () => {
    const { home, team } = scene
    const one = await receive(scene, { categories: [home.id] })
    const all = [one]
    for (let count = 0; count < 4; count += 1) all.push(await merge(await receive(scene, { categories: [home.id] }), one))
    for (const { draft } of all) await rewrite(now, draft, { categories: [team.id] })
    expect(await Promise.all(all.map(({ draft }) => send(now, draft)))).toMatchObject(Array(5).fill({ ok: true }))
    const entries = await listEntries(scene, one.nomination.nominee_id)
    expect(entries.map(({ slug, state }) => `${slug} ${state}`)).toEqual(['home withdrawn', 'team live'])
    expect(await listBroken(fresh.db)).toEqual([])
  })
})
