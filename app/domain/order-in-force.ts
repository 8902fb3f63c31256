import type { Settings } from '#app/domain/edition.ts'
import { placeOf, type EntryStanding, type Working } from '#app/domain/scoring/standings.ts'
import type { Rung, TieBreak } from '#app/domain/scoring/tie-ladder.ts'

/** Where an entry stands on the ordering in force, the tie ladder included. */
export interface InOrder extends EntryStanding {
  /** 1, 2, 2, 4; null: not ranked */
  place: number | null
  /** fewer scores than the quorum */
  short: boolean
  /** equal at first: then `parted` by the ladder, or still `equal` and for the panel */
  tie: 'parted' | 'equal' | null
  /** the rungs that parted it from others */
  by: Rung[]
}

/** Every entry of standings worked out by this same ordering, the ranked ones first. The edition says whether one with fewer scores than the quorum is ranked. */
export function orderInForce(
  { standings, tieBreaks }: Pick<Working, 'standings' | 'tieBreaks'>, { ordering, quorum, quorumRule }: Pick<Settings, 'ordering' | 'quorum' | 'quorumRule'>,
): InOrder[] {
  const isRanked = ({ n, rawPlace }: EntryStanding) => rawPlace !== null && (n >= quorum || quorumRule === 'ranked-with-warning')
  const ranked = standings.entries.filter(isRanked)
  const levels = ladderLevels(tieBreaks)
  const sameScore = Map.groupBy(ranked, (one) => placeOf(one, ordering))
  const groups = [...Map.groupBy(ranked, (one) => `${placeOf(one, ordering)}:${levels.get(one.entry)?.level ?? 0}`).values()]
  let place = 1
  const placed = groups.flatMap((group) => {
    const own = place
    place += group.length
    return group.map((one): InOrder => {
      const hasRivals = (sameScore.get(placeOf(one, ordering))?.length ?? 0) > 1
      const tie = group.length > 1 ? 'equal' : hasRivals ? 'parted' : null
      return { ...one, place: own, short: one.n < quorum, tie, by: tie === 'parted' ? (levels.get(one.entry)?.by ?? []) : [] }
    })
  })
  return [...placed, ...standings.entries.filter((one) => !isRanked(one)).map((one) => ({ ...one, place: null, short: one.n < quorum, tie: null, by: [] }))]
}

/** How far down the ladder puts each entry among its equals, and the rungs that did. */
function ladderLevels(tieBreaks: TieBreak[]): Map<string, { level: number; by: Rung[] }> {
  return new Map(tieBreaks.flatMap(({ order, by }) =>
    order.flatMap((group, level) => group.map((entry) => [entry, { level, by: by.filter((rung) => rung !== 'panel') }] as const))))
}
