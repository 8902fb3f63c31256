import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import { denied, ok, valueOf, type Result } from '#app/domain/result.ts'
import { listAttendants } from '#app/features/meeting/attendance.queries.server.ts'
import { listAwardsUnderEmbargo } from '#app/features/moderation/awards.queries.server.ts'
import { beginAmendment, dropAmendment, saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { addToEmbargo, removeFromEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { isUnderEmbargo, listOpenResults } from '#app/features/moderation/embargo.server.ts'
import { confirmSeal, proposeSeal, takeBackProposal } from '#app/features/moderation/sealing.commands.server.ts'
import { closeScoring, decideNoAward, openScoringAgain, reopenDecision, settleDecision } from '#app/features/moderation/steps.commands.server.ts'
import { listToWitness } from '#app/features/moderation/witness.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { makeAccount, makeCtx, makeEdition, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'
import { categoryNow, editionNow, inOrder, makeScene, settle, shownNow, type Scene } from '#tests/db/features/moderation/scene.ts'

let fresh: FreshDatabase
let scene: Scene
let witness: Account
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeScene(fresh.db)
  await settle(scene)
  witness = await makeAccount(fresh.db, { name: 'Wilma Witness', role: 'witness', edition: scene.edition })
  valueOf(await addToEmbargo(scene.owner, scene.edition, witness.accountId))
})
afterEach(() => fresh.close())

const asWitness = (account = witness) => makeCtx(fresh.db, { actor: account })
const propose = async (reason = '') => proposeSeal(scene.first, scene.edition, 'care', { shown: await shownNow(scene), reason })
const confirm = async (account = witness) => confirmSeal(asWitness(account), await editionNow(scene), 'care', await shownNow(scene))
const waiting = async (account = witness) => (await listToWitness(asWitness(account), await editionNow(scene))).map(({ slug }) => slug)

test('a witness seals what one person asked for', async () => {
  valueOf(await propose())
  expect(await waiting()).toEqual(['care'])
  expect(await confirm()).toEqual(ok())
  const leaf = await fresh.db.selectFrom('seal_leaf').select(['first_id', 'second_id']).executeTakeFirstOrThrow()
  expect(leaf).toEqual({ first_id: (scene.first.actor as Account).accountId, second_id: witness.accountId })
  expect([(await categoryNow(scene)).state, await waiting()]).toEqual(['sealed', []])
})

test('and an amendment', async () => {
  valueOf(await propose())
  valueOf(await confirm())
  valueOf(await beginAmendment(scene.first, scene.edition, 'care'))
  expect(await waiting()).toEqual([])
  valueOf(await propose('A citation was wrong'))
  expect(await waiting()).toEqual(['care'])
  expect(await confirm()).toEqual(ok())
  expect((await categoryNow(scene)).seals).toBe(2)
})

describe('nothing waits, and nothing can be sealed', () => {
  const cases: [string, () => Promise<Account | void>][] = [
    ['without a request', async () => void valueOf(await takeBackProposal(scene.first, scene.edition, 'care'))],
    ['off the list', async () => void valueOf(await removeFromEmbargo(scene.owner, scene.edition, witness.accountId))],
    ['for somebody with the role in another edition', async () => {
      const other = await makeEdition(fresh.db, { slug: '2028', current: 0 })
      return { ...witness, grants: [{ role: 'witness', editionId: other.id }] }
    }],
    ['once the role is taken away', () => Promise.resolve({ ...witness, grants: [] })],
    ['for the one who asked, and is a witness now', async () => void (await fresh.db.updateTable('seal_proposal').set({ account_id: witness.accountId }).execute())],
    ['for somebody who stepped out', async () => {
      await fresh.db.insertInto('step_out').values({ id: newId(), category_id: scene.category.id, account_id: witness.accountId, reason: '', out_at: testNow, back_at: null }).execute()
    }],
    ['for somebody with a tie', async () => void (await fresh.db.updateTable('nominee').set({ reach: witness.email }).where('id', '=', scene.entries[2].nominee_id).execute())],
  ]
  test.each(cases)('%s', async (_, change) => {
    valueOf(await propose())
    expect(await waiting()).toEqual(['care'])
    const account = (await change()) ?? witness
    expect(await waiting(account)).toEqual([])
    expect(await confirm(account)).toEqual(denied(account === witness ? 'not-found' : 'not-yours'))
    expect((await categoryNow(scene)).state).toBe('settled')
  })
})

describe('a witness can do nothing else', () => {
  const acts: [string, () => Promise<Result>][] = [
    ['ask for a seal', async () => proposeSeal(asWitness(), scene.edition, 'care', { shown: await shownNow(scene), reason: '' })],
    ['take a request back', () => takeBackProposal(asWitness(), scene.edition, 'care')],
    ['close scoring', async () => closeScoring(asWitness(), await editionNow(scene), 'care')],
    ['open it again', async () => openScoringAgain(asWitness(), await editionNow(scene), 'care', 'Why not')],
    ['decide', () => saveDecision(asWitness(), scene.edition, 'care', { version: 1, reason: '', awards: inOrder(scene) })],
    ['settle', async () => settleDecision(asWitness(), await editionNow(scene), 'care')],
    ['reopen', async () => reopenDecision(asWitness(), await editionNow(scene), 'care', 'Why not')],
    ['give no award', async () => decideNoAward(asWitness(), await editionNow(scene), 'care', 'Why not')],
    ['amend', () => beginAmendment(asWitness(), scene.edition, 'care')],
    ['drop an amendment', () => dropAmendment(asWitness(), scene.edition, 'care')],
  ]
  test.each(acts)('%s', async (what, act) => {
    if (what !== 'ask for a seal') valueOf(await propose())
    expect(await act()).toEqual({ ok: false, code: expect.stringMatching(/^not-(found|yours)$/), facts: {} })
    expect([(await categoryNow(scene)).state, (await categoryNow(scene)).proposal !== undefined]).toEqual(['settled', what !== 'ask for a seal'])
  })

  test('nor is shown results anywhere else', async () => {
    valueOf(await propose())
    const ctx = asWitness()
    expect(await isUnderEmbargo(ctx, scene.edition)).toBe(false)
    expect(await listOpenResults(ctx, scene.edition)).toEqual([])
    expect(await listAwardsUnderEmbargo(ctx, scene.edition)).toEqual(denied('not-yours'))
    expect((await listAttendants(fresh, scene.edition)).map(({ accountId }) => accountId)).not.toContain(witness.accountId)
  })
})

test('witnesses on the list are told that a seal was asked for, and not of what', async () => {
  const offTheList = await makeAccount(fresh.db, { role: 'witness', edition: scene.edition })
  valueOf(await propose())
  const sent = await fresh.db.selectFrom('message').select(['kind', 'to_email', 'state', 'edition_id']).execute()
  expect(sent).toEqual([{ kind: 'seal.witness', to_email: witness.email, state: 'ready', edition_id: scene.edition.id }])
  const { subject, shown, about_id } = await newestMessage(fresh.db, scene.first.keys, witness.accountId)
  expect(shown).toContain(`/witness/${scene.edition.slug}"`)
  expect(subject + shown).not.toMatch(/home care|Asha|Bea|Cem|\/care/i)
  expect([about_id, offTheList.email === witness.email]).toEqual([witness.accountId, false])
})
