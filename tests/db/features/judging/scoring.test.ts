import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { later, minutes } from '#app/domain/time.ts'
import { findDesk, listCards, readHome } from '#app/features/judging/desk.queries.server.ts'
import { contentSchema, type Content, type Mark } from '#app/features/judging/scorecard.ts'
import { finishAll, finishScorecard, reopenScorecard, saveScorecard, stepAside } from '#app/features/judging/scoring.commands.server.ts'
import { makeCtx, makeJudge, makeScorecard, testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { makeDeskScene, makeFinalist, type DeskScene } from '#tests/setup/desk-scene.ts'

let fresh: FreshDatabase
let scene: DeskScene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeDeskScene(fresh.db)
})
afterEach(() => fresh.close())

const ctx = () => makeCtx(fresh.db, { actor: scene.judge.account })
const firstId = () => scene.entries[0]?.id ?? ''
const mark = (value: number | null, reason = ''): Mark => ({ value, cannotJudge: false, reason })
const written = (one: Mark, other: Mark, texts: Partial<Content> = {}): Content =>
  ({ marks: { [scene.criteria[0]]: one, [scene.criteria[1]]: other }, note: '', citation: '', share: false, ...texts })
const complete = () => written(mark(4), mark(3))

const save = (version: number, content: Content, entryId = firstId(), edition = scene.edition) => saveScorecard(ctx(), edition, scene.judge, entryId, { version, content })
const cardOf = (entryId = firstId()) =>
  fresh.db.selectFrom('scorecard').selectAll().where('judge_id', '=', scene.judge.id).where('entry_id', '=', entryId).executeTakeFirstOrThrow()
const desk = async (entryId = firstId()) => {
  const found = await findDesk(fresh, scene.edition, scene.judge, entryId)
  if (!found) throw new Error('out of sight')
  return found
}
/** As the button on the page does it. */
const finish = async (entryId = firstId()) => {
  const { card, stamp } = await desk(entryId)
  return finishScorecard(ctx(), scene.edition, scene.judge, entryId, { version: card.version, stamp })
}
const versions = async () => {
  const rows = await fresh.db.selectFrom('scorecard_version').selectAll().orderBy('version').execute()
  return rows.map(({ version, content }) => [version, contentSchema.parse(JSON.parse(content))])
}
const verbs = async () => (await fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'facts']).where('verb', 'like', 'scorecard.%').orderBy('seq').execute()).map(({ verb, object_id }) => [verb, object_id])
const raiseDossier = () => fresh.db.updateTable('entry').set((e) => ({ dossier_version: e('dossier_version', '+', 1) })).execute()

describe('saving', () => {
  test('keeps marks and texts, begins the scorecard, and keeps every save as it was', async () => {
    const first = written(mark(4), { value: null, cannotJudge: true, reason: '' }, { note: 'n', citation: 'c' })
    expect(await save(0, first)).toEqual({ ok: true, value: { version: 1, at: testNow } })
    expect(await cardOf()).toMatchObject({ state: 'in-progress', version: 1, note: 'n', citation: 'c', finished_at: null })
    expect((await desk()).content).toEqual(first)
    const second = written(mark(0, 'Nothing said of it'), mark(null))
    const edition = { ...scene.edition, now: later(testNow, minutes(1)) }
    expect(await save(1, second, firstId(), edition)).toEqual({ ok: true, value: { version: 2, at: edition.now } })
    expect((await desk()).content).toEqual(second)
    expect(await versions()).toEqual([[1, first], [2, second]])
    expect(await verbs()).toEqual([])
  })

  test('the same again – the answer was lost – is answered alike, and writes nothing', async () => {
    await save(0, complete())
    expect(await save(0, complete())).toEqual({ ok: true, value: { version: 1, at: testNow } })
    expect(await save(1, complete())).toEqual({ ok: true, value: { version: 1, at: testNow } })
    expect(await versions()).toEqual([[1, complete()]])
  })

  test('the same ten times at once is one save', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => save(0, complete())))
    expect(answers).toEqual(Array(10).fill({ ok: true, value: { version: 1, at: testNow } }))
    expect(await versions()).toHaveLength(1)
  })

  test('of two that saw the same version, the second is told, and overwrites nothing', async () => {
    await save(0, complete())
    expect(await save(0, written(mark(1), mark(1)))).toEqual({ ok: false, code: 'scorecard-changed', facts: {} })
    const answers = await Promise.all([2, 3, 4].map((value) => save(1, written(mark(value), mark(2)))))
    expect(answers.map((one) => (one.ok ? 'saved' : one.code)).sort()).toEqual(['saved', 'scorecard-changed', 'scorecard-changed'])
    expect((await cardOf()).version).toBe(2)
  })

  test('nothing at all is not yet a beginning', async () => {
    expect(await save(0, written(mark(null), mark(null)))).toMatchObject({ ok: true, value: { version: 0 } })
    expect((await cardOf()).state).toBe('to-do')
  })

  test('marks for criteria of other categories are not kept', async () => {
    await save(0, { ...complete(), marks: { ...complete().marks, elsewhere: mark(5) } })
    expect(await fresh.db.selectFrom('mark').select('criterion_id').orderBy('criterion_id').execute()).toEqual(scene.criteria.toSorted().map((criterion_id) => ({ criterion_id })))
  })

  test('a finished scorecard is opened again first, which says so', async () => {
    await save(0, complete())
    await finish()
    expect(await save(1, written(mark(1), mark(1)))).toEqual({ ok: false, code: 'scorecard-finished', facts: {} })
    expect(await reopenScorecard(ctx(), scene.edition, scene.judge, firstId())).toEqual({ ok: true, value: undefined })
    expect(await save(1, written(mark(1), mark(1)))).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await cardOf()).toMatchObject({ state: 'in-progress', finished_at: null })
    expect(await verbs()).toEqual([['scorecard.finished', firstId()], ['scorecard.reopened', firstId()]])
  })
})

describe('finishing', () => {
  test('is refused with all that is missing, and then done once', async () => {
    await save(0, written(mark(5), mark(null)))
    const gaps = 'Say in a sentence why you give 5 for “Kindness”. Score “Skill”, or say that you cannot judge it.'
    expect(await finish()).toEqual({ ok: false, code: 'scorecard-gaps', facts: { gaps } })
    await save(1, written(mark(5, 'She stayed all night'), mark(3)))
    expect(await finish()).toEqual({ ok: true, value: undefined })
    expect(await finish()).toEqual({ ok: true, value: undefined })
    expect(await cardOf()).toMatchObject({ state: 'finished', finished_at: testNow, dossier_version: 1, criteria_version: 1 })
    expect(await verbs()).toEqual([['scorecard.finished', firstId()]])
  })

  test('what changed since is confirmed by finishing again, on what the page showed', async () => {
    await save(0, complete())
    await finish()
    await raiseDossier()
    expect((await desk()).card).toMatchObject({ progress: 'look-again', outdated: true })
    const before = await desk()
    await fresh.db.updateTable('answer').set({ text: 'Something else altogether' }).execute()
    expect(await finishScorecard(ctx(), scene.edition, scene.judge, firstId(), { version: 1, stamp: before.stamp })).toEqual({ ok: false, code: 'evidence-changed', facts: {} })
    expect(await finish()).toEqual({ ok: true, value: undefined })
    expect((await desk()).card).toMatchObject({ progress: 'finished', outdated: false, madeOn: { dossier: 2, criteria: 1 } })
    expect(await verbs()).toHaveLength(2)
  })

  test('other criteria ask for it too, and one that was added must be scored', async () => {
    await save(0, complete())
    await finish()
    await fresh.db.updateTable('category').set({ criteria_version: 2 }).execute()
    expect((await desk()).card.progress).toBe('look-again')
    const [criterion] = await fresh.db.selectFrom('criterion').selectAll().execute()
    if (criterion) await fresh.db.insertInto('criterion').values({ ...criterion, id: 'added', position: 3, name: 'Added' }).execute()
    const edition = { ...scene.edition, version: 2 }
    const { card, stamp } = await desk()
    expect(await finishScorecard(ctx(), edition, scene.judge, firstId(), { version: card.version, stamp })).toMatchObject({ ok: false, code: 'scorecard-gaps' })
  })

  test('a scorecard saved since the page was opened is not finished unseen', async () => {
    await save(0, complete())
    const { stamp } = await desk()
    await save(1, written(mark(1), mark(1)))
    expect(await finishScorecard(ctx(), scene.edition, scene.judge, firstId(), { version: 1, stamp })).toEqual({ ok: false, code: 'scorecard-changed', facts: {} })
  })

  test('all that is ready at once: what is named, complete and on the evidence as it is', async () => {
    const { edition, category, judge, entries } = scene
    const more = await Promise.all(['C', 'D'].map((name) => makeFinalist(fresh.db, edition, category, name)))
    for (const entry of more) await makeScorecard(fresh.db, judge, entry)
    const [ready, notNamed, outdated, begun] = [...entries, ...more].map(({ id }) => id) as [string, string, string, string]
    for (const id of [ready, notNamed, outdated]) await save(0, complete(), id)
    await save(0, written(mark(4), mark(null)), begun)
    await fresh.db.updateTable('entry').set({ dossier_version: 2 }).where('id', '=', outdated).execute()
    expect(await finishAll(ctx(), edition, judge, [ready, outdated, begun, 'nothing'])).toEqual({ ok: true, value: { count: 1 } })
    const states = await Promise.all([ready, notNamed, outdated, begun].map(async (id) => (await cardOf(id)).state))
    expect(states).toEqual(['finished', 'in-progress', 'in-progress', 'in-progress'])
    expect(await verbs()).toEqual([['scorecard.finished', ready]])
  })
})

test('stepping aside keeps what was scored, takes the entry out of sight, and is written down without the reason', async () => {
  await save(0, complete())
  await finish()
  expect(await stepAside(ctx(), scene.edition, scene.judge, firstId(), 'She is my sister')).toEqual({ ok: true, value: undefined })
  expect(await cardOf()).toMatchObject({ state: 'stepped-aside', finished_at: null })
  expect(await fresh.db.selectFrom('mark').select('value').execute()).toHaveLength(2)
  expect(await fresh.db.selectFrom('recusal').select(['judge_id', 'entry_id', 'source', 'reason', 'lifted_at']).execute())
    .toEqual([{ judge_id: scene.judge.id, entry_id: firstId(), source: 'declared', reason: 'She is my sister', lifted_at: null }])
  expect((await listCards(fresh, scene.judge)).map(({ entry }) => entry.id)).toEqual([scene.entries[1]?.id])
  const gone = { ok: false, code: 'not-found', facts: {} }
  expect(await save(1, written(mark(1), mark(1)))).toEqual(gone)
  expect(await reopenScorecard(ctx(), scene.edition, scene.judge, firstId())).toEqual(gone)
  expect(await stepAside(ctx(), scene.edition, scene.judge, firstId(), 'again')).toEqual(gone)
  expect(await verbs()).toEqual([['scorecard.finished', firstId()], ['scorecard.stepped-aside', firstId()]])
  const trail = await fresh.db.selectFrom('audit_event').select('facts').execute()
  expect(trail.some(({ facts }) => facts.includes('sister'))).toBe(false)
})

test('nothing can be done to what is not in sight: another’s, and once the category is judged no more', async () => {
  const other = await makeJudge(fresh.db, scene.edition, { panels: [scene.category] })
  const gone = { ok: false, code: 'not-found', facts: {} }
  const tryAll = async (judge: { id: string }) => {
    const at = [ctx(), scene.edition, judge, firstId()] as const
    return [
      await saveScorecard(...at, { version: 0, content: complete() }), await finishScorecard(...at, { version: 0, stamp: '' }),
      await reopenScorecard(...at), await stepAside(...at, 'x'),
    ]
  }
  expect(await tryAll(other)).toEqual([gone, gone, gone, gone])
  await fresh.db.updateTable('category').set({ state: 'moderating' }).execute()
  expect(await tryAll(scene.judge)).toEqual([gone, gone, gone, gone])
  expect(await finishAll(ctx(), scene.edition, scene.judge, [firstId()])).toEqual({ ok: true, value: { count: 0 } })
})

test.each([[1], [3]])('a home of %i entries asks the same number of questions', async (count) => {
  const home = await freshDatabase()
  const { edition, judge, cards } = await makeDeskScene(home.db, ['A', 'B', 'C'].slice(0, count))
  await home.db.updateTable('scorecard').set({ state: 'in-progress' }).execute()
  const counted = countQueries(home.url)
  expect(await readHome(counted, edition, judge)).toMatchObject({ cards: cards.map(() => ({ given: 0, of: 2 })), ready: [], minutes: Math.ceil(count * (3 / 200 + 1.5)) })
  const before = counted.asked()
  await readHome(counted, edition, judge)
  expect(counted.asked() - before).toBe(4)
  await counted.close()
  await home.close()
})
