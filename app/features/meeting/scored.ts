import { scoreInForce } from '#app/domain/scoring/standings.ts'
import type { CategoryStandings, StandingRow } from '#app/features/moderation/standings.queries.server.ts'

/** An entry with the score that the order in force goes by. */
export interface ScoredEntry extends Pick<StandingRow, 'entryId' | 'name' | 'place' | 'tie' | 'scores'> {
  score: number | null
}

export function scoredEntries({ rows, ordering }: Pick<CategoryStandings, 'rows' | 'ordering'>): ScoredEntry[] {
  return rows.map(({ raw, adjusted, entryId, name, place, tie, scores }) => ({ entryId, name, place, tie, scores, score: scoreInForce({ raw, adjusted }, ordering) }))
}
