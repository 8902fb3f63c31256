import { atLarge, diagnoses, followers, havings, inCapitals, links, modifiers, ownOnly, teaching, thirdPerson, topics } from '#app/domain/privacy/conditions.ts'
import { isGivenName } from '#app/domain/privacy/given-names.ts'
import type { Known } from '#app/domain/privacy/known.ts'
import { caredFor, kin, many, staff, titles } from '#app/domain/privacy/people-words.ts'
import type { Word } from '#app/domain/privacy/reading.ts'
import type { Span } from '#app/domain/redaction.ts'

/** Details of health of somebody who can be told: not the nominee’s, not the nominator’s, and not of people at large. */
export function findHealth(words: Word[], known: Known): Span[] {
  const found: Span[] = []
  for (let at = 0; at < words.length; at += 1) {
    const topic = topics(words, at)
    const length = Math.max(topic, diagnoses(words, at)) || (isInCapitals(words[at]) ? 1 : 0)
    const isTopic = topic === length
    if (length === 0) continue
    if (isSomebodys({ words, known, at, end: at + length, isTopic })) found.push(spanOf(words, at, at + length))
    at += length - 1
  }
  return found
}

interface Condition {
  words: Word[]
  known: Known
  at: number
  end: number
  isTopic: boolean
}

const isInCapitals = (word: Word | undefined) => word !== undefined && word.shouted && inCapitals.has(word.key)

/** With the two words before that belong to it: "early-onset Alzheimer’s". */
function spanOf(words: Word[], at: number, end: number): Span {
  let first = at
  while (first > at - 2 && /^[ -]$/.test(words[first]?.gap ?? '') && modifiers.has(words[first - 1]?.key ?? '')) first -= 1
  return { from: words[first]?.from ?? 0, to: words[end - 1]?.to ?? 0 }
}

function isSomebodys(condition: Condition): boolean {
  const { words, at, end, isTopic } = condition
  if (isAtLarge(condition)) return false
  const whose = whoseIs(condition)
  if (whose === 'nobody') return !isTopic
  if (whose === 'other') return false
  const key = words[end - 1]?.key ?? ''
  if (ownOnly.has(key) && words[at]?.key === key) return isOwnedBefore(words, at)
  return !isTopic || isLinked(words, at)
}

/** "dementia care", "a course on Parkinson’s". */
function isAtLarge({ words, at, end }: Condition): boolean {
  const [before, next] = [words[at - 1], words[end]]
  if (next && /^[\s-]+$/.test(next.gap) && (followers.has(next.key) || (next.key === 'of' && /^(?:luck|genius)$/.test(words[end + 1]?.key ?? '')))) return true
  if (!before || before.sentence !== words[at]?.sentence) return false
  if (before.key === 'of') return !/^(?:died|dying|because|stages?|form|type|kind|history|bouts?|risk|dies|signs?|symptoms|onset|episodes?|attacks?|result)$/.test(words[at - 2]?.key ?? '')
  return before.key === 'on' ? teaching.has(words[at - 2]?.key ?? '') : atLarge.has(before.key)
}

const isOwnedBefore = (words: Word[], at: number) =>
  /^(?:his|her|their)$/.test(words[at - 1]?.key ?? '') || words[at - 1]?.owns === true

function isLinked(words: Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 5), at).some((word) => word.sentence === words[at]?.sentence && (links.has(word.key) || word.owns))
}

const reach = 14

/** Whom the words around speak of: one person, somebody whose health is not pointed out, or nobody. */
function whoseIs({ words, known, at, end, isTopic }: Condition): 'one' | 'other' | 'nobody' {
  const sentence = words[at]?.sentence
  if (/^(?:myself|ourselves|themselves|himself|herself)$/.test(words[end]?.key ?? '')) return 'other'
  for (let back = at - 1; back >= Math.max(0, at - reach) && words[back]?.sentence === sentence; back -= 1) {
    const whose = pointsTo(words, back, at, known)
    if (whose) return whose
  }
  if (known.toldBySupported) return 'other'
  const ahead = words.slice(end, end + reach).filter((word) => word.sentence === sentence)
  if (ahead.some((word) => isOne(word))) return 'one'
  const lately = words.slice(Math.max(0, at - 2 * reach), at)
  return isTopic && lately.some((word) => isOne(word)) ? 'one' : 'nobody'
}

function pointsTo(words: Word[], back: number, at: number, known: Known): 'one' | 'other' | undefined {
  const word = words[back]
  const next = words[back + 1]?.key ?? ''
  if (!word) return undefined
  if (/^(?:im|ive|id)$/.test(word.key) || (word.key === 'i' && havings.has(next))) return 'other'
  if (/^(?:my|mine)$/.test(word.key) && words.slice(back + 1, at).every(({ key }) => modifiers.has(key) || key === 'own')) return 'other'
  if (many.has(word.key)) return 'other'
  if (word.capital && known.isKnown(word.key)) return /^(?:has|had|is|was|lives|herself|himself)$/.test(next) ? 'other' : undefined
  if (staff.has(word.key) && !word.owns) return /^(?:with|has|had|who|is|was)$/.test(next) ? 'other' : undefined
  return isOne(word) ? 'one' : undefined
}

function isOne(word: Word): boolean {
  return thirdPerson.has(word.key) || kin.has(word.key) || caredFor.has(word.key) || titles.has(word.key) || (word.capital && isGivenName(word.key))
}
