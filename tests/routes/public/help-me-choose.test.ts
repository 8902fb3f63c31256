import { afterEach, beforeEach, expect, test } from 'vitest'
import { valueOf } from '#app/domain/result.ts'
import { createEditionFromTemplate } from '#app/features/editions/commands.server.ts'
import { makeCtx } from '#tests/factories/index.ts'
import { faultsOf, titleOf, wordsOf } from '#tests/routes/nominate/desk.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startApp()
  valueOf(await createEditionFromTemplate(makeCtx(app.db), { slug: '2027', current: true }))
  await app.db.updateTable('edition').set((e) => ({ stage: 'nominating', opens_at: '2026-11-03T09:00:00.000Z', version: e('version', '+', 1) })).execute()
})
afterEach(() => app.close())

const page = (query = '') => app.visitor().get(`/2027/help-me-choose${query}`)
const optionsOf = ({ text }: { text: string }) => [...text.matchAll(/<input[^>]*type="radio"[^>]*name="([\w-]+)"[^>]*value="([\w-]+)"/g)].map(([, name, value]) => `${name}=${value}`)

test('three questions lead to a category, and on to a nomination in which it is chosen', async () => {
  const first = await page()
  expect([titleOf(first), first.headers['set-cookie'], optionsOf(first)]).toEqual([
    'Who would you like to nominate? – Help me choose – Celebrating Excellence in Care', undefined, ['kind=person', 'kind=team', 'kind=service'],
  ])
  expect(first.text).toMatch(/<form[^>]*method="get"/)
  const second = await page('?kind=person&asked=kind')
  expect([titleOf(second)?.startsWith('What do they do?'), optionsOf(second).length]).toEqual([true, 8])
  const third = await page('?kind=person&work=home')
  expect(titleOf(third)).toContain('What stands out most?')
  const end = await page('?kind=person&work=home&stands-out=otherwise')
  expect(titleOf(end)).toBe('Home Care Worker seems to fit – Help me choose – Celebrating Excellence in Care')
  expect(wordsOf(end)).toContain('You said: “They support people in their own homes”.')

  const visitor = app.visitor()
  const { headers } = await visitor.post('/2027/nominate', { kind: 'person', category: 'home-care-worker' })
  const [, , draft] = headers.location?.split('/') ?? []
  expect((await visitor.get(`/nominate/${draft}/who`)).text).toMatch(/value="person"[^>]*checked|checked[^>]*value="person"/)
  await visitor.post(`/nominate/${draft}/who`, { kind: 'person', name: 'Asha' })
  await visitor.post(`/nominate/${draft}/work`, { employer: 'Harbour' })
  expect((await visitor.get(`/nominate/${draft}/category`)).text).toMatch(/checked=""[^>]*value="home-care-worker"|value="home-care-worker"[^>]*checked=""/)
})

test('a question sent without an answer comes back with a sentence', async () => {
  const reply = await page('?asked=kind')
  expect([reply.status, titleOf(reply)?.startsWith('Error: '), faultsOf(reply)]).toEqual([200, true, { kind: 'Choose one of these.' }])
})

test('whatever the address says, there is a page', async () => {
  for (const query of ['?kind=__proto__', '?kind=person&work=constructor', '?draft=..%2F..&change', `?kind=${'x'.repeat(5000)}`, '?kind=person&kind=team']) expect([query, (await page(query)).status]).toEqual([query, 200])
  expect((await app.visitor().get('/1999/help-me-choose')).status).toBe(404)
})

test('what no category takes is left out of the new draft', async () => {
  for (const fields of [{ kind: 'team', category: 'home-care-worker' }, { kind: 'person', category: 'nonsense' }, { kind: 'animal', category: '' }]) {
    const { status, headers } = await app.visitor().post('/2027/nominate', fields)
    const [, , draft = ''] = headers.location?.split('/') ?? []
    const { answers } = await app.db.selectFrom('draft').select('answers').where('id', '=', draft).executeTakeFirstOrThrow()
    expect([status, (JSON.parse(answers) as { kind?: string }).kind]).toEqual([303, undefined])
  }
})

test('from a draft it leads back into it: what is suggested is chosen there', async () => {
  const visitor = app.visitor()
  const { headers } = await visitor.post('/2027/nominate')
  const [, , draft = ''] = headers.location?.split('/') ?? []
  await visitor.post(`/nominate/${draft}/who`, { kind: 'person', name: 'Asha' })
  await visitor.post(`/nominate/${draft}/work`, { employer: 'Harbour' })
  const [, link = ''] = /href="([^"]*help-me-choose[^"]*)"/.exec((await visitor.get(`/nominate/${draft}/category`)).text) ?? []
  expect(link).toBe(`/2027/help-me-choose?draft=${draft}&amp;kind=person`)
  const end = await visitor.get(`/2027/help-me-choose?draft=${draft}&kind=person&work=nurse&stands-out=otherwise`)
  expect(end.text).toContain(`action="/nominate/${draft}/category"`)
  expect(wordsOf(end)).toContain('Choose Social Care Nurse')
  expect((await visitor.post(`/nominate/${draft}/category`, { category: ['social-care-nurse'] })).headers.location).toBe(`/nominate/${draft}/sentence`)
})

test('before nominations open it helps all the same, and has no button to nominate', async () => {
  await app.db.updateTable('edition').set((e) => ({ stage: 'preparing', version: e('version', '+', 1) })).execute()
  const reply = await new Visitor(app.port).get('/2027/help-me-choose?kind=team&work=otherwise&stands-out=otherwise')
  expect([reply.status, wordsOf(reply).includes('Care Team seems to fit'), reply.text.includes('Nominate for')]).toEqual([200, true, false])
})
