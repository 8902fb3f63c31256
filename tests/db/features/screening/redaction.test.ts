import { afterEach, beforeEach, expect, test } from 'vitest'
import { visitor } from '#app/domain/actor.ts'
import { cover } from '#app/domain/redaction.ts'
import { valueOf } from '#app/domain/result.ts'
import { previewDossier } from '#app/features/screening/dossier.server.ts'
import { coverWords, liftCover } from '#app/features/screening/redaction.commands.server.ts'
import { findPassage, listPassages } from '#app/features/screening/redaction.queries.server.ts'
import type { NominationRow } from '#db/schema.ts'
import { testNow } from '#tests/factories/index.ts'
import { alsoFor, entryOf, nominate, questionOf, setScreening, verbs, type Screening } from '#tests/db/features/screening/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Screening
let nomination: NominationRow
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScreening(fresh.db)
  nomination = await nominate(scene, 'Mrs Carter was alone. She sat with mrs  carter, and with Carters too.')
})
afterEach(() => fresh.close())

const entry = (category = scene.home) => entryOf(scene, nomination, category)
const seen = async (questionId = scene.story.id, version = 1) => ({ entryId: (await entry()).id, nominationId: nomination.id, questionId, version })
const story = async () => (await previewDossier(scene, await entry()))[0]?.text.join(' ')
const redactions = () => scene.db.selectFrom('redaction').select(['id', 'from_char', 'to_char', 'lifted_at']).orderBy('from_char').execute()

test('covers words wherever they stand, and nothing that only begins like them', async () => {
  valueOf(await coverWords(scene.ctx, scene.edition, await seen(), 'Mrs Carter'))
  expect(await story()).toBe(`${cover} was alone. She sat with ${cover}, and with Carters too.`)
  expect((await entry()).dossier_version).toBe(2)
  expect(await verbs(scene)).toEqual(['passage.covered'])
  const { facts } = await scene.db.selectFrom('audit_event').select('facts').executeTakeFirstOrThrow()
  expect(facts).not.toMatch(/carter/i)
})

test('several lines at once; words that are not there are named, and nothing is covered', async () => {
  expect(await coverWords(scene.ctx, scene.edition, await seen(), 'alone\nMr Carter')).toMatchObject({ code: 'words-not-found', facts: { words: 'Mr Carter' } })
  expect([await redactions(), (await entry()).dossier_version]).toEqual([[], 1])
  valueOf(await coverWords(scene.ctx, scene.edition, await seen(), 'alone\n\n Carters '))
  expect(await story()).toBe(`Mrs Carter was ${cover}. She sat with mrs  carter, and with ${cover} too.`)
})

test('what is covered already is not covered twice', async () => {
  for (let count = 0; count < 2; count += 1) valueOf(await coverWords(scene.ctx, scene.edition, await seen(), 'mrs carter'))
  expect([(await redactions()).length, (await entry()).dossier_version, await verbs(scene)]).toEqual([2, 2, ['passage.covered']])
})

test('a cover is lifted by itself, once', async () => {
  valueOf(await coverWords(scene.ctx, scene.edition, await seen(), 'Mrs Carter'))
  const [first] = await redactions()
  valueOf(await liftCover(scene.ctx, scene.edition, await seen(), first?.id ?? ''))
  expect(await story()).toBe(`Mrs Carter was alone. She sat with ${cover}, and with Carters too.`)
  expect(await liftCover(scene.ctx, scene.edition, await seen(), first?.id ?? '')).toMatchObject({ code: 'changed-meanwhile' })
  expect([(await entry()).dossier_version, await verbs(scene)]).toEqual([3, ['passage.covered', 'passage.uncovered']])
})

test('the story raises every dossier that shows it; a category’s own answer raises that one', async () => {
  await alsoFor(scene, nomination, scene.team)
  const versions = async () => [(await entry()).dossier_version, (await entry(scene.team)).dossier_version]
  valueOf(await coverWords(scene.ctx, scene.edition, await seen(), 'alone'))
  expect(await versions()).toEqual([2, 2])
  const own = await questionOf(scene, scene.team)
  valueOf(await coverWords(scene.ctx, scene.edition, await seen(own.id), 'answer'))
  expect(await versions()).toEqual([2, 3])
})

test('where it was moved, the answer that travelled raises the new entry', async () => {
  await scene.db.updateTable('nomination_category').set({ category_id: scene.team.id, moved_from: scene.home.id }).execute()
  await scene.db.updateTable('entry').set({ category_id: scene.team.id }).execute()
  const own = await questionOf(scene, scene.home)
  const { id: entryId } = await entry(scene.team)
  valueOf(await coverWords(scene.ctx, scene.edition, { entryId, nominationId: nomination.id, questionId: own.id, version: 1 }, 'answer'))
  expect((await entry(scene.team)).dossier_version).toBe(2)
})

test('another version, another entry, or somebody else: refused', async () => {
  const other = await nominate(scene, 'Words.', {})
  expect(await coverWords(scene.ctx, scene.edition, await seen(scene.story.id, 2), 'alone')).toMatchObject({ code: 'changed-meanwhile' })
  expect(await coverWords(scene.ctx, scene.edition, { ...(await seen()), nominationId: other.id }, 'Words')).toMatchObject({ code: 'not-found' })
  expect(await coverWords({ ...scene.ctx, actor: visitor }, scene.edition, await seen(), 'alone')).toMatchObject({ code: 'not-yours' })
  expect(await redactions()).toEqual([])
})

test('an entry’s passages come with their nominations and covers, those of other categories marked', async () => {
  await alsoFor(scene, nomination, scene.team)
  await nominate(scene, 'Withdrawn.', { state: 'withdrawn', withdrawn_at: testNow }, nomination)
  valueOf(await coverWords(scene.ctx, scene.edition, await seen(), 'alone'))
  const passages = await listPassages(scene, await entry())
  expect(passages.map(({ label, ofEntry, screened, reference, covers }) => [label, ofEntry, screened, reference, covers.length])).toEqual([
    [scene.story.label, true, false, nomination.reference, 1],
    [(await questionOf(scene, scene.home)).label, true, false, nomination.reference, 0],
    [(await questionOf(scene, scene.team)).label, false, false, nomination.reference, 0],
  ])
  expect(await findPassage(scene, { id: 'another' }, (await entry()).id, nomination.id, scene.story.id)).toBeUndefined()
})
