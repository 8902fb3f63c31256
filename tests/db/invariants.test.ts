import { sql } from 'kysely'
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { linkAuditTrail } from '#app/features/audit/chain.server.ts'
import { record } from '#app/features/audit/record.server.ts'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { listFaults } from '#app/check.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { openStorage } from '#app/platform/storage.server.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import type { CategoryRow, EntryRow, NominationRow } from '#db/schema.ts'
import { makeCategory, makeCtx, makeEdition, makeMerge, makeNomination, testNow } from '#tests/factories/index.ts'
import { seal } from '#tests/setup/ceremony-scene.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let edition: Edition
let category: CategoryRow
let nomination: NominationRow
let messageId: string

const noFiles = openStorage('there-is-no-such-folder')

/** One nomination as it is after a real sending, and one whose nominee was merged into the first one's. */
beforeEach(async () => {
  fresh = await freshDatabase()
  edition = await makeEdition(fresh.db)
  category = await makeCategory(fresh.db, edition)
  nomination = await makeNomination(fresh.db, edition, category)
  const ctx = makeCtx(fresh.db)
  await inTransaction(ctx, async (trx) => {
    await record(trx, { verb: 'nomination.sent', edition, objectId: nomination.id })
    messageId = await queueEmail(trx, {
      kind: 'nomination.receipt', edition, aboutId: nomination.id, to: { name: '', email: nomination.nominator_email }, replyTo: '',
      email: { subject: 'Thank you', body: [], secrets: { link: 'x' } },
    })
    await record(trx, { verb: 'nomination.edited', edition, objectId: nomination.id })
  })
  await linkAuditTrail(ctx)
})
afterEach(() => fresh.close())

/** As in a file mended by hand: constraints and triggers of a table are gone, its rows are there. */
async function withoutConstraints(table: string): Promise<void> {
  const { db, engine } = fresh
  if (engine === 'sqlite') await sql`pragma foreign_keys = off`.execute(db)
  await sql`create table bare as select * from ${sql.table(table)}`.execute(db)
  await sql`drop table ${sql.table(table)} ${engine === 'postgres' ? sql`cascade` : sql``}`.execute(db)
  await sql`alter table bare rename to ${sql.table(table)}`.execute(db)
}

test('a sound database breaks nothing', async () => {
  expect([await listBroken(fresh.db), await listFaults(fresh.db, noFiles)]).toEqual([[], []])
})

test('a merge breaks nothing: entries are those of the nominee who remained', async () => {
  const { db } = fresh
  const other = await makeNomination(db, edition, category, { nominator_email: '' })
  await inTransaction(makeCtx(db), (trx) => record(trx, { verb: 'nomination.sent', edition, objectId: other.id }))
  await mergeByHand(other, nomination)
  expect(await listBroken(db)).toEqual([])
})

async function mergeByHand(from: NominationRow, into: NominationRow): Promise<void> {
  await makeMerge(fresh.db, from, into)
  await fresh.db.updateTable('entry').set({ state: 'withdrawn' }).where('nominee_id', '=', from.nominee_id).execute()
}

/** One more, sent and withdrawn, so that it has no entry to speak of. */
async function makeWithdrawn(): Promise<NominationRow> {
  return makeNomination(fresh.db, edition, category, { nominator_email: '', state: 'withdrawn', withdrawn_at: testNow })
}

const verifies = 'what is sealed verifies: the leaf has its hash, and awards and names are those of the leaf'
const rootsVerify = 'the roots of an edition verify, and the newest holds every leaf'
const onTable = (table: string) => (fresh.engine === 'postgres' ? sql`on ${sql.table(table)}` : sql``)

/** Its one entry wins. */
async function sealCategory(number = 1): Promise<EntryRow> {
  const entry = await fresh.db.selectFrom('entry').selectAll().executeTakeFirstOrThrow()
  await seal(fresh.db, edition, category, [[entry, 'winner']], number)
  return entry
}

test('erasing a name breaks no seal, and neither does an amendment', async () => {
  const entry = await sealCategory()
  const leaf = await fresh.db.selectFrom('seal_leaf').select('id').executeTakeFirstOrThrow()
  await fresh.db.insertInto('seal_name').values({ leaf_id: leaf.id, entry_id: entry.id, name: null, salt: null }).execute()
  await sealCategory(2)
  expect(await listBroken(fresh.db)).toEqual([])
})

type Fault = [invariant: string, plant: () => Promise<unknown>]
const faults: Fault[] = [
  ['a live entry has a live nomination of its nominee that names its category',
    () => fresh.db.updateTable('nomination').set({ state: 'withdrawn', withdrawn_at: testNow }).execute()],
  ['every category that a live nomination names has a live entry of its nominee',
    () => fresh.db.updateTable('entry').set({ state: 'withdrawn' }).execute()],
  ['the version of a nomination that is in force has been kept, and has answers',
    () => fresh.db.deleteFrom('answer').execute()],
  ['the version of a nomination that is in force has been kept, and has answers',
    () => fresh.db.deleteFrom('nomination_version').execute()],
  ['answers are to questions of the nomination’s own edition', async () => {
    const other = await makeEdition(fresh.db, { slug: '2028', current: 0 })
    await fresh.db.updateTable('question').set({ edition_id: other.id }).execute()
  }],
  ['a draft has become one nomination at most', async () => {
    await withoutConstraints('nomination')
    const other = await makeNomination(fresh.db, edition, category, { nominator_email: '' })
    await inTransaction(makeCtx(fresh.db), (trx) => record(trx, { verb: 'nomination.sent', edition, objectId: other.id }))
    await fresh.db.updateTable('nomination').set({ draft_id: 'draft' }).execute()
  }],
  ['nobody is merged into somebody who is merged, nor into another edition', async () => {
    const other = await makeWithdrawn()
    await mergeByHand(other, nomination)
    const elsewhere = await makeEdition(fresh.db, { slug: '2028', current: 0 })
    await fresh.db.updateTable('nominee').set({ edition_id: elsewhere.id }).where('id', '=', other.nominee_id).execute()
  }],
  ['no nomination points to somebody who is merged', async () => {
    const [other, third] = [await makeWithdrawn(), await makeWithdrawn()]
    await mergeByHand(other, nomination)
    await fresh.db.updateTable('nomination').set({ nominee_id: other.nominee_id }).where('id', '=', third.id).execute()
  }],
  ['whoever is merged was merged by one merge that stands, and nobody else was', async () => {
    await mergeByHand(await makeWithdrawn(), nomination)
    await fresh.db.updateTable('merge').set({ undone_at: testNow }).execute()
  }],
  ['who was merged is who the other of that merge is', async () => {
    const [other, third] = [await makeWithdrawn(), await makeWithdrawn()]
    await mergeByHand(other, nomination)
    await fresh.db.updateTable('nominee').set({ merged_into: third.nominee_id }).where('id', '=', other.nominee_id).execute()
  }],
  ['the nominations of a merge that stands point to who both are', async () => {
    const [other, third] = [await makeWithdrawn(), await makeWithdrawn()]
    await mergeByHand(other, nomination)
    await fresh.db.updateTable('nomination').set({ nominee_id: third.nominee_id }).where('id', '=', other.id).execute()
  }],
  ['references can be read aloud', () => fresh.db.updateTable('nomination').set({ reference: 'OIL0-0001' }).execute()],
  ['every live nomination is in the audit trail as sent', async () => {
    await withoutConstraints('audit_event')
    await fresh.db.updateTable('audit_event').set({ verb: 'nomination.edited' }).execute()
  }],
  ['whoever gave an address with a nomination has been written to about it', () => fresh.db.updateTable('message').set({ about_id: null }).execute()],
  ['the weights of a category total 100 once its edition has left preparing', () => fresh.db.updateTable('criterion').set({ weight: 99 }).execute()],
  ['the weights of a category total 100 once its edition has left preparing', () => fresh.db.deleteFrom('criterion').execute()],
  ['one edition at most is current', async () => {
    await sql`drop index edition_one_current`.execute(fresh.db)
    await makeEdition(fresh.db, { slug: '2028' })
  }],
  ['a message is sent exactly when it has the time of its sending', async () => {
    await withoutConstraints('message')
    await fresh.db.updateTable('message').set({ state: 'sent', secrets: null }).execute()
  }],
  ['a message is sent exactly when it has the time of its sending', async () => {
    await withoutConstraints('message')
    await fresh.db.updateTable('message').set({ sent_at: testNow }).execute()
  }],
  ['no secret is kept of a message that was sent or cancelled', async () => {
    await withoutConstraints('message')
    await fresh.db.updateTable('message').set({ state: 'sent', sent_at: testNow }).execute()
  }],
  ['no secret is kept of a message that was sent or cancelled', () => fresh.db.updateTable('message').set({ state: 'cancelled' }).execute()],
  ['every message that is to go has the job that delivers it', () => fresh.db.deleteFrom('job').execute()],
  ['every message that is to go has the job that delivers it', () => fresh.db.updateTable('message').set({ version: 2 }).execute()],
  ['every message that is to go has the job that delivers it', () => fresh.db.updateTable('job').set({ state: 'done', finished_at: testNow }).execute()],
  ['what is covered lies within the text of its answer', async () => {
    const answer = await fresh.db.selectFrom('answer').selectAll().executeTakeFirstOrThrow()
    const { text, ...place } = answer
    const cover = (to_char: number) => ({ id: newId(), ...place, from_char: 0, to_char, created_at: testNow, lifted_at: null })
    await fresh.db.insertInto('redaction').values([cover(text.length), cover(text.length + 1)]).execute()
  }],
  ['no version of a nomination was screened before it was there', () => fresh.db.updateTable('nomination').set({ screened_version: 2 }).execute()],
  ['an entry that was found ineligible, or does not stand, has a reason', () => fresh.db.updateTable('entry').set({ screening: 'ineligible' }).execute()],
  ['an entry that was found ineligible, or does not stand, has a reason', () => fresh.db.updateTable('entry').set({ standing: 'void' }).execute()],
  ['a notice by email has its message, and no other has one', async () => {
    const notice = { id: newId(), nominee_id: nomination.nominee_id, due_at: testNow, told_at: null, created_at: testNow }
    await fresh.db.insertInto('notice').values({ ...notice, route: 'letter', message_id: null }).execute()
    await withoutConstraints('notice')
    await fresh.db.updateTable('notice').set({ route: 'email' }).execute()
  }],
  ['no entry of a nominee who declined or objected stands, but where organisers said why', () => fresh.db.updateTable('nominee').set({ answer: 'declined' }).execute()],
  ['a winner was revealed of sealed results only, and every revealed category has its reveal', async () => {
    await sealCategory()
    await fresh.db.updateTable('category').set({ state: 'revealed' }).execute()
  }],
  ['a winner was revealed of sealed results only, and every revealed category has its reveal',
    () => fresh.db.insertInto('reveal').values({ id: newId(), edition_id: edition.id, category_id: category.id, number: 1, revealed_at: testNow, public_at: testNow }).execute()],
  ['a category is sealed exactly when it has a leaf, and its leaves are numbered without a gap', () => fresh.db.updateTable('category').set({ state: 'sealed' }).execute()],
  ['a category is sealed exactly when it has a leaf, and its leaves are numbered without a gap', async () => {
    await sealCategory()
    await sql`drop trigger category_sealed_stays ${onTable('category')}`.execute(fresh.db)
    await fresh.db.updateTable('category').set({ state: 'settled' }).execute()
  }],
  ['a category is sealed exactly when it has a leaf, and its leaves are numbered without a gap', () => sealCategory(2)],
  [verifies, async () => {
    await sealCategory()
    await sql`drop trigger seal_leaf_stays ${onTable('seal_leaf')}`.execute(fresh.db)
    await fresh.db.updateTable('seal_leaf').set({ leaf: sql`replace(leaf, '"number":1', '"number": 1')` }).execute()
  }],
  [verifies, async () => {
    await sealCategory()
    await withoutConstraints('award')
    await fresh.db.updateTable('award').set({ kind: 'reserve' }).execute()
  }],
  [verifies, async () => {
    await sealCategory()
    await withoutConstraints('award')
    await fresh.db.deleteFrom('award').execute()
  }],
  [verifies, async () => {
    const entry = await sealCategory()
    const leaf = await fresh.db.selectFrom('seal_leaf').select('id').executeTakeFirstOrThrow()
    await fresh.db.insertInto('seal_name').values({ leaf_id: leaf.id, entry_id: entry.id, name: 'Somebody Else', salt: 'x' }).execute()
  }],
  [rootsVerify, async () => {
    await sealCategory()
    await withoutConstraints('seal_root')
    await fresh.db.updateTable('seal_root').set({ root: 'f'.repeat(64) }).execute()
  }],
  [rootsVerify, async () => {
    await sealCategory()
    await withoutConstraints('seal_root')
    await fresh.db.deleteFrom('seal_root').execute()
  }],
  [rootsVerify, async () => {
    await sealCategory()
    await sealCategory(2)
    await withoutConstraints('seal_root')
    await fresh.db.deleteFrom('seal_root').where('number', '=', 1).execute()
  }],
  ['in an archived edition every category was revealed, or has no award', () => fresh.db.updateTable('edition').set({ stage: 'archived' }).execute()],
  ['the links of the audit chain are numbered without a gap', async () => {
    await withoutConstraints('audit_event')
    await fresh.db.updateTable('audit_event').set({ chain_no: 3 }).where('chain_no', '=', 2).execute()
  }],
  ['the links of the audit chain are numbered without a gap', async () => {
    await withoutConstraints('audit_event')
    await fresh.db.updateTable('audit_event').set((e) => ({ chain_no: e('chain_no', '+', 1) })).execute()
  }],
]

describe('each finds the fault planted for it, and no other does', () => {
  test.each(faults)('%s', async (invariant, plant) => {
    await plant()
    const broken = await listBroken(fresh.db)
    expect(broken.map(({ name }) => name)).toEqual([invariant])
    expect(broken[0]?.rows.length).toBeGreaterThan(0)
  })

  test('a rehearsal’s messages stay without a job that would deliver them', async () => {
    await fresh.db.updateTable('job').set({ state: 'done', finished_at: testNow }).execute()
    await fresh.db.updateTable('edition').set({ rehearsal: 1, current: 0 }).execute()
    expect(await listBroken(fresh.db)).toEqual([])
  })

  test('weights may be unfinished while preparing', async () => {
    await fresh.db.updateTable('criterion').set({ weight: 99 }).execute()
    await fresh.db.updateTable('edition').set({ stage: 'preparing' }).execute()
    expect(await listBroken(fresh.db)).toEqual([])
  })
})

describe('db:check says in a line each', () => {
  /** The command itself, as a process. */
  function check() {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['app/check.server.ts'], { env: { NODE_ENV: 'test', DATABASE_URL: fresh.url }, encoding: 'utf8' })
    return { status, stdout, stderr }
  }

  test('that all is well, or how much is not, by its exit code too', async () => {
    expect(check()).toEqual({ status: 0, stdout: `${fresh.url}\nAll is well: every rule holds, every file is there, and the audit trail is unbroken\n`, stderr: '' })
    await fresh.db.updateTable('criterion').set({ weight: 99 }).execute()
    expect(check()).toMatchObject({ status: 1, stdout: `${fresh.url}\n1 fault found\n`, stderr: expect.stringMatching(/^Not true: the weights .*\n$/) as string })
  })

  test('what does not hold, with rows', async () => {
    await fresh.db.updateTable('message').set({ state: 'cancelled' }).execute()
    expect(await listFaults(fresh.db, noFiles)).toEqual([`Not true: no secret is kept of a message that was sent or cancelled. 1 row: {"id":"${messageId}"}`])
  })

  test('where the audit trail was changed', async () => {
    await withoutConstraints('audit_event')
    await fresh.db.updateTable('audit_event').set({ facts: '{"by":"me"}' }).where('chain_no', '=', 2).execute()
    expect(await listFaults(fresh.db, noFiles)).toEqual(['The audit trail has been changed: link 2 of the audit trail (row 2) does not match its hash.'])
  })
})
