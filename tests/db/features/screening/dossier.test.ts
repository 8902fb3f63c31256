import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cover } from '#app/domain/redaction.ts'
import { later } from '#app/domain/time.ts'
import { previewDossier, readDossier } from '#app/features/screening/dossier.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import type { NominationRow } from '#db/schema.ts'
import { testNow } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { alsoFor, entryOf, nominate, questionOf, setScreening, type Screening } from '#tests/db/features/screening/scene.ts'

let fresh: FreshDatabase
let scene: Screening
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScreening(fresh.db)
})
afterEach(() => fresh.close())

const screened = { screened_version: 1 }
/** What judges read of a nominee's entry: each question's text by its key. */
async function read(nomination: NominationRow, category = scene.home, how = readDossier) {
  const parts = await how(scene, await entryOf(scene, nomination, category))
  return parts.map(({ label, text }) => [label, ...text])
}
const cover3 = (nomination: NominationRow, from_char: number, to_char: number, own = {}) =>
  scene.db.insertInto('redaction').values({ id: newId(), nomination_id: nomination.id, version: 1, question_id: scene.story.id, from_char, to_char, created_at: testNow, lifted_at: null, ...own }).execute()

test('is what was asked of all, then what the category asks', async () => {
  const one = await nominate(scene, 'She stayed.', screened)
  const own = await questionOf(scene, scene.home)
  expect(await read(one)).toEqual([[scene.story.label, 'She stayed.'], [own.label, `Answer to ${own.label}`]])
})

test('lays all nominations together, the longest first, paragraphs kept, and the same words once', async () => {
  const one = await nominate(scene, 'Kind.', screened)
  await nominate(scene, 'She sang.\n\nEvery evening.', { ...screened, received_at: later(testNow, 1) }, one)
  await nominate(scene, 'Kind.', { ...screened, received_at: later(testNow, 2) }, one)
  expect((await read(one))[0]).toEqual([scene.story.label, 'She sang.', 'Every evening.', 'Kind.'])
})

test('leaves out what is withdrawn, what nobody has read, and what was changed since', async () => {
  const one = await nominate(scene, 'Read.', screened)
  await nominate(scene, 'Withdrawn.', { ...screened, state: 'withdrawn', withdrawn_at: testNow }, one)
  await nominate(scene, 'New.', {}, one)
  const changed = await nominate(scene, 'Changed.', screened, one)
  await scene.db.insertInto('nomination_version').values({ nomination_id: changed.id, version: 2, told: '{}', created_at: testNow }).execute()
  await scene.db.insertInto('answer').values({ nomination_id: changed.id, version: 2, question_id: scene.story.id, text: 'Changed again.' }).execute()
  await scene.db.updateTable('nomination').set({ version: 2 }).where('id', '=', changed.id).execute()
  expect((await read(one))[0]).toEqual([scene.story.label, 'Read.'])
  expect((await read(one, scene.home, previewDossier))[0]).toEqual([scene.story.label, 'Changed again.', 'Read.', 'New.'])
})

test('an empty answer is no paragraph, and a question nobody answered no part', async () => {
  const one = await nominate(scene, '', screened)
  const own = await questionOf(scene, scene.home)
  expect(await read(one)).toEqual([[own.label, `Answer to ${own.label}`]])
})

describe('covered words', () => {
  test('are not in it, in any form', async () => {
    const one = await nominate(scene, 'She sat with Mrs Carter all night.', screened)
    await cover3(one, 13, 23)
    const parts = await readDossier(scene, await entryOf(scene, one, scene.home))
    expect(parts[0]?.text).toEqual([`She sat with ${cover} all night.`])
    expect(JSON.stringify(parts)).not.toMatch(/carter/i)
    expect(JSON.stringify(parts)).not.toContain(one.id)
  })

  test('several in one passage, touching and overlapping, in one place', async () => {
    const one = await nominate(scene, 'abcdefghij', screened)
    for (const [from, to] of [[6, 8], [0, 1], [5, 7], [8, 9]] as const) await cover3(one, from, to)
    expect((await read(one))[0]).toEqual([scene.story.label, `${cover}bcde${cover}j`])
  })

  test('come back when the cover is lifted, and a cover of another version does nothing', async () => {
    const one = await nominate(scene, 'Open words.', screened)
    await cover3(one, 0, 4, { lifted_at: testNow })
    await scene.db.insertInto('nomination_version').values({ nomination_id: one.id, version: 2, told: '{}', created_at: testNow }).execute()
    await scene.db.insertInto('answer').values({ nomination_id: one.id, version: 2, question_id: scene.story.id, text: 'Other words.' }).execute()
    await cover3(one, 0, 5, { version: 2 })
    expect((await read(one))[0]).toEqual([scene.story.label, 'Open words.'])
  })

  test('make two passages the same: it stands once', async () => {
    const one = await nominate(scene, 'Ann sang.', screened)
    const other = await nominate(scene, 'Bea sang.', screened, one)
    for (const nomination of [one, other]) await cover3(nomination, 0, 3)
    expect((await read(one))[0]).toEqual([scene.story.label, `${cover} sang.`])
  })
})

describe('categories', () => {
  test('one nominated for both: each has its own answer and the story', async () => {
    const one = await nominate(scene, 'Story.', screened)
    await alsoFor(scene, one, scene.team)
    const [home, team] = [await questionOf(scene, scene.home), await questionOf(scene, scene.team)]
    expect(await read(one)).toEqual([[scene.story.label, 'Story.'], [home.label, `Answer to ${home.label}`]])
    expect(await read(one, scene.team)).toEqual([[scene.story.label, 'Story.'], [team.label, `Answer to ${team.label}`]])
  })

  test('moved: the answer to the old category’s question travels', async () => {
    const one = await nominate(scene, 'Story.', screened)
    await scene.db.updateTable('nomination_category').set({ category_id: scene.team.id, moved_from: scene.home.id }).execute()
    await scene.db.updateTable('entry').set({ category_id: scene.team.id }).execute()
    const home = await questionOf(scene, scene.home)
    expect(await read(one, scene.team)).toEqual([[scene.story.label, 'Story.'], [home.label, `Answer to ${home.label}`]])
  })

  test('another nominee’s words are nowhere in it', async () => {
    const one = await nominate(scene, 'Of one.', screened)
    await nominate(scene, 'Of another.', screened)
    expect(JSON.stringify(await read(one))).not.toContain('another')
  })
})

test('two worlds that differ only in who nominated, when, how and in what order are the same to a judge', async () => {
  const words = ['She sang for him.', 'He laughed again.', 'Kind, always.']
  const nell = { nominator_name: 'Nell', nominator_email: 'nell@people.example', relationship: 'colleague', share_name: 1 as const, channel: 'online' as const }
  const owen = { nominator_name: 'Owen', nominator_email: '', nominator_phone: '01632 960 001', relationship: 'son', channel: 'paper' as const, late: 1 as const }
  const worlds = []
  for (const [by, order] of [[nell, words], [owen, words.toReversed()]] as const) {
    const [first = '', ...rest] = order
    const one = await nominate(scene, first, { ...screened, ...by })
    for (const [index, text] of rest.entries()) await nominate(scene, text, { ...screened, ...by, received_at: later(testNow, -index * 1000) }, one)
    worlds.push(JSON.stringify(await readDossier(scene, await entryOf(scene, one, scene.home))))
  }
  expect(worlds[0]).toBe(worlds[1])
})
