import { finalistsStep, titleStep, type StagePoint } from '#app/domain/stage.ts'
import type { CueKind } from '#db/vocabulary.ts'

/** What a cue says: on the screen, and by the presenter. */
export interface CueWords {
  title: string
  script: string
}

/** What the presenter says of a category, until somebody writes it better. */
export function openingOf({ name, who }: { name: string; who: string }): CueWords {
  return { title: name, script: `The next award is ${name}. ${who}` }
}

/** What the stage shows at a point: no name of anybody, whatever the point. */
export function pointText(order: { id: string; kind: CueKind; title: string; awarded: boolean }[], { cueId, step }: Omit<StagePoint, 'black'>): string {
  const cue = order.find(({ id }) => id === cueId)
  if (!cue) return 'Before the beginning'
  if (cue.kind !== 'category') return cue.title
  if (!cue.awarded) return `${cue.title}: no award`
  if (step === titleStep) return `${cue.title}: its title`
  return step === finalistsStep ? `Finalists of ${cue.title}` : `Winner of ${cue.title}`
}

export const cueKindWords: Record<CueKind, string> = { words: 'Words', category: 'Award', break: 'Break' }

/** "40 seconds", "2 minutes 10 seconds" */
export function lengthText(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  const parts = [minutes && `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`, (rest || !minutes) && `${rest} ${rest === 1 ? 'second' : 'seconds'}`]
  return parts.filter(Boolean).join(' ')
}

/** What was done, said by `saidDone`. */
export const ceremonyDone: Record<string, string> = {
  make: 'Every category that will have an award is in the running order.',
  up: 'Moved up.',
  down: 'Moved down.',
  added: 'Added at the end.',
  changed: 'Saved.',
  removed: 'Taken out of the running order.',
}
