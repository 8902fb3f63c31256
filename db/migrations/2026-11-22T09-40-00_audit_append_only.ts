import { sql, type Kysely } from 'kysely'
import { refuseChanges } from '#db/dialect.server.ts'

const fixed = ['seq', 'at', 'edition_id', 'actor_kind', 'actor_id', 'verb', 'object_id', 'facts']

/** Rows of the audit trail stay as they were written; the one change they take is being linked into the chain, once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const rewritten = sql.join(fixed.map((column) => sql`new.${sql.ref(column)} is distinct from old.${sql.ref(column)}`), sql` or `)
  await refuseChanges(db, { name: 'audit_event_keeps', table: 'audit_event', event: 'delete' })
  await refuseChanges(db, {
    name: 'audit_event_stays', table: 'audit_event', event: 'update',
    when: sql`old.chain_no is not null or old.hash is not null or ${rewritten}`,
  })
}
