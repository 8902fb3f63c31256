/** Words that say what kind of organisation it is, and not which. */
const kinds = new Set([
  'ltd', 'limited', 'plc', 'llp', 'cic', 'uk', 'group', 'care', 'home', 'homes', 'house', 'nursing', 'residential', 'nh', 'at', 'and', 'service', 'services', 'support',
])

/**
 * One key for the spellings of one employer: "The Hallowtree Nursing Home Ltd." and "hallowtree" are `hallowtree`. It
 * lets go of what stands at the end and only says the kind, never of the last word that is left. Empty: none given.
 */
export function employerKey(name: string): string {
  const words = lettersOf(name).split(' ').filter((word) => word && word !== 'the')
  while (words.length > 1 && kinds.has(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}

const unsure = new Set(['not sure', 'i am not sure', 'im not sure', 'unsure', 'do not know', 'dont know', 'i do not know', 'i dont know', 'unknown'])

/** Where somebody works, as it was written; nothing where it says that the writer does not know. */
export function employerIn(text: string): string {
  return unsure.has(lettersOf(text)) ? '' : text
}

/** Small letters and figures with single spaces between; accents, `Ł` and apostrophes are gone, `&` is a word. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’`]/gu, '')
    .replace(/[łøđßæœ]/g, (letter) => plain[letter] ?? letter)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
const plain: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' }
