import { lettersOf } from '#app/domain/employer.ts'
import { relationOf } from '#app/domain/matching/nicknames.ts'
import { isSlip } from '#app/domain/matching/spelling.ts'
import { isGivenName } from '#app/domain/privacy/given-names.ts'
import { kin } from '#app/domain/privacy/people-words.ts'

/** What a nomination says beside its story. */
export interface Told {
  nominee: string
  employer: string
  nominator: string
  /** how the nominator knows the nominee, as the form has it or in their own words */
  relationship: string
}

/** Whose name a story may say. */
export interface Known {
  isKnown: (key: string) => boolean
  /** the story is told by who receives the care: what it says of "me" is theirs to say */
  toldBySupported: boolean
}

const supportsMe = /\b(?:supports?|cares? for|looks? after|helps?) me\b/i
const isClose = (relationship: string) => /\brelative\b/i.test(relationship) || lettersOf(relationship).split(' ').some((word) => kin.has(word))

/**
 * The nominee is known by every form of their name, and where they work by its own words. A nominator is, unless they
 * receive the care or are a relative of who does: then their name says whose story it is.
 */
export function readKnown({ nominee, employer, nominator, relationship }: Told): Known {
  const toldBySupported = supportsMe.test(relationship)
  const people = `${nominee} ${toldBySupported || isClose(relationship) ? '' : nominator}`
  const names = wordsIn(people).filter((word) => word.length > 1)
  const works = new Set(wordsIn(employer).filter((word) => !isGivenName(word)))
  const asked = new Map<string, boolean>()
  const isKnown = (key: string) => {
    const known = asked.get(key) ?? (works.has(key) || names.some((name) => isFormOf(name, key)))
    asked.set(key, known)
    return known
  }
  return { isKnown, toldBySupported }
}

const wordsIn = (text: string) => lettersOf(text.replace(/\p{Cf}/gu, '')).split(' ')

/**
 * Of two names in the tables, the tables say whether they are one; else one may be cut off, or a slip of the pen. In short
 * words a slip says nothing: Mrs Carter is not Sam Carer.
 */
function isFormOf(name: string, key: string): boolean {
  if (name === key) return true
  if (isGivenName(name) && isGivenName(key)) return relationOf(name, key) !== undefined
  return (key.length >= 3 && name.startsWith(key)) || (key.length >= 7 && isSlip(name, key))
}
