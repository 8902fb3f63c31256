import { findAddresses } from '#app/domain/privacy/addresses.ts'
import { findHealth } from '#app/domain/privacy/health.ts'
import type { Known } from '#app/domain/privacy/known.ts'
import { findNames } from '#app/domain/privacy/names.ts'
import { findContacts, findIdentity, findPostcodes } from '#app/domain/privacy/numbers.ts'
import { readWords } from '#app/domain/privacy/reading.ts'
import type { Span } from '#app/domain/redaction.ts'

/**
 * `name` of a person receiving care or near to them · `health` a detail of somebody's health · `address` where they live,
 * down to a room · `contact` a telephone number or email address · `identity` an NHS number or date of birth.
 */
export type PassageKind = 'name' | 'health' | 'address' | 'contact' | 'identity'

/** A passage that may say who receives care, by its place in the text. */
export interface FoundPassage extends Span {
  kind: PassageKind
}

/** What a text may say of people receiving care, in order; none overlaps another. Time grows with the text's length. */
export function findPassages(text: string, known: Known): FoundPassage[] {
  const words = readWords(text)
  const found = [
    ...kept('identity', findIdentity(text)), ...kept('contact', findContacts(text)),
    ...kept('address', [...findPostcodes(text), ...findAddresses(words, known)]),
    ...kept('health', findHealth(words, known)), ...kept('name', findNames(words, known)),
  ]
  return withoutOverlaps(found)
}

const kept = (kind: PassageKind, spans: Span[]): FoundPassage[] => spans.map(({ from, to }) => ({ kind, from, to }))

/** Of those that overlap, the one that begins first is kept; of those that begin together, the first in the list. */
function withoutOverlaps(found: FoundPassage[]): FoundPassage[] {
  const left: FoundPassage[] = []
  for (const one of found.sort((a, b) => a.from - b.from)) if (one.from >= (left.at(-1)?.to ?? 0)) left.push(one)
  return left
}
