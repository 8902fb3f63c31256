import { isFullName, relationOf } from '#app/domain/matching/nicknames.ts'
import type { PersonName, Reading } from '#app/domain/matching/person-names.ts'
import { isSlip, isWithin, lettersApart, soundAlike } from '#app/domain/matching/spelling.ts'

/** What one part of two names says: how much it speaks for one person (`weights.ts`), and in words. */
export interface Likeness {
  level: 'same' | 'form' | 'cut' | 'close' | 'part' | 'both-short' | 'near' | 'initial' | 'unknown' | 'two-names' | 'other'
  why?: string
}

export interface NameLikeness {
  given: Likeness
  family: Likeness
  turned: boolean
}

const unknown: Likeness = { level: 'unknown' }
const other: Likeness = { level: 'other' }
/** From what says most for one person to what says most against. */
const order: Likeness['level'][] = ['same', 'form', 'cut', 'close', 'part', 'both-short', 'near', 'initial', 'unknown', 'two-names', 'other']
const rank = ({ level }: Likeness) => order.indexOf(level)
const best = (likenesses: Likeness[]) => likenesses.reduce((one, next) => (rank(next) < rank(one) ? next : one), other)

/** All ways to read two names side by side; the caller weighs them. */
export function compareNames(one: PersonName, another: PersonName): NameLikeness[] {
  const whole = compareWhole(one, another)
  const ways = one.readings.flatMap((a) => another.readings.filter((b) => !(a.turned && b.turned)).map((b) => ({
    given: compareGiven(a, b, one.knownAs, another.knownAs), family: compareFamilies(a.family, b.family), turned: Boolean(a.turned ?? b.turned),
  })))
  return whole ? [whole, ...ways] : ways
}

/** "Thiha" and "Thi-Ha": the same letters, however parted. */
function compareWhole(one: PersonName, another: PersonName): NameLikeness | undefined {
  const [a, b] = [one.readings[0], another.readings[0]]
  if (!a || !b) return undefined
  const letters = (reading: Reading) => [...reading.given, ...reading.family].join('')
  if (letters(a) !== letters(b) || letters(a).length < 4) return undefined
  const both = a.family.length > 0 && b.family.length > 0
  return { given: { level: 'same', why: 'same name' }, family: both ? { level: 'same' } : unknown, turned: false }
}

function compareGiven(a: Reading, b: Reading, aCalled: string[], bCalled: string[]): Likeness {
  const [first, otherFirst] = [a.given[0], b.given[0]]
  const called = [...compareCalled(aCalled, [otherFirst, ...bCalled]), ...compareCalled(bCalled, [first])]
  const excluding = called.find(({ level }) => level === 'both-short')
  if (excluding) return excluding // called Bill, so not called Will
  const likenesses = first && otherFirst ? [...called, ...compareGivenWords(a.given, b.given)] : called
  return likenesses.length ? best(likenesses) : unknown
}

function compareCalled(called: string[], words: (string | undefined)[]): Likeness[] {
  return called.flatMap((name) => words.flatMap((word) => (word === undefined ? [] : [compareGivenWord(name, word)])))
}

function compareGivenWords(a: string[], b: string[]): Likeness[] {
  const [first = '', second] = a
  const [otherFirst = '', otherSecond] = b
  const whole = compareGivenWord(a.join(''), b.join(''))
  const ends = a.length > 1 && b.length > 1 ? whole : compareGivenWord(first, otherFirst)
  const bySecond = [second && compareGivenWord(second, otherFirst), otherSecond && compareGivenWord(first, otherSecond)]
    .flatMap((likeness): Likeness[] => (likeness && rank(likeness) <= rank({ level: 'form' }) ? [{ level: 'part', why: likeness.why }] : []))
  return [whole, ends, ...bySecond]
}

/** Two given names. */
export function compareGivenWord(one: string, another: string): Likeness {
  if (one === another) return { level: 'same', why: `same first name: ${shown(one)}` }
  const [short, long] = one.length <= another.length ? [one, another] : [another, one]
  if (short.length === 1) return long.startsWith(short) ? { level: 'initial', why: `${shown(short)} could be ${shown(long)}` } : other
  const relation = relationOf(one, another)
  if (!relation && short.length === 2 && long.startsWith(short)) return { level: 'initial', why: `${shown(short)} could be ${shown(long)}` }
  const isCut = short.length >= 3 && (long.startsWith(short) || long.startsWith(short.replace(/(?:ie|y|i)$/, '')) && short.length >= 5)
  if (relation === 'form' || (relation && isCut)) return { level: 'form', why: `same first name: ${shown(short)} is ${shown(long)}` }
  if (relation) return { level: 'both-short', why: `${shown(short)} and ${shown(long)} can be short for one name` }
  const bothFull = isFullName(one) && isFullName(another)
  if (!bothFull && (isCut || (short.length >= 4 && long.length >= 6 && long.endsWith(short)))) {
    return { level: 'cut', why: `${shown(short)} can be short for ${shown(long)}` }
  }
  const alike = { why: `first names spelled alike: ${shown(one)} and ${shown(another)}` }
  if (!bothFull && (soundAlike(one, another) || (long.length >= 6 && isSlip(one, another)))) return { level: 'close', ...alike }
  if (long.length < 4 || !isWithin(1, one, another)) return other
  return { level: bothFull ? 'two-names' : 'near', ...alike }
}

/** Endings that differ between the women and the men of one family: Malinowska, Nováková, Petrauskienė. */
const womensEndings: [RegExp, string][] = [[/(?<=sk|ck|dzk)[aiy]$/, ''], [/(?<=ov|ev|in)a$/, ''], [/(?<=.{4})(?:iene|aite|yte|ute|as|is|us|ys)$/, '']]

function familyStem(word: string): string {
  return womensEndings.reduce((stem, [ending, none]) => stem.replace(ending, none), word.replace(/^mac(?=.{3})/, 'mc'))
}

export function compareFamilies(one: string[], another: string[]): Likeness {
  if (one.length === 0 || another.length === 0) return unknown
  const [short, long] = one.length <= another.length ? [one, another] : [another, one]
  const [a, b] = [one.join(''), another.join('')]
  if (a === b) return { level: 'same', why: `same surname: ${shown(long.join(' '))}` }
  if (figuresOf(one) !== figuresOf(another)) return other
  if (a.length === 1 || b.length === 1) return compareInitial(one, another)
  const apart = isAlike(a, b)
  if (apart) return apart
  const parts = short.map((word) => best(long.map((part) => (word === part ? { level: 'same' } : word.length > 3 ? (isAlike(word, part) ?? other) : other))))
  const all = parts.every(({ level }) => level !== 'other')
  return all && long.length > short.length ? { level: 'part', why: `surname in part: ${shown(short.join(' '))} of ${shown(long.join(' '))}` } : other
}

/** One of them is only a letter. */
function compareInitial(one: string[], another: string[]): Likeness {
  const [initial, words] = one.join('').length === 1 ? [one.join(''), another] : [another.join(''), one]
  return words.some((word) => word.startsWith(initial)) ? { level: 'initial', why: `${shown(initial)} could be ${shown(words.join(' '))}` } : other
}

function isAlike(a: string, b: string): Likeness | undefined {
  if (Math.abs(a.length - b.length) > 4) return undefined
  const stems = [familyStem(a), familyStem(b)] as const
  if (stems[0] === stems[1]) return { level: 'form', why: `same surname: ${shown(a)} and ${shown(b)}` }
  if (!isSlip(a, b) && !isSlip(...stems) && !(Math.min(a.length, b.length) >= 4 && soundAlike(a, b))) return undefined
  const letters = lettersApart(a, b)
  const apart = letters === 1 ? 'one letter apart' : letters === 2 ? 'two letters apart' : 'spelled alike'
  return { level: 'close', why: `surname ${apart}: ${shown(a)} and ${shown(b)}` }
}

const figuresOf = (words: string[]) => words.filter((word) => /\d/.test(word)).join(' ')

function shown(words: string): string {
  return words.split(' ').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ')
}
