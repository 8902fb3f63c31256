import { afterAll, afterEach, beforeEach, expect, inject, test } from 'vitest'
import { publicAfterMs } from '#app/domain/reveal.ts'
import { seconds, later } from '#app/domain/time.ts'
import { openDatabase } from '#db/client.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { makeAccount } from '#tests/factories/index.ts'
import { noteFigures, times, type Figures } from '#tests/faults/figures.ts'
import { startProcess, type AppProcess } from '#tests/setup/app-process.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { makeCeremony, type CeremonyScene } from '#tests/setup/ceremony-scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { listen } from '#tests/setup/event-source.ts'

let fresh: FreshDatabase
let app: TestApp
let scene: CeremonyScene
let cookie: string
const figures: Figures = {}

async function raise(awards: number): Promise<void> {
  scene = await makeCeremony(fresh.db, Array.from({ length: awards }, (_, index) => winnerOf(index)), { clock_offset_ms: 0 })
  cookie = await app.sessionOf(await makeAccount(fresh.db, { role: 'stage-crew', edition: scene.edition }))
}
beforeEach(async () => {
  fresh = await freshDatabase()
  app = await startApp({ fresh, clock: new Date().toISOString() }) // sessions for the machine's own clock, which the process reads
})
afterEach(async () => {
  await app.close()
  await fresh.close()
})
afterAll(() => noteFigures(figures))

const winnerOf = (award: number) => `Plantedwinner${String(award + 1).padStart(2, '0')}`
const control = '/stage/2027/control'
const versionOf = (page: string) => Number(/name="version" value="(\d+)"/.exec(page)?.[1] ?? NaN)

const listeners = times(20, 200)
const awards = times(4, 12)
const namesIn = (text: string) => [...new Set(text.match(/Plantedwinner\d\d/g) ?? [])].sort()

/** What the public pages may say: whoever was shown a minute ago or longer. */
function publicNames(shownAt: Map<string, string>): string[] {
  return [...shownAt].filter(([, at]) => later(at, publicAfterMs) <= app.clock.now).map(([name]) => name).sort()
}

/** As many people load the page of the winners at once: how many of them see other names than they may. */
async function countWrongPages(shownAt: Map<string, string>): Promise<number> {
  const pages = await Promise.all(Array.from({ length: listeners }, () => new Visitor(app.port).get('/2027/winners')))
  const may = publicNames(shownAt).join()
  return pages.filter(({ text }) => namesIn(text).join() !== may).length
}

test(`${awards} reveals before ${listeners} listeners, ${listeners} viewers and the screen of the hall: none has a name early, and none a wrong one`, { timeout: 600_000 }, async () => {
  await raise(awards)
  const heard = Array.from({ length: listeners }, () => listen(app.port, '/stage/2027/events', cookie))
  const crew = new Visitor(app.port, cookie)
  await Promise.all(heard.map((one) => one.until(({ id }) => id.endsWith('.0'))))
  const [revealedAt, shownAt] = [new Map<string, number>(), new Map<string, string>()]
  const delays: number[] = []
  let [wrongScreens, wrongPages] = [0, 0]
  for (let version = 0; version < 1 + awards * 3; version += 1) {
    const reveals = version % 3 === 0 && version > 0 ? winnerOf(version / 3 - 1) : undefined
    app.clock.now = later(app.clock.now, seconds(25)) // so that a minute ends between two presses
    const pressed = performance.now()
    if (reveals) {
      revealedAt.set(reveals, pressed)
      shownAt.set(reveals, app.clock.now)
    }
    expect(await crew.post(control, { act: 'next', version: String(version) })).toMatchObject({ status: 303 })
    const came = await Promise.all(heard.map((one) => one.until(({ id }) => id.endsWith(`.${version + 1}`))))
    if (reveals) delays.push(...came.map(({ at }) => at - pressed))
    wrongScreens += Number(!(await crew.get('/stage/2027')).text.includes(came[0]?.data ?? 'nothing'))
    wrongPages += await countWrongPages(shownAt)
  }
  const all = heard.flatMap(({ events }) => events)
  const onWinnerStep = all.filter(({ data }) => data.includes('stage-winners'))
  // A finalist's name is on the screen before the reveal, as a finalist's; as a winner's it is not.
  const early = onWinnerStep.filter(({ data, at }) => namesIn(data).some((name) => at < (revealedAt.get(name) ?? Infinity)))
  const wrong = onWinnerStep.filter(({ data }) => !namesIn(data).every((name) => data.includes(`Award ${Number(name.slice(-2))}<`)) || namesIn(data).length !== 1)
  for (const one of heard) one.close()
  Object.assign(figures, {
    listeners, viewers: listeners, reveals: awards, heard: onWinnerStep.length, early: early.length, wrong: wrong.length, wrongScreens, wrongPages, slowestMs: Math.round(Math.max(...delays)),
  })
  expect([early, wrong, wrongScreens, wrongPages]).toEqual([[], [], 0, 0])
  expect(onWinnerStep).toHaveLength(listeners * awards)
})

const kills = times(3, 50)

test(`the server is killed in ${kills} presses: every time the stage stands where it stood, or a whole step on`, { timeout: 600_000 }, async () => {
  await raise(Math.ceil(kills / 3) + 1)
  let server: AppProcess = await startProcess(fresh.url, inject('build'))
  let answered = 0
  let wrong = 0
  for (let round = 0; round < kills; round += 1) {
    const before = versionOf((await new Visitor(server.port, cookie).get(control)).text)
    const press = new Visitor(server.port, cookie).post(control, { act: 'next', version: String(before) }).then(({ status }) => status === 303, () => false)
    await new Promise((resolve) => setTimeout(resolve, (round * 7) % 40))
    await server.killed()
    const wasAnswered = await press
    server = await startProcess(fresh.url, inject('build'))
    const after = versionOf((await new Visitor(server.port, cookie).get(control)).text)
    answered += Number(wasAnswered)
    if (!(after === before + 1 || (after === before && !wasAnswered)) || !(await isSound(server))) wrong += 1
  }
  await server.killed()
  Object.assign(figures, { kills, answered, wrongAfterKill: wrong })
  expect(wrong).toBe(0)
  expect(await listBroken(fresh.db)).toEqual([])
})

/** A winner is on the screen exactly when the stage stands at the step of one, and has been revealed exactly once. */
async function isSound(server: AppProcess): Promise<boolean> {
  const db = openDatabase(fresh.url)
  const state = await db.selectFrom('stage_state').leftJoin('cue', 'cue.id', 'stage_state.cue_id').select(['step', 'category_id', 'position']).executeTakeFirst()
  const revealed = (await db.selectFrom('reveal').select('category_id').where('undone_at', 'is', null).orderBy('number').execute()).map(({ category_id }) => category_id)
  await db.destroy()
  const passed = scene.categories.slice(0, Math.max(0, (state?.position ?? 1) - 2 + (state?.step === 2 ? 1 : 0))).map(({ id }) => id)
  const screen = (await new Visitor(server.port, cookie).get('/stage/2027')).text
  return JSON.stringify(revealed) === JSON.stringify(passed) && screen.includes('stage-winners') === (state?.step === 2)
}
