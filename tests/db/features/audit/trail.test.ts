import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { findChainFault, findNewestUnlinked, linkAuditTrail } from '#app/features/audit/chain.server.ts'
import { listActors, listHappenings, listHistory } from '#app/features/audit/queries.server.ts'
import { record, type AuditEntry } from '#app/features/audit/record.server.ts'
import { inTransaction, type Ctx } from '#app/platform/context.server.ts'
import { rowsOnAPage } from '#app/platform/paging.ts'
import { makeAccount, makeCategory, makeCtx, makeEdition, makeNomination } from '#tests/factories/index.ts'
import { countQueries } from '#tests/setup/count-queries.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let edition: Edition
let anna: Account
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db)
  anna = await makeAccount(fresh.db, { role: 'organiser', edition, name: 'Anna Price' })
})
afterEach(() => fresh.close())

const ctxOf = (actor: Ctx['actor'], db = fresh.db) => makeCtx(db, { actor })
const write = (entry: AuditEntry, actor: Ctx['actor'] = anna) => inTransaction(ctxOf(actor), (trx) => record(trx, entry))
async function writeMany(count: number) {
  for (let n = 1; n <= count; n += 1) await write({ verb: 'nomination.edited', edition, objectId: 'gone', facts: { version: n } })
}
const rows = () => fresh.db.selectFrom('audit_event').selectAll().orderBy('seq').execute()

describe('rows stay as they were written', () => {
  beforeEach(() => write({ verb: 'edition.created', edition, objectId: edition.id }))

  const changes: [string, ReturnType<typeof sql>][] = [
    ['deleting', sql`delete from audit_event`],
    ['another actor', sql`update audit_event set actor_id = 'somebody'`],
    ['no actor', sql`update audit_event set actor_id = null`],
    ['other facts', sql`update audit_event set facts = '{"slug":"2028"}'`],
    ['another time', sql`update audit_event set at = '2020-01-01T00:00:00.000Z'`],
    ['another verb', sql`update audit_event set verb = 'edition.changed'`],
    ['an edit along with the link', sql`update audit_event set chain_no = 1, hash = 'x', verb = 'edition.changed'`],
  ]
  test.each(changes)('%s is refused', async (_, statement) => {
    const before = await rows()
    await expect(statement.execute(fresh.db)).rejects.toThrow(/audit_event_(keeps|stays): refused/)
    expect(await rows()).toEqual(before)
  })

  test('linking is taken, once', async () => {
    await linkAuditTrail(ctxOf(anna))
    const linked = await rows()
    expect(linked).toMatchObject([{ chain_no: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string }])
    for (const statement of [sql`update audit_event set hash = 'x'`, sql`update audit_event set chain_no = null, hash = null`]) {
      await expect(statement.execute(fresh.db)).rejects.toThrow('audit_event_stays: refused')
    }
    expect(await rows()).toEqual(linked)
  })
})

describe('the chain', () => {
  test('links rows in order, over several batches, and goes on where it stopped', async () => {
    await writeMany(105)
    expect(await findNewestUnlinked(fresh.db)).toBe((await rows()).at(-1)?.seq)
    await linkAuditTrail(ctxOf(anna))
    await writeMany(2)
    await linkAuditTrail(ctxOf(anna))
    expect((await rows()).map((row) => row.chain_no)).toEqual(Array.from({ length: 107 }, (_, n) => n + 1))
    expect([await findNewestUnlinked(fresh.db), await findChainFault(fresh.db)]).toEqual([undefined, undefined])
  })

  test('two linking at once give every row one number', async () => {
    await writeMany(30)
    await Promise.all([linkAuditTrail(ctxOf(anna)), linkAuditTrail(ctxOf(anna))])
    expect([(await rows()).length, await findChainFault(fresh.db)]).toEqual([30, undefined])
  })

  const tamperings: [string, ReturnType<typeof sql>, string][] = [
    ['rewritten facts', sql`update audit_event set facts = '{}' where chain_no = 2`, 'link 2 of the audit trail (row 2) does not match its hash'],
    ['a row taken out', sql`delete from audit_event where chain_no = 2`, 'link 2 of the audit trail is missing'],
    ['the first row taken out', sql`delete from audit_event where chain_no = 1`, 'link 1 of the audit trail is missing'],
    ['another hash', sql`update audit_event set hash = 'x' where chain_no = 3`, 'link 3 of the audit trail (row 3) does not match its hash'],
  ]
  test.each(tamperings)('finds %s', async (_, statement, fault) => {
    await writeMany(3)
    await linkAuditTrail(ctxOf(anna))
    await dropTriggers(fresh)
    await statement.execute(fresh.db)
    expect(await findChainFault(fresh.db)).toBe(fault)
  })
})

/** As somebody could who owns the database. */
async function dropTriggers({ db, engine }: FreshDatabase): Promise<void> {
  for (const name of ['audit_event_keeps', 'audit_event_stays']) {
    await sql`drop trigger ${sql.ref(name)} ${engine === 'postgres' ? sql`on audit_event` : sql``}`.execute(db)
  }
}

describe('in words', () => {
  const lines = async (ctx: Ctx, filter: Parameters<typeof listHappenings>[2] = {}) =>
    (await listHappenings(ctx, edition, filter)).rows.map(({ who, what }) => `${who} ${what}`)

  test('names are those of today, newest first', async () => {
    const ben = await makeAccount(fresh.db, { name: 'Ben Old' })
    const nomination = await makeNomination(fresh.db, edition, await makeCategory(fresh.db, edition))
    await write({ verb: 'nomination.sent', edition, objectId: nomination.id, facts: { channel: 'online' } }, { kind: 'visitor' })
    await write({ verb: 'role.granted', edition, objectId: ben.accountId, facts: { role: 'judge' } })
    await write({ verb: 'edition.close-nominations', edition, objectId: edition.id, facts: { byClock: true } }, { kind: 'system' })
    await write({ verb: 'role.granted', edition, objectId: 'an-account-erased-since', facts: { role: 'judge' } })
    await fresh.db.updateTable('account').set({ name: 'Ben New' }).where('id', '=', ben.accountId).execute()
    expect(await lines(ctxOf(anna))).toEqual([
      'Anna Price gave somebody or something we no longer hold the role judge',
      'The system closed nominations, as the clock was set',
      'Anna Price gave Ben New the role judge',
      `A visitor sent nomination ${nomination.reference}`,
    ])
    expect(await listHistory(ctxOf(anna), edition, nomination.id)).toMatchObject([{ who: 'A visitor', at: '1 Dec 2026, 10:00' }])
  })

  test.each([1, 3])('%i rows take two queries', async (count) => {
    await writeMany(count)
    const counted = countQueries(fresh.url)
    const page = await listHappenings(ctxOf(anna, counted.db), edition, {})
    await counted.close()
    expect([page.rows.length, counted.asked()]).toEqual([count, 2])
  })

  test('filters by person, group and object', async () => {
    const ben = await makeAccount(fresh.db, { role: 'organiser', edition, name: 'Ben Hill' })
    await write({ verb: 'edition.created', edition, objectId: edition.id })
    await write({ verb: 'edition.open-nominations', edition, objectId: edition.id }, ben)
    await write({ verb: 'nomination.withdrawn', edition, objectId: 'gone' }, { kind: 'visitor' })
    expect(await lines(ctxOf(anna), { actor: ben.accountId })).toEqual(['Ben Hill opened nominations'])
    expect(await lines(ctxOf(anna), { actor: 'visitor' })).toHaveLength(1)
    expect(await lines(ctxOf(anna), { group: 'edition' })).toHaveLength(2)
    expect(await lines(ctxOf(anna), { objectId: edition.id, actor: anna.accountId })).toEqual(['Anna Price created this edition'])
    expect((await listActors(ctxOf(anna), edition)).map(({ name }) => name)).toEqual(['Anna Price', 'Ben Hill'])
  })

  test('pages there and back', async () => {
    await writeMany(rowsOnAPage + 2)
    const first = await listHappenings(ctxOf(anna), edition, {})
    const second = await listHappenings(ctxOf(anna), edition, {}, { towards: 'older', key: first.older ?? '' })
    const back = await listHappenings(ctxOf(anna), edition, {}, { towards: 'newer', key: second.newer ?? '' })
    const sizes = [first, second, back].map((page) => [page.rows.length, page.newer !== undefined, page.older !== undefined])
    expect(sizes).toEqual([[25, false, true], [2, true, false], [25, false, true]])
    expect(back.rows).toEqual(first.rows)
  })

  test('each sees what they may: another edition’s rows and those of none stay away', async () => {
    const other = await makeEdition(fresh.db, { slug: '2028', current: 0 })
    const owner = await makeAccount(fresh.db, { role: 'owner', name: 'Olga Own' })
    const assistant = await makeAccount(fresh.db, { role: 'assistant', edition })
    await write({ verb: 'edition.created', edition, objectId: edition.id })
    await write({ verb: 'edition.created', edition: other, objectId: other.id })
    await write({ verb: 'session.started', objectId: anna.accountId, facts: { by: 'code' } })
    expect(await lines(ctxOf(anna))).toEqual(['Anna Price created this edition'])
    expect(await lines(ctxOf(owner))).toEqual(['Anna Price created this edition'])
    expect(await lines(ctxOf(owner), { ofNoEdition: true })).toEqual(['Anna Price signed in with a code'])
    expect([await lines(ctxOf(anna), { ofNoEdition: true }), await lines(ctxOf(assistant))]).toEqual([[], []])
    expect((await listHappenings(ctxOf(anna), other, {})).rows).toEqual([])
  })
})
