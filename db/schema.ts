import type { Generated, Kysely, Selectable, Transaction } from 'kysely'
import type {
  AwardKind, CategoryState, Channel, CueKind, EditionStage, EntryState, ImportOutcome, ImportState, JobState, JudgeState, LinkKind, MessageState, MinuteKind, NominationState,
  NomineeAnswer, NomineeKind, NoticeRoute, ReceiptRoute, RecusalSource, Reminder, Role, ScorecardState, Screening, ShortlistPlace, Standing, TieKind,
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
  no_reminders: NoRemindersTable
  assisted: AssistedTable
  nomination: NominationTable
  nomination_version: NominationVersionTable
  nomination_category: NominationCategoryTable
  answer: AnswerTable
  nomination_import: NominationImportTable
  import_row: ImportRowTable
  entry: EntryTable
  merge: MergeTable
  merge_nomination: MergeNominationTable
  not_same: NotSameTable
  redaction: RedactionTable
  notice: NoticeTable
  notice_nomination: NoticeNominationTable
  judge: JudgeTable
  judge_tie: JudgeTieTable
  panel_member: PanelMemberTable
  recusal: RecusalTable
  scorecard: ScorecardTable
  mark: MarkTable
  scorecard_version: ScorecardVersionTable
  decision: DecisionTable
  award: AwardTable
  meeting_presence: MeetingPresenceTable
  meeting_item: MeetingItemTable
  step_out: StepOutTable
  minute: MinuteTable
  decision_record: DecisionRecordTable
  embargo: EmbargoTable
  seal_proposal: SealProposalTable
  seal_leaf: SealLeafTable
  seal_name: SealNameTable
  seal_root: SealRootTable
  cue: CueTable
  stage_state: StageStateTable
  reveal: RevealTable
  certificate: CertificateTable
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
  /** from then on the finalists are public */
  finalists_announced_at: Instant | null
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
  /** `domain/choosing.ts`: for which answers of “Help me choose” it is the one */
  fits: Generated<Json>
  state: CategoryState
  /** Rises when criteria, weights or anchors change; scorecards remember it. */
  criteria_version: Generated<number>
  /** who pays for the award, and has no part in deciding it */
  sponsor: Generated<string>
  /** `domain/employer.ts` */
  sponsor_key: Generated<string>
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
  /** how the name is said */
  said_as: Generated<string>
  /** `domain/employer.ts`: two spellings of one employer have one key */
  employer_key: Generated<string>
  /** the nominee this one was found to be: never itself a merged one, whatever the order of merges */
  merged_into: string | null
  /** when an organiser confirmed that all nominations merged here are about this person */
  confirmed_at: Instant | null
  answer: Generated<NomineeAnswer>
  answered_at: Instant | null
  /** `screening/publicity.ts`: use → yes or no */
  publicity: Generated<Json>
  created_at: Instant
}

/** A nomination not sent yet, and the memory that it was: one draft becomes one nomination at most. */
export interface DraftTable {
  id: string
  edition_id: string
  /** `nominations/journey.ts` */
  answers: Json
  /** where its writer can be reached, in small letters; empty while they have not said */
  email: Generated<string>
  reminded: Generated<Reminder>
  /** `nominations/nudge.commands.server.ts`: question → fingerprint of the text that was last pointed out */
  pointed_out: Generated<Json>
  created_at: Instant
  updated_at: Instant
}

/** A draft that organisers write in for somebody who rang or sent a paper form. */
export interface AssistedTable {
  draft_id: string
  /** who began it; null: the system, in a demo */
  account_id: string | null
  channel: Exclude<Channel, 'online' | 'import'>
  /** when the privacy words were read out; a paper form has them in print */
  notice_read_at: Instant | null
  /** null: not asked yet */
  receipt: ReceiptRoute | null
  /** asked only of those who choose a letter */
  postal_address: Generated<string>
  /** when the letter was posted, or the reference told */
  receipt_given_at: Instant | null
  created_at: Instant
}

/** An address to which no reminder goes, as its holder asked; only its hash, for it outlives their drafts. */
export interface NoRemindersTable {
  address_hash: string
  asked_at: Instant
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
  /** the version that organisers have read and judges may; 0: none yet */
  screened_version: Generated<number>
  /** JSON list of the vocabulary's kinds; none for most */
  suspicions: Generated<Json>
  /** when an organiser let a suspicious one go on */
  looked_at: Instant | null
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
  /** the category the nominator chose, when organisers moved it */
  moved_from: string | null
}

/** One passage: what one version of one nomination says to one question. */
export interface AnswerTable {
  nomination_id: string
  version: number
  question_id: string
  text: string
}

/** A file of nominations that came some other way. */
export interface NominationImportTable {
  id: string
  edition_id: string
  account_id: string | null
  file_name: string
  /** JSON list: what its columns are called */
  headers: Json
  /** `importing/columns.ts`: what is asked → header */
  columns: Generated<Json>
  state: ImportState
  /** code of the refusal that stopped it; empty: none, or a fault */
  stopped_by: Generated<string>
  created_at: Instant
  /** done or undone */
  ended_at: Instant | null
}

export interface ImportRowTable {
  import_id: string
  /** as a spreadsheet numbers it: 1 is the row of headers */
  number: number
  /** JSON list of texts; emptied once nothing more is made of it */
  cells: Json
  /** `importing/rows.ts`: equal for two rows that are one submission; empty: cannot be told */
  submission: Generated<string>
  outcome: Generated<ImportOutcome>
  /** `importing/rows.ts`: what is wrong or odd, by column */
  remarks: Generated<Json>
  nomination_id: string | null
}

export interface EntryTable {
  id: string
  edition_id: string
  nominee_id: string
  category_id: string
  /** derived from the nominations */
  state: EntryState
  /** fingerprint of the nominations and versions it was derived from */
  basis: Generated<string>
  /** Rises when its passages or redactions change; scorecards remember it. */
  dossier_version: Generated<number>
  /** decided by people: whether it takes part, whatever its nominations say */
  standing: Generated<Standing>
  /** shown to few */
  standing_reason: Generated<string>
  screening: Generated<Screening>
  screening_reason: Generated<string>
  shortlist: Generated<ShortlistPlace>
  shortlist_reason: Generated<string>
  created_at: Instant
}

/** One nominee found to be another. `merge_nomination` lists the nominations it re-pointed, which undoing points back. */
export interface MergeTable {
  id: string
  edition_id: string
  from_id: string
  into_id: string
  reason: string
  merged_at: Instant
  undone_at: Instant | null
  undo_reason: Generated<string>
}

export interface MergeNominationTable {
  merge_id: string
  nomination_id: string
}

/** Two nominees that look alike and are not the same, as an organiser said: not suggested again. */
export interface NotSameTable {
  /** the smaller id */
  one_id: string
  other_id: string
  created_at: Instant
}

/** Characters of a passage that judges never get: [from_char, to_char), counted as JavaScript counts. Bound to its version. */
export interface RedactionTable {
  id: string
  nomination_id: string
  version: number
  question_id: string
  from_char: number
  to_char: number
  created_at: Instant
  lifted_at: Instant | null
}

/** That a nominee is told what we hold (UK GDPR, Art. 14): by a message of the outbox, or by hand. */
export interface NoticeTable {
  id: string
  nominee_id: string
  route: NoticeRoute
  /** a month after the first nomination */
  due_at: Instant
  /** of an e-mail; its `sent_at` says when they were told */
  message_id: string | null
  /** by hand: posted, or read out */
  told_at: Instant | null
  created_at: Instant
}

/** The nominations that pointed to the nominee when the notice's link was made: what that link shows. */
export interface NoticeNominationTable {
  notice_id: string
  nomination_id: string
}

/** An account as judge of an edition. */
export interface JudgeTable {
  id: string
  edition_id: string
  account_id: string
  state: JudgeState
  invited_at: Instant
  answered_at: Instant | null
  /** version of the confidentiality terms that were signed; empty: not signed */
  signed_terms: Generated<string>
  signed_at: Instant | null
  /** when ties were last declared, also when there are none */
  declared_at: Instant | null
  /** left or void since */
  ended_at: Instant | null
  ended_reason: Generated<string>
}

/** An organisation a judge belongs or belonged to: its people are out of the judge's sight. */
export interface JudgeTieTable {
  id: string
  judge_id: string
  kind: TieKind
  name: string
  employer_key: string
}

export interface PanelMemberTable {
  category_id: string
  judge_id: string
  chair: Generated<Flag>
  /** when the judge last said which of the category's finalists they have a tie with, also when with none */
  ties_said_at: Instant | null
  created_at: Instant
  removed_at: Instant | null
}

/** A judge who stepped aside from an entry, or was made to. */
export interface RecusalTable {
  id: string
  judge_id: string
  entry_id: string
  source: RecusalSource
  reason: string
  created_at: Instant
  lifted_at: Instant | null
}

/** One judge's scores of one entry; it exists from the assignment on. */
export interface ScorecardTable {
  id: string
  judge_id: string
  entry_id: string
  state: ScorecardState
  /** 0: the entry was given to somebody else since; what was scored is kept */
  assigned: Generated<Flag>
  /** of the entry, when it was last saved: older than the entry's, the evidence has changed */
  dossier_version: number
  /** of the category, likewise */
  criteria_version: number
  /** for the judge alone */
  note: Generated<string>
  /** a sentence offered for the citation */
  citation: Generated<string>
  /** 1: the nominee may read that sentence after the ceremony, without the judge's name */
  share: Generated<Flag>
  /** rises with every save */
  version: Generated<number>
  created_at: Instant
  updated_at: Instant
  finished_at: Instant | null
}

export interface MarkTable {
  scorecard_id: string
  criterion_id: string
  /** null: not given (yet) */
  value: number | null
  cannot_judge: Flag
  reason: string
}

/** Every save of a scorecard as it was. */
export interface ScorecardVersionTable {
  scorecard_id: string
  version: number
  /** `judging/scorecard.ts` */
  content: Json
  created_at: Instant
}

/** What a panel decided for its category; the awards in their order are in `award`. Each amendment of its seal is one more. */
export interface DecisionTable {
  category_id: string
  /** of the leaf that seals it: 1, then one more with each amendment */
  number: Generated<number>
  /** where it differs from the order of the scores, or gives no award */
  reason: Generated<string>
  /** rises with every change until it is sealed */
  version: Generated<number>
  decided_at: Instant
}

/** One line of a decision: winners first (several are joint), then highly commended, then reserves. */
export interface AwardTable {
  id: string
  category_id: string
  /** of its decision */
  number: Generated<number>
  entry_id: string
  kind: AwardKind
  /** 1, 2, 3 … within the category */
  place: number
  reason: Generated<string>
  /** the words read on stage */
  citation: Generated<string>
}

/** Who is in the room while panels decide, from when to when. */
export interface MeetingPresenceTable {
  id: string
  edition_id: string
  account_id: string
  came_at: Instant
  left_at: Instant | null
}

/** A category before the meeting. One is open at a time for each category; a decision that is opened again has another. */
export interface MeetingItemTable {
  id: string
  category_id: string
  /** whose word is the last where the tie ladder ends */
  chair_id: string
  opened_at: Instant
  closed_at: Instant | null
}

/** Somebody who has no part in an item: until they are back, nothing of the category is shown to them. */
export interface StepOutTable {
  id: string
  category_id: string
  account_id: string
  reason: string
  out_at: Instant
  back_at: Instant | null
}

/** One line of the minutes of a category, in the order it was written. Never changed; erasure empties its words. */
export interface MinuteTable {
  category_id: string
  /** 1, 2, 3 … within the category */
  number: number
  at: Instant
  kind: MinuteKind
  /** `moderation/minutes.ts`: ids of people and entries; their names are looked up when it is read */
  facts: Json
  words: string
}

/** A decision as it stood when it was settled, in plain English. Names are looked up when it is read. Never changed; erasure empties it. */
export interface DecisionRecordTable {
  category_id: string
  /** 1, 2, 3 … each time it was settled */
  number: number
  /** of the decision it records */
  decision_number: number
  decision_version: number
  /** of the settings it was decided under */
  edition_version: number
  made_at: Instant
  /** `moderation/decision-record.ts` */
  content: Json
}

/** Who may see results before they are revealed. */
export interface EmbargoTable {
  id: string
  edition_id: string
  account_id: string
  added_at: Instant
  removed_at: Instant | null
}

/** The first of two people has asked to seal a category, or to amend its seal. */
export interface SealProposalTable {
  id: string
  category_id: string
  /** fingerprint of what they saw: the second seals the same */
  shown: string
  /** of an amendment; public */
  reason: Generated<string>
  account_id: string
  proposed_at: Instant
  ended_at: Instant | null
}

/** A category's sealed results. The newest number is in force; earlier ones stay listed. */
export interface SealLeafTable {
  id: string
  edition_id: string
  category_id: string
  /** 1, then one more with each amendment */
  number: number
  /** SHA-256, hexadecimal, of nonce and leaf; public at once */
  hash: string
  /** canonical JSON without names; secret until the reveal */
  leaf: Json
  /** 256 secret bits, hexadecimal */
  nonce: string
  reason: Generated<string>
  first_id: string
  second_id: string
  sealed_at: Instant
}

/** The name behind an opaque id of a leaf, and the salt of its commitment; erasure drops both and the leaf still verifies. */
export interface SealNameTable {
  leaf_id: string
  entry_id: string
  name: string | null
  salt: string | null
}

/** The hash over an edition's leaves as they stood after each sealing. */
export interface SealRootTable {
  edition_id: string
  number: number
  root: string
  /** JSON: the leaves' hashes, sorted */
  leaves: Json
  made_at: Instant
}

/** One entry of the running order. */
export interface CueTable {
  id: string
  edition_id: string
  position: number
  kind: CueKind
  category_id: string | null
  title: string
  /** what the presenter says */
  script: string
}

/** What the stage shows now: one row an edition. */
export interface StageStateTable {
  edition_id: string
  cue_id: string | null
  /** within the cue; of a category: 0 its title, 1 its finalists, 2 the winner */
  step: Generated<number>
  black: Generated<Flag>
  version: Generated<number>
  changed_at: Instant
}

/** That a category's winner was shown on stage. Public pages follow at `public_at`, when undoing has passed. */
export interface RevealTable {
  id: string
  edition_id: string
  category_id: string
  /** 1, 2, 3 … within the edition: the event id of the stage's feed */
  number: number
  revealed_at: Instant
  public_at: Instant
  undone_at: Instant | null
}

export interface CertificateTable {
  id: string
  entry_id: string
  /** printed on it; whoever types it sees that it is ours */
  code: string
  made_at: Instant
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

export type EditionRow = Selectable<EditionTable>
export type CategoryRow = Selectable<CategoryTable>
export type CriterionRow = Selectable<CriterionTable>
export type QuestionRow = Selectable<QuestionTable>
export type EntryRow = Selectable<EntryTable>
export type JudgeRow = Selectable<JudgeTable>
export type ScorecardRow = Selectable<ScorecardTable>
export type AssistedRow = Selectable<AssistedTable>
export type NominationImportRow = Selectable<NominationImportTable>
export type ImportRowRow = Selectable<ImportRowTable>
export type NominationRow = Selectable<NominationTable>
export type NomineeRow = Selectable<NomineeTable>
export type MessageRow = Selectable<MessageTable>
export type JobRow = Selectable<JobTable>
export type LinkRow = Selectable<LinkTable>
export type AuditEventRow = Selectable<AuditEventTable>
