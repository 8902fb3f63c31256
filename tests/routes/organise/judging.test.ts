import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { CategoryRow, JudgeRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeEdition, makeEntry, makeJudge, testNow } from '#tests/factories/index.ts'
import { startApp, type Reply, type TestApp, type Visitor } from '#tests/setup/app.ts'

let app: TestApp
let edition: Edition
let category: CategoryRow
let judges: JudgeRow[]
let organiser: Visitor
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db, { stage: 'screening', closes_at: '2026-11-20T17:00:00.000Z' })
  category = await makeCategory(app.db, edition, { state: 'shortlisted', name: 'Home care' })
  judges = []
  for (const name of ['Ann', 'Bob', 'Cem']) judges.push(await makeJudge(app.db, edition, { name }))
  for (const name of ['Asha', 'Ben']) {
    const { nominee_id } = await makeEntry(app.db, edition, category, { shortlist: 'in', nomination: { nominee: { name } } })
    await app.db.insertInto('notice').values({ id: newId(), nominee_id, route: 'phone', due_at: testNow, told_at: testNow, created_at: testNow }).execute()
  }
  organiser = await app.signedIn(await makeAccount(app.db, { role: 'organiser', edition }))
})
afterEach(() => app.close())

const at = '/organise/2027'
const hiddenOf = ({ text }: Reply) => Object.fromEntries([...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
/** As somebody who has the page open and presses its button. */
async function press(path: string, more: Record<string, string> = {}): Promise<Reply> {
  return organiser.post(path, { ...hiddenOf(await organiser.get(path)), ...more })
}

test('from an empty panel to judging that is open, and a reminder', async () => {
  expect((await organiser.get(`${at}/judging`)).text).toContain('Home care: 0 judges have accepted, and the quorum is 3.')
  for (const { id } of judges) expect((await organiser.post(`${at}/panels/${category.slug}`, { intent: 'join', judge: id })).headers.location).toBe(`${at}/panels/${category.slug}?done=join`)
  const assignAt = `${at}/panels/${category.slug}/assign`
  const proposal = await organiser.get(`${assignAt}?wanted=3`)
  expect(proposal.text).toMatch(/6 to give, 0 to take back.*Each judge reads.*2 entries/s)
  expect(await app.db.selectFrom('scorecard').select('id').execute()).toEqual([])
  expect((await organiser.post(assignAt, hiddenOf(proposal))).headers.location).toBe(`${at}/panels/${category.slug}?done=applied`)
  expect((await organiser.get(`${at}/judging/open`)).text).toMatch(/Home care is opened to its judges.*3 judges are written to: Ann, Bob, Cem/s)
  expect((await press(`${at}/judging/open`)).headers.location).toBe(`${at}/judging?done=opened`)
  const judge = judges[0]?.id ?? ''
  expect((await organiser.post(`${at}/judging/remind`, { judge })).headers.location).toBe(`${at}/judging?done=reminded`)
  expect((await app.db.selectFrom('message').select(['kind', 'to_name']).orderBy('kind').orderBy('to_name').execute()).map(({ kind, to_name }) => `${kind} ${to_name}`)).toEqual([
    'judging.open Ann', 'judging.open Bob', 'judging.open Cem', 'judging.reminder Ann',
  ])
  expect((await press(`${at}/judging/return`)).headers.location).toBe(`${at}/judging?done=returned`)
})

test('a proposal that has been overtaken is refused, with the sentence, and shown anew', async () => {
  for (const { id } of judges) await organiser.post(`${at}/panels/${category.slug}`, { intent: 'join', judge: id })
  const assignAt = `${at}/panels/${category.slug}/assign`
  const seen = hiddenOf(await organiser.get(`${assignAt}?wanted=3`))
  await app.db.updateTable('entry').set({ standing: 'stood-down' }).where('category_id', '=', category.id).execute()
  const reply = await organiser.post(assignAt, seen)
  expect([reply.status, reply.text.includes('Somebody changed this a moment ago.')]).toEqual([409, true])
})

test('no page of an organiser shows a score while judging is under way', async () => {
  const { id: criterion } = await app.db.selectFrom('criterion').select('id').where('category_id', '=', category.id).executeTakeFirstOrThrow()
  for (const { id } of judges) await organiser.post(`${at}/panels/${category.slug}`, { intent: 'join', judge: id })
  await organiser.post(`${at}/panels/${category.slug}/assign`, hiddenOf(await organiser.get(`${at}/panels/${category.slug}/assign?wanted=3`)))
  await press(`${at}/judging/open`)
  const cards = await app.db.selectFrom('scorecard').select('id').execute()
  await app.db.updateTable('scorecard').set({ state: 'finished', finished_at: testNow, version: 1, note: 'secretnote', citation: 'secretcitation' }).execute()
  await app.db.insertInto('mark').values(cards.map(({ id }) => ({ scorecard_id: id, criterion_id: criterion, value: 5, cannot_judge: 0 as const, reason: 'secretreason' }))).execute()
  const judge = judges[0]?.id ?? ''
  for (const path of ['judging', 'judging/remind', 'judges', `judges/${judge}`, `judges/${judge}/end`, 'panels', `panels/${category.slug}`, `panels/${category.slug}/assign`]) {
    const [page, data] = [await organiser.get(`${at}/${path}`), await organiser.get(`${at}/${path}.data`)]
    expect([path, page.status, /secret/.test(page.text + data.text)]).toEqual([path, 200, false])
  }
})

test('a judge’s end shows the quorum first, and takes a choice and a reason', async () => {
  const endAt = `${at}/judges/${judges[0]?.id}/end`
  expect((await organiser.get(endAt)).text).toContain('They have no entries, so no entry loses a judge.')
  const reply = await organiser.post(endAt, { reason: '' })
  expect([reply.status, reply.text.includes('Choose what becomes of their scores.'), reply.text.includes('Write the reason, in a sentence.')]).toEqual([422, true, true])
  expect((await organiser.post(endAt, { as: 'left', reason: 'Moved away' })).headers.location).toBe(`${at}/judges/${judges[0]?.id}?done=ended`)
  expect((await organiser.get(`${at}/people`)).text).not.toContain('Ann')
})

test('people leads to judges: they are neither invited nor taken away there', async () => {
  expect((await organiser.get(`${at}/people`)).text).toContain('See judges')
  expect((await organiser.get(`${at}/people/invite`)).text).not.toContain('value="judge"')
  expect((await organiser.post(`${at}/people/invite`, { name: 'X', email: 'x@people.example', role: 'judge' })).status).toBe(422)
  const grant = await app.db.selectFrom('role_grant').select('id').where('role', '=', 'judge').executeTakeFirstOrThrow()
  const reply = await organiser.post(`${at}/people/${grant.id}/take-away`)
  expect([reply.status, reply.text.includes('Judges come and go on the page “Judges”')]).toEqual([409, true])
})
