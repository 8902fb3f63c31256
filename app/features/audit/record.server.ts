import type { AuditVerb, AuditFacts } from '#app/domain/audit-events.ts'
import type { TrxCtx } from '#app/platform/context.server.ts'
import { insertRows } from '#db/hot.server.ts'

export interface AuditEntry {
  verb: AuditVerb
  /** the edition it belongs to, and the time it is there */
  edition?: { id: string; now: string }
  objectId?: string
  /** ids, counts and codes; no personal text: names are looked up when read, so erasure holds */
  facts?: AuditFacts
}

/** Appends one row of the audit trail, in the transaction of the change. The only writer of `audit_event`. */
export async function record(trx: TrxCtx, entry: AuditEntry): Promise<void> {
  const { actor } = trx
  await insertRows(trx.db, 'audit_event', [{
    at: entry.edition?.now ?? trx.now,
    edition_id: entry.edition?.id ?? null,
    actor_kind: actor.kind,
    actor_id: actor.kind === 'account' ? actor.accountId : null,
    verb: entry.verb,
    object_id: entry.objectId ?? null,
    facts: JSON.stringify(entry.facts ?? {}),
  }])
}
