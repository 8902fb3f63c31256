import { gapsBeforeSettling, differsFromOrder, type AwardFacts } from '#app/domain/decision.ts'
import type { Decision } from '#app/features/moderation/decisions.queries.server.ts'
import type { CategoryStandings } from '#app/features/moderation/standings.queries.server.ts'

/** What is missing before the newest decision is settled, and whether it departs from the order of the scores. */
export function judgeDecision(decision: Decision | undefined, { rows }: Pick<CategoryStandings, 'rows'>): { gaps: string[]; differs: boolean } {
  const awards = (decision?.awards ?? []).map(({ entryId, name, kind, citation }): AwardFacts => {
    const row = rows.find((one) => one.entryId === entryId)
    return { name, kind, citation, rank: row?.place ?? null, takesPart: row !== undefined }
  })
  const places = rows.map(({ place }) => place).filter((place) => place !== null)
  return { gaps: gapsBeforeSettling({ awards, places, reason: decision?.reason ?? '' }), differs: awards.length > 0 && differsFromOrder(awards, places) }
}
