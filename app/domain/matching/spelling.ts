/** Letters to add, drop, change or swap with a neighbour to make one word of the other (optimal string alignment). */
export function lettersApart(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, j) => j)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change)
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[other.length] ?? one.length
}

/** Whether one may be a slip of the pen for the other: a letter in five or more, two in nine or more. */
export function isSlip(one: string, other: string): boolean {
  const long = Math.max(one.length, other.length)
  return isWithin(long >= 9 ? 2 : long >= 5 ? 1 : 0, one, other)
}

/** Whether so many letters make one of the other; looks first at what costs little. */
export function isWithin(letters: number, one: string, other: string): boolean {
  if (one === other) return true
  if (letters === 0 || Math.abs(one.length - other.length) > letters) return false
  return countBits(lettersIn(one) ^ lettersIn(other)) <= 2 * letters && lettersApart(one, other) <= letters
}

/** A bit for each letter that occurs. */
function lettersIn(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

const sounds: [RegExp, string][] = [
  [/ph/g, 'f'], [/^kn|^gn/, 'n'], [/^wr/, 'r'], [/gh/g, ''], [/sch|sz|sh|cz|ch|tch/g, 'x'], [/ck|q|c(?![eiy])/g, 'k'], [/c|z/g, 's'],
  [/w/g, 'v'], [/j(?=[aeiou])/g, 'y'], [/dg/g, 'y'], [/h/g, ''], [/(ae|ai|ay|ei|ey)/g, 'e'], [/(ee|ea|ie|y)/g, 'i'], [/(oo|ou|ow|u)/g, 'u'], [/(.)\1+/g, '$1'],
]

/** A word roughly as it sounds in English ears, so that "Mae" is "Mai" and "Wisniewski" near "Visnievsky". Compare it, never show it. */
export function soundOf(word: string): string {
  return sounds.reduce((sound, [letters, heard]) => sound.replace(letters, heard), word)
}

/** Whether two words may sound the same. */
export function soundAlike(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) <= 3 && countBits(lettersIn(one) ^ lettersIn(other)) <= 6 && soundOf(one) === soundOf(other)
}

/** What stays of a word when its vowels go, from the first letter on: the same for most slips of the pen. */
export function skeletonOf(word: string): string {
  const sound = soundOf(word)
  return sound.slice(0, 1) + sound.slice(1).replace(/[aeiouy]/g, '')
}
