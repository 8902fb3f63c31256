import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveStep } from '#app/features/nominations/drafts.commands.server.ts'
import { listSteps, type Answers, type QuestionStep, type Step } from '#app/features/nominations/journey.ts'
import { pointOut } from '#app/features/nominations/nudge.commands.server.ts'
import type { Draft } from '#app/features/nominations/queries.server.ts'
import { setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { readTables } from '#tests/setup/tables.ts'

let fresh: FreshDatabase
let scene: Scene
let draft: Draft
let questions: QuestionStep[]
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
  draft = await writeDraft(scene)
  questions = listSteps(scene.asked, draft.answers).filter((step): step is QuestionStep => step.question !== undefined)
})
afterEach(() => fresh.close())

const saying = ({ question }: QuestionStep, text: string): Answers => ({ ...draft.answers, story: { ...draft.answers.story, [question.id]: text } })
const at = (n: number): QuestionStep => questions[n] ?? expect.fail('no such question')
const tell = (text: string, n = 0) => pointOut(scene.ctx, draft.id, at(n), saying(at(n), text))

test('a text is pointed out once, and again when it is another', async () => {
  expect([await tell('Mrs Carter smiled.'), await tell('Mrs Carter smiled.')]).toEqual([true, false])
  expect([await tell('Mrs Carter laughed.'), await tell('Mrs Carter laughed.'), await tell('Mrs Carter smiled.')]).toEqual([true, false, true])
})

test('each question is asked for itself', async () => {
  expect([await tell('Mrs Carter smiled.', 0), await tell('Mrs Carter smiled.', 1), await tell('Mrs Carter smiled.', 0)]).toEqual([true, true, false])
})

test('the nominee may be named, and with nothing to point out nothing is written', async () => {
  const before = await readTables(fresh.db)
  expect(await tell(`${draft.answers.name} was kind to a resident.`)).toBe(false)
  const others: Step[] = listSteps(scene.asked, draft.answers).filter(({ question }) => !question)
  for (const step of others) expect(await pointOut(scene.ctx, draft.id, step, draft.answers)).toBe(false)
  expect(await readTables(fresh.db)).toEqual(before)
})

test('the same text from several tabs is pointed out in one of them', async () => {
  const told = await Promise.all(Array.from({ length: 4 }, () => tell('Mrs Carter smiled.')))
  expect(told.filter(Boolean)).toHaveLength(1)
})

test('a draft deleted meanwhile has nothing to say', async () => {
  await fresh.db.deleteFrom('draft').execute()
  expect(await tell('Mrs Carter smiled.')).toBe(false)
})

test('saving goes on as if nothing had been pointed out', async () => {
  await tell('Mrs Carter smiled.')
  expect(await saveStep(scene.ctx, scene.edition, scene.asked, draft.id, at(0), { answer: 'Mrs Carter smiled.' })).toEqual({ ok: true, value: saying(at(0), 'Mrs Carter smiled.') })
})
