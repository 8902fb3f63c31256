import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AskedQuestion, QuestionText } from '#app/domain/question-rules.ts'
import type { Result } from '#app/domain/result.ts'
import { getProgramme } from '#app/features/categories/queries.server.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { listOpeningGaps } from '#app/features/editions/readiness.queries.server.ts'
import { allAsked } from '#app/features/questions/asked.ts'
import { changeQuestions, moveQuestion } from '#app/features/questions/commands.server.ts'
import { countTouched } from '#app/features/questions/queries.server.ts'
import { system } from '#app/domain/actor.ts'
import { listBroken } from '#db/invariants.server.ts'
import type { EditionStage } from '#db/vocabulary.ts'
import { makeAccount, makeDraft, makeNomination, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { send, setScene, writeDraft, type Scene } from '#tests/db/features/nominations/scene.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
})
afterEach(() => fresh.close())

const organiser = () => ({ ...scene.ctx, actor: system })
const reread = () => getEditionById(scene.ctx, scene.edition.id)
const stage = (to: EditionStage) => fresh.db.updateTable('edition').set({ stage: to }).execute()
async function find(key: string): Promise<AskedQuestion> {
  const found = allAsked(await getProgramme(scene.ctx, await reread())).questions.find((one) => one.key === key)
  if (!found) throw new Error(`no question ${key}`)
  return found
}
const lastEvent = async () => {
  const { verb, object_id, facts } = await fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'facts']).orderBy('seq', 'desc').executeTakeFirstOrThrow()
  return { verb, object_id, facts: JSON.parse(facts) as unknown }
}
const codeOf = (result: Result) => (result.ok ? 'ok' : result.code)
const text: QuestionText = { label: 'Who helped?', hint: 'Anybody.', leastWords: 0, wordLimit: 50, optional: true }
const words = (own: Partial<QuestionText>) => ({ label: 'Question 1', hint: '', leastWords: 0, wordLimit: 100, optional: false, ...own })

test('a question is changed for a reason, in all that is kept of it', async () => {
  const question = await find('sentence')
  const wanted = words({ label: 'Who, and why?', hint: 'Shortly.', wordLimit: 120 })
  expect(codeOf(await changeQuestions(organiser(), await reread(), { act: 'change', question, text: wanted }))).toBe('reason-needed')
  expect(codeOf(await changeQuestions(organiser(), await reread(), { act: 'change', question, text: wanted }, 'Two people rang'))).toBe('ok')
  expect(await find('sentence')).toEqual({ ...question, ...wanted })
  expect((await reread()).version).toBe(2)
  expect(await lastEvent()).toEqual({
    verb: 'question.changed', object_id: question.id,
    facts: { changes: ['label: “Question 1” → “Who, and why?”', 'hint', 'wordLimit: 100 → 120'], reason: 'Two people rang' },
  })
})

test('what changes nothing leaves no trace', async () => {
  expect(codeOf(await changeQuestions(organiser(), await reread(), { act: 'change', question: await find('sentence'), text: words({}) }, 'x'))).toBe('ok')
  expect([(await reread()).version, await fresh.db.selectFrom('audit_event').select('seq').execute()]).toEqual([1, []])
})

test('of two at once the second is told, and nothing of its is kept', async () => {
  const [question, seen] = [await find('sentence'), await reread()]
  const both = await Promise.all(['One?', 'Other?'].map((label) => changeQuestions(organiser(), seen, { act: 'change', question, text: words({ label }) }, 'x')))
  expect(both.map(codeOf).sort()).toEqual(['changed-meanwhile', 'ok'])
  expect(await fresh.db.selectFrom('audit_event').select('verb').execute()).toHaveLength(1)
  expect((await reread()).version).toBe(2)
})

test('a new question stands after those beside it, under a name of its own', async () => {
  await changeQuestions(organiser(), await reread(), { act: 'add', categoryId: scene.home.id, text }, 'The panel asked')
  await changeQuestions(organiser(), await reread(), { act: 'add', categoryId: null, text: { ...text, label: 'What else?' } }, 'The panel asked')
  const { story, categories } = await getProgramme(scene.ctx, await reread())
  expect(story.map(({ label }) => label)).toEqual(['Question 1', 'What else?'])
  expect(categories[0]?.questions).toMatchObject([{ label: 'Question 2' }, { ...text, key: 'question-4' }])
  expect(await lastEvent()).toMatchObject({ verb: 'question.added', facts: { label: 'What else?', reason: 'The panel asked' } })
})

test('a category of another edition asks nothing here', async () => {
  expect(codeOf(await changeQuestions(organiser(), await reread(), { act: 'add', categoryId: 'elsewhere', text }, 'x'))).toBe('not-found')
})

describe('removing', () => {
  test('what nobody was asked goes, and what drafts say to it is not sent', async () => {
    await changeQuestions(organiser(), await reread(), { act: 'add', categoryId: null, text }, 'x')
    const question = await find('question-4')
    const draft = await writeDraft({ ...scene, asked: { ...scene.asked, story: [...scene.asked.story, question] } })
    const stale = { ...scene, edition: await reread(), asked: { ...scene.asked, ...(await getProgramme(scene.ctx, await reread())) } }
    expect(codeOf(await changeQuestions(organiser(), await reread(), { act: 'remove', question }, 'A mistake'))).toBe('ok')
    expect(await lastEvent()).toEqual({ verb: 'question.removed', object_id: question.id, facts: { label: 'Who helped?', reason: 'A mistake' } })
    expect(await send(stale, draft)).toMatchObject({ ok: true }) // by a page that was opened before
    expect(await fresh.db.selectFrom('answer').select('question_id').where('question_id', '=', question.id).execute()).toEqual([])
  })

  test('one that somebody was asked stays, withdrawn or not', async () => {
    await makeNomination(fresh.db, scene.edition, scene.home, { state: 'withdrawn', withdrawn_at: testNow })
    const removed = await changeQuestions(organiser(), await reread(), { act: 'remove', question: await find('sentence') }, 'x')
    expect(removed).toMatchObject({ code: 'question-answered', facts: { count: 1 } })
  })

  test('while somebody sends: either it was sent with the question, or the question is gone', async () => {
    await changeQuestions(organiser(), await reread(), { act: 'add', categoryId: null, text }, 'x')
    const [question, seen] = [await find('question-4'), await reread()]
    const now = { ...scene, edition: seen, asked: { ...scene.asked, ...(await getProgramme(scene.ctx, seen)) } }
    const draft = await writeDraft(now)
    const [sent, removed] = await Promise.all([send(now, draft), changeQuestions(organiser(), seen, { act: 'remove', question }, 'x')])
    expect(codeOf(sent as Result)).toBe('ok')
    const answered = await fresh.db.selectFrom('answer').select('text').where('question_id', '=', question.id).execute()
    expect([codeOf(removed), answered.length]).toEqual(removed.ok ? ['ok', 0] : ['question-answered', 1])
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('the only one of a category leaves a gap while preparing', async () => {
    await stage('preparing')
    expect(codeOf(await changeQuestions(organiser(), await reread(), { act: 'remove', question: await find('question-2') }))).toBe('ok')
    expect(await listOpeningGaps(scene.ctx, await reread())).toEqual([{ code: 'no-question', at: 'questions/add?category=home', missing: 'Home Care has no question of its own.' }])
  })
})

test('a draft may leave empty what may be, and owes the fewest words of what it says', async () => {
  await changeQuestions(organiser(), await reread(), { act: 'add', categoryId: null, text }, 'x')
  const question = await find('question-4')
  await fresh.db.updateTable('question').set({ least_words: 3 }).where('id', '=', question.id).execute()
  await fresh.db.updateTable('edition').set({ version: 9 }).execute()
  const now = { ...scene, edition: await reread(), asked: { ...scene.asked, ...(await getProgramme(scene.ctx, await reread())) } }
  const answered = async (answer: string) => {
    const draft = await writeDraft(now)
    const answers = { ...draft.answers, story: { ...draft.answers.story, [question.id]: answer } }
    await fresh.db.updateTable('draft').set({ answers: JSON.stringify(answers) }).where('id', '=', draft.id).execute()
    return codeOf((await send(now, draft)) as Result)
  }
  expect([await answered(''), await answered('Two words'), await answered('Now three words')]).toEqual(['ok', 'draft-incomplete', 'ok'])
})

test('the order changes among those asked of the same, while preparing only', async () => {
  await changeQuestions(organiser(), await reread(), { act: 'add', categoryId: null, text }, 'x')
  const order = async () => (await getProgramme(scene.ctx, await reread())).story.map(({ key }) => key)
  expect(codeOf(await moveQuestion(organiser(), await reread(), 'question-4', 'up'))).toBe('frozen')
  await stage('preparing')
  expect(codeOf(await moveQuestion(organiser(), await reread(), 'question-4', 'up'))).toBe('ok')
  expect(await order()).toEqual(['question-4', 'sentence'])
  expect(await lastEvent()).toMatchObject({ verb: 'question.changed', facts: { changes: ['position'] } })
  const { version } = await reread()
  expect(codeOf(await moveQuestion(organiser(), await reread(), 'question-4', 'up'))).toBe('ok')
  expect([await order(), (await reread()).version]).toEqual([['question-4', 'sentence'], version])
  expect(codeOf(await moveQuestion(organiser(), await reread(), 'nothing', 'up'))).toBe('not-found')
})

test('after the close nothing changes', async () => {
  await stage('screening')
  const question = await find('sentence')
  const changes = [{ act: 'add', categoryId: null, text } as const, { act: 'change', question, text: words({ hint: 'Late' }) } as const, { act: 'remove', question } as const]
  for (const change of changes) expect(codeOf(await changeQuestions(organiser(), await reread(), change, 'x'))).toBe('questions-closed')
})

test('questions are organisers’ to change', async () => {
  const assistant = { ...scene.ctx, actor: await makeAccount(fresh.db, { role: 'assistant', edition: scene.edition }) }
  expect(codeOf(await changeQuestions(assistant, await reread(), { act: 'add', categoryId: null, text }, 'x'))).toBe('not-yours')
  expect(codeOf(await moveQuestion(assistant, await reread(), 'sentence', 'up'))).toBe('not-yours')
})

test('whom a change touches is counted', async () => {
  const [home, team] = [scene.home, scene.team]
  await makeNomination(fresh.db, scene.edition, home)
  await makeNomination(fresh.db, scene.edition, home, { state: 'withdrawn', withdrawn_at: testNow })
  const silent = await makeNomination(fresh.db, scene.edition, team)
  const [story, own] = [await find('sentence'), await find('question-2')]
  await fresh.db.updateTable('answer').set({ text: '' }).where('nomination_id', '=', silent.id).where('question_id', '=', story.id).execute()
  await makeDraft(fresh.db, scene.edition, home)
  const { id } = await makeDraft(fresh.db, scene.edition, home)
  await fresh.db.updateTable('nomination').set({ draft_id: id }).where('id', '=', silent.id).execute()
  const count = (change: Parameters<typeof countTouched>[2]) => countTouched(scene.ctx, scene.edition, change)
  expect(await count({ act: 'change', question: story, text })).toEqual({ sent: 3, written: 1, drafts: 1 })
  expect(await count({ act: 'change', question: own, text })).toEqual({ sent: 2, written: 1, drafts: 1 })
  expect(await count({ act: 'add', categoryId: null, text })).toEqual({ sent: 2, written: 0, drafts: 1 })
  expect(await count({ act: 'add', categoryId: home.id, text })).toEqual({ sent: 1, written: 0, drafts: 1 })
})
