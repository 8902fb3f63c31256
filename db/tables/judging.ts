import type { Generated } from 'kysely'
import type { Flag, Instant, Json } from '#db/tables/columns.ts'
import type { JudgeState, RecusalSource, ScorecardState, TieKind } from '#db/vocabulary.ts'

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
