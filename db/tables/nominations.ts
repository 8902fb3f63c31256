import type { Generated } from 'kysely'
import type { Flag, Instant, Json } from '#db/tables/columns.ts'
import type { AttachmentKind, Channel, ImportOutcome, ImportState, NominationState, NomineeAnswer, NomineeKind, ReceiptRoute, Reminder } from '#db/vocabulary.ts'

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

/**
 * A file that is kept, and the way to it. It belongs to a nomination while its draft or the version in force names it
 * (`domain/attachment.ts`); one that nobody names is being received, or will be removed.
 */
export interface AttachmentTable {
  /** its name where files are kept, too */
  id: string
  /** null: the draft is gone */
  draft_id: string | null
  kind: AttachmentKind
  bytes: number
  /** of the file as it is kept, in hex */
  sha256: string
  /** by the machine’s clock */
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
