import { employerKey, lettersOf } from '#app/domain/employer.ts'
import { isSlip } from '#app/domain/matching/spelling.ts'

/** A place of work as it was written, read. No words: nobody's, or their own home. */
export interface Workplace {
  /** what it is called, without what follows a comma */
  words: string[]
  /** the words that say which it is: ["merrivane", "lodge"] of "Merrivane Lodge Residential Home" */
  core: string[]
  /** what else was written, after a comma or in brackets, as read: the company, or where it is */
  also: string[][]
}

const figures: Record<string, string> = { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine', 10: 'ten' }
const shortened: Record<string, string> = {
  hse: 'house', rd: 'road', ave: 'avenue', nh: 'nursing home', rh: 'residential home', hosp: 'hospital', ctr: 'centre', cntr: 'centre', center: 'centre',
  homecare: 'home care', daycare: 'day care', ...figures,
}
const fillers = new Set('the a an at our formerly mainly mostly various but ex retired from bank agency currently previously was now based working works for also plus'.split(' '))
/** Nobody's place of work: at home, for oneself, paid by the person. */
const nobodys = /^(?:s?he|they|i) |^at home\b|^(?:(?:his|her|their|own|my) )*home$|^cares?\b|^carer\b|\bunpaid\b|^direct payments?|^(?:self )?employed\b|^privately?$|^none$|^n a$|^not (?:known|sure)|^unknown$|^various$|^retired$|^volunteer$/
const postcode = /^[a-z]{1,2}\d{1,2}[a-z]?$/

export function readWorkplace(text: string): Workplace {
  const [head = '', ...more] = text.replace(/\p{Cf}/gu, '').split(/[,()/;\n]|\s[-–—]\s/).map(lettersOf).filter(Boolean)
  if (nobodys.test(head)) return { words: [], core: [], also: [] }
  const words = wordsOf(head)
  return { words, core: coreOf(words), also: more.map((part) => coreOf(wordsOf(part))).filter((core) => core.length) }
}

function wordsOf(letters: string): string[] {
  const words = letters.split(' ').filter((word) => word && !fillers.has(word) && !postcode.test(word))
  return words.flatMap((word, index) => (word === 'st' ? [index === 0 ? 'st' : 'street'] : (shortened[word] ?? word).split(' ')))
}

function coreOf(words: string[]): string[] {
  return employerKey(words.join(' ')).split(' ').filter(Boolean)
}

export type WorkplaceRelation = 'same' | 'alias' | 'other' | 'unknown'

export function compareWorkplaces(one: Workplace, other: Workplace): WorkplaceRelation {
  if (one.core.length === 0 || other.core.length === 0) return 'unknown'
  if (one === other) return 'same'
  if (beginsAlike(one.core, other.core)) return 'same'
  if (one.also.some((core) => beginsAlike(core, other.core)) || other.also.some((core) => beginsAlike(core, one.core))) return 'alias'
  return isAlias(one, other) || isAlias(other, one) ? 'alias' : 'other'
}

/** "Merrivane" and "Merivane Lodge, Plympton"; "Salt Marrow Homecare" and "Saltmarrow". */
function beginsAlike(one: string[], other: string[]): boolean {
  const [short, long] = one.join('').length <= other.join('').length ? [one, other] : [other, one]
  const begin = short.join('')
  return long.some((_, index) => {
    const part = long.slice(0, index + 1).join('')
    return begin === part || isSlip(begin, part)
  })
}

/** Whether `short` is a name people use for `full`: its last words ("the Lodge"), its initials, the first of its name cut off. */
function isAlias(short: Workplace, full: Workplace): boolean {
  const [first = ''] = short.core
  if (short.core.every((word) => full.words.some((one) => one === word || isSlip(one, word))) && full.words.length > short.core.length) return true
  if (first.length >= 3 && initialsOf(full).startsWith(first)) return true
  return first.length >= 5 && (full.core[0] ?? '').startsWith(first)
}

function initialsOf({ words }: Workplace): string {
  return words.filter((word) => word !== 'and' && word !== 'of').map((word) => word[0]).join('')
}

/**
 * The workplaces of one year, so that "the Lodge" is read as Merrivane Lodge while that is the only lodge there is.
 * Answers a function from what was written to the workplace it means.
 */
export function workplacesOf(written: Iterable<string>): (text: string) => Workplace {
  const read = new Map([...new Set(written)].map((text) => [text, readWorkplace(text)]))
  const distinct = new Map([...read.values()].map((place) => [place.words.join(' '), place]))
  const byMark = new Map<string, Workplace[]>()
  for (const place of distinct.values()) {
    for (const mark of marksOf(place)) {
      const marked = byMark.get(mark)
      if (marked) marked.push(place)
      else byMark.set(mark, [place])
    }
  }
  const meant = new Map([...distinct].map(([words, place]) => [words, meaningOf(place, byMark) ?? place]))
  for (const [text, { words, also }] of read) read.set(text, { ...(meant.get(words.join(' ')) ?? readWorkplace(text)), also })
  return (text) => read.get(text) ?? readWorkplace(text)
}

/** Words and initials by which something shorter could mean this. */
function marksOf(place: Workplace): Set<string> {
  const initials = initialsOf(place)
  return new Set([...place.words, ...[3, 4].map((length) => initials.slice(0, length)).filter((part) => part.length >= 3)])
}

/** The one workplace that a short name can mean here, if it is one. */
function meaningOf(place: Workplace, byMark: Map<string, Workplace[]>): Workplace | undefined {
  const [first = ''] = place.core
  if (place.core.length > 2) return undefined
  const fuller = (byMark.get(first) ?? []).filter((one) => one.words.length > 1 && one.core[0] !== first && isAlias(place, one))
  const [meant] = fuller
  return meant && fuller.every((one) => beginsAlike(meant.core, one.core)) ? meant : undefined
}
