import { isGivenName, isMostlyAWord, isOnlyAName } from '#app/domain/privacy/given-names.ts'
import type { Known } from '#app/domain/privacy/known.ts'
import { actsLikeSomebody, cueBefore, isBeside, isIntroduced, isPlace, isStaffAfter, isStaffBefore, isStrangersName } from '#app/domain/privacy/name-signs.ts'
import { beings, capitals, famous, placeNouns, staff, titles } from '#app/domain/privacy/people-words.ts'
import { wordsOf, type Word } from '#app/domain/privacy/reading.ts'
import type { Span } from '#app/domain/redaction.ts'

/** One text, while it is read. */
interface Reader {
  words: Word[]
  known: Known
  /** where names stand that everybody knows */
  famous: Set<number>
  /** it is written without capitals, so that a small letter says nothing */
  inSmallLetters: boolean
}

/** The names in a text of people who are neither known nor met through their work. */
export function findNames(words: Word[], known: Known): Span[] {
  const reader = { words, known, famous: famousIn(words), inSmallLetters: isInSmallLetters(words) }
  const names = new Map<number, number>()
  for (let at = 0; at < words.length; at += 1) {
    const end = nameEnd(reader, at)
    if (end > at) names.set(at, end)
    at = Math.max(at, end - 1)
  }
  addRepeats(reader, names)
  return [...names].map(([at, end]) => ({ from: words[at]?.from ?? 0, to: words[end - 1]?.to ?? 0 }))
}

/** Who has been named once is named wherever the same word stands in capitals. */
function addRepeats({ words, famous }: Reader, names: Map<number, number>): void {
  const heard = new Set([...names].map(([at, end]) => words[titles.has(words[at]?.key ?? '') ? end - 1 : at]?.key))
  const taken = new Set([...names].flatMap(([at, end]) => Array.from({ length: end - at }, (_, n) => at + n)))
  for (const [at, word] of words.entries()) {
    const repeats = heard.has(word.key) && word.capital && !(word.opens && isMostlyAWord(word.key))
    if (repeats && !taken.has(at) && !famous.has(at)) names.set(at, at + 1)
  }
}

function famousIn(words: Word[]): Set<number> {
  const places = new Set<number>()
  for (const [at, word] of words.entries()) {
    const length = word.capital ? famous(words, at) : 0
    for (let n = 0; n < length; n += 1) places.add(at + n)
  }
  return places
}

/** Fewer than a fifth of its sentences begin with a capital. */
function isInSmallLetters(words: Word[]): boolean {
  const openings = words.filter((word) => word.opens)
  return openings.filter((word) => word.capital).length <= openings.length / 5
}

/** One past the last word of the name that begins here; `at` itself where none does. */
function nameEnd(reader: Reader, at: number): number {
  const { words } = reader
  const word = words[at]
  if (!word || reader.famous.has(at)) return at
  if (titles.has(word.key)) return titledEnd(reader, at)
  return isCandidate(reader, at) && isNamed(reader, at) ? withNamesAfter(words, at) : at
}

/** "Mrs Pearn", "Mr. J. Smith", "mrs pearn"; not "Mrs P", which names nobody. */
function titledEnd({ words, known }: Reader, at: number): number {
  const title = words[at]
  let first = at + 1
  while (words[first]?.key.length === 1 && words[first]?.capital) first += 1
  const word = words[first]
  if (!title || !word || word.key.length < 3 || !isBeside(word) || capitals.has(word.key)) return at
  const isName = word.capital ? title.capital || title.key !== 'miss' : !title.capital && title.key !== 'miss' // "miss her", "Miss you"
  const end = withNamesAfter(words, first)
  const isOurs = words.slice(first, end).some(({ key }) => known.isKnown(key)) || isStaffAfter(words, end)
  return isName && !isOurs ? end : at
}

/** With what belongs to the name: "Jean Pascoe", "Ann-Marie". */
function withNamesAfter(words: Word[], at: number): number {
  let end = at + 1
  while (end < at + 3 && !words[end - 1]?.owns && isPartOfName(words[end])) end += 1
  return end
}

function isPartOfName(word: Word | undefined): boolean {
  return word !== undefined && word.capital && /^[ -]$/.test(word.gap) && !word.shouted && !capitals.has(word.key) && !placeNouns.has(word.key)
}

/** Whether a word could be the name of somebody whom we do not know of. */
function isCandidate({ words, known }: Reader, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (!word || !/^\p{L}{2}/u.test(word.key) || known.isKnown(word.key)) return false
  if ((capitals.has(word.key) || staff.has(word.key)) && !isGivenName(word.key)) return false
  if (before && isBeside(word) && /^(?:st|saint|the|dr|prof)$/.test(before.key)) return false
  return !isPlace(words, at) && !isStaffBefore(words, at) && !isStaffAfter(words, withNamesAfter(words, at))
}

function isNamed({ words, inSmallLetters }: Reader, at: number): boolean {
  const word = words[at]
  const cue = cueBefore(words, at)
  if (!word || cue === 'thing') return false
  if (!word.capital) return isOnlyAName(word.key) && (cue === 'person' || (inSmallLetters && word.key.length > 3))
  if (cue === 'person') return isGivenName(word.key) || !word.shouted
  return isGivenName(word.key) ? isNameHere(words, at) : !word.shouted && isStrangersName(words, at)
}

const calendar = wordsOf('april may june july august jan mon sun')
const placesToo = wordsOf('sydney jordan florence chelsea georgia india kent chester lincoln devon dorset victoria paris london china asia york virginia madeira alexandra clifton lourdes')

/** Whether a given name in capitals is one where it stands, and not a month, a town or a word that opens a sentence. */
function isNameHere(words: Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (!word || (word.shouted && word.key.length < 4)) return false
  if (placesToo.has(word.key) && /^(?:in|at|near|to|from|of|around)$/.test(before?.key ?? '')) return false
  if (actsLikeSomebody(words, at) || isIntroduced(words, at)) return true
  if (calendar.has(word.key)) return false
  if (!word.opens || isOnlyAName(word.key) || isPartOfName(next)) return true
  return !isMostlyAWord(word.key) && (word.owns || beings.has(next?.key ?? '') || (next?.gap ?? '').startsWith(','))
}
