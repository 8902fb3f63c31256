import { createHash } from 'node:crypto'
import { inTransaction, type Ctx, type TrxCtx } from '#app/platform/context.server.ts'
import { holdAlone } from '#db/dialect.server.ts'
import type { AuditEventRow, Db } from '#db/schema.ts'

/** Rows in one transaction: few, since whoever writes meanwhile waits for it. */
const batch = 100
const start = '0'.repeat(64)

export async function findNewestUnlinked(db: Db): Promise<number | undefined> {
  const row = await db
    .selectFrom('audit_event').select('seq').where('chain_no', 'is', null).orderBy('seq', 'desc').limit(1)
    .executeTakeFirst()
  return row?.seq
}

/** Gives every row that has none its place in the chain. */
export async function linkAuditTrail(ctx: Ctx): Promise<undefined> {
  while ((await inTransaction(ctx, linkBatch)) === batch);
}

async function linkBatch({ db }: TrxCtx): Promise<number> {
  await holdAlone(db, 'audit.chain') // a second one would give out the same numbers
  const rows = await db.selectFrom('audit_event').selectAll().where('chain_no', 'is', null).orderBy('seq').limit(batch).execute()
  const head = await db
    .selectFrom('audit_event').select(['chain_no', 'hash']).where('chain_no', 'is not', null).orderBy('chain_no', 'desc').limit(1)
    .executeTakeFirst()
  let [chainNo, hash] = [head?.chain_no ?? 0, head?.hash ?? start]
  for (const row of rows) {
    chainNo += 1
    hash = hashOf(hash, chainNo, row)
    const linked = await db
      .updateTable('audit_event').set({ chain_no: chainNo, hash })
      .where('seq', '=', row.seq).where('chain_no', 'is', null)
      .executeTakeFirst()
    if (linked.numUpdatedRows !== 1n) throw new Error(`row ${row.seq} of the audit trail was linked by somebody else`)
  }
  return rows.length
}

function hashOf(before: string, chainNo: number, row: AuditEventRow): string {
  const { seq, at, edition_id, actor_kind, actor_id, verb, object_id, facts } = row
  const canonical = JSON.stringify([chainNo, seq, at, edition_id, actor_kind, actor_id, verb, object_id, facts])
  return createHash('sha256').update(`${before}\n${canonical}`).digest('hex')
}

/** Recomputes the whole chain: the first thing wrong with it as a sentence, or undefined. */
export async function findChainFault(db: Db): Promise<string | undefined> {
  let [chainNo, hash] = [0, start]
  for (;;) {
    const rows = await db.selectFrom('audit_event').selectAll().where('chain_no', '>', chainNo).orderBy('chain_no').limit(1000).execute()
    if (rows.length === 0) return undefined
    for (const row of rows) {
      chainNo += 1
      if (row.chain_no !== chainNo) return `link ${chainNo} of the audit trail is missing`
      hash = hashOf(hash, chainNo, row)
      if (row.hash !== hash) return `link ${chainNo} of the audit trail (row ${row.seq}) does not match its hash`
    }
  }
}
