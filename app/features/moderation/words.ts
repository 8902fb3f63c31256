import type { Rung } from '#app/domain/scoring/tie-ladder.ts'
import type { Phase } from '#app/features/moderation/policy.ts'
import type { Tie } from '#app/features/moderation/ties.server.ts'
import type { TagTone } from '#app/ui/tag.tsx'
import type { AwardKind } from '#db/vocabulary.ts'

export const awardWords: Record<AwardKind, string> = { winner: 'Winner', 'highly-commended': 'Highly commended', reserve: 'Reserve' }

export const phaseWords: Record<Phase, { label: string; tone: TagTone }> = {
  before: { label: 'Not judged yet', tone: 'neutral' },
  judging: { label: 'Being judged', tone: 'waiting' },
  deciding: { label: 'To decide', tone: 'waiting' },
  settled: { label: 'Settled, to seal', tone: 'info' },
  sealed: { label: 'Sealed', tone: 'good' },
  amending: { label: 'Seal being amended', tone: 'waiting' },
  'no-award': { label: 'No award', tone: 'neutral' },
}

export const rungWords: Record<Rung, string> = {
  criteria: 'the heaviest criterion on which they differ', 'head-to-head': 'the judges who scored both', median: 'the median', panel: 'the panel',
}

/** What connects somebody with a category; which entry it is stays with the organisers. */
export const tieWords: Record<Tie, string> = {
  'stepped-aside': 'stepped aside from an entry here', organisation: 'belongs or belonged to where an entry comes from', nominated: 'nominated somebody here',
  'is-nominee': 'is a finalist here', sponsor: 'belongs to the sponsor of this category',
}

/** What was done, said by `saidDone`. */
export const moderationDone: Record<string, string> = {
  close: 'Scoring is closed. Only the people on the embargo list see the standings.',
  'open-again': 'The category is being judged again.',
  decided: 'The decision is saved. Nobody has been told.',
  settle: 'The decision is settled. Two people can now seal it.',
  reopen: 'The decision is open again.',
  'no-award': 'There will be no award in this category.',
  proposed: 'You have asked for the seal. Now somebody else on the embargo list looks at the same and seals.',
  'taken-back': 'The request to seal is taken back.',
  sealed: 'Sealed. Its fingerprint is public from now on.',
  amend: 'You can change the decision now. The seal in force stays until two people have sealed the new one.',
  'drop-amendment': 'The amendment is dropped. The seal in force stays.',
  added: 'They are on the embargo list.',
  removed: 'They are off the embargo list.',
}
