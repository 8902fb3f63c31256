import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { listFaults } from '#app/check.server.ts'
import type { Edition } from '#app/domain/edition.ts'
import { openStorage } from '#app/platform/storage.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import type { CategoryRow } from '#db/schema.ts'
import { makePicture } from '#tests/factories/files.ts'
import { makeCategory, makeDraft, makeEdition, makeSettings } from '#tests/factories/index.ts'
import { startProcess } from '#tests/setup/app-process.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { multipart, sendParts } from '#tests/setup/multipart.ts'

let fresh: FreshDatabase
let app: TestApp
let edition: Edition
let category: CategoryRow
beforeEach(async () => {
  fresh = await freshDatabase()
  app = await startApp({ fresh })
  edition = await makeEdition(fresh.db, { opens_at: '2020-01-01T00:00:00.000Z', ...longFromNow })
  category = await makeCategory(fresh.db, edition)
})
afterEach(async () => {
  await app.close()
  await fresh.close()
})

/** Open by the machine's own clock, which the process that is killed reads. */
const longFromNow = { closes_at: '2999-01-12T17:00:00.000Z', ceremony_at: '2999-03-23T19:00:00.000Z' }

const listNominations = () => fresh.db.selectFrom('nomination').select(['draft_id', 'reference']).execute()

test('fifty identical sends at once make one nomination, and all are told its reference', async () => {
  const { id } = await makeDraft(fresh.db, edition, category)
  const visitor = new Visitor(app.port, await app.ringOf(id))
  const replies = await Promise.all(Array.from({ length: 50 }, () => visitor.post(`/nominate/${id}/check`)))
  expect(new Set(replies.map(({ status, headers }) => `${status} ${headers.location}`))).toEqual(new Set([`303 /nominate/${id}/sent?done=sent`]))
  const [nomination, ...others] = await listNominations()
  expect(others).toEqual([])
  expect((await visitor.get(`/nominate/${id}/sent`)).text).toContain(nomination?.reference)
  expect(await fresh.db.selectFrom('message').select('kind').execute()).toEqual([{ kind: 'nomination.receipt' }])
  expect(await listBroken(fresh.db)).toEqual([])
})

test('a file that was answered for before the process is killed is there afterwards, whole, and no draft names one that is not', async () => {
  await fresh.db.updateTable('edition').set({ settings: JSON.stringify(makeSettings({ attachments: true })), version: 2 }).execute()
  const drafts = await Promise.all(Array.from({ length: 12 }, () => makeDraft(fresh.db, edition, category)))
  const body = multipart({ fileName: 'a.png', bytes: await makePicture({ width: 800, height: 600, format: 'png' }) })
  const { killed, port } = await startProcess(fresh.url, inject('build'), { STORAGE_DIR: app.env.STORAGE_DIR })
  const answered: string[] = []
  const uploads = drafts.map(async ({ id }) => {
    const { status } = await sendParts(new Visitor(port, await app.ringOf(id)), `/nominate/${id}/attachment`, body)
    if (status !== 303) throw new Error(`answered ${status}`)
    answered.push(id)
    if (answered.length === 4) await killed()
  })
  await Promise.allSettled(uploads)
  await killed()

  const after = openDatabase(fresh.url)
  const naming = (await after.selectFrom('draft').select(['id', 'answers']).where('answers', 'like', '%"attachment"%').execute()).map(({ id }) => id)
  expect(answered.length).toBeGreaterThanOrEqual(4)
  expect(answered.filter((id) => !naming.includes(id))).toEqual([])
  expect(await listFaults(after, openStorage(app.env.STORAGE_DIR))).toEqual([])
  await after.destroy()
})

test('what was answered before the process is killed is there afterwards, and nothing is there by halves', async () => {
  const drafts = await Promise.all(Array.from({ length: 30 }, () => makeDraft(fresh.db, edition, category)))
  const { killed, port } = await startProcess(fresh.url, inject('build'))
  const answered: string[] = []
  const sends = drafts.map(async ({ id }) => {
    const { status } = await new Visitor(port, await app.ringOf(id)).post(`/nominate/${id}/check`)
    if (status !== 303) throw new Error(`answered ${status}`)
    answered.push(id)
    if (answered.length === 5) await killed()
  })
  await Promise.allSettled(sends)
  await killed()

  const after = openDatabase(fresh.url)
  const kept = (await after.selectFrom('nomination').select('draft_id').execute()).map((one) => one.draft_id)
  expect(answered.length).toBeGreaterThanOrEqual(5)
  expect(answered.filter((id) => !kept.includes(id))).toEqual([])
  expect(await listBroken(after)).toEqual([])
  await after.destroy()
})
