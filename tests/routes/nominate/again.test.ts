import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { good, openDesk, withDraft, withSent, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp()
  desk = await openDesk(app)
})
afterEach(() => app.close())

const draftIn = (location = '') => location.split('/')[2] ?? ''
const answersOf = async (draft: string) =>
  JSON.parse((await app.db.selectFrom('draft').select('answers').where('id', '=', draft).executeTakeFirstOrThrow()).answers) as Record<string, unknown>
/** The pages somebody is led through from the first to the check. */
async function walk(visitor: Visitor, draft: string): Promise<string[]> {
  const seen = []
  for (let page = 'who'; page !== 'check'; ) {
    seen.push(page)
    const { headers } = await visitor.post(`/nominate/${draft}/${page}`, good[page])
    page = headers.location?.split('/')[3] ?? 'check'
  }
  return seen
}

describe('a second nomination from the same device', () => {
  test('is begun from the page that says it is in, and does not ask who nominates; the check shows it, to be changed', async () => {
    const { visitor, draft: first } = await withSent(desk)
    expect((await visitor.get(`/nominate/${first}/sent`)).text).toContain(`name="from" value="${first}"`)
    const { headers } = await visitor.post('/2027/nominate', { from: first })
    const second = draftIn(headers.location)
    expect(await answersOf(second)).toMatchObject({ nominatorName: 'Nell Nominator', nominatorEmail: 'nell@people.example' })
    expect(await walk(visitor, second)).toEqual(['who', 'work', 'category', 'sentence', 'question-2', 'know'])
    const check = await visitor.get(`/nominate/${second}/check`)
    expect(wordsOf(check)).toContain('Nell Nominator')
    expect(check.text).toContain(`/nominate/${second}/you?change`)
    expect((await visitor.post(`/nominate/${second}/check`)).status).toBe(303)
    const sent = await app.db.selectFrom('nomination').select(['nominator_name', 'nominator_email', 'nominee_id']).execute()
    expect(new Set(sent.map(({ nominee_id: _, ...nominator }) => JSON.stringify(nominator))).size).toBe(1)
    expect(new Set(sent.map(({ nominee_id }) => nominee_id)).size).toBe(2)
  })

  test('is offered on the first page as the same person, or as somebody else', async () => {
    const { visitor, draft: first } = await withSent(desk)
    const start = wordsOf(await visitor.get('/2027/nominate'))
    for (const button of ['Start another nomination as Nell Nominator', 'Start as somebody else']) expect(start).toContain(button)
    const { headers } = await visitor.post('/2027/nominate')
    expect(await answersOf(draftIn(headers.location))).not.toHaveProperty('nominatorName')
    expect(wordsOf(await app.visitor().get('/2027/nominate'))).not.toContain('Nell')
    expect((await app.visitor().get(`/nominate/${first}/sent`)).status).toBe(404)
  })

  test('another device learns nothing by naming the draft', async () => {
    const { draft: first } = await withSent(desk)
    for (const from of [first, 'nonsense', '']) {
      const { headers } = await app.visitor().post('/2027/nominate', { from })
      expect(await answersOf(draftIn(headers.location))).toEqual({ categories: [], story: {} })
    }
  })
})

test('several categories in one go: the story is told once, each category asks its own, and each makes its entry', async () => {
  const { visitor, draft } = await withDraft(desk, { categories: [], story: {} })
  await visitor.post(`/nominate/${draft}/category`, { category: ['home', 'team'] })
  for (const [page, answer] of [['sentence', 'Sam is kind.'], ['question-2', 'A cold hand.'], ['question-3', 'They sing.']] as const) {
    expect((await visitor.post(`/nominate/${draft}/${page}`, { answer })).status).toBe(303)
  }
  expect((await visitor.post(`/nominate/${draft}/check`)).status).toBe(303)
  const { id, nominee_id } = await app.db.selectFrom('nomination').select(['id', 'nominee_id']).executeTakeFirstOrThrow()
  const entries = await app.db.selectFrom('entry').innerJoin('category', 'category.id', 'entry.category_id').select('category.slug').where('nominee_id', '=', nominee_id).execute()
  expect(entries.map(({ slug }) => slug).sort()).toEqual(['home', 'team'])
  const answers = await app.db.selectFrom('answer').innerJoin('question', 'question.id', 'answer.question_id').select(['question.key', 'text']).where('nomination_id', '=', id).orderBy('question.position').execute()
  expect(answers).toEqual([{ key: 'sentence', text: 'Sam is kind.' }, { key: 'question-2', text: 'A cold hand.' }, { key: 'question-3', text: 'They sing.' }])
})

describe('oneself', () => {
  const knowing = (mayBeOneself: boolean) => app.db.updateTable('edition').set((e) => ({
    version: e('version', '+', 1), settings: JSON.stringify({ ...desk.edition.settings, selfNomination: mayBeOneself }),
  })).execute()

  test('where the edition allows it, is a way of knowing the nominee, and the only thing left to say is how to reach them', async () => {
    await knowing(true)
    const { visitor, draft } = await withDraft(desk, { nominatorName: undefined, nominatorEmail: '', relationship: undefined, shareName: undefined })
    expect(wordsOf(await visitor.get('/2027/nominate'))).toContain('You may nominate yourself.')
    const { headers } = await visitor.post(`/nominate/${draft}/know`, { relationship: 'It is me' })
    expect(headers.location).toBe(`/nominate/${draft}/you`)
    expect((await visitor.get(`/nominate/${draft}/you`)).text).toMatch(/name="nominatorName"[^>]* value="Sam Carer"/)
    await visitor.post(`/nominate/${draft}/you`, { nominatorName: 'Sam Carer', nominatorEmail: 'sam@people.example' })
    expect(wordsOf(await visitor.get(`/nominate/${draft}/check`))).not.toMatch(/May we give your name|we tell Sam Carer/)
    expect((await visitor.post(`/nominate/${draft}/check`)).status).toBe(303)
    expect(await app.db.selectFrom('nomination').select(['relationship', 'share_name', 'suspicions']).execute()).toEqual([{ relationship: 'It is me', share_name: 1, suspicions: '[]' }])
  })

  test('where it does not, is none, and what seems to be oneself all the same is looked at', async () => {
    await knowing(false)
    const { visitor, draft } = await withDraft(desk)
    expect(wordsOf(await visitor.get('/2027/nominate'))).toContain('You cannot nominate yourself')
    expect((await visitor.get(`/nominate/${draft}/know`)).text).not.toContain('It is me')
    expect((await visitor.post(`/nominate/${draft}/know`, { relationship: 'It is me', shareName: 'yes' })).status).toBe(422)
    await visitor.post(`/nominate/${draft}/you`, { nominatorName: 'Sam Carer', nominatorEmail: 'sam@people.example' })
    expect((await visitor.post(`/nominate/${draft}/check`)).status).toBe(303)
    expect(await app.db.selectFrom('nomination').select('suspicions').execute()).toEqual([{ suspicions: '["self"]' }])
  })
})
