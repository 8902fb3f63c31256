// No vowels, so no words; none of 0 O 1 I L; none of the letters that sound alike over a telephone (B D P T V, M N, S F).
const alphabet = '23456789CFHJKRWXY'
const length = 8

/** A nomination's reference from random bytes, e.g. `K7H4-X29R`: read aloud in two halves, no sequence. 17^8 ≈ 7 × 10⁹. */
export function referenceFrom(bytes: Uint8Array): string {
  const usable = [...bytes].filter((b) => b < 255 - (255 % alphabet.length)) // drop the tail, so each letter is as likely
  const letters = usable.slice(0, length).map((b) => alphabet[b % alphabet.length])
  if (letters.length < length) throw new RangeError('too few random bytes for a reference')
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
