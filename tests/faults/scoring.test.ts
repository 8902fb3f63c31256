import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { entryPath } from '#app/features/judging/desk.ts'
import { contentSchema, type Content } from '#app/features/judging/scorecard.ts'
import { contentFrom } from '#app/features/judging/scoring.forms.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import type { Db } from '#db/schema.ts'
import { makeJudge, makeScorecard } from '#tests/factories/index.ts'
import { noteFigures, times } from '#tests/faults/figures.ts'
import { startProcess, type AppProcess } from '#tests/setup/app-process.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { makeDeskScene, type DeskScene } from '#tests/setup/desk-scene.ts'

let fresh: FreshDatabase
let app: TestApp
let scene: DeskScene
beforeEach(async () => {
  fresh = await freshDatabase()
  app = await startApp({ fresh, clock: new Date().toISOString() }) // sessions for the machine's own clock, which the process reads
  scene = await makeDeskScene(fresh.db, ['Asha Pillai'])
})
afterEach(async () => {
  await app.close()
  await fresh.close()
})

const judges = 20
const kills = times(4, 50)
/** Answers between two kills, of all judges together: sometimes few, sometimes many. */
const answersBetween = (round: number) => 5 + ((round * 37) % 90)

/** A judge at work: what was sent, and what of it was answered. */
interface AtWork {
  cardId: string
  cookie: string
  /** each differs from the one before */
  acknowledged: Record<string, string>[]
  /** sendings that nobody answered */
  unanswered: number
}

test(`${judges} judges save while the server is killed again and again: nothing acknowledged is lost, and nothing is kept twice`, { timeout: 600_000 }, async () => {
  const [entry] = scene.entries
  const work = await Promise.all(Array.from({ length: judges }, () => sitDown(entry!)))
  let server: AppProcess | undefined = await startProcess(fresh.url, inject('build'))
  let answers = 0
  let done = false
  const path = `${entryPath(scene.edition.slug, entry!.id)}/save`

  const judge = async (one: AtWork) => {
    for (let round = 0; !done; round += 1) {
      const fields = fieldsOf(round)
      while (!(await isAnswered(server, path, one, fields))) await pause(20)
      one.acknowledged.push(fields)
      answers += 1
    }
  }
  const kill = async () => {
    for (let round = 0; round < kills && !done; round += 1) {
      const enough = answers + answersBetween(round)
      while (answers < enough && !done) await pause(5)
      const killed = server
      server = undefined
      await killed?.killed()
      server = await startProcess(fresh.url, inject('build'))
      if (done) await server.killed() // a judge found a fault meanwhile
    }
    done = true
  }
  await Promise.all([kill(), ...work.map(judge)]).finally(() => {
    done = true
    return server?.killed()
  })

  const after = openDatabase(fresh.url)
  const found = await Promise.all(work.map((one) => compare(after, one)))
  const sum = (key: 'lost' | 'doubled') => found.reduce((total, one) => total + one[key], 0)
  noteFigures({ judges, kills, acknowledged: answers, unanswered: work.reduce((total, one) => total + one.unanswered, 0), lost: sum('lost'), doubled: sum('doubled') })
  expect(found.flatMap(({ faults }) => faults)).toEqual([])
  expect(answers).toBeGreaterThan(judges)
  expect(await listBroken(after)).toEqual([])
  await after.destroy()
})

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Another judge who is given the entry and has signed in. */
async function sitDown(entry: DeskScene['entries'][number]): Promise<AtWork> {
  const judge = await makeJudge(fresh.db, scene.edition, { panels: [scene.category] })
  const card = await makeScorecard(fresh.db, judge, entry)
  return { cardId: card.id, cookie: await app.sessionOf(judge.account), acknowledged: [], unanswered: 0 }
}

function fieldsOf(round: number): Record<string, string> {
  const [first, last] = scene.criteria
  return { [`mark-${first}`]: String(round % 6), [`reason-${first}`]: `round ${round}`, [`mark-${last}`]: round % 7 ? String(round % 5) : 'cannot', [`reason-${last}`]: '', note: `note ${round}`, citation: '' }
}

/** As the page's script does it: what nobody answered is sent again as it was, on the version that was last answered. */
async function isAnswered(server: AppProcess | undefined, path: string, one: AtWork, fields: Record<string, string>): Promise<boolean> {
  if (!server) return false
  const { cookie, acknowledged } = one
  const reply = await new Visitor(server.port, cookie).post(path, { ...fields, version: String(acknowledged.length), seen: 's'.repeat(43) }).catch(() => undefined)
  if (!reply) {
    one.unanswered += 1
    return false
  }
  expect([reply.status, reply.text]).toEqual([200, expect.stringContaining(`"version":${acknowledged.length + 1},`)])
  return true
}

/** What is kept of a judge's work beside what was answered: every version, and the marks that stand. */
async function compare(db: Db, { cardId, acknowledged }: AtWork) {
  const { categories } = await getProgramme({ db }, scene.edition)
  const criteria = categories[0]?.criteria ?? []
  const expected = acknowledged.map((fields) => contentFrom(criteria, fields))
  const versions = await db.selectFrom('scorecard_version').select(['version', 'content']).where('scorecard_id', '=', cardId).orderBy('version').execute()
  const kept = versions.map(({ content }) => contentSchema.parse(JSON.parse(content)))
  const card = await db.selectFrom('scorecard').select(['version', 'note']).where('id', '=', cardId).executeTakeFirstOrThrow()
  const marks = await db.selectFrom('mark').selectAll().where('scorecard_id', '=', cardId).execute()
  const standing: Content = {
    marks: Object.fromEntries(marks.map((row) => [row.criterion_id, { value: row.value, cannotJudge: row.cannot_judge === 1, reason: row.reason }])), note: card.note, citation: '', share: false,
  }
  const isIn = (all: Content[], one: Content) => all.some((other) => same(one, other))
  const faults = [
    !same(kept, expected) && `card ${cardId}: kept ${kept.length} versions for ${expected.length} answers`,
    !same(versions.map(({ version }) => version), expected.map((_, index) => index + 1)) && `card ${cardId}: versions with a gap`,
    card.version !== expected.length && `card ${cardId}: at version ${card.version}`,
    !same(standing, expected.at(-1)) && `card ${cardId}: the marks are not those of the last answer`,
  ].filter((fault) => fault !== false)
  return { faults, lost: expected.filter((one) => !isIn(kept, one)).length, doubled: kept.length - new Set(kept.map((one) => one.note)).size }
}

const sorted = (value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort().map(([key, one]) => [key, sorted(one)])) : Array.isArray(value) ? value.map(sorted) : value
const same = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
