import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { denied, ok, valueOf } from '#app/domain/result.ts'
import { readAgenda } from '#app/features/meeting/agenda.queries.server.ts'
import { noteAttendance } from '#app/features/meeting/attendance.commands.server.ts'
import { listAttendants } from '#app/features/meeting/attendance.queries.server.ts'
import { addNote, castVote, closeItem, comeBack, openItem, propose, stepOut } from '#app/features/meeting/items.commands.server.ts'
import { readMinutes } from '#app/features/meeting/minutes.queries.server.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { listOpenResults } from '#app/features/moderation/embargo.server.ts'
import { listAwardsInSight } from '#app/features/moderation/spread.queries.server.ts'
import { isOut } from '#app/features/moderation/step-out.server.ts'
import { closeScoring, settleDecision } from '#app/features/moderation/steps.commands.server.ts'
import { makeCategory, testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { idOf, makeMeeting, nominate, tieAnn } from '#tests/db/features/meeting/scene.ts'
import { editionNow, inOrder, scoreCategory, type Scene } from '#tests/db/features/moderation/scene.ts'

let fresh: FreshDatabase
let scene: Scene
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await makeMeeting(fresh.db)
})
afterEach(() => fresh.close())

const judge = (index: number) => scene.judges[index]?.account_id ?? ''
const open = (chair = judge(1)) => openItem(scene.first, scene.edition, 'care', chair)
const save = (ctx = scene.first) => saveDecision(ctx, scene.edition, 'care', { version: 0, reason: '', awards: inOrder(scene) })
const minutes = async () => (await readMinutes(scene.first, scene.edition, scene.category)).map(({ text }) => text)

describe('who is at the meeting', () => {
  test('can be whoever is on the list or on a panel that meets', async () => {
    expect((await listAttendants(fresh, scene.edition)).map(({ name, seesResults, panels, present }) => [name, seesResults, panels, present])).toEqual([
      ['Ann', false, ['Home Care'], true], ['Bob', false, ['Home Care'], true], ['Cat', false, ['Home Care'], true], ['Person 1', true, [], true], ['Person 2', true, [], false],
    ])
    expect(await noteAttendance(scene.first, scene.edition, [idOf(scene.outsider)])).toEqual(denied('changed-meanwhile'))
    expect(await noteAttendance(scene.outsider, scene.edition, [])).toEqual(denied('not-found'))
  })

  test('is noted from when to when', async () => {
    valueOf(await noteAttendance(scene.first, scene.edition, [judge(0)]))
    valueOf(await noteAttendance(scene.first, scene.edition, [judge(0)]))
    expect((await fresh.db.selectFrom('meeting_presence').select(['account_id', 'left_at']).execute()).filter(({ left_at }) => left_at === null)).toEqual([{ account_id: judge(0), left_at: null }])
    expect(await fresh.db.selectFrom('audit_event').select('seq').where('verb', '=', 'item.attended').execute()).toHaveLength(2)
  })
})

describe('an item', () => {
  test('is opened once, with somebody of the room in the chair, and closed once', async () => {
    expect(await open(idOf(scene.second))).toEqual(denied('not-in-the-room'))
    const both = await Promise.all([open(), openItem(scene.second, scene.edition, 'care', judge(2))])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await closeItem(scene.second, scene.edition, 'care')).toEqual(ok())
    expect(await closeItem(scene.second, scene.edition, 'care')).toEqual(denied('item-not-open'))
  })

  test('is not opened before scoring is closed, nor once the decision is settled', async () => {
    await makeCategory(fresh.db, scene.edition, { slug: 'other', state: 'judging' })
    expect(await openItem(scene.first, scene.edition, 'other', judge(1))).toEqual(denied('decision-closed'))
    valueOf(await save())
    valueOf(await settleDecision(scene.first, await editionNow(scene), 'care'))
    expect(await open()).toEqual(denied('decision-closed'))
  })

  test('has minutes, line by line, also of what is done to the decision', async () => {
    expect(await addNote(scene.first, scene.edition, 'care', 'Too early')).toEqual(denied('item-not-open'))
    valueOf(await open())
    valueOf(await addNote(scene.first, scene.edition, 'care', 'They talked about Bea.'))
    valueOf(await propose(scene.first, scene.edition, 'care', { person: judge(2), entry: scene.entries[1].id, proposal: 'winner', words: '' }))
    valueOf(await save())
    valueOf(await settleDecision(scene.first, await editionNow(scene), 'care'))
    valueOf(await closeItem(scene.first, scene.edition, 'care'))
    expect(await minutes()).toEqual([
      'Opened, with Bob in the chair. In the room: Ann, Bob, Cat, Person 1.', 'They talked about Bea.', 'Cat proposed Bea as winner.',
      'Written down: winner Asha; highly commended Bea; reserve Cem.', 'The decision was settled.', 'Closed.',
    ])
  })

  test('leaves minutes that nobody changes: only their words can be emptied', async () => {
    valueOf(await open())
    await expect(fresh.db.updateTable('minute').set({ words: 'Never' }).execute()).rejects.toThrow(/minute_is_only_erased/)
    await expect(fresh.db.updateTable('minute').set({ words: '', at: testNow.replace('10', '11') }).execute()).rejects.toThrow(/minute_is_only_erased/)
    await expect(fresh.db.deleteFrom('minute').execute()).rejects.toThrow(/minute_is_kept/)
    await fresh.db.updateTable('minute').set({ words: '' }).execute()
  })

  test('takes no proposal of somebody outside, nor for an entry of another category', async () => {
    const other = await makeCategory(fresh.db, scene.edition, { state: 'moderating' })
    const { entries } = await scoreCategory(fresh.db, scene.edition, other)
    valueOf(await open())
    const of = (person: string, entry: string) => propose(scene.first, scene.edition, 'care', { person, entry, proposal: 'winner', words: '' })
    expect(await of(idOf(scene.second), scene.entries[0].id)).toEqual(denied('not-in-the-room'))
    expect(await of(judge(0), entries[0].id)).toEqual(denied('changed-meanwhile'))
  })

  test('has a casting vote where entries stay equal, and nowhere else', async () => {
    valueOf(await open())
    expect(await castVote(scene.first, scene.edition, 'care', scene.entries[0].id, 'Longer')).toEqual(denied('nothing-equal'))
    const own = scene.cards.filter(({ entry_id }) => entry_id === scene.entries[1].id).map(({ id }) => id)
    await fresh.db.updateTable('mark').set({ value: 5 }).where('scorecard_id', 'in', own).execute()
    expect(await castVote(scene.first, scene.edition, 'care', scene.entries[0].id, '')).toEqual(denied('reason-needed'))
    expect(await castVote(scene.first, scene.edition, 'care', scene.entries[2].id, 'Longer')).toEqual(denied('nothing-equal'))
    valueOf(await castVote(scene.first, scene.edition, 'care', scene.entries[1].id, 'Longer in the post'))
    expect((await minutes()).at(-1)).toBe('The casting vote of the chair, Bob, is for Bea: Longer in the post')
  })
})

describe('whoever has a tie', () => {
  const ties: [string, (s: Scene) => Promise<string>][] = [
    ['works where an entry comes from', (s) => tieAnn(s, 'asha’s').then(async (id) => {
      await s.db.updateTable('nominee').set({ employer_key: 'asha’s' }).where('id', '=', s.entries[0].nominee_id).execute()
      return id
    })],
    ['belongs to the sponsor', async (s) => {
      await s.db.updateTable('category').set({ sponsor: 'Orrery', sponsor_key: 'orrery' }).where('id', '=', s.category.id).execute()
      return tieAnn(s, 'orrery', 'sponsor')
    }],
  ]
  test.each(ties)('%s: leaves before the item opens', async (_, tie) => {
    const ann = await tie(scene)
    expect(await open()).toEqual(denied('must-step-out', { names: 'Ann' }))
    valueOf(await stepOut(scene.first, scene.edition, 'care', ann, ''))
    expect(await open(ann)).toEqual(denied('not-in-the-room'))
    expect(await open()).toEqual(ok())
    expect(await comeBack(scene.first, scene.edition, 'care', ann)).toEqual(denied('must-step-out', { names: 'Ann' }))
    expect(await minutes()).toEqual(['Ann stepped out.', 'Opened, with Bob in the chair. In the room: Bob, Cat, Person 1.'])
  })

  test('once worked for the sponsor: stays', async () => {
    await fresh.db.updateTable('category').set({ sponsor: 'Orrery', sponsor_key: 'orrery' }).execute()
    await tieAnn(scene, 'orrery', 'past-employer')
    expect(await open()).toEqual(ok())
  })

  test('has results on a screen at home: is out as well, and decides nothing', async () => {
    await nominate(scene, scene.second)
    expect(await save(scene.second)).toEqual(denied('tied'))
    expect(await open()).toEqual(denied('must-step-out', { names: 'Person 2' }))
    valueOf(await stepOut(scene.second, scene.edition, 'care', idOf(scene.second), ''))
    expect(await open()).toEqual(ok())
    expect(await isOut(scene.second, scene.category)).toBe(true)
  })

  test('and comes in while the item is open: finds it closed to them all the same', async () => {
    valueOf(await open())
    await nominate(scene, scene.second)
    expect(await isOut(scene.second, scene.category)).toBe(true)
    expect(await save(scene.second)).toEqual(denied('stepped-out'))
  })
})

describe('whoever has stepped out', () => {
  beforeEach(async () => {
    valueOf(await save())
    valueOf(await stepOut(scene.first, scene.edition, 'care', idOf(scene.second), 'A cousin'))
  })

  test('sees nothing of the category anywhere, and others do', async () => {
    const seenBy = async (ctx = scene.second) => [
      (await listOpenResults(ctx, scene.edition)).length, (await listAwardsInSight(ctx, scene.edition)).length, (await readAgenda(ctx, scene.edition)).map(({ closeness, out }) => [closeness?.kind, out]),
    ]
    expect([await seenBy(), await seenBy(scene.first)]).toEqual([[0, 0, [[undefined, true]]], [1, 2, [['ahead', false]]]])
  })

  const acts: [string, () => Promise<unknown>][] = [
    ['saving', () => save(scene.second)],
    ['settling', async () => settleDecision(scene.second, await editionNow(scene), 'care')],
    ['closing the scoring', async () => closeScoring(scene.second, await editionNow(scene), 'care')],
    ['opening the item', () => openItem(scene.second, scene.edition, 'care', judge(1))],
    ['coming back by themselves', () => comeBack(scene.second, scene.edition, 'care', idOf(scene.second))],
  ]
  test.each(acts)('is refused: %s', async (_, act) => {
    expect(await act()).toEqual(denied('stepped-out'))
  })

  test('is back when somebody notes it, or when the item is closed', async () => {
    valueOf(await comeBack(scene.first, scene.edition, 'care', idOf(scene.second)))
    expect(await isOut(scene.second, scene.category)).toBe(false)
    valueOf(await stepOut(scene.first, scene.edition, 'care', idOf(scene.second), 'A cousin'))
    valueOf(await open())
    valueOf(await closeItem(scene.first, scene.edition, 'care'))
    expect(await isOut(scene.second, scene.category)).toBe(false)
  })

  test('is not asked twice, needs a reason of their own, and does not leave from the chair', async () => {
    expect(await stepOut(scene.first, scene.edition, 'care', idOf(scene.second), 'A cousin')).toEqual(denied('changed-meanwhile'))
    expect(await stepOut(scene.first, scene.edition, 'care', judge(0), '')).toEqual(denied('reason-needed'))
    valueOf(await open())
    expect(await stepOut(scene.first, scene.edition, 'care', judge(1), 'A call')).toEqual(denied('in-the-chair'))
  })
})

test('the agenda begins with what is closest, and ends with what is decided', async () => {
  for (const [slug, gap] of [['near', 1], ['level', 0]] as const) {
    const category = await makeCategory(fresh.db, scene.edition, { slug, name: slug, state: 'moderating' })
    const { entries, cards } = await scoreCategory(fresh.db, scene.edition, category)
    const [first] = cards.filter(({ entry_id }) => entry_id === entries[0].id)
    if (gap === 0) await fresh.db.updateTable('mark').set({ value: 4 }).where('scorecard_id', 'in', cards.filter(({ entry_id }) => entry_id === entries[0].id).map(({ id }) => id)).execute()
    else await fresh.db.updateTable('mark').set({ value: 3 }).where('scorecard_id', '=', first!.id).execute()
  }
  await fresh.db.updateTable('category').set({ state: 'settled' }).where('slug', '=', 'care').execute()
  await fresh.db.insertInto('decision').values({ category_id: scene.category.id, decided_at: testNow }).execute()
  expect((await readAgenda(scene.first, await editionNow(scene))).map(({ slug, closeness }) => [slug, closeness?.kind])).toEqual([['level', 'equal'], ['near', 'close'], ['care', undefined]])
})
