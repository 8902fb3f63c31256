import { afterEach, beforeEach, expect, test } from 'vitest'
import { valueOf } from '#app/domain/result.ts'
import { withHints } from '#app/features/screening/hints.server.ts'
import { coverWords } from '#app/features/screening/redaction.commands.server.ts'
import { listPassages } from '#app/features/screening/redaction.queries.server.ts'
import { entryOf, nominate, setScreening, type Screening } from '#tests/db/features/screening/scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let scene: Screening
beforeEach(async () => {
  fresh = await freshDatabase()
  scene = await setScreening(fresh.db)
})
afterEach(() => fresh.close())

const about = { nominee: 'Sam Carer', employer: 'Harbour House' }

test('what may say who receives care, each words once, until it is covered', async () => {
  const nomination = await nominate(scene, 'Sam saw Mrs Carter in room 12. Mrs Carter has dementia.')
  const entry = await entryOf(scene, nomination, scene.home)
  const hintsOf = async () => (await withHints(scene, about, await listPassages(scene, entry))).find((one) => one.questionId === scene.story.id)?.hints
  expect(await hintsOf()).toEqual(['Mrs Carter', 'room 12', 'dementia'])
  valueOf(await coverWords(scene.ctx, scene.edition, { entryId: entry.id, nominationId: nomination.id, questionId: scene.story.id, version: 1 }, 'Mrs Carter\ndementia'))
  expect(await hintsOf()).toEqual(['room 12'])
})

test('no passages, no query', async () => {
  expect(await withHints(scene, about, [])).toEqual([])
})
