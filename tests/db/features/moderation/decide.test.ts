import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { denied, ok, valueOf } from '#app/domain/result.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { closeScoring, decideNoAward, openScoringAgain, reopenDecision, settleDecision } from '#app/features/moderation/steps.commands.server.ts'
import { listPublicFinalists } from '#app/features/shortlisting/finalists.queries.server.ts'
import { proposeSeal } from '#app/features/moderation/sealing.commands.server.ts'
import { makeCategory } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { categoryNow, close, editionNow, inOrder, makeScene, settle, shownNow, type Scene } from '#tests/db/features/moderation/scene.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeScene(fresh.db)
})
afterEach(() => fresh.close())

const refusal = (code: string): unknown => expect.objectContaining({ ok: false, code })
const save = (own: Partial<Parameters<typeof saveDecision>[3]> = {}, ctx = scene.first) => saveDecision(ctx, scene.edition, 'care', { version: 0, reason: '', awards: inOrder(scene), ...own })
const state = async () => (await categoryNow(scene)).state
const verbs = async () => (await fresh.db.selectFrom('audit_event').select('verb').orderBy('seq').execute()).map(({ verb }) => verb)

test('scoring is closed, decided, settled, each once and each in the trail', async () => {
  const before = await editionNow(scene)
  const both = await Promise.all([closeScoring(scene.first, before, 'care'), closeScoring(scene.second, before, 'care')])
  expect(both.map((one) => one.ok).sort()).toEqual([false, true])
  expect(await state()).toBe('moderating')
  expect(await save()).toEqual(ok())
  expect(await settleDecision(scene.second, await editionNow(scene), 'care')).toEqual(ok())
  expect(await state()).toBe('settled')
  expect((await categoryNow(scene)).decision).toEqual({
    number: 1, version: 1, reason: '',
    awards: inOrder(scene).map((award, index) => ({ ...award, name: ['Asha', 'Bea', 'Cem'][index], place: index + 1 })),
  })
  expect((await verbs()).filter((verb) => !verb.startsWith('embargo'))).toEqual(['scoring.closed', 'decision.saved', 'decision.settled'])
})

describe('who is not on the embargo list finds nothing', () => {
  const acts: [string, (scene: Scene) => Promise<unknown>][] = [
    ['closing', async (s) => closeScoring(s.outsider, await editionNow(s), 'care')],
    ['saving', () => save({}, scene.outsider)],
    ['settling', async (s) => settleDecision(s.outsider, await editionNow(s), 'care')],
    ['no award', async (s) => decideNoAward(s.owner, await editionNow(s), 'care', 'Nobody fits')],
    ['sealing', (s) => proposeSeal(s.outsider, s.edition, 'care', { shown: '', reason: '' })],
  ]
  test.each(acts)('%s', async (_, act) => {
    expect(await act(scene)).toEqual(refusal('not-found'))
    expect(await state()).toBe('judging')
  })
})

describe('saving', () => {
  beforeEach(() => close(scene))

  test('is refused for a decision that somebody has changed since', async () => {
    expect(await save()).toEqual(ok())
    expect(await save()).toEqual(denied('changed-meanwhile'))
    expect(await save({ version: 1, awards: inOrder(scene).slice(0, 1) })).toEqual(ok())
    expect((await categoryNow(scene)).decision?.awards).toHaveLength(1)
  })

  test('takes no entry of another category, nor one that stood down', async () => {
    await fresh.db.updateTable('entry').set({ standing: 'stood-down', standing_reason: 'Moved' }).where('id', '=', scene.entries[0].id).execute()
    expect(await save()).toEqual(denied('changed-meanwhile'))
  })

  test('of two at once, one is kept whole', async () => {
    const both = await Promise.all([save(), save({ awards: inOrder(scene).slice(0, 2) }, scene.second)])
    expect(both.map((one) => one.ok).sort()).toEqual([false, true])
    expect([2, 3]).toContain((await categoryNow(scene)).decision?.awards.length)
  })
})

describe('settling', () => {
  beforeEach(() => close(scene))

  test('is refused with what is missing', async () => {
    expect(await settleDecision(scene.first, await editionNow(scene), 'care')).toEqual(denied('decision-gaps', { gaps: 'Nobody has an award yet.' }))
    valueOf(await save({ awards: [{ ...inOrder(scene)[1]!, kind: 'winner' }] }))
    expect(await settleDecision(scene.first, await editionNow(scene), 'care')).toEqual(
      denied('decision-gaps', { gaps: 'Write the citation of Bea. The decision does not follow the scores alone: write the reason.' }))
    expect(await state()).toBe('moderating')
  })

  test('enforces the quorum', async () => {
    valueOf(await save())
    await fresh.db.updateTable('scorecard').set({ state: 'in-progress', finished_at: null }).where('id', '=', scene.cards[0]!.id).execute()
    expect(await settleDecision(scene.first, await editionNow(scene), 'care')).toEqual(denied('decision-gaps', {
      gaps: 'Asha has fewer scores than the quorum, and so no place. The decision does not follow the scores alone: write the reason.',
    }))
  })

  test('names whoever stood down since', async () => {
    valueOf(await save())
    await fresh.db.updateTable('entry').set({ standing: 'stood-down', standing_reason: 'Moved' }).where('id', '=', scene.entries[2].id).execute()
    expect(await settleDecision(scene.first, await editionNow(scene), 'care')).toEqual(refusal('decision-gaps'))
  })

  test('closes the decision to changes, until it is opened again for a reason', async () => {
    valueOf(await save())
    valueOf(await settleDecision(scene.first, await editionNow(scene), 'care'))
    expect(await save({ version: 1 })).toEqual(denied('decision-closed'))
    expect(await reopenDecision(scene.first, await editionNow(scene), 'care', '')).toEqual(denied('reason-needed'))
    expect(await reopenDecision(scene.first, await editionNow(scene), 'care', 'A vote was missed')).toEqual(ok())
    expect(await save({ version: 1 })).toEqual(ok())
  })

  test('opening again takes a request to seal back', async () => {
    valueOf(await save())
    valueOf(await settleDecision(scene.first, await editionNow(scene), 'care'))
    valueOf(await proposeSeal(scene.first, scene.edition, 'care', { shown: await shownNow(scene), reason: '' }))
    valueOf(await reopenDecision(scene.second, await editionNow(scene), 'care', 'A vote was missed'))
    expect((await categoryNow(scene)).proposal).toBeUndefined()
  })
})

test('a category goes back to its judges for a reason', async () => {
  await close(scene)
  expect(await openScoringAgain(scene.first, await editionNow(scene), 'care', '')).toEqual(denied('reason-needed'))
  expect(await openScoringAgain(scene.first, await editionNow(scene), 'care', 'A judge came back')).toEqual(ok())
  expect(await state()).toBe('judging')
})

describe('no award', () => {
  test('drops what was decided, keeps its reason, and takes a reason to be undone', async () => {
    await settle(scene)
    valueOf(await reopenDecision(scene.first, await editionNow(scene), 'care', 'They moved away'))
    expect(await decideNoAward(scene.first, await editionNow(scene), 'care', '')).toEqual(denied('reason-needed'))
    await makeCategory(fresh.db, scene.edition, { state: 'judging' })
    expect(await decideNoAward(scene.first, await editionNow(scene), 'care', 'No example was clear')).toEqual(ok())
    expect(await categoryNow(scene)).toMatchObject({ state: 'no-award', decision: { reason: 'No example was clear', awards: [] } })
    expect(JSON.stringify(await fresh.db.selectFrom('audit_event').select('facts').execute())).not.toContain('No example')
    expect(await reopenDecision(scene.first, await editionNow(scene), 'care', 'New evidence')).toEqual(ok())
    expect(await state()).toBe('moderating')
  })

  test('of the last category takes the edition to the ceremony, and opening it again brings it back', async () => {
    await close(scene)
    valueOf(await decideNoAward(scene.first, await editionNow(scene), 'care', 'No example was clear'))
    expect((await editionNow(scene)).stage).toBe('ceremony')
    valueOf(await reopenDecision(scene.first, await editionNow(scene), 'care', 'New evidence'))
    expect((await editionNow(scene)).stage).toBe('judging')
  })

  test('of a category that was never judged is not opened here', async () => {
    await fresh.db.updateTable('category').set({ state: 'no-award' }).execute()
    expect(await reopenDecision(scene.first, await editionNow(scene), 'care', 'Why not')).toEqual(denied('not-judged'))
  })

  test('leaves the public list of finalists as it was', async () => {
    const before = await listPublicFinalists(fresh, scene.edition)
    await close(scene)
    valueOf(await decideNoAward(scene.first, await editionNow(scene), 'care', 'No example was clear'))
    expect(before).toHaveLength(1)
    expect(await listPublicFinalists(fresh, scene.edition)).toEqual(before)
  })
})
