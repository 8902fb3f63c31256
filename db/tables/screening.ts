import type { Generated } from 'kysely'
import type { Instant } from '#db/tables/columns.ts'
import type { EntryState, NoticeRoute, Screening, ShortlistPlace, Standing } from '#db/vocabulary.ts'

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
