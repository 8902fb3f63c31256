import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { visitor } from '#app/domain/actor.ts'
import { valueOf } from '#app/domain/result.ts'
import { later, minutes } from '#app/domain/time.ts'
import { mailAnswerCode, saveAnswer, type Told } from '#app/features/screening/nominee.commands.server.ts'
import { findByLink, listSummaries, type Nominee } from '#app/features/screening/nominee.queries.server.ts'
import { printLetters, tellByEmail } from '#app/features/screening/notices.commands.server.ts'
import { standAgain } from '#app/features/screening/screening.commands.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { createLink } from '#app/platform/links.server.ts'
import type { NominationRow } from '#db/schema.ts'
import { testNow } from '#tests/factories/index.ts'
import { alsoFor, entryOf, nominate, setScreening, verbs, type Screening } from '#tests/db/features/screening/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'

let fresh: FreshDatabase
let scene: Screening
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScreening(fresh.db)
})
afterEach(() => fresh.close())

/** Somebody who was told, with an address or without, and what their link leads to. */
async function tell(reach: string): Promise<{ nominee: Nominee; nomination: NominationRow }> {
  const nomination = await nominate(scene, 'She stayed all night.', { nominator_email: '', nominee: { reach } })
  await alsoFor(scene, nomination, scene.team)
  if (reach.includes('@')) valueOf(await tellByEmail(scene.ctx, scene.edition, [nomination.nominee_id]))
  else valueOf(await printLetters(scene.ctx, scene.edition, [nomination.nominee_id]))
  const { id } = await scene.db.selectFrom('notice').select('id').where('nominee_id', '=', nomination.nominee_id).executeTakeFirstOrThrow()
  const { token } = await inTransaction(scene.ctx, (trx) => createLink(trx, 'nominee', id))
  scene.ctx = { ...scene.ctx, actor: visitor }
  return { nominee: valueOf(await findByLink(scene.ctx, token)), nomination }
}
const says = (own: Partial<Told> = {}): Told => ({
  answer: 'accepted', name: 'Sam Carer', saidAs: '', job: 'Care worker', employer: 'Harbour Home Care', request: '', code: '',
  publicity: { name: 'yes', employer: 'no', photo: 'no', story: 'yes', stage: 'yes' }, ...own,
})
const row = ({ record: { id } }: Nominee) => scene.db.selectFrom('nominee').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const answered = async () => (await verbs(scene)).filter((verb) => !verb.startsWith('notice.'))

describe('an answer', () => {
  test('without an address is kept at once, publicity by use', async () => {
    const { nominee } = await tell('')
    valueOf(await saveAnswer(scene.ctx, nominee, says({ saidAs: 'SAM' })))
    const { publicity, ...kept } = await row(nominee)
    expect(kept).toMatchObject({ answer: 'accepted', answered_at: testNow, said_as: 'SAM', name: 'Sam Carer', employer: 'Harbour Home Care' })
    expect(JSON.parse(publicity)).toEqual({ name: 'yes', employer: 'no', photo: 'no', story: 'yes', stage: 'yes' })
    expect(await answered()).toEqual(['nominee.answered'])
    const { actor_kind } = await scene.db.selectFrom('audit_event').select('actor_kind').orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect(actor_kind).toBe('visitor')
  })

  test('with an address takes the code that was sent there, once, within ten minutes', async () => {
    const { nominee } = await tell('sam@people.example')
    expect(await saveAnswer(scene.ctx, nominee, says())).toMatchObject({ code: 'code-wrong' })
    const { request } = await mailAnswerCode(scene.ctx, nominee)
    const { secrets, to_email, kind } = await newestMessage(scene.db, scene.ctx.keys, nominee.noticeId)
    expect([to_email, kind]).toEqual(['sam@people.example', 'nominee.code'])
    const told = says({ request, code: secrets.code ?? '' })
    expect(await saveAnswer(scene.ctx, nominee, says({ request, code: 'x' }))).toMatchObject({ code: 'code-wrong', facts: { left: 4 } })
    expect(await saveAnswer({ ...scene.ctx, now: later(testNow, minutes(10)) }, nominee, told)).toMatchObject({ code: 'link-expired' })
    expect((await row(nominee)).answer).toBe('none')
    valueOf(await saveAnswer(scene.ctx, nominee, told))
    expect(await saveAnswer(scene.ctx, nominee, says({ ...told, answer: 'declined' }))).toMatchObject({ code: 'code-spent' })
    expect((await row(nominee)).answer).toBe('accepted')
  })

  test('another’s code does nothing here', async () => {
    const { nominee: mine } = await tell('sam@people.example')
    scene.ctx = { ...scene.ctx, actor: scene.organiser }
    const { nominee: theirs } = await tell('ann@people.example')
    const { request } = await mailAnswerCode(scene.ctx, theirs)
    const { secrets } = await newestMessage(scene.db, scene.ctx.keys, theirs.noticeId)
    expect(await saveAnswer(scene.ctx, mine, says({ request, code: secrets.code ?? '' }))).toMatchObject({ code: 'code-wrong' })
    expect((await row(mine)).answer).toBe('none')
  })

  test('corrects what we hold, and the trail says so without the words', async () => {
    const { nominee } = await tell('')
    valueOf(await saveAnswer(scene.ctx, nominee, says({ name: 'Samira Carer', employer: 'The Hallowtree Ltd' })))
    expect(await row(nominee)).toMatchObject({ name: 'Samira Carer', employer: 'The Hallowtree Ltd', employer_key: 'hallowtree' })
    expect(await answered()).toEqual(['nominee.answered', 'nominee.corrected'])
    const facts = await scene.db.selectFrom('audit_event').select('facts').execute()
    expect(JSON.stringify(facts)).not.toContain('Samira')
  })
})

describe('who says no', () => {
  test.each([['declined', 'The nominee declined.'], ['objected', 'The nominee objected to our using the information.']] as const)('%s: every entry stands down at once', async (answer, reason) => {
    const { nominee, nomination } = await tell('')
    valueOf(await saveAnswer(scene.ctx, nominee, says({ answer })))
    for (const category of [scene.home, scene.team]) expect(await entryOf(scene, nomination, category)).toMatchObject({ standing: 'stood-down', standing_reason: reason })
    expect(await row(nominee)).toMatchObject({ answer, publicity: '{}' })
    expect(await answered()).toEqual(['nominee.answered', 'entry.stood-down', 'entry.stood-down'])
  })

  test('and yes afterwards: only organisers let it stand again, with a reason', async () => {
    const { nominee, nomination } = await tell('')
    valueOf(await saveAnswer(scene.ctx, nominee, says({ answer: 'declined' })))
    valueOf(await saveAnswer(scene.ctx, nominee, says()))
    const { id, standing } = await entryOf(scene, nomination, scene.home)
    expect(standing).toBe('stood-down')
    valueOf(await standAgain({ ...scene.ctx, actor: scene.organiser }, scene.edition, id, 'They changed their mind.'))
    valueOf(await saveAnswer(scene.ctx, nominee, says({ answer: 'declined' })))
    expect(await entryOf(scene, nomination, scene.home)).toMatchObject({ standing: 'stood-down', standing_reason: 'The nominee declined.' })
  })
})

test('the page shows nominations in summary, and from whom only if they agreed', async () => {
  const { nominee, nomination } = await tell('')
  const summary = { id: nomination.id, receivedAt: testNow, state: 'live', categories: ['Home Care', 'Care Team'], nominator: undefined, words: 12 }
  expect(await listSummaries(scene, nominee)).toEqual([summary])
  await scene.db.updateTable('nomination').set({ share_name: 1 }).execute()
  expect(await listSummaries(scene, nominee)).toEqual([{ ...summary, nominator: 'Nell Nominator' }])
})
