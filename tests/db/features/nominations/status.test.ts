import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { later, minutes } from '#app/domain/time.ts'
import { withdrawNomination } from '#app/features/nominations/sending.commands.server.ts'
import { getStatus } from '#app/features/nominations/status.server.ts'
import { at, getNomination, receive, rewrite, send, setScene, type Received, type Scene } from '#tests/db/features/nominations/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Scene
let sent: Received
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScene(fresh.db)
  sent = await receive(scene)
})
afterEach(() => fresh.close())

const status = async (now: Scene, nomination = sent.nomination) => getStatus(now.ctx, now.edition, now.asked, await getNomination(now, nomination.id))

test('a nominator may know these things of their nomination, and no others', async () => {
  await receive(scene, { name: 'Somebody else' })
  expect(await status(scene)).toEqual({
    reference: sent.nomination.reference, nominee: 'Sam Carer', categories: ['Home Care', 'Care Team'], received: '10am on Tuesday 1 December 2026', withdrawn: null,
    versions: 1, unsentChanges: false, mayEdit: true, mayWithdraw: true, editUntil: '5:15pm on Tuesday 12 January 2027',
    next: [
      'Nominations close at 5pm on Tuesday 12 January 2027.',
      'We tell Sam Carer that they have been nominated. We do not give your name.',
      'Shortlists are made by 6 February.',
      'Judges read and score from 9 February to 22 February.',
      'The winners are named at the ceremony on Tuesday 23 March 2027.',
    ],
    over: false,
  })
})

test('after the ceremony nothing is to come, and it says so', async () => {
  const { ceremony_at } = scene.edition
  expect([await status(await at(scene, ceremony_at)), await status(await at(scene, later(ceremony_at, 1)))]).toMatchObject([{ next: [], over: false }, { next: [], over: true }])
})

test('whoever nominated themselves is told by the page', async () => {
  const own = await receive(scene, { name: 'Nell Nominator', relationship: 'It is me' })
  expect((await getStatus(scene.ctx, scene.edition, scene.asked, own.nomination)).next.filter((line) => line.startsWith('We tell'))).toEqual([])
})

test('it speaks of the version in force', async () => {
  await rewrite(scene, sent.draft, { name: 'Samira Carer', categories: [scene.team.id], shareName: 'yes' })
  await send(scene, sent.draft)
  const { nominee, categories, versions, next } = await status(scene)
  expect([nominee, categories, versions, next[1]]).toEqual(['Samira Carer', ['Care Team'], 2, 'We tell Samira Carer that they have been nominated. We say it was you.'])
})

test('changes that were not sent are told while it stands, whether or not they still can be', async () => {
  const { closes_at } = scene.edition
  await rewrite(scene, sent.draft, { name: 'Samira Carer' })
  expect(await status(scene)).toMatchObject({ nominee: 'Sam Carer', unsentChanges: true, mayEdit: true })
  expect(await status(await at(scene, later(closes_at, minutes(16))))).toMatchObject({ unsentChanges: true, mayEdit: false })
  await send(scene, sent.draft)
  expect(await status(scene)).toMatchObject({ nominee: 'Samira Carer', unsentChanges: false })
  await rewrite(scene, sent.draft, { name: 'Sam Carer' })
  await withdrawNomination(scene.ctx, scene.edition, await getNomination(scene, sent.nomination.id))
  expect(await status(scene)).toMatchObject({ unsentChanges: false })
})

test('withdrawn, it says when, and offers nothing more', async () => {
  await withdrawNomination(scene.ctx, scene.edition, sent.nomination)
  expect(await status(scene)).toMatchObject({ withdrawn: '10am on Tuesday 1 December 2026', mayEdit: false, mayWithdraw: false })
})

describe('as the year goes on', () => {
  test.each([
    ['the close', '2027-01-12T17:00:00.000Z', 4, true],
    ['the last minute of grace', later('2027-01-12T17:00:00.000Z', minutes(15)), 4, true],
    ['the minute after', later('2027-01-12T17:00:00.000Z', minutes(16)), 4, false],
    ['the shortlist', '2027-02-06T17:00:00.000Z', 2, false],
    ['the ceremony', '2027-03-23T19:00:00.000Z', 0, false],
  ])('%s: what lies behind is not said to be next', async (_, now, steps, mayEdit) => {
    const facts = await status(await at(scene, now))
    expect([facts.next.length, facts.mayEdit, facts.mayWithdraw]).toEqual([steps, mayEdit, true])
  })
})
