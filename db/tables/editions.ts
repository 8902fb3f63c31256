import type { Generated } from 'kysely'
import type { Flag, Instant, Json } from '#db/tables/columns.ts'
import type { CategoryState, EditionStage } from '#db/vocabulary.ts'

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
  /** among those asked of the same nominations */
  position: number
  label: string
  hint: string
  word_limit: number
  /** of an answer; 0: any number will do */
  least_words: Generated<number>
  /** 1: it may be left empty */
  optional: Generated<Flag>
}
