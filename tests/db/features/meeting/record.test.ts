import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { denied, ok, valueOf } from '#app/domain/result.ts'
import { saveCitation } from '#app/features/meeting/citation.commands.server.ts'
import { readCitationWords } from '#app/features/meeting/citation.queries.server.ts'
import { readEvidence } from '#app/features/meeting/evidence.queries.server.ts'
import { listFeedback } from '#app/features/meeting/feedback.queries.server.ts'
import { openItem, stepOut } from '#app/features/meeting/items.commands.server.ts'
import { listRecords } from '#app/features/moderation/decision-record.server.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { decideNoAward, reopenDecision, settleDecision } from '#app/features/moderation/steps.commands.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { makeCategory, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { idOf, makeMeeting } from '#tests/db/features/meeting/scene.ts'
import { categoryNow, editionNow, inOrder, scoreCategory, type Scene } from '#tests/db/features/moderation/scene.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeMeeting(fresh.db)
})
afterEach(() => fresh.close())

const save = (version = 0, own: Partial<Parameters<typeof saveDecision>[3]> = {}) => saveDecision(scene.first, scene.edition, 'care', { version, reason: '', awards: inOrder(scene), ...own })
const settleNow = async () => valueOf(await settleDecision(scene.first, await editionNow(scene), 'care'))
const records = () => listRecords(fresh, scene.category)

describe('the record of a decision', () => {
  test('is kept when it is settled, with who was there, and stays when it is settled again', async () => {
    valueOf(await stepOut(scene.first, scene.edition, 'care', idOf(scene.second), 'A cousin'))
    valueOf(await openItem(scene.first, scene.edition, 'care', scene.judges[1]!.account_id))
    valueOf(await save())
    await settleNow()
    const first = await records()
    expect(first.map(({ number, decisionVersion, editionVersion, madeAt }) => ({ number, decisionVersion, editionVersion, madeAt }))).toEqual([{ number: 1, decisionVersion: 1, editionVersion: 2, madeAt: testNow }])
    expect(first[0]?.parts.at(-1)?.lines).toEqual(['Bob was in the chair. Present: Ann, Bob, Cat, Person 1.', 'Person 2 stepped out: A cousin.'])
    expect(first[0]?.scores[0]).toEqual({ entry: 'Asha', place: 1, score: 5, cards: 3, scores: [5, 5, 5] })

    valueOf(await reopenDecision(scene.first, await editionNow(scene), 'care', 'A vote was missed'))
    valueOf(await save(1, { awards: inOrder(scene).slice(0, 2) }))
    await settleNow()
    const both = await records()
    expect(both.map(({ number, decisionVersion }) => [number, decisionVersion])).toEqual([[2, 2], [1, 1]])
    expect(both[1]).toEqual(first[0])
  })

  test('is kept of no award as well', async () => {
    await makeCategory(fresh.db, scene.edition, { state: 'judging' })
    valueOf(await decideNoAward(scene.first, await editionNow(scene), 'care', 'No example was clear'))
    expect((await records())[0]?.parts[0]?.lines).toEqual(['No award was given in this category.', 'The panel’s reason: No example was clear'])
  })

  test('follows a name that is corrected and forgets one that is erased; nothing else of it changes', async () => {
    valueOf(await save())
    await settleNow()
    await fresh.db.updateTable('nominee').set({ name: 'Aisha' }).where('id', '=', scene.entries[0].nominee_id).execute()
    expect((await records())[0]?.parts[0]?.lines[0]).toBe('Winner: Aisha. Citation: “Asha is kind.”')
    await expect(fresh.db.updateTable('decision_record').set({ content: '{}' }).execute()).rejects.toThrow(/decision_record_is_only_erased/)
    await expect(fresh.db.deleteFrom('decision_record').execute()).rejects.toThrow(/decision_record_is_kept/)
    await fresh.db.updateTable('decision_record').set({ content: '' }).execute()
    expect(await records()).toEqual([])
  })
})

describe('one award each', () => {
  async function decideOther(oneAwardEach: boolean): Promise<void> {
    const other = await makeCategory(fresh.db, scene.edition, { slug: 'other', name: 'Other', state: 'moderating' })
    const { entries } = await scoreCategory(fresh.db, scene.edition, other)
    await fresh.db.updateTable('entry').set({ nominee_id: scene.entries[0].nominee_id }).where('id', '=', entries[0].id).execute()
    const settings = { ...scene.edition.settings, oneAwardEach }
    await fresh.db.updateTable('edition').set((e) => ({ settings: JSON.stringify(settings), version: e('version', '+', 1) })).execute()
    valueOf(await save())
    await settleNow()
    valueOf(await saveDecision(scene.first, await editionNow(scene), 'other', { version: 0, reason: '', awards: [{ entryId: entries[0].id, kind: 'winner', reason: '', citation: 'Kind.' }] }))
  }

  test('where the edition says so, the second is not settled', async () => {
    await decideOther(true)
    expect(await settleDecision(scene.first, await editionNow(scene), 'other')).toEqual(denied('decision-gaps', { gaps: 'Asha has an award in Home Care already, and each has one at most.' }))
  })

  test('elsewhere it is', async () => {
    await decideOther(false)
    expect(await settleDecision(scene.first, await editionNow(scene), 'other')).toEqual(ok())
  })
})

describe('what judges wrote', () => {
  beforeEach(async () => {
    const [first, second, third] = scene.cards
    await fresh.db.updateTable('scorecard').set({ citation: 'She stayed. She sang.', share: 1 }).where('id', '=', first!.id).execute()
    await fresh.db.updateTable('scorecard').set({ citation: 'A private word.', share: 0 }).where('id', '=', second!.id).execute()
    await fresh.db.updateTable('scorecard').set({ citation: 'Of old evidence.', share: 1, dossier_version: 0 }).where('id', '=', third!.id).execute()
  })
  const reveal = () => fresh.db.insertInto('reveal').values({ id: newId(), edition_id: scene.edition.id, category_id: scene.category.id, number: 1, revealed_at: testNow, public_at: testNow, undone_at: null }).execute()
  const feedback = (index: 0 | 1 = 0) => listFeedback(fresh, scene.edition, scene.entries[index].nominee_id)

  test('is laid beside an entry from scorecards that count, and tells no judge', async () => {
    const { comments } = await readEvidence(fresh, scene.edition, scene.category)
    const [asha] = scene.entries
    expect(comments.filter((one) => one.entryId === asha.id && one.criterionId === null).map(({ text, shared }) => [text, shared])).toEqual([['A private word.', false], ['She stayed. She sang.', true]])
  })

  test('is there to make a citation of, with what people wrote, and saved with the decision', async () => {
    const words = await readCitationWords(scene.first, scene.edition, scene.category, scene.entries[0].id)
    expect(words).toMatchObject({ judges: ['A private word.', 'She stayed.', 'She sang.', 'Yes'], storyAgreed: false })
    expect(words.nominators).toEqual([expect.stringMatching(/^Answer to Question/)])
    valueOf(await save())
    const category = await categoryNow(scene)
    expect(await saveCitation(scene.first, scene.edition, category, scene.entries[0].id, { seen: 0, citation: 'x' })).toEqual(denied('changed-meanwhile'))
    valueOf(await saveCitation(scene.first, scene.edition, category, scene.entries[0].id, { seen: 1, citation: 'She stayed. She sang.' }))
    expect((await categoryNow(scene)).decision?.awards.map(({ citation }) => citation)).toEqual(['She stayed. She sang.', '', ''])
  })

  test('is read by the nominee after the reveal, where the judge agreed', async () => {
    expect(await feedback()).toEqual([])
    await reveal()
    expect(await feedback()).toEqual([{ category: 'Home Care', sentences: ['She stayed. She sang.'] }])
    expect(await feedback(1)).toEqual([])
  })
})
