import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { record } from '#app/features/audit/record.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
let edition: Edition
let anna: Account
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db)
  anna = await makeAccount(app.db, { role: 'organiser', edition, name: 'Anna Price' })
  await inTransaction(makeCtx(app.db, { actor: anna }), async (trx) => {
    await record(trx, { verb: 'edition.open-nominations', edition, objectId: edition.id })
    for (let n = 0; n < 30; n += 1) await record(trx, { verb: 'nomination.edited', edition, objectId: 'gone', facts: { version: n } })
  })
})
afterEach(() => app.close())

const at = '/organise/2027/audit'
const lines = (text: string) => text.match(/<strong>Anna Price<\/strong>/g)?.length ?? 0

test('tells what happened, page by page', async () => {
  const visitor = await app.signedIn(anna)
  const first = (await visitor.get(at)).text
  const next = /href="(\?older=\d+)"/.exec(first)?.[1] ?? ''
  const second = (await visitor.get(`${at}${next}`)).text
  expect([lines(first), lines(second)]).toEqual([25, 6])
  expect(second).toContain('<strong>Anna Price</strong> <span class="font-normal">opened nominations</span>')
})

test('answers what its address asks for, and takes nonsense for nothing', async () => {
  const visitor = await app.signedIn(anna)
  expect(lines((await visitor.get(`${at}?group=edition`)).text)).toBe(1)
  expect(lines((await visitor.get(`${at}?about=${edition.id}&who=${anna.accountId}`)).text)).toBe(1)
  expect((await visitor.get(`${at}?who=nobody`)).text).toContain('No line matches')
  for (const nonsense of ['group=constructor', 'older=99999999999999', 'newer=-1', 'about=%FF']) {
    expect((await visitor.get(`${at}?${nonsense}`)).status, nonsense).toBe(200)
  }
})

test('is for organisers', async () => {
  const statuses = await Promise.all((['owner', 'organiser', 'assistant', 'judge', 'stage-crew'] as const).map(async (role) => {
    const account = await makeAccount(app.db, { role, edition: role === 'owner' ? null : edition })
    return (await (await app.signedIn(account)).get(at)).status
  }))
  expect(statuses).toEqual([200, 200, 404, 404, 404])
})
