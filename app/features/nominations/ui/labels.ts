import type { Channel, NominationState, NomineeKind, SuspicionKind } from '#db/vocabulary.ts'

export const kindLabels: Record<NomineeKind, string> = { person: 'One person', team: 'A team', service: 'A service' }
export const channelLabels: Record<Channel, string> = { online: 'Online form', phone: 'Phone', paper: 'Paper', import: 'Import' }
export const stateLabels: Record<NominationState, string> = { live: 'Received', withdrawn: 'Withdrawn' }

/** Why somebody should look at a nomination, as sentences to organisers. */
export const suspicionSentences: Record<SuspicionKind, string> = {
  trap: 'A box that people cannot see was filled in, as programs do.',
  fast: 'It was sent less than half a minute after it was begun.',
  many: 'Very many came from the same connection, or with the same email address, in a short time.',
  addresses: 'There is a web address in the story.',
  self: 'The nominator seems to be the nominee, and nobody may nominate themselves in these awards.',
}
