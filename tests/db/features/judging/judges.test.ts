import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { days, later } from '#app/domain/time.ts'
import type { Edition } from '#app/domain/edition.ts'
import { listEndingEffects } from '#app/features/judging/endings.queries.server.ts'
import { answerInvitation, declareTies, endJudge, inviteAgain, inviteJudge, signTerms } from '#app/features/judging/judges.commands.server.ts'
import { findJudgeIn, listJudges, listTies, peekInvitation } from '#app/features/judging/judges.queries.server.ts'
import { termsVersion } from '#app/features/judging/terms.ts'
import { findAccountByEmail } from '#app/features/people/queries.server.ts'
import type { Ctx } from '#app/platform/context.server.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeEntry, makeJudge, makeScorecard, testNow } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'

let fresh: FreshDatabase
let edition: Edition
let ctx: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db, { stage: 'screening' })
  ctx = makeCtx(fresh.db, { actor: await makeAccount(fresh.db, { name: 'Dan Hocking', role: 'organiser', edition }) })
})
afterEach(() => fresh.close())

const grace = { name: 'Grace Opoku', email: 'Grace@People.example' }
const done = { ok: true, value: undefined }
const refusal = (code: string): unknown => expect.objectContaining({ ok: false, code })

async function invite(): Promise<{ judgeId: string; token: string }> {
  const invited = await inviteJudge(ctx, edition, grace)
  if (!invited.ok) throw new Error(invited.code)
  const { judgeId } = invited.value
  return { judgeId, token: await newestToken(judgeId) }
}

async function newestToken(judgeId: string): Promise<string> {
  const { secrets } = await newestMessage(fresh.db, ctx.keys, judgeId)
  return (secrets.link ?? '').replace('http://localhost:3000/judge/invitation/', '')
}

const stateOf = async (judgeId: string) => (await findJudgeIn(ctx, edition, judgeId))?.state
const rolesOf = async () => (await findAccountByEmail(ctx, grace.email))?.grants.map(({ role }) => role)
const trail = () => fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'facts']).where('verb', 'like', 'judge.%').orderBy('seq').execute()
const visitor = (): Ctx => ({ ...ctx, actor: { kind: 'visitor' } })

describe('inviting a judge', () => {
  test('makes the account, the judge and the role, and writes with a link of their own', async () => {
    const { judgeId, token } = await invite()
    expect([await stateOf(judgeId), await rolesOf()]).toEqual(['invited', ['judge']])
    const message = await newestMessage(fresh.db, ctx.keys, judgeId)
    expect(message).toMatchObject({ kind: 'judging.invitation', to_email: 'grace@people.example', edition_id: edition.id })
    expect(message.shown).not.toContain(token)
    expect(await peekInvitation(ctx, token)).toMatchObject({ ok: true, value: { name: 'Grace Opoku' } })
    expect(await trail()).toEqual([{ verb: 'judge.invited', object_id: judgeId, facts: '{}' }])
  })

  test('is for organisers', async () => {
    for (const role of ['assistant', 'judge'] as const) {
      const actor = await makeAccount(fresh.db, { role, edition })
      expect(await inviteJudge({ ...ctx, actor }, edition, grace)).toEqual(refusal('not-yours'))
    }
    expect(await fresh.db.selectFrom('judge').select('id').execute()).toEqual([])
  })

  test('twice, also at once, is refused and told once', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => inviteJudge(ctx, edition, grace)))
    expect(results.filter((one) => !one.ok).map((one) => !one.ok && one.code)).toEqual(Array(4).fill('judge-already'))
    expect(await fresh.db.selectFrom('message').select('kind').execute()).toHaveLength(1)
  })

  test('once more sends another link, which ends the first', async () => {
    const { judgeId, token } = await invite()
    expect(await inviteAgain(ctx, { ...edition, now: later(edition.now, days(1)) }, judgeId)).toEqual(done)
    expect(await peekInvitation(ctx, token)).toEqual(refusal('link-used'))
    expect(await peekInvitation(ctx, await newestToken(judgeId))).toMatchObject({ ok: true })
  })
})

describe('answering', () => {
  test('yes: they are a judge, in their own name, and the link is spent', async () => {
    const { judgeId, token } = await invite()
    expect(await answerInvitation(visitor(), token, 'accepted')).toEqual(done)
    expect(await stateOf(judgeId)).toBe('accepted')
    expect(await answerInvitation(visitor(), token, 'declined')).toEqual(refusal('link-used'))
    const accepted = await fresh.db.selectFrom('audit_event').select(['actor_id', 'object_id']).where('verb', '=', 'judge.accepted').execute()
    const account = await findAccountByEmail(ctx, grace.email)
    expect(accepted).toEqual([{ actor_id: account?.accountId, object_id: judgeId }])
  })

  test('no: the role goes too, and they can be invited anew', async () => {
    const { judgeId, token } = await invite()
    expect(await answerInvitation(visitor(), token, 'declined')).toEqual(done)
    expect([await stateOf(judgeId), await rolesOf()]).toEqual(['declined', []])
    expect(await inviteJudge(ctx, edition, grace)).toEqual({ ok: true, value: { judgeId } })
    expect([await stateOf(judgeId), await rolesOf()]).toEqual(['invited', ['judge']])
  })

  test('looking changes nothing, and after two weeks the link is too old', async () => {
    const { token } = await invite()
    const atLast = { ...visitor(), now: later(testNow, days(14) - 1) }
    expect([(await peekInvitation(atLast, token)).ok, (await peekInvitation(atLast, token)).ok]).toEqual([true, true])
    expect(await answerInvitation({ ...visitor(), now: later(testNow, days(14)) }, token, 'accepted')).toEqual(refusal('link-expired'))
  })
})

describe('signing and declaring', () => {
  test('who signs before answering has accepted', async () => {
    const { judgeId } = await invite()
    expect(await signTerms(ctx, edition, { id: judgeId })).toEqual(done)
    expect(await findJudgeIn(ctx, edition, judgeId)).toMatchObject({ state: 'accepted', signed_terms: termsVersion, signed_at: edition.now })
    expect((await trail()).map(({ verb }) => verb)).toEqual(['judge.invited', 'judge.accepted', 'judge.signed'])
  })

  test('ties are kept by the employer’s key, and what is declared anew replaces them', async () => {
    const judge = await makeJudge(fresh.db, edition, { declared_at: null, employer: 'Before' })
    expect(await declareTies(ctx, edition, judge, [{ kind: 'sponsor', name: 'The Hallowtree Nursing Home Ltd.' }])).toEqual(done)
    expect(await fresh.db.selectFrom('judge_tie').select(['kind', 'name', 'employer_key']).execute()).toEqual([{ kind: 'sponsor', name: 'The Hallowtree Nursing Home Ltd.', employer_key: 'hallowtree' }])
    expect(await declareTies(ctx, edition, judge, [])).toEqual(done)
    expect([await listTies(ctx, judge), (await findJudgeIn(ctx, edition, judge.id))?.declared_at]).toEqual([[], edition.now])
  })

  test.each(['invited', 'declined', 'left', 'void'] as const)('a judge who is %s declares nothing', async (state) => {
    const judge = await makeJudge(fresh.db, edition, { state })
    expect(await declareTies(ctx, edition, judge, [])).toEqual(refusal('changed-meanwhile'))
  })
})

describe('ending', () => {
  /** Three judges who read the same two entries; the first has finished one. */
  async function panel() {
    const category = await makeCategory(fresh.db, edition, { state: 'judging' })
    const judges = []
    for (const name of ['Ann', 'Bob', 'Cem']) judges.push(await makeJudge(fresh.db, edition, { name, panels: [category] }))
    const entries = [await makeEntry(fresh.db, edition, category, { shortlist: 'in' }), await makeEntry(fresh.db, edition, category, { shortlist: 'in' })]
    const [ann] = judges
    for (const judge of judges) {
      for (const [index, entry] of entries.entries()) {
        const finished = judge === ann && index === 0
        await makeScorecard(fresh.db, judge, entry, finished ? { state: 'finished', finished_at: testNow, version: 2 } : {})
      }
    }
    if (!ann) throw new Error('nobody')
    return { category, ann }
  }
  const cardsOf = (judge: { id: string }) => fresh.db.selectFrom('scorecard').select(['state', 'assigned', 'version']).where('judge_id', '=', judge.id).orderBy('version').execute()

  test('shows what it does to the quorum before', async () => {
    const { category, ann } = await panel()
    expect(await listEndingEffects(ctx, edition, ann)).toEqual([{ category: category.name, finished: 1, unfinished: 1, short: { now: 0, left: 1, void: 2 } }])
  })

  test('who leaves is off the panel, keeps what is finished, and is a judge no more', async () => {
    const { ann } = await panel()
    expect(await endJudge(ctx, edition, ann.id, { as: 'left', reason: 'Moved away' })).toEqual(done)
    expect(await findJudgeIn(ctx, edition, ann.id)).toMatchObject({ state: 'left', ended_at: edition.now, ended_reason: 'Moved away' })
    expect(await cardsOf(ann)).toEqual([{ state: 'to-do', assigned: 0, version: 0 }, { state: 'finished', assigned: 1, version: 2 }])
    expect(await fresh.db.selectFrom('panel_member').select('removed_at').where('judge_id', '=', ann.id).execute()).toEqual([{ removed_at: edition.now }])
    expect((await findAccountByEmail(ctx, ann.account.email))?.grants).toEqual([])
    expect(await listEndingEffects(ctx, edition, ann)).toMatchObject([{ finished: 1, unfinished: 0, short: { now: 1, left: 1, void: 2 } }])
    const facts = await fresh.db.selectFrom('audit_event').select('facts').where('object_id', '=', ann.id).execute()
    expect(JSON.stringify(facts)).not.toContain('Moved')
  })

  test('one who left may turn out void: then nothing counts, and they are not invited again', async () => {
    const { ann } = await panel()
    await endJudge(ctx, edition, ann.id, { as: 'left', reason: 'Moved away' })
    expect(await endJudge(ctx, edition, ann.id, { as: 'void', reason: 'Her sister was a finalist' })).toEqual(done)
    expect(await listEndingEffects(ctx, edition, ann)).toEqual([])
    expect(await inviteJudge(ctx, edition, { name: 'Ann', email: ann.account.email })).toEqual(refusal('judge-void'))
    expect(await endJudge(ctx, edition, ann.id, { as: 'void', reason: 'Again' })).toEqual(refusal('changed-meanwhile'))
  })

  test('takes a reason and an organiser; another edition’s judge is not there', async () => {
    const { ann } = await panel()
    const elsewhere = await makeEdition(fresh.db, { slug: '2026', current: 0 })
    expect(await endJudge(ctx, edition, ann.id, { as: 'left', reason: '' })).toEqual(refusal('reason-needed'))
    expect(await endJudge({ ...ctx, actor: ann.account }, edition, ann.id, { as: 'left', reason: 'x' })).toEqual(refusal('not-yours'))
    const owner = await makeAccount(fresh.db, { role: 'owner' })
    expect(await endJudge({ ...ctx, actor: owner }, elsewhere, ann.id, { as: 'left', reason: 'x' })).toEqual(refusal('not-found'))
    expect(await stateOf(ann.id)).toBe('accepted')
  })
})

describe('the list', () => {
  test('tells state, panels and ties, by name, in as many reads for three as for one', async () => {
    const category = await makeCategory(fresh.db, edition, { name: 'Home care' })
    await makeJudge(fresh.db, edition, { name: 'Bob', panels: [category], employer: 'Harbour' })
    const counted = countQueries(fresh.url)
    const read = async () => {
      const before = counted.asked()
      const { rows, total } = await listJudges({ db: counted.db }, edition)
      return { rows: rows.map(({ name, state, panels, ties }) => ({ name, state, panels, ties })), total, reads: counted.asked() - before }
    }
    const one = await read()
    await makeJudge(fresh.db, edition, { name: 'Ann', state: 'invited' })
    await makeJudge(fresh.db, edition, { name: 'Cem' })
    const three = await read()
    await counted.close()
    expect(one).toEqual({ rows: [{ name: 'Bob', state: 'accepted', panels: ['Home care'], ties: 1 }], total: 1, reads: 4 })
    expect([three.rows.map(({ name }) => name), three.total, three.reads]).toEqual([['Ann', 'Bob', 'Cem'], 3, 4])
  })

  test('goes on where it stopped', async () => {
    for (let i = 10; i < 40; i += 1) await makeJudge(fresh.db, edition, { name: `Judge ${i}` })
    const first = await listJudges(ctx, edition)
    const second = await listJudges(ctx, edition, { towards: 'older', key: first.older ?? '' })
    expect([first.rows.length, first.rows[0]?.name, second.rows.length, second.rows[0]?.name, second.older]).toEqual([25, 'Judge 10', 5, 'Judge 35', undefined])
    expect((await listJudges(ctx, edition, { towards: 'newer', key: second.newer ?? '' })).rows).toEqual(first.rows)
  })
})
