import type { NomineeKind } from '#db/vocabulary.ts'

const shares: [weight: number, words: string][] = [
  [5, 'a twentieth'], [10, 'a tenth'], [15, 'about a seventh'], [20, 'a fifth'], [25, 'a quarter'], [30, 'nearly a third'],
  [35, 'over a third'], [40, 'two fifths'], [50, 'half'], [60, 'three fifths'], [75, 'three quarters'], [100, 'all'],
]

/** What a weight out of 100 comes to in words: 25 is "a quarter", 26 "about a quarter". */
export function weightWords(weight: number): string {
  const [nearest, words] = shares.reduce((best, one) => (Math.abs(one[0] - weight) < Math.abs(best[0] - weight) ? one : best))
  return nearest === weight ? words : `about ${words.replace(/^(about|nearly|over) /, '')}`
}

const kindWords: Record<NomineeKind, string> = { person: 'one person', team: 'a team', service: 'a whole service' }

/** "one person, a team or a whole service" */
export function kindsText(kinds: NomineeKind[]): string {
  const words = kinds.map((kind) => kindWords[kind])
  const last = words.pop() ?? ''
  return words.length ? `${words.join(', ')} or ${last}` : last
}

/** Enough to know whether it is the right one; its own page says the rest. */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?= |$)/.exec(text)?.[0] ?? text
}
