import { countWords } from '#app/domain/words.ts'
import type { Progress } from '#app/features/judging/scorecard.ts'
import type { DossierPart } from '#app/features/screening/dossier.server.ts'

/** Reading with care: adults read plain prose at about 240 words a minute, and go back when they weigh it. */
const wordsAMinute = 200
/** Choosing and writing, once an entry has been read. */
const minutesAScorecard = 1.5

export function countDossier(dossier: Pick<DossierPart, 'text'>[]): number {
  return dossier.flatMap(({ text }) => text).reduce((sum, paragraph) => sum + countWords(paragraph), 0)
}

/** Whole minutes that are left, at an ordinary pace. */
export function minutesLeft(cards: { progress: Progress; words: number }[]): number {
  const left = cards.filter(({ progress }) => progress !== 'finished')
  return Math.ceil(left.reduce((sum, { words }) => sum + words / wordsAMinute + minutesAScorecard, 0))
}

/** "1 hour 5 minutes", "12 minutes" */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts = [hours && `${hours} ${hours === 1 ? 'hour' : 'hours'}`, (rest || !hours) && `${rest} ${rest === 1 ? 'minute' : 'minutes'}`]
  return parts.filter(Boolean).join(' ')
}

/** Where a judge's pages are. */
export const deskPath = (slug: string) => `/judge/${slug}`
export const entryPath = (slug: string, entryId: string) => `${deskPath(slug)}/entries/${entryId}`
