import { belongings, caredFor, doings, doneToSomebody, kin, many, placeNouns, placeOfStaff, smallPlaceNouns, staff, things } from '#app/domain/privacy/people-words.ts'
import { wordsOf, type Word } from '#app/domain/privacy/reading.ts'

// What the words around a word in capitals say about it. All look a few words far, whatever the length of the text.

const calling = wordsOf('called named nicknamed')
const being = wordsOf('is was')
const possessives = wordsOf('my our his her their')
/** What may stand between a name and the work that is said of it: "Sue, our new manager". */
const beforeWork = wordsOf('my our the a one of senior deputy care home night day team registered lead new old')

const isSomebody = (key: string) => kin.has(key) || caredFor.has(key)
export const isBeside = ({ gap }: Word) => /^[\s.-]+$/.test(gap)

/** "Florence Road", "Mary Seacole House", "Rose unit". */
export function isPlace(words: Word[], at: number): boolean {
  const [word, next, then] = [words[at], words[at + 1], words[at + 2]]
  if (!word || !next || !isBeside(next)) return false
  if (next.capital && placeNouns.has(next.key)) return true
  if (word.owns) return false
  return smallPlaceNouns.has(next.key) || (next.capital && then !== undefined && isBeside(then) && then.capital && placeNouns.has(then.key))
}

/** "my colleague Tom", "our manager, Sue", "the nurse called Bea". */
export function isStaffBefore(words: Word[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const word = words[back]
    if (!word || word.sentence !== words[at]?.sentence || /[()]/.test(words[back + 1]?.gap ?? '')) return false
    if (isStaff(words, back)) return true
    if (!calling.has(word.key) && !being.has(word.key)) return false
  }
  return false
}

/** Some are words for kin as well: a Sister with a capital is a nurse, unless she is somebody’s. */
function isStaff(words: Word[], at: number): boolean {
  const word = words[at]
  if (!word || !staff.has(word.key) || word.owns) return false
  return !kin.has(word.key) || (word.capital && !possessives.has(words[at - 1]?.key ?? ''))
}

/** "Sue, our manager", "Tom from the office", "Bea (nurse)": `at` is where the name has ended. */
export function isStaffAfter(words: Word[], at: number): boolean {
  if (placeOfStaff(words, at) > 0) return true
  if (!/^\s?[,(–-]/.test(words[at]?.gap ?? '')) return false
  for (let next = at; next < at + 4; next += 1) {
    const word = words[next]
    if (!word || (next > at && /[.,;:()]/.test(word.gap))) return false
    if (staff.has(word.key) && !word.owns) return true
    if (!beforeWork.has(word.key)) return false
  }
  return false
}

/** What the words before make of a name: "my uncle …", "a resident called …", "her cat …". */
export function cueBefore(words: Word[], at: number): 'person' | 'thing' | undefined {
  const [word, before, next] = [words[at], words[at - 1], words[at + 1]]
  if (!word || before?.sentence !== word.sentence || !/^[\s,("“‘']+$/.test(word.gap)) return undefined
  if (things.has(before.key) && !before.owns) return 'thing'
  const isInLaw = before.key === 'law' && words[at - 2]?.key === 'in'
  if ((isSomebody(before.key) || isInLaw) && !before.owns) {
    const isClosed = next?.sentence !== word.sentence || /^[,)"”’']/.test(next.gap)
    return !word.gap.includes(',') || isClosed ? 'person' : undefined
  }
  if (being.has(before.key)) return words[at - 2]?.key === 'name' ? 'person' : undefined
  return calling.has(before.key) ? whatIsCalled(words, at) : undefined
}

function whatIsCalled(words: Word[], at: number): 'person' | 'thing' | undefined {
  for (let back = at - 2; back >= Math.max(0, at - 5) && words[back]?.sentence === words[at]?.sentence; back -= 1) {
    const key = words[back]?.key ?? ''
    if (things.has(key) || /^its?$/.test(key)) return 'thing'
    if (isSomebody(key)) return 'person'
  }
  return undefined
}

/** "… laughed", "…’s room": nothing but a person. */
export function actsLikeSomebody(words: Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (!word || next?.sentence !== word.sentence || !/^[\s,]+$/.test(next.gap)) return false
  return word.owns ? belongings.has(next.key) : doings.has(next.key) && !next.capital
}

/** "… (that’s Mum)", "…, my husband", "…, 84", "… in room 7". */
export function isIntroduced(words: Word[], at: number): boolean {
  const [word, next, then] = [words[at], words[at + 1], words[at + 2]]
  if (!word || !next || word.owns) return false
  if (/^(?:in|from)$/.test(next.key) && /^(?:room|flat|number|bed)$/.test(then?.key ?? '')) return true
  if (!/^\s?[,(]/.test(next.gap)) return false
  if (/^\d{2,3}$/.test(next.key) || (next.key === 'aged' && /^\d/.test(then?.key ?? ''))) return true
  return /^(?:my|our|his|her|thats|a|one|the)$/.test(next.key) && isSomebody(then?.key ?? '') && !then?.owns
}

/** A word of no list, in capitals that only a name explains. */
export function isStrangersName(words: Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (!word) return false
  if (word.opens) return word.owns && kin.has(next?.key ?? '') && !isSomebody(word.key) && !many.has(word.key) // "Tegwen’s daughter"
  if (before?.capital && !before.opens) return false
  return isIntroduced(words, at) || actsLikeSomebody(words, at) || (doneToSomebody.has(before?.key ?? '') && !next?.capital)
}
