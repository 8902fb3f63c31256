import type { Generated, Insertable, Kysely, Selectable, Transaction } from 'kysely'
import type {
  CategoryState, Channel, EditionStage, EntryState, JobState, LinkKind, MessageState, NominationState, NomineeKind, Role,
} from '#db/vocabulary.ts'

/** UTC, ISO 8601 with milliseconds (`2027-01-12T17:00:00.000Z`): sorts as text, the same on both engines. */
export type Instant = string
/** 0 or 1: SQLite has no booleans. */
export type Flag = 0 | 1
/** JSON as text; parsed by the zod schema of the feature that owns the column. */
export type Json = string

export interface Database {
  installation: InstallationTable
  account: AccountTable
  role_grant: RoleGrantTable
  session: SessionTable
  link: LinkTable
  edition: EditionTable
  category: CategoryTable
  criterion: CriterionTable
  question: QuestionTable
  nominee: NomineeTable
  draft: DraftTable
  nomination: NominationTable
  nomination_version: NominationVersionTable
  nomination_category: NominationCategoryTable
  answer: AnswerTable
  entry: EntryTable
  audit_event: AuditEventTable
  message: MessageTable
  job: JobTable
}
export type Db = Kysely<Database>
export type Trx = Transaction<Database>

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
  /** account, draft or nomination, by kind */
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

export interface EditionTable {
  id: string
  slug: string
  name: string
  current: Flag
  rehearsal: Flag
  stage: EditionStage
  time_zone: string
  ceremony_at: Instant
  ceremony_place: string
  opens_at: Instant
  closes_at: Instant
  grace_minutes: number
  /** 1: nominations open by the clock at `opens_at`; the guards were met when that was asked for. */
  opens_by_clock: Flag
  /** `editions/settings.ts` */
  settings: Json
  /** Rises with any change a reader of the edition, its categories, criteria or questions could see. */
  version: Generated<number>
  clock_offset_ms: Generated<number>
  created_at: Instant
}

export interface CategoryTable {
  id: string
  edition_id: string
  slug: string
  position: number
  name: string
  who: string
  /** JSON list of nominee kinds */
  kinds: Json
  state: CategoryState
  /** Rises when criteria, weights or anchors change; scorecards remember it. */
  criteria_version: Generated<number>
}

export interface CriterionTable {
  id: string
  category_id: string
  position: number
  name: string
  /** per cent; the weights of a category total 100 */
  weight: number
  scale_min: number
  scale_max: number
  /** JSON list of worded anchors, one for each point of the scale */
  anchors: Json
}

export interface QuestionTable {
  id: string
  edition_id: string
  /** null: asked of every nomination */
  category_id: string | null
  key: string
  position: number
  label: string
  hint: string
  word_limit: number
}

export interface NomineeTable {
  id: string
  edition_id: string
  kind: NomineeKind
  name: string
  job: string
  employer: string
  reach: string
  merged_into: string | null
  created_at: Instant
}

/** A nomination not sent yet, and the memory that it was: one draft becomes one nomination at most. */
export interface DraftTable {
  id: string
  edition_id: string
  /** `nominations/journey.ts` */
  answers: Json
  created_at: Instant
  updated_at: Instant
}

export interface NominationTable {
  id: string
  edition_id: string
  nominee_id: string
  /** the idempotency key of its sending */
  draft_id: string | null
  reference: string
  state: NominationState
  channel: Channel
  received_at: Instant
  /** 1: received after the close in a way the rules allow (phone, post) */
  late: Flag
  /** of the answers in force */
  version: number
  relationship: string
  share_name: Flag
  nominator_name: string
  nominator_email: string
  nominator_phone: string
  notice_version: string
  withdrawn_at: Instant | null
}

/** What was said in each sending, but for the story, which is in `answer`. Every version is kept. */
export interface NominationVersionTable {
  nomination_id: string
  version: number
  /** `nominations/journey.ts` */
  told: Json
  created_at: Instant
}

export interface NominationCategoryTable {
  nomination_id: string
  category_id: string
}

/** One passage: what one version of one nomination says to one question. */
export interface AnswerTable {
  nomination_id: string
  version: number
  question_id: string
  text: string
}

export interface EntryTable {
  id: string
  edition_id: string
  nominee_id: string
  category_id: string
  state: EntryState
  dossier_version: Generated<number>
  created_at: Instant
}

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
  last_error: string | null
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
  run_at: Instant
  claimed_until: Instant | null
  attempts: Generated<number>
  last_error: string | null
  created_at: Instant
  finished_at: Instant | null
}

export type EditionRow = Selectable<EditionTable>
export type CategoryRow = Selectable<CategoryTable>
export type CriterionRow = Selectable<CriterionTable>
export type QuestionRow = Selectable<QuestionTable>
export type NominationRow = Selectable<NominationTable>
export type NomineeRow = Selectable<NomineeTable>
export type MessageRow = Selectable<MessageTable>
export type JobRow = Selectable<JobTable>
export type LinkRow = Selectable<LinkTable>
export type AuditEventRow = Selectable<AuditEventTable>
export type NewMessage = Insertable<MessageTable>
