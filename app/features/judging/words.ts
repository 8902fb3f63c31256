import type { Conflict } from '#app/features/judging/conflicts.server.ts'
import type { TagTone } from '#app/ui/tag.tsx'
import type { JudgeState, TieKind } from '#db/vocabulary.ts'

export const judgeStateWords: Record<JudgeState, { label: string; tone: TagTone }> = {
  invited: { label: 'Invited', tone: 'waiting' },
  accepted: { label: 'Accepted', tone: 'good' },
  declined: { label: 'Declined', tone: 'neutral' },
  left: { label: 'Left', tone: 'neutral' },
  void: { label: 'Void', tone: 'stopped' },
}

export const tieWords: Record<TieKind, string> = { employer: 'Works at', 'past-employer': 'Worked at', sponsor: 'Sponsor' }

/** Goes on from the judge's name. */
export const conflictWords: Record<Conflict, string> = {
  'stepped-aside': 'has stepped aside', organisation: 'has a tie with their employer', nominated: 'nominated them', 'is-nominee': 'is the nominee',
}

/** What was done, said by `saidDone`. */
export const judgingDone: Record<string, string> = {
  invited: 'The invitation is in the outbox.',
  'let-back': 'The entry is theirs to judge again.',
  aside: 'They have stepped aside. The entry is out of their sight.',
  ended: 'Their part is ended.',
  join: 'They are on the panel.',
  leave: 'They are off the panel. What they had finished still counts.',
  chair: 'The panel has its chair.',
  applied: 'The entries are given to their judges.',
  opened: 'Judging is open, and its judges are being told.',
  reminded: 'The reminders are in the outbox.',
  returned: 'The edition is back to screening.',
}
