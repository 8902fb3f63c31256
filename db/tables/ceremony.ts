import type { Generated } from 'kysely'
import type { Flag, Instant } from '#db/tables/columns.ts'
import type { CueKind } from '#db/vocabulary.ts'

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
