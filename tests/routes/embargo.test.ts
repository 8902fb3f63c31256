import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { valueOf } from '#app/domain/result.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
import { addToEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { findModerated } from '#app/features/moderation/moderated.queries.server.ts'
import { putDecision } from '#app/features/moderation/put.server.ts'
import { confirmSeal, proposeSeal } from '#app/features/moderation/sealing.commands.server.ts'
import { fingerprintOfSeal, readToSeal } from '#app/features/moderation/to-seal.queries.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import type { EntryRow } from '#db/schema.ts'
import { scoreCategory } from '#tests/db/features/moderation/scene.ts'
import { makeAccount, makeCategory, makeCtx } from '#tests/factories/index.ts'
import { actors, addresses, type Asker } from '#tests/routes/addresses.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { fillWithMarkers, type Planted } from '#tests/setup/planted.ts'

/**
 * Before the reveal nobody but the embargo list can tell who won. Finalists' names are public, so two things are tried at
 * every address, as page and as data, by everybody else: no word of a decision is there; and when another one wins, not
 * one byte is different.
 */
let app: TestApp
let here: Planted
let edition: Edition
let askers: Record<Asker, Visitor>
let settled: EntryRow[]
let sealed: EntryRow[]
const secret = /winnerzq/i

beforeAll(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  here = await fillWithMarkers(app)
  const { id } = await app.db.selectFrom('edition').select('id').where('slug', '=', here.slug).executeTakeFirstOrThrow()
  await app.db.updateTable('edition').set({ stage: 'judging' }).where('id', '=', id).execute()
  edition = await getEditionById(makeCtx(app.db), id)
  settled = await decide('secret-settled', 0)
  sealed = await decide('secret-sealed', 0)
  await seal('secret-sealed')
  askers = { visitor: app.visitor() } as typeof askers
  for (const [name, account] of Object.entries(here.accounts)) askers[name as Asker] = await app.signedIn(account)
})
afterAll(() => app.close())

/** A category that was scored and settled; which of its entries wins. */
async function decide(slug: string, winner: number): Promise<EntryRow[]> {
  const category = await makeCategory(app.db, edition, { slug, name: slug, state: 'settled' })
  const { entries } = await scoreCategory(app.db, edition, category)
  await putWinner(slug, entries, winner)
  return entries
}

async function putWinner(slug: string, entries: EntryRow[], winner: number): Promise<void> {
  const ctx = makeCtx(app.db)
  const category = await findModerated(ctx, edition, slug)
  if (!category) throw new Error(slug)
  const order = entries.toSorted((a, b) => Number(b === entries[winner]) - Number(a === entries[winner]))
  const awards = order.map(({ id }, index) => ({ entryId: id, kind: index ? ('reserve' as const) : ('winner' as const), reason: 'Winnerzq why', citation: 'Winnerzq citation' }))
  await inTransaction(ctx, (trx) => putDecision(trx, edition, category, { reason: 'Winnerzq reason', awards }))
}

async function seal(slug: string): Promise<void> {
  const owner = makeCtx(app.db, { actor: here.accounts.owner })
  const second = makeCtx(app.db, { actor: await makeAccount(app.db, { role: 'organiser', edition }) })
  if (second.actor.kind === 'account') valueOf(await addToEmbargo(owner, edition, second.actor.accountId))
  const category = await findModerated(owner, edition, slug)
  if (!category) throw new Error(slug)
  const shown = fingerprintOfSeal(await readToSeal(owner, edition, category))
  valueOf(await proposeSeal(owner, edition, slug, { shown, reason: '' }))
  valueOf(await confirmSeal(second, await getEditionById(second, edition.id), slug, shown))
}

/** Addresses of everything, and of everything about a category whose result is secret. */
function placesOf(): Planted[] {
  const about = (slug: string, entry?: EntryRow): Planted => ({
    ...here, category: slug, moderated: slug, settled: slug, judgedCategory: slug, entry: entry?.id ?? '', judgedEntry: entry?.id ?? '', nominee: entry?.nominee_id ?? '',
  })
  return [here, about('secret-settled', settled[0]), about('secret-settled', settled[1]), about('secret-sealed', sealed[0])]
}

/** What a browser is given, by asker and address: status, and all of the text. Those who hold links and drafts are visitors with more. */
async function readAll(): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  const outside = actors.filter((one) => one !== 'owner')
  const visitors: [string, Visitor][] = [...outside.map((one): [string, Visitor] => [one, askers[one]]), ['holder', new Visitor(app.port, here.ring)]]
  const paths = new Set(placesOf().flatMap((place) => Object.entries(addresses).filter(([pattern]) => !pattern.endsWith('/events')).map(([, { at }]) => at(place))))
  for (const path of paths) {
    for (const [name, visitor] of visitors) {
      for (const way of [path, dataPath(path)]) {
        const { status, text } = await visitor.get(way)
        told.set(`${name} ${way}`, `${status} ${text}`)
      }
    }
  }
  return told
}

function dataPath(path: string): string {
  const [before = '', query] = path.split('?')
  return `${before === '/' ? '/_root' : before}.data${query ? `?${query}` : ''}`
}

test('nobody outside the embargo list can tell who won', { timeout: 120_000 }, async () => {
  const first = await readAll()
  expect(first.size).toBeGreaterThan(1000)
  expect([...first].filter(([, text]) => secret.test(text)).map(([where]) => where)).toEqual([])
  await putWinner('secret-settled', settled, 1)
  const then = await readAll()
  expect([...then].filter(([where, text]) => first.get(where) !== text).map(([where]) => where)).toEqual([])
})

test('the embargo list can, and each look is noted', async () => {
  const looks = async () => (await app.db.selectFrom('audit_event').select('seq').where('verb', '=', 'results.seen').execute()).length
  const before = await looks()
  const page = await askers.owner.get(`/organise/${here.slug}/standings/secret-sealed`)
  expect([page.status, secret.test(page.text), (await looks()) - before]).toEqual([200, true, 1])
})
