import { countWords, secondsToSay } from '#app/domain/words.ts'
import type { AwardKind } from '#db/vocabulary.ts'

/** One line of a decision, and where its entry stands. */
export interface AwardFacts {
  name: string
  kind: AwardKind
  citation: string
  /** on the ordering in force; null: not ranked */
  rank: number | null
  takesPart: boolean
}

export interface DecisionFacts {
  /** in their order: winners, highly commended, reserves */
  awards: AwardFacts[]
  /** the places of all ranked entries, first to last: 1, 2, 2, 4 */
  places: number[]
  reason: string
}

/** What is missing before a decision is settled, as sentences. The guard, the page and the refusal go by this one list. */
export function gapsBeforeSettling({ awards, places, reason }: DecisionFacts): string[] {
  if (awards.length === 0) return ['Nobody has an award yet.']
  const winners = awards.filter(({ kind }) => kind === 'winner')
  const gaps = winners.length ? [] : ['Say who the winner is, or give no award in this category.']
  for (const { name, rank, takesPart } of awards) {
    if (!takesPart) gaps.push(`${name} no longer takes part.`)
    else if (rank === null) gaps.push(`${name} has fewer scores than the quorum, and so no place.`)
  }
  for (const { name, citation } of winners) if (!citation) gaps.push(`Write the citation of ${name}.`)
  if (differsFromOrder(awards, places) && !reason) gaps.push('The decision does not follow the scores alone: write the reason.')
  return gaps
}

/** Whether scores alone would not have given this: another order, one of several equals preferred, or unequals made joint. */
export function differsFromOrder(awards: Pick<AwardFacts, 'kind' | 'rank'>[], places: number[]): boolean {
  const ranks = awards.map(({ rank }) => rank)
  const first = awards.filter(({ kind }) => kind === 'winner').map(({ rank }) => rank)
  const outOfOrder = ranks.some((rank, index) => rank !== places[index])
  const joinsUnequals = new Set(first).size > 1
  const equalsLeftOut = places.filter((place) => first.includes(place)).length > first.length
  return outOfOrder || joinsUnequals || equalsLeftOut
}

/** Read aloud in less than half a minute: shorter sounds hasty, longer loses the room. */
export const citationWords = { least: 40, most: 60 }

export interface ReadingTime {
  words: number
  seconds: number
  /** whether it is of the length that reads well */
  fits: boolean
}

export function readingTime(citation: string): ReadingTime {
  const words = countWords(citation)
  return { words, seconds: secondsToSay(citation), fits: words >= citationWords.least && words <= citationWords.most }
}
