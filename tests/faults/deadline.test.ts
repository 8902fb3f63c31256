import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { later, minutes, seconds } from '#app/domain/time.ts'
import { listBroken } from '#db/invariants.server.ts'
import type { CategoryRow } from '#db/schema.ts'
import { makeCategory, makeDraft, makeEdition } from '#tests/factories/index.ts'
import { noteFigures, times } from '#tests/faults/figures.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
let edition: Edition
let category: CategoryRow
beforeEach(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  edition = await makeEdition(app.db)
  category = await makeCategory(app.db, edition)
})
afterEach(() => app.close())

const atOnce = 20
/** Distances from the last moment at which a sending counts: most within a second of it. */
const distances = [-minutes(20), -minutes(15), -minutes(15) + 1, -minutes(1), -seconds(1), -500, -20, -2, -1, 0, 1, 2, 20, 500, seconds(1), minutes(1), minutes(20)]

test('sendings around the deadline count exactly when the server received them by close and grace', async () => {
  const deadline = later(edition.closes_at, minutes(edition.grace_minutes))
  const wanted = times(170, 1000)
  const wrong: string[] = []
  let [sent, accepted] = [0, 0]
  for (let round = 0; sent < wanted; round += 1) {
    const now = later(deadline, distances[round % distances.length] ?? 0)
    const counts = now <= deadline
    const drafts = await Promise.all(Array.from({ length: Math.min(atOnce, wanted - sent) }, () => makeDraft(app.db, edition, category)))
    app.clock.now = now
    const statuses = await Promise.all(drafts.map(async ({ id }) => (await new Visitor(app.port, await app.ringOf(id)).post(`/nominate/${id}/check`)).status))
    const kept = new Set((await app.db.selectFrom('nomination').select('draft_id').where('received_at', '=', now).execute()).map((one) => one.draft_id))
    for (const [index, { id }] of drafts.entries()) {
      if (statuses[index] !== (counts ? 303 : 409) || kept.has(id) !== counts) wrong.push(`${now}: ${statuses[index]}, ${kept.has(id) ? 'kept' : 'not kept'}`)
    }
    sent += drafts.length
    accepted += counts ? drafts.length : 0
  }
  expect(wrong).toEqual([])
  expect(await app.db.selectFrom('nomination').select('id').execute()).toHaveLength(accepted)
  expect(await listBroken(app.db)).toEqual([])
  noteFigures({ sent, accepted, refused: sent - accepted, wrong: wrong.length })
})
