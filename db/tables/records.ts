import type { Generated } from 'kysely'
import type { Flag, Instant, Json } from '#db/tables/columns.ts'
import type { JobState, MessageState } from '#db/vocabulary.ts'

export interface AuditEventTable {
  seq: Generated<number>
  at: Instant
  edition_id: string | null
  actor_kind: string
  actor_id: string | null
  verb: string
  object_id: string | null
  facts: Json
  /** place in the hash chain, given by the linking job; 1, 2, 3 … without a gap */
  chain_no: number | null
  hash: string | null
}

export interface MessageTable {
  id: string
  edition_id: string | null
  kind: string
  state: MessageState
  to_name: string
  to_email: string
  reply_to: string
  subject: string
  /** JSON: the blocks of `platform/email.ts`; secrets stand as `{{name}}` */
  body: Json
  /** sealed JSON name → value; wiped once sent */
  secrets: string | null
  /** nomination, account … it is about */
  about_id: string | null
  created_at: Instant
  due_at: Instant
  sent_at: Instant | null
  provider_id: string | null
  attempts: Generated<number>
  /** the first try of which the mail service may have kept something; begins anew with other words, or when tried again by hand */
  first_tried_at: Instant | null
  last_error: string | null
  /** the message that is its copy: there is one at most */
  sent_again_as: string | null
  /** rises with every edit by an organiser */
  version: Generated<number>
}

export interface JobTable {
  id: string
  name: string
  /** one job at most with this key, for ever */
  key: string
  payload: Json
  state: JobState
  /** 1: somebody waits for it before their screen, so it goes before the others of its name */
  urgent: Generated<Flag>
  run_at: Instant
  claimed_until: Instant | null
  attempts: Generated<number>
  last_error: string | null
  created_at: Instant
  finished_at: Instant | null
}
