/** A stretch of a line that is written in one direction. */
export interface Run {
  text: string
  rightToLeft: boolean
}

type Kind = 'left' | 'right' | 'number' | 'bracket' | 'none'

const pairs = '()[]{}<>«»‹›'
const rightToLeftScript = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Which way a paragraph runs: as its first letter does. */
export function runsRightToLeft(text: string): boolean {
  return hasRightToLeft(/\p{L}/u.exec(text)?.[0] ?? '')
}

export const hasRightToLeft = (text: string) => rightToLeftScript.test(text)

/**
 * The runs of a line from left to right as they stand on paper. This is the Unicode bidirectional algorithm (UAX 9) for what names
 * and letters hold: two directions and numbers, without embeddings or overrides.
 */
export function visualRuns(letters: string[], rightToLeft: boolean): Run[] {
  const levels = levelsOf(letters.map(kindOf), rightToLeft ? 1 : 0)
  const runs = sameRuns(letters, levels)
  for (const level of [2, 1]) reverseFrom(runs, level)
  return runs.map(({ level, letters: those }) => ({ text: those.join(''), rightToLeft: level % 2 === 1 }))
}

function kindOf(letter: string): Kind {
  if (/^\p{Nd}/u.test(letter)) return 'number'
  if (pairs.includes(letter)) return 'bracket'
  if (!/^\p{L}/u.test(letter)) return 'none'
  return rightToLeftScript.test(letter) ? 'right' : 'left'
}

/**
 * 0 and 2 run to the right, 1 to the left; 2 is a number or a foreign word within what runs to the left. A bracket belongs to the
 * paragraph (nearly rule N0), any other sign to what stands on both its sides, where that agrees (N1, N2).
 */
function levelsOf(kinds: Kind[], base: 0 | 1): number[] {
  return kinds.map((kind, i) => {
    const [before, after] = [kinds.slice(0, i).findLast(isStrong), kinds.slice(i + 1).find(isStrong)]
    if (kind === 'right') return 1
    if (kind === 'left') return base * 2
    if (kind === 'number') return base === 1 || before === 'right' ? 2 : 0
    return kind === 'bracket' || before !== after || before === undefined ? base : before === 'right' ? 1 : base * 2
  })
}
const isStrong = (kind: Kind) => kind === 'left' || kind === 'right'

function sameRuns(letters: string[], levels: number[]): { level: number, letters: string[] }[] {
  const runs: { level: number, letters: string[] }[] = []
  letters.forEach((letter, i) => {
    const level = levels[i]!
    if (runs.at(-1)?.level !== level) runs.push({ level, letters: [] })
    runs.at(-1)!.letters.push(letter)
  })
  return runs
}

/** Rule L2: from the highest level down, what stands at that level or above is turned round as one. */
function reverseFrom(runs: { level: number }[], level: number): void {
  for (let from = 0; from < runs.length; from++) {
    let to = from
    while (to < runs.length && runs[to]!.level >= level) to++
    if (to > from) runs.splice(from, to - from, ...runs.slice(from, to).reverse())
    from = to
  }
}

/** Signs between words that run to the left, as they stand: in reverse, and what opened to the right opens to the left. */
export function turned(letters: string[]): string[] {
  return letters.toReversed().map((letter) => {
    const at = pairs.indexOf(letter)
    return at < 0 ? letter : pairs[at ^ 1]!
  })
}
