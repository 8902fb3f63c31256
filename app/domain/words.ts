// Zero-width space, non-joiner, joiner, word joiner, byte order mark: pasted in with text, never seen.
const invisible = /[\u200B-\u200D\u2060\uFEFF]/g
const hasLetterOrNumber = /[\p{L}\p{N}]/u

/**
 * Words as we count them, on the page and on the server alike: parts between white space that hold a
 * letter or a number. "don't" is one, "–" is none, "well-kept" is one.
 */
export function countWords(text: string): number {
  return text
    .replace(invisible, '')
    .split(/\s+/u)
    .filter((part) => hasLetterOrNumber.test(part)).length
}

/** "Between 20 and 200 words" */
export function limitText(leastWords: number, wordLimit: number): string {
  return leastWords > 0 ? `Between ${leastWords} and ${wordLimit} words` : `Up to ${wordLimit} words`
}

/** Read aloud on a stage, with pauses; conversation is half as fast again. */
const wordsAMinuteAloud = 120

/** How long it takes to say a text, in whole seconds. */
export function secondsToSay(text: string): number {
  return Math.ceil((countWords(text) * 60) / wordsAMinuteAloud)
}
