import type { Generated } from 'kysely'
import type { Instant, Json } from '#db/tables/columns.ts'
import type { AwardKind, MinuteKind } from '#db/vocabulary.ts'

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
