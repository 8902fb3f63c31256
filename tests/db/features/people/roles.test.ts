import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { createAccount, grantRole, inviteToRole, revokeRole } from '#app/features/people/commands.server.ts'
import { findAccount, findAccountByEmail, listPeople } from '#app/features/people/queries.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'
import { newestMessage } from '#tests/setup/outbox.ts'

let fresh: FreshDatabase
let edition: Edition
let owner: Account
let ctx: Ctx
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db)
  owner = await makeAccount(fresh.db, { name: 'Ruth Pascoe', role: 'owner' })
  ctx = makeCtx(fresh.db, { actor: owner })
})
afterEach(() => fresh.close())

async function grantOf(account: Account): Promise<string> {
  const { id } = await fresh.db.selectFrom('role_grant').select('id').where('account_id', '=', account.accountId).executeTakeFirstOrThrow()
  return id
}

async function countOwnersLeft(): Promise<number> {
  const left = await fresh.db.selectFrom('role_grant').select('id').where('role', '=', 'owner').where('revoked_at', 'is', null).execute()
  return left.length
}

const grace = { name: 'Grace Opoku', email: 'Grace@People.example', role: 'stage-crew' } as const

describe('inviting', () => {
  test('makes the account, gives the role, tells them and leaves a trail', async () => {
    expect(await inviteToRole(ctx, edition, grace)).toEqual({ ok: true, value: undefined })
    const account = await findAccountByEmail(ctx, 'grace@people.example')
    expect(account).toMatchObject({ name: 'Grace Opoku', email: 'grace@people.example', grants: [{ role: 'stage-crew', editionId: edition.id }] })
    const message = await newestMessage(fresh.db, ctx.keys, account?.accountId ?? '')
    expect(message).toMatchObject({ kind: 'people.invitation', to_email: 'grace@people.example', edition_id: edition.id, secrets: {} })
    expect(message.shown).toContain('http://localhost:3000/sign-in')
    const trail = await fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'edition_id', 'facts']).orderBy('seq').execute()
    expect(trail).toEqual([
      { verb: 'account.created', object_id: account?.accountId, edition_id: null, facts: '{}' },
      { verb: 'role.granted', object_id: account?.accountId, edition_id: edition.id, facts: '{"role":"stage-crew"}' },
    ])
  })

  test('somebody known keeps the account and its name', async () => {
    const known = await makeAccount(fresh.db, { name: 'Dr Grace Opoku', email: 'grace@people.example' })
    await inviteToRole(ctx, edition, grace)
    expect(await findAccount(ctx, known.accountId)).toMatchObject({ name: 'Dr Grace Opoku', grants: [{ role: 'stage-crew', editionId: edition.id }] })
  })

  test('to the same role twice, also at once, is refused and told once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => inviteToRole(ctx, edition, grace)))
    expect(results.filter((one) => one.ok)).toHaveLength(1)
    expect(results.filter((one) => !one.ok).map((one) => !one.ok && one.code)).toEqual(Array(9).fill('role-held'))
    expect(await fresh.db.selectFrom('message').select('id').execute()).toHaveLength(1)
    expect(await fresh.db.selectFrom('account').select('id').where('email', '=', 'grace@people.example').execute()).toHaveLength(1)
  })

  test('beyond one’s own power leaves nothing behind', async () => {
    const organiser = await makeAccount(fresh.db, { role: 'organiser', edition })
    const asOrganiser = { ...ctx, actor: organiser }
    const before = await fresh.db.selectFrom('account').select('id').orderBy('id').execute()
    expect(await inviteToRole(asOrganiser, edition, { ...grace, role: 'organiser' })).toMatchObject({ ok: false, code: 'not-yours' })
    expect(await fresh.db.selectFrom('account').select('id').orderBy('id').execute()).toEqual(before)
    expect(await inviteToRole(asOrganiser, edition, grace)).toMatchObject({ ok: true })
  })

  test('an owner owns every edition', async () => {
    await inviteToRole(ctx, edition, { ...grace, role: 'owner' })
    expect(await findAccountByEmail(ctx, grace.email)).toMatchObject({ grants: [{ role: 'owner', editionId: null }] })
  })
})

test('the system sets up the first people', async () => {
  const account = await inTransaction(makeCtx(fresh.db), async (trx) => {
    const made = await createAccount(trx, { name: 'Dan Hocking', email: 'dan@people.example' })
    await grantRole(trx, made.id, 'organiser', edition)
    return made
  })
  expect(await findAccount(ctx, account.id)).toMatchObject({ grants: [{ role: 'organiser', editionId: edition.id }] })
})

describe('taking a role away', () => {
  test('ends it, and is in the trail', async () => {
    const helper = await makeAccount(fresh.db, { role: 'stage-crew', edition })
    expect(await revokeRole(ctx, edition, await grantOf(helper))).toMatchObject({ ok: true })
    expect(await findAccount(ctx, helper.accountId)).toMatchObject({ grants: [] })
    const trail = await fresh.db.selectFrom('audit_event').select(['verb', 'object_id', 'facts']).execute()
    expect(trail).toEqual([{ verb: 'role.revoked', object_id: helper.accountId, facts: '{"role":"stage-crew"}' }])
  })

  test('a role of another edition is not there to be taken', async () => {
    const other = await makeEdition(fresh.db, { slug: '2026', current: 0 })
    const helper = await makeAccount(fresh.db, { role: 'stage-crew', edition: other })
    expect(await revokeRole(ctx, edition, await grantOf(helper))).toMatchObject({ ok: false, code: 'not-found' })
    expect(await findAccount(ctx, helper.accountId)).toMatchObject({ grants: [{ role: 'stage-crew' }] })
  })

  test('taken away, it can be given again', async () => {
    const helper = await makeAccount(fresh.db, { role: 'stage-crew', edition })
    await revokeRole(ctx, edition, await grantOf(helper))
    expect(await inTransaction(ctx, (trx) => grantRole(trx, helper.accountId, 'stage-crew', edition))).toMatchObject({ ok: true })
  })

  test('the last owner stays', async () => {
    expect(await revokeRole(ctx, edition, await grantOf(owner))).toMatchObject({ ok: false, code: 'last-owner' })
    expect(await countOwnersLeft()).toBe(1)
  })

  test('an owner who cannot sign in is not one to leave behind', async () => {
    await makeAccount(fresh.db, { role: 'owner', disabled_at: ctx.now })
    expect(await revokeRole(ctx, edition, await grantOf(owner))).toMatchObject({ ok: false, code: 'last-owner' })
  })

  test('when all owners go at once, one stays', async () => {
    const owners = [owner]
    while (owners.length < 8) owners.push(await makeAccount(fresh.db, { role: 'owner' }))
    const grants = await Promise.all(owners.map(grantOf))
    const results = await Promise.all(grants.map((id) => revokeRole(ctx, edition, id)))
    expect(results.filter((one) => one.ok)).toHaveLength(7)
    expect(await countOwnersLeft()).toBe(1)
  })
})

describe('the list', () => {
  const names = async (query: Parameters<typeof listPeople>[2]) => {
    const { rows, older, newer, total } = await listPeople(ctx, edition.id, query)
    return { names: rows.map((row) => row.name), older, newer, total }
  }

  test('has the roles of this edition and of every edition, by name', async () => {
    const other = await makeEdition(fresh.db, { slug: '2026', current: 0 })
    await makeAccount(fresh.db, { name: 'Zoe', role: 'stage-crew', edition })
    await makeAccount(fresh.db, { name: 'Amina', role: 'organiser', edition })
    await makeAccount(fresh.db, { name: 'Not here', role: 'stage-crew', edition: other })
    expect(await names({})).toMatchObject({ names: ['Amina', 'Ruth Pascoe', 'Zoe'], total: 3 })
    expect(await names({ role: 'stage-crew' })).toMatchObject({ names: ['Zoe'], total: 1 })
  })

  test('asks as much for three people as for one', async () => {
    const counted = countQueries(fresh.url)
    const askedFor = async () => {
      const before = counted.asked()
      await listPeople(makeCtx(counted.db), edition.id, {})
      return counted.asked() - before
    }
    const forOne = await askedFor()
    await makeAccount(fresh.db, { role: 'stage-crew', edition })
    await makeAccount(fresh.db, { role: 'stage-crew', edition })
    expect([forOne, await askedFor()]).toEqual([2, 2])
    await counted.close()
  })

  test('goes down and up page by page', async () => {
    for (let i = 10; i < 40; i += 1) await makeAccount(fresh.db, { name: `Judge ${i}`, role: 'stage-crew', edition })
    const first = await names({ role: 'stage-crew' })
    expect(first).toMatchObject({ total: 30, newer: undefined })
    expect(first.names).toEqual(Array.from({ length: 25 }, (_, i) => `Judge ${i + 10}`))
    const second = await names({ role: 'stage-crew', cursor: { towards: 'older', key: first.older ?? '' } })
    expect(second).toMatchObject({ names: ['Judge 35', 'Judge 36', 'Judge 37', 'Judge 38', 'Judge 39'], older: undefined })
    expect(await names({ role: 'stage-crew', cursor: { towards: 'newer', key: second.newer ?? '' } })).toEqual(first)
  })
})
