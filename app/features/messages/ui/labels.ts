import type { TagTone } from '#app/ui/tag.tsx'
import type { MessageState } from '#db/vocabulary.ts'

interface StateWords {
  label: string
  tone: TagTone
  /** what this state means for the message, as a sentence */
  means: string
}

export const stateWords: Record<MessageState, StateWords> = {
  held: { label: 'Held', tone: 'waiting', means: 'It waits here until an organiser releases it.' },
  ready: { label: 'Ready', tone: 'info', means: 'It goes out as soon as the mail service takes it.' },
  sending: { label: 'Sending', tone: 'info', means: 'It is on its way to the mail service at this moment.' },
  sent: { label: 'Sent', tone: 'good', means: 'The mail service has taken it.' },
  failed: { label: 'Not sent', tone: 'stopped', means: 'The mail service refused it, or never said that it took it. It can be tried again or cancelled.' },
  cancelled: { label: 'Cancelled', tone: 'neutral', means: 'It will not be sent.' },
}

const kindWords: Record<string, string> = {
  'nomination.receipt': 'Receipt for a nomination',
  'nomination.changed': 'Receipt for a change',
  'nomination.withdrawn': 'Receipt for a withdrawal',
  'nomination.links': 'Links to nominations',
  'nomination.return': 'Way back to a nomination',
  'nomination.reminder': 'Reminder of a nomination not sent',
  'finalist.told': 'Letter to a finalist',
  'nominee.notice': 'Notice to a nominee',
  'nominee.code': 'Code for a nominee’s answer',
  'judging.invitation': 'Invitation to judge',
  'judging.open': 'Judging is open',
  'judging.reminder': 'Reminder to judge',
  'seal.witness': 'Something to seal, to a witness',
  'people.sign-in': 'Link to sign in',
  'people.invitation': 'Invitation to help',
}

/** A kind that has no words yet is shown by its name. */
export function kindLabel(kind: string): string {
  return kindWords[kind] ?? kind
}
