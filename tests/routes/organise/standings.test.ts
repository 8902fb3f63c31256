import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import { close, makeScene, reveal, sealBoth, settle, type Scene } from '#tests/db/features/moderation/scene.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'

let app: TestApp
let scene: Scene
let organiser: Visitor
beforeEach(async () => {
  app = await startApp()
  scene = await makeScene(app.db)
  organiser = await app.signedIn(scene.first.actor as Account)
})
afterEach(() => app.close())

const at = (path = '') => `/organise/${scene.edition.slug}/standings/care${path}`
/** What is read, without marks of the page. */
const read = async (path: string) => (await organiser.get(path)).text.replace(/<[^>]+>/g, ' ').replaceAll('&#x27;', '’').replace(/\s+/g, ' ')

test('the standings say who is first, by how much, and how sure that is', async () => {
  await close(scene)
  const text = await read(at())
  expect(text).toContain('Asha is first by 1.00. That would stay so whichever one judge were left out.')
  for (const part of ['Where each entry could stand', 'Who could be the best', 'Quorum', 'How reliable the scores are']) expect(text).toContain(part)
})

test('every score leads to its sum', async () => {
  await close(scene)
  const { text } = await organiser.get(at())
  const [href = ''] = /\/organise\/[^"]+\/working\/[a-z2-9]{20}/.exec(text) ?? []
  expect(href).toBe(at(`/working/${scene.entries[0].id}`))
  expect(await read(href)).toContain('(5 + 5 + 5) ÷ 3 = 5')
})

test('judges have names on their own page alone', async () => {
  await close(scene)
  expect(await read(at('/judges'))).toMatch(/Ann .*Bob .*Cat/)
  for (const path of ['', '/working', `/working/${scene.entries[0].id}`]) expect(await read(at(path)), path).not.toMatch(/\b(Ann|Bob|Cat)\b/)
})

test('before scoring is closed there is no working, nor of an entry that is elsewhere', async () => {
  const statuses = async (...paths: string[]) => Promise.all(paths.map(async (path) => (await organiser.get(at(path))).status))
  expect(await statuses('/working', '/judges', `/working/${scene.entries[0].id}`)).toEqual([404, 404, 404])
  await close(scene)
  expect(await statuses('/working', '/judges', '/working/nowhere')).toEqual([200, 200, 404])
})

test('the score sheet is public once its category is revealed, as it was sealed', async () => {
  await settle(scene)
  await sealBoth(scene)
  const sheet = `/${scene.edition.slug}/seal/care/1/scores.csv`
  const visitor = app.visitor()
  expect((await visitor.get(sheet)).status).toBe(404)
  await reveal(scene)
  const { status, headers, text } = await visitor.get(sheet)
  expect([status, headers['content-type'], text.split('\r\n')[0]]).toEqual([200, 'text/csv; charset=utf-8', 'entry,judge,criterion,score,weight,state'])
  expect(text.trim().split('\r\n')).toHaveLength(10)
  expect((await visitor.get(`/${scene.edition.slug}/seal`)).text).toContain(sheet)
  expect((await visitor.get(sheet.replace('/1/', '/2/'))).status).toBe(404)
})
