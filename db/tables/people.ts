import type { Generated } from 'kysely'
import type { Flag, Instant } from '#db/tables/columns.ts'
import type { LinkKind, Role } from '#db/vocabulary.ts'

/** One row: what this database is. */
export interface InstallationTable {
  id: 1
  demo: Flag
  created_at: Instant
}

export interface AccountTable {
  id: string
  name: string
  /** lower case */
  email: string
  created_at: Instant
  disabled_at: Instant | null
}

export interface RoleGrantTable {
  id: string
  account_id: string
  /** null: in every edition */
  edition_id: string | null
  role: Role
  granted_at: Instant
  revoked_at: Instant | null
}

export interface SessionTable {
  /** SHA-256 of the cookie's token */
  id_hash: string
  account_id: string
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
}

/** Every link we mail or print, one mechanism: `domain/links.ts` says how long each kind lives. */
export interface LinkTable {
  id: string
  kind: LinkKind
  /** account, draft, nomination, notice or judge, by kind */
  subject_id: string
  token_hash: string
  /** of the six-digit code, keyed with `request_hash`'s secret */
  code_hash: string | null
  /** of the secret that only the tab that asked holds in its URL */
  request_hash: string | null
  tries: Generated<number>
  created_at: Instant
  expires_at: Instant | null
  used_at: Instant | null
  revoked_at: Instant | null
}
