// No vowels, so no words; none of 0 O 1 I L; none of the letters that sound alike over a telephone (B D P T V, M N, S F).
const alphabet = '23456789CFHJKRWXY'

/** A nomination's reference from random bytes, e.g. `K7H4-X29R`: read aloud in two halves, no sequence. 17^8 ≈ 7 × 10⁹. */
export function referenceFrom(bytes: Uint8Array): string {
  return inFours(bytes, 8)
}

/** A certificate's code, e.g. `K7H4-X29R-3FWC`: nobody comes upon another's by trying. 17^12 ≈ 6 × 10¹⁴. */
export function certificateCodeFrom(bytes: Uint8Array): string {
  return inFours(bytes, 12)
}

/** Both as they were typed or read out, with or without dashes; undefined when it cannot be one. */
export const readReference = (typed: string) => readTyped(typed, 8)
export const readCertificateCode = (typed: string) => readTyped(typed, 12)

function readTyped(typed: string, length: number): string | undefined {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const isOne = letters.length === length && [...letters].every((letter) => alphabet.includes(letter))
  return isOne ? dashed(letters) : undefined
}

function inFours(bytes: Uint8Array, length: number): string {
  const usable = [...bytes].filter((b) => b < 255 - (255 % alphabet.length)) // drop the tail, so each letter is as likely
  const letters = usable.slice(0, length).map((b) => alphabet[b % alphabet.length])
  if (letters.length < length) throw new RangeError('too few random bytes for a reference')
  return dashed(letters.join(''))
}

const dashed = (letters: string) => letters.match(/.{4}/g)!.join('-')
