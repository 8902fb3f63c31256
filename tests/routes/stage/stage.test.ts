import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import { publicAfterMs } from '#app/domain/reveal.ts'
import { later } from '#app/domain/time.ts'
import { listCues } from '#app/features/ceremony/queries.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { makeAccount, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { makeCeremony, makeStageFinalist, seal, type CeremonyScene } from '#tests/setup/ceremony-scene.ts'
import { listen } from '#tests/setup/event-source.ts'

let app: TestApp
let scene: CeremonyScene
let crew: Visitor
beforeEach(async () => {
  app = await startApp()
  scene = await makeCeremony(app.db, ['Wilma Winner', 'Wanda Winner'])
  crew = await app.signedIn(await as('stage-crew'))
})
afterEach(() => app.close())

const as = (role: Role): Promise<Account> => makeAccount(app.db, { role, edition: role === 'owner' ? null : scene.edition })
const control = '/stage/2027/control'
const versionOf = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? ''
const press = async (act: string) => crew.post(control, { act, version: versionOf((await crew.get(control)).text) })
/** Welcome, then the first award to its finalists: the next press is the reveal. */
const toFinalists = async () => {
  for (let step = 0; step < 3; step += 1) expect(await press('next')).toMatchObject({ status: 303, headers: { location: control } })
}
const publicAt = later(testNow, publicAfterMs)

/** Everything there is to see of an edition at its ceremony, by page and as data, for everybody. */
async function readEverything(): Promise<Record<string, string>> {
  const [first] = await listCues(app, scene.edition)
  const paths = [
    '/', '/winners', '/2027/winners', '/2027/finalists', '/2027/categories', '/2027/categories/award-1', '/stage/2027', control, '/stage/2027/script', '/stage/2027/events',
    '/organise', ...['', '/ceremony', '/ceremony/add', `/ceremony/${first?.id}`, '/archive', '/audit', '/entries', '/shortlists', '/shortlists/award-1', '/finalists', '/notices', '/outbox', '/judging'].map((path) => `/organise/2027${path}`),
  ]
  const read: Record<string, string> = {}
  for (const [name, who] of Object.entries(await everybody())) {
    for (const path of paths) for (const way of [path, path === '/' ? '/_root.data' : `${path}.data`]) read[`${name} ${way}`] = (await who.get(way)).text
  }
  return read
}

let known: Record<string, Visitor> | undefined
beforeEach(() => (known = undefined))
async function everybody(): Promise<Record<string, Visitor>> {
  const roles = ['stage-crew', 'owner', 'organiser', 'assistant', 'judge'] as const
  return (known ??= { visitor: app.visitor(), ...Object.fromEntries(await Promise.all(roles.map(async (role) => [role, await app.signedIn(await as(role))] as const))) })
}

test('no byte for anybody hangs on who won, up to the moment of the reveal', async () => {
  await toFinalists()
  await everybody()
  const [category] = scene.categories
  const others = await makeStageFinalist(app.db, scene.edition, category!, 'Another Finalist')
  const before = await readEverything()
  await seal(app.db, scene.edition, category!, [[others, 'winner']], 2)
  expect(await readEverything()).toEqual(before)
  expect(Object.entries(before).filter(([, text]) => text.includes('Read out for')).map(([page]) => page)).toEqual([])
  expect(Object.values(before).filter((text) => text.includes('Another Finalist')).length).toBeGreaterThan(5) // named as a finalist is
})

test('at the reveal the stage has the name; public pages a minute later, not a moment before', async () => {
  await toFinalists()
  const home = async () => (await app.visitor().get('/')).text
  const winners = async () => (await app.visitor().get('/2027/winners')).text
  const before = await home()
  expect(await press('next')).toMatchObject({ status: 303 })
  expect((await crew.get('/stage/2027')).text).toContain('>Wilma Winner<')
  expect((await crew.get(control)).text).not.toContain('Wilma')
  app.clock.now = later(publicAt, -1)
  expect([(await winners()).includes('Wilma'), (await home()) === before]).toEqual([false, true])
  app.clock.now = publicAt
  expect([(await winners()).includes('Wilma'), (await home()).includes('See the winners'), (await home()).includes('Follow the winners')]).toEqual([true, false, true])
  for (let step = 0; step < 3; step += 1) await press('next')
  app.clock.now = later(publicAt, publicAfterMs)
  expect([(await winners()).includes('Wanda'), (await home()).includes('See the winners')]).toEqual([true, true])
})

test('a reveal taken back within the minute never reaches the public', async () => {
  await toFinalists()
  await press('next')
  expect((await crew.get(control)).text).toContain('Take it back')
  await press('back')
  app.clock.now = later(publicAt, publicAfterMs)
  expect((await app.visitor().get('/2027/winners')).text).not.toContain('Wilma')
  expect((await crew.get('/stage/2027')).text).toContain('The finalists')
})

test('control: what is on stage and what comes next; a double press is one step; nothing beyond the end', async () => {
  await toFinalists()
  const page = await crew.get(control)
  expect(page.text).toMatch(/Finalists of Award 1/)
  expect(page.text).toMatch(/winner of Award 1/)
  const twice = await Promise.all([1, 2].map(() => crew.post(control, { act: 'next', version: versionOf(page.text) })))
  expect(twice.map(({ status, headers }) => [status, headers.location]).sort()).toEqual([[303, control], [303, `${control}?done=already`]])
  expect((await crew.get(`${control}?done=already`)).text).toContain('Winner of Award 1')
  for (let step = 0; step < 4; step += 1) await press('next')
  expect(await press('next')).toMatchObject({ status: 409, text: expect.stringContaining('The running order ends there') })
})

test('the screen keeps with the stage in every process, and ends when its process does', async () => {
  const other = await startApp({ fresh: { db: app.db, engine: 'sqlite', url: '', close: () => Promise.resolve() } })
  const cookie = await app.sessionOf(await as('stage-crew'))
  const [here, there] = [app, other].map(({ port }) => listen(port, '/stage/2027/events', cookie))
  await Promise.all([here!, there!].map((one) => one.until(({ data }) => data.includes('Celebrating'))))
  expect(here!.headers()).toMatchObject({ status: 200, 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  expect(here!.headers()).not.toHaveProperty('content-encoding')
  await press('next')
  const [one, two] = await Promise.all([here!, there!].map((listener) => listener.until(({ data }) => data.includes('Welcome'))))
  expect(one!.data).toBe(two!.data)
  const back = listen(app.port, '/stage/2027/events', cookie, 'long-ago')
  expect(await back.until(() => true)).toMatchObject({ id: one!.id, data: one!.data })
  await other.close()
  await there!.ended
  for (const listener of [here!, back]) listener.close()
})

test('nobody but the crew listens, and whoever asks for no stream gets the one event', async () => {
  const once = await crew.get('/stage/2027/events')
  expect(once).toMatchObject({ status: 200, text: expect.stringMatching(/^id: \d+\.0\ndata: /) })
  const stream = { Accept: 'text/event-stream' }
  expect((await app.visitor().get('/stage/2027/events', stream)).status).toBe(302)
  for (const role of ['assistant', 'judge'] as const) expect((await (await app.signedIn(await as(role))).get('/stage/2027/events', stream)).status).toBe(404)
})

test('an edition is archived by hand, when everybody is named', async () => {
  const organiser = await app.signedIn(await as('organiser'))
  const archive = '/organise/2027/archive'
  const version = async () => versionOf((await organiser.get(archive)).text)
  expect((await organiser.get(archive)).text).toContain('Not yet: the winner of Award 1, of Award 2 is not public')
  expect(await organiser.post(archive, { version: await version() })).toMatchObject({ status: 409 })
  await toFinalists()
  for (let step = 0; step < 4; step += 1) await press('next')
  app.clock.now = publicAt
  expect(await organiser.post(archive, { version: await version() })).toMatchObject({ status: 303, headers: { location: '/organise/2027?done=archived' } })
  expect((await crew.get(control)).text).not.toContain('name="act"')
  expect((await app.visitor().get('/2027/winners')).text).toContain('Wanda Winner')
  expect((await app.visitor().get('/winners')).text).toContain('href="/2027/winners"')
})
