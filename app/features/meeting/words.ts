import type { Closeness } from '#app/domain/agenda.ts'
import type { AgendaItem, OnAgenda } from '#app/features/meeting/agenda.queries.server.ts'
import { inHundred, leadText } from '#app/features/moderation/certainty.ts'
import type { TagTone } from '#app/ui/tag.tsx'

export const itemWords: Record<AgendaItem['item'], { label: string; tone: TagTone }> = {
  waiting: { label: 'Not opened', tone: 'neutral' },
  open: { label: 'Before the meeting now', tone: 'info' },
  closed: { label: 'Closed', tone: 'good' },
}

export function closenessText({ kind, gap, pFirst }: OnAgenda): string {
  const lead = `first by ${leadText(gap)}`
  const says: Record<Closeness['kind'], string> = {
    equal: 'Equal at the top', close: `Too close to call: ${lead}`, ahead: `Clear: ${lead}`, alone: 'Only one has a place', nobody: 'Nobody has a place',
  }
  return pFirst === null || kind === 'nobody' || kind === 'alone' ? says[kind] : `${says[kind]}; the best with a chance of ${inHundred(pFirst)}`
}

/** What was done, said by `saidDone`. */
export const meetingDone: Record<string, string> = {
  attended: 'Who is at the meeting is noted.',
  open: 'The item is open.',
  close: 'The item is closed. Whoever had stepped out is back.',
  out: 'They have stepped out. This category is closed to them.',
  back: 'They are back.',
  propose: 'The proposal is in the minutes.',
  cast: 'The casting vote is in the minutes. Now write down the decision, with the reason.',
  note: 'It is in the minutes.',
  citation: 'The citation is saved with the decision.',
}
