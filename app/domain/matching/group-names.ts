import { lettersOf } from '#app/domain/employer.ts'
import type { Workplace } from '#app/domain/matching/employers.ts'
import { readJob } from '#app/domain/matching/jobs.ts'
import { isSlip } from '#app/domain/matching/spelling.ts'

const common = new Set('the a an of at in and for all our whole entire every team teams staff service services group crew lot lads girls ladies gang everyone everybody people members project scheme club shift squad bunch home care house nursing residential ltd'.split(' '))
/** Work that goes by several names in the names of teams: catering is the kitchen. */
const roleNames = new Set(['kitchen', 'activities', 'upkeep', 'driving', 'office'])
/** Ends make no difference: night, nights; table, tables. */
const stem = (word: string) => [...readJob(word).roles].find((role) => roleNames.has(role)) ?? word.replace(/(?:ies|es|s|ing|ly)$/, '')

/** The words that say which team or service it is: what is left of its name without the name of its place. */
export interface GroupName {
  words: Set<string>
  /** with the words of the place but the first, where nothing else is left: "Fernsparrow Reablement Team" of Fernsparrow Reablement */
  more: Set<string>
  /** words said elsewhere, as in what they do */
  about: Set<string>
}

export function readGroupName(name: string, does: string, place: Workplace): GroupName {
  const written = wordsOf(name.replace(/\p{Cf}/gu, '').replace(/\([^)]*\)?/g, ' '))
  const [first = ''] = place.core
  const begins = [first, place.core.join(''), place.core.slice(0, 2).join('')].filter(Boolean)
  const more = written.filter((word) => !begins.some((begin) => begin === word || isSlip(begin, word)))
  return { words: stems(more.filter((word) => !place.core.includes(word))), more: stems(more), about: stems(wordsOf(does)) }
}

const wordsOf = (text: string) => lettersOf(text).split(' ').filter((word) => word && !common.has(word))
const stems = (words: string[]) => new Set(words.map(stem).filter((word) => word.length > 1 || /\d/.test(word)))

/** How much of what the shorter name says the other says too, from 0 to 1. Of two that only name their place: everything. */
export function overlapOf(one: GroupName, other: GroupName): number {
  const [a, b] = [one.words, other.words]
  if (a.size === 0 && b.size === 0) return 1
  if (a.size === 0 || b.size === 0) return sameWords(one.more, other.more) ? 1 : 0
  if (shareOf(a, b) === 0 || figuresIn(a) !== figuresIn(b)) return 0
  return Math.max(shareOf(a, new Set([...b, ...other.about])), shareOf(b, new Set([...a, ...one.about])))
}

function shareOf(words: Set<string>, within: Set<string>): number {
  return [...words].filter((word) => [...within].some((near) => near === word || isSlip(near, word))).length / words.size
}

const sameWords = (one: Set<string>, other: Set<string>) => one.size > 0 && shareOf(one, other) === 1 && shareOf(other, one) === 1
const figuresIn = (words: Set<string>) => [...words].filter((word) => /\d/.test(word)).join(' ')
