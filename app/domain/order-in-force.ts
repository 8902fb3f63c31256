import type { Settings } from '#app/domain/edition.ts'
import { placeOf, type EntryStanding, type Working } from '#app/domain/scoring/standings.ts'
import type { Rung } from '#app/domain/scoring/tie-ladder.ts'

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

/** Every entry, the ranked ones first. The edition says whether one with fewer scores than the quorum is ranked. */
export function orderInForce(
  { standings, tieBreaks }: Pick<Working, 'standings' | 'tieBreaks'>, { ordering, quorum, quorumRule }: Pick<Settings, 'ordering' | 'quorum' | 'quorumRule'>,
): InOrder[] {
  const isRanked = ({ n }: EntryStanding) => n > 0 && (n >= quorum || quorumRule === 'ranked-with-warning')
  const ranked = standings.entries.filter(isRanked)
  const ladderOf = (entry: string) => tieBreaks.find(({ order }) => order.flat().includes(entry))
  const levelOf = ({ entry }: EntryStanding) => ladderOf(entry)?.order.findIndex((group) => group.includes(entry)) ?? 0
  const groups = [...Map.groupBy(ranked, (one) => `${placeOf(one, ordering)}:${levelOf(one)}`).values()]
  let place = 1
  const placed = groups.flatMap((group) => {
    const own = place
    place += group.length
    return group.map((one): InOrder => {
      const rivals = ranked.filter((other) => placeOf(other, ordering) === placeOf(one, ordering)).length - 1
      const tie = group.length > 1 ? 'equal' : rivals > 0 ? 'parted' : null
      return { ...one, place: own, short: one.n < quorum, tie, by: tie === 'parted' ? (ladderOf(one.entry)?.by.filter((rung) => rung !== 'panel') ?? []) : [] }
    })
  })
  return [...placed, ...standings.entries.filter((one) => !isRanked(one)).map((one) => ({ ...one, place: null, short: one.n < quorum, tie: null, by: [] }))]
}
