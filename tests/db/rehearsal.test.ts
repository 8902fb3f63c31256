import { afterEach, beforeEach, expect, test } from 'vitest'
import { days, later } from '#app/domain/time.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { releaseHeld } from '#app/features/messages/commands.server.ts'
import { countMessages, hasOverdueMail, listHeld } from '#app/features/messages/queries.server.ts'
import { findLinked } from '#app/features/nominations/links.queries.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { fingerprintOf } from '#app/platform/tokens.server.ts'
import { makeWorkerStep } from '#app/worker.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { buildDemo } from '#tests/demo/build.ts'
import { makeCategory, makeCtx, makeEdition, makeNomination, testNow, testSecret } from '#tests/factories/index.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { startResend, type FakeResend } from '#tests/setup/resend.ts'

let fresh: FreshDatabase
let mail: FakeResend
beforeEach(async () => {
  fresh = await freshDatabase()
  mail = await startResend()
})
afterEach(() => Promise.all([fresh.close(), mail.close()]))

/** Does all that is due, as the worker of an installation that delivers mail. */
async function workThrough(now: string): Promise<void> {
  const read = readEnv({ NODE_ENV: 'test', SESSION_SECRET: testSecret, LOG_LEVEL: 'error', RESEND_API_KEY: 're_test', RESEND_BASE_URL: mail.url })
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const step = makeWorkerStep({ env: read.env, db: fresh.db, clock: () => new Date(now) })
  while (await step());
}

test('a rehearsal that walks the whole year writes to nobody', { timeout: 120_000 }, async () => {
  const ctx = makeCtx(fresh.db)
  await buildDemo({ ...ctx, stage: 'archived', size: 40, rehearsal: true, say: () => undefined })
  await fresh.db.updateTable('installation').set({ demo: 0 }).execute() // from here on as in an installation that delivers
  const { id } = await fresh.db.selectFrom('edition').select('id').where('rehearsal', '=', 1).executeTakeFirstOrThrow()
  const edition = await getEditionById(ctx, id)
  const { kinds } = await countMessages(ctx, id)
  for (const kind of kinds) {
    const held = await listHeld(ctx, edition, kind)
    if (held.length) expect(await releaseHeld(ctx, edition, kind, fingerprintOf(held))).toMatchObject({ ok: true })
  }
  for (const wait of [0, 1, 400]) await workThrough(later(testNow, days(wait)))
  expect(mail.requests).toEqual([])
  expect(kinds.length).toBeGreaterThan(4)
  const states = await fresh.db.selectFrom('message').select((e) => ['state', e.fn.countAll<number>().as('count')]).groupBy('state').execute()
  expect(states.map(({ state }) => state)).toEqual(['ready'])
  expect([await hasOverdueMail({ db: fresh.db, now: later(testNow, days(400)) }), await listBroken(fresh.db)]).toEqual([false, []])
})

test('whoever asks for lost links gets those of real awards, which arrive, and none of a rehearsal', async () => {
  const email = 'nell@people.example'
  const rehearsal = await makeEdition(fresh.db, { slug: '2027-rehearsal', current: 0, rehearsal: 1 })
  const trial = { nominator_email: email, received_at: later(testNow, days(1)) }
  await makeNomination(fresh.db, rehearsal, await makeCategory(fresh.db, rehearsal), trial)
  expect(await findLinked(fresh, email)).toBeUndefined()
  const edition = await makeEdition(fresh.db)
  const { id } = await makeNomination(fresh.db, edition, await makeCategory(fresh.db, edition), { nominator_email: email })
  expect(await findLinked(fresh, email)).toMatchObject({ editionId: edition.id, nominations: [{ id }] })
})
