import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { inviteJudge } from '#app/features/judging/judges.commands.server.ts'
import { findAccountByEmail } from '#app/features/people/queries.server.ts'
import type { CategoryRow } from '#db/schema.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, makeJudge } from '#tests/factories/index.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'
import { newestMessage } from '#tests/setup/outbox.ts'
import { readTables } from '#tests/setup/tables.ts'

let app: TestApp
let edition: Edition
let category: CategoryRow
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db, { stage: 'judging', closes_at: '2026-11-20T17:00:00.000Z' })
  category = await makeCategory(app.db, edition, { state: 'judging', name: 'Home care' })
})
afterEach(() => app.close())

/** Grace, asked to judge, and the address of her invitation. */
async function invited(): Promise<{ path: string; judgeId: string; account: Account }> {
  const ctx = makeCtx(app.db, { baseUrl: app.env.BASE_URL })
  const invitation = await inviteJudge(ctx, edition, { name: 'Grace Opoku', email: 'grace@people.example' })
  if (!invitation.ok) throw new Error(invitation.code)
  const { secrets } = await newestMessage(app.db, ctx.keys, invitation.value.judgeId)
  const account = await findAccountByEmail(ctx, 'grace@people.example')
  if (!account) throw new Error('no account')
  return { path: new URL(secrets.link ?? '').pathname, judgeId: invitation.value.judgeId, account }
}

const stateOf = async (id: string) => (await app.db.selectFrom('judge').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
const leadsTo = async (visitor: Visitor, path: string) => (await visitor.get(path)).headers.location

describe('the invitation', () => {
  test('looked at ten times changes nothing; accepted, it leads through signing in', async () => {
    const { path, judgeId } = await invited()
    const before = await readTables(app.db)
    for (let i = 0; i < 10; i += 1) expect((await app.visitor().get(path)).text).toContain('Will you judge Celebrating Excellence in Care 2027?')
    expect((await app.visitor().send('HEAD', path)).status).toBe(200)
    expect(await readTables(app.db)).toEqual(before)
    const reply = await app.visitor().post(path, { intent: 'accepted' })
    expect([reply.status, reply.headers.location, await stateOf(judgeId)]).toEqual([303, '/sign-in?to=%2Fjudge%2F2027', 'accepted'])
    const again = await app.visitor().get(path)
    expect([again.status, again.text.includes('This link no longer works'), again.text.includes('Grace')]).toEqual([410, true, false])
  })

  test('declined, it says thank you', async () => {
    const { path, judgeId } = await invited()
    const visitor = app.visitor()
    const { headers } = await visitor.post(path, { intent: 'declined' })
    const page = await visitor.get(headers.location ?? '')
    expect([page.status, page.text.includes('Thank you for telling us'), await stateOf(judgeId)]).toEqual([200, true, 'declined'])
  })

  test('with no button pressed, it asks again', async () => {
    const { path } = await invited()
    const reply = await app.visitor().post(path)
    expect([reply.status, reply.text.includes('Choose one of the buttons.')]).toEqual([422, true])
  })
})

describe('before reading', () => {
  test('a judge signs, declares and says whom they know, in this order', async () => {
    const { path, judgeId, account } = await invited()
    await app.db.insertInto('panel_member').values({ category_id: category.id, judge_id: judgeId, created_at: edition.now }).execute()
    const known = await makeEntry(app.db, edition, category, { shortlist: 'in', nomination: { nominee: { name: 'Asha Pillai', employer: 'Elsewhere' } } })
    await makeEntry(app.db, edition, category, { shortlist: 'in', nomination: { nominee: { name: 'Tess Tied', employer: 'Hallowtree' } } })
    await app.visitor().post(path, { intent: 'accepted' })
    const grace = await app.signedIn(account)
    expect([await leadsTo(grace, '/judge/2027'), await leadsTo(grace, '/judge/2027/ties'), await leadsTo(grace, '/judge/2027/ties/finalists')]).toEqual(Array(3).fill('/judge/2027/agree'))
    expect((await grace.post('/judge/2027/agree')).status).toBe(422)
    expect((await grace.post('/judge/2027/agree', { agreed: 'yes' })).headers.location).toBe('/judge/2027')
    expect(await leadsTo(grace, '/judge/2027')).toBe('/judge/2027/ties')
    expect((await grace.post('/judge/2027/ties', { employer: 'The Hallowtree Nursing Home' })).headers.location).toBe('/judge/2027/ties/finalists')
    expect(await leadsTo(grace, '/judge/2027')).toBe('/judge/2027/ties/finalists')
    const { text } = await grace.get('/judge/2027/ties/finalists')
    expect([text.includes('Asha Pillai'), text.includes('Tess Tied')]).toEqual([true, false])
    expect((await grace.post('/judge/2027/ties/finalists', { entry: known.id })).headers.location).toBe('/judge/2027')
    expect((await grace.get('/judge/2027')).status).toBe(200)
    expect(await app.db.selectFrom('recusal').select(['judge_id', 'entry_id', 'source']).execute()).toEqual([{ judge_id: judgeId, entry_id: known.id, source: 'declared' }])
  })

  test.each([
    [{}, 'Write at least one organisation, or tick that there is none.'],
    [{ employer: 'Harbour', none: 'yes' }, 'take it out, or take out the tick'],
    [{ employer: 'x'.repeat(2001) }, 'Use 2000 characters or fewer.'],
  ])('ties: %j: %s', async (fields, sentence) => {
    const judge = await makeJudge(app.db, edition, { declared_at: null })
    const reply = await (await app.signedIn(judge.account)).post('/judge/2027/ties', fields)
    expect([reply.status, reply.text.includes(sentence)]).toEqual([422, true])
  })

  test('who is no judge of this edition finds nothing, whatever they were', async () => {
    for (const state of ['declined', 'left', 'void'] as const) {
      const was = await app.signedIn((await makeJudge(app.db, edition, { state })).account)
      for (const path of ['/judge/2027', '/judge/2027/agree', '/judge/2027/ties', '/judge/2027/ties/finalists']) expect((await was.get(path)).status).toBe(404)
    }
    const bare = await app.signedIn(await makeAccount(app.db, { role: 'judge', edition }))
    expect((await bare.get('/judge/2027/agree')).status).toBe(404)
  })
})
