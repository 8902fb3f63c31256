import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { denied, ok, valueOf } from '#app/domain/result.ts'
import { publishedSealSchema } from '#app/domain/seal-file.ts'
import { verifySeal } from '#app/domain/seal.ts'
import { later } from '#app/domain/time.ts'
import { listAwardsUnderEmbargo } from '#app/features/moderation/awards.queries.server.ts'
import { beginAmendment, dropAmendment, saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { confirmSeal, proposeSeal, takeBackProposal } from '#app/features/moderation/sealing.commands.server.ts'
import { readPublishedSeal } from '#app/features/moderation/seals.queries.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { makeCategory, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { categoryNow, editionNow, inOrder, makeScene, reveal, sealBoth, settle, shownNow, type Scene } from '#tests/db/features/moderation/scene.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeScene(fresh.db)
  await settle(scene)
})
afterEach(() => fresh.close())

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const published = async () => readPublishedSeal(scene.first, await editionNow(scene))
const verify = async () => verifySeal(publishedSealSchema.parse(JSON.parse(JSON.stringify(await published()))), digest)
const propose = async (ctx = scene.first, reason = '') => proposeSeal(ctx, scene.edition, 'care', { shown: await shownNow(scene), reason })
const confirm = async (ctx = scene.second, shown?: string) => confirmSeal(ctx, await editionNow(scene), 'care', shown ?? (await shownNow(scene)))
const state = async () => (await categoryNow(scene)).state

describe('two people seal', () => {
  test('what is settled: its hash is public at once, and nothing else', async () => {
    expect(await propose()).toEqual(ok())
    expect(await confirm()).toEqual(ok())
    expect(await state()).toBe('sealed')
    const seal = await published()
    expect(seal.leaves).toEqual([{ category: 'care', title: 'Home Care', number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/), sealedAt: testNow, reason: '', opened: null }])
    expect(JSON.stringify(seal)).not.toMatch(/Asha|Bea|Cem/)
    expect(await verify()).toEqual({ faults: [], opened: 0, closed: 1 })
  })

  test('one alone cannot', async () => {
    valueOf(await propose())
    expect(await confirm(scene.first)).toEqual(denied('second-person'))
    expect([await state(), await fresh.db.selectFrom('seal_leaf').select('id').execute()]).toEqual(['settled', []])
  })

  test('somebody who is not on the list cannot be the second', async () => {
    valueOf(await propose())
    expect(await confirm(scene.outsider)).toEqual(denied('not-found'))
    expect(await confirm(scene.owner)).toEqual(denied('not-found'))
  })

  test('nobody seals without a request, nor two requests', async () => {
    expect(await confirm()).toEqual(denied('changed-meanwhile'))
    const both = await Promise.all([propose(), propose(scene.second)])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
  })

  test('the second seals what the first saw: not when it has changed since, nor when something else was shown', async () => {
    valueOf(await propose())
    expect(await confirm(scene.second, 'another')).toEqual(denied('changed-meanwhile'))
    await fresh.db.updateTable('nominee').set({ name: 'Asha Renamed' }).where('id', '=', scene.entries[0].nominee_id).execute()
    expect(await confirm()).toEqual(denied('changed-meanwhile'))
    expect(await state()).toBe('settled')
  })

  test('not when somebody with an award stood down since', async () => {
    valueOf(await propose())
    await fresh.db.updateTable('entry').set({ standing: 'stood-down', standing_reason: 'Moved' }).where('id', '=', scene.entries[0].id).execute()
    expect(await confirm()).toMatchObject({ ok: false, code: 'decision-gaps' })
  })

  test('a request can be taken back, by either', async () => {
    valueOf(await propose())
    expect(await takeBackProposal(scene.second, scene.edition, 'care')).toEqual(ok())
    expect(await takeBackProposal(scene.first, scene.edition, 'care')).toEqual(denied('changed-meanwhile'))
    expect(await propose(scene.second)).toEqual(ok())
  })

  test('a double press of the second makes one leaf', async () => {
    valueOf(await propose())
    const seen = await editionNow(scene)
    const shown = await shownNow(scene)
    const both = await Promise.all([confirmSeal(scene.second, seen, 'care', shown), confirmSeal(scene.second, seen, 'care', shown)])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect(await fresh.db.selectFrom('seal_leaf').select('number').execute()).toEqual([{ number: 1 }])
  })

  test.each([['no-award', 'ceremony'], ['judging', 'judging']] as const)('beside a category in %s, the edition goes on to %s', async (other, stage) => {
    await makeCategory(fresh.db, scene.edition, { state: other })
    await sealBoth(scene)
    expect((await editionNow(scene)).stage).toBe(stage)
  })
})

describe('what is sealed stays, by whatever way it is changed', () => {
  beforeEach(() => sealBoth(scene))
  const ways: [string, () => { execute: () => Promise<unknown> }, string][] = [
    ['a leaf changed', () => fresh.db.updateTable('seal_leaf').set({ reason: 'x' }), 'seal_leaf_stays'],
    ['a leaf removed', () => fresh.db.deleteFrom('seal_leaf'), 'seal_leaf_is_kept'],
    ['a root changed', () => fresh.db.updateTable('seal_root').set({ root: 'x' }), 'seal_root_stays'],
    ['a root removed', () => fresh.db.deleteFrom('seal_root'), 'seal_root_is_kept'],
    ['a name removed', () => fresh.db.deleteFrom('seal_name'), 'seal_name_is_kept'],
    ['a name changed', () => fresh.db.updateTable('seal_name').set({ name: 'Somebody Else' }), 'seal_name_is_only_erased'],
    ['the decision changed', () => fresh.db.updateTable('decision').set({ reason: 'x' }), 'decision_sealed_stays'],
    ['the decision made another’s', () => fresh.db.updateTable('decision').set({ number: 2 }), 'decision_sealed_stays'],
    ['the decision removed', () => fresh.db.deleteFrom('decision'), 'decision_sealed_is_kept'],
    ['an award changed', () => fresh.db.updateTable('award').set({ kind: 'reserve' }), 'award_sealed_stays'],
    ['a citation changed', () => fresh.db.updateTable('award').set({ citation: 'x' }), 'award_sealed_stays'],
    ['an award removed', () => fresh.db.deleteFrom('award'), 'award_sealed_is_kept'],
    ['an award added', () => fresh.db.insertInto('award').values({ id: newId(), category_id: scene.category.id, entry_id: scene.entries[0].id, kind: 'reserve', place: 9 }), 'award_sealed_is_whole'],
    ['the category unsealed', () => fresh.db.updateTable('category').set({ state: 'moderating' }), 'category_sealed_stays'],
    ['a scorecard changed', () => fresh.db.updateTable('scorecard').set({ state: 'in-progress', finished_at: null }), 'scorecard_sealed_stays'],
    ['a scorecard added', () => fresh.db.insertInto('scorecard').values({ ...scene.cards[0]!, id: newId(), judge_id: scene.judges[0]!.id }), 'scorecard_sealed_is_whole'],
    ['a mark changed', () => fresh.db.updateTable('mark').set({ value: 0 }), 'mark_sealed_stays'],
    ['a mark removed', () => fresh.db.deleteFrom('mark'), 'mark_sealed_is_kept'],
    ['a mark added', () => fresh.db.insertInto('mark').values({ scorecard_id: scene.cards[0]!.id, criterion_id: newId(), value: 5, cannot_judge: 0, reason: '' }), 'mark_sealed_is_whole'],
  ]
  test.each(ways)('%s', async (_, change, trigger) => {
    await expect(change().execute()).rejects.toThrow(`${trigger}: refused`)
  })

  test('but a name and its salt can be erased, and the seal still verifies', async () => {
    await reveal(scene)
    await fresh.db.updateTable('seal_name').set({ name: null, salt: null }).execute()
    expect(await verify()).toEqual({ faults: [], opened: 1, closed: 0 })
  })
})

describe('after the reveal', () => {
  beforeEach(async () => {
    await sealBoth(scene)
    await fresh.db.updateTable('nominee').set({ answer: 'accepted', publicity: JSON.stringify({ name: 'yes' }) }).execute()
  })
  const names = async () => (await published()).leaves[0]?.opened?.names.map(({ name }) => name)

  test('text, nonce and the names that were read out are public, and verify', async () => {
    await reveal(scene)
    expect(await names()).toEqual(['Asha', 'Bea'])
    expect(await verify()).toEqual({ faults: [], opened: 1, closed: 0 })
    expect(JSON.parse((await published()).leaves[0]!.opened!.leaf)).toMatchObject({
      edition: '2027', category: 'care', number: 1, awards: inOrder(scene).map(({ entryId, kind }, index) => ({ entry: entryId, kind, place: index + 1 })),
      standings: scene.entries.map(({ id }, index) => ({ entry: id, place: index + 1, raw: 5 - index, scores: 3 })),
    })
  })

  test('not a moment before undoing has passed, and not when it was undone', async () => {
    await reveal(scene, later(testNow, 1))
    expect(await names()).toBeUndefined()
    await fresh.db.updateTable('reveal').set({ public_at: testNow }).execute()
    expect(await names()).toEqual(['Asha', 'Bea'])
    await fresh.db.updateTable('reveal').set({ undone_at: testNow }).execute()
    expect(await names()).toBeUndefined()
  })

  test('no name of somebody who does not want it public', async () => {
    await fresh.db.updateTable('nominee').set({ publicity: JSON.stringify({ name: 'no' }) }).where('id', '=', scene.entries[1].nominee_id).execute()
    await reveal(scene)
    expect(await names()).toEqual(['Asha'])
  })
})

describe('an amendment', () => {
  beforeEach(() => sealBoth(scene))
  /** Asha stands down; Bea is to win. */
  async function amended() {
    await fresh.db.updateTable('entry').set({ standing: 'stood-down', standing_reason: 'Moved' }).where('id', '=', scene.entries[0].id).execute()
    valueOf(await beginAmendment(scene.first, scene.edition, 'care'))
    const [bea, cem] = inOrder(scene).slice(1)
    valueOf(await saveDecision(scene.first, scene.edition, 'care', { version: 1, reason: '', awards: [{ ...bea!, kind: 'winner', citation: 'Bea is kind.' }, cem!] }))
  }
  const inForce = async () => valueOf(await listAwardsUnderEmbargo(scene.first, scene.edition)).map(({ name, kind }) => [name, kind])

  test('is a new leaf by two people with a public reason; the old one stays listed', async () => {
    await amended()
    expect(await inForce()).toEqual([['Asha', 'winner'], ['Bea', 'highly-commended'], ['Cem', 'reserve']])
    expect(await propose()).toEqual(denied('reason-needed'))
    await sealBoth(scene, 'A finalist stood down')
    expect(await inForce()).toEqual([['Bea', 'winner'], ['Cem', 'reserve']])
    const { leaves, roots } = await published()
    expect(leaves.map(({ number, reason }) => [number, reason])).toEqual([[1, ''], [2, 'A finalist stood down']])
    expect(roots.map(({ number, leaves: listed }) => [number, listed.length])).toEqual([[1, 1], [2, 2]])
    expect(await verify()).toEqual({ faults: [], opened: 0, closed: 2 })
  })

  test('changes nothing while it is not sealed, and can be dropped', async () => {
    await amended()
    expect(await saveDecision(scene.first, scene.edition, 'care', { version: 1, reason: '', awards: [] })).toEqual(denied('changed-meanwhile'))
    expect(await dropAmendment(scene.second, scene.edition, 'care')).toEqual(ok())
    expect((await categoryNow(scene)).decision).toMatchObject({ number: 1 })
    expect(await inForce()).toHaveLength(3)
  })

  test('cannot be changed or dropped while somebody has asked to seal it', async () => {
    await amended()
    valueOf(await propose(scene.first, 'A finalist stood down'))
    expect(await saveDecision(scene.second, scene.edition, 'care', { version: 2, reason: '', awards: [] })).toEqual(denied('decision-closed'))
    expect(await dropAmendment(scene.second, scene.edition, 'care')).toEqual(denied('changed-meanwhile'))
  })

  test('after the reveal is public with its text, and the category stays revealed', async () => {
    await reveal(scene)
    await fresh.db.updateTable('category').set({ state: 'revealed' }).execute()
    await amended()
    await sealBoth(scene, 'A finalist stood down')
    expect(await state()).toBe('revealed')
    expect(await verify()).toEqual({ faults: [], opened: 2, closed: 0 })
  })
})

test('the list of awards is for those under embargo alone', async () => {
  await sealBoth(scene)
  expect(await listAwardsUnderEmbargo(scene.outsider, scene.edition)).toEqual(denied('not-yours'))
  expect(await listAwardsUnderEmbargo(scene.owner, scene.edition)).toEqual(denied('not-yours'))
  expect(valueOf(await listAwardsUnderEmbargo(scene.second, scene.edition))).toHaveLength(3)
})
