import type { Channel, NominationState, NomineeKind } from '#db/vocabulary.ts'

export const kindLabels: Record<NomineeKind, string> = { person: 'One person', team: 'A team', service: 'A service' }
export const channelLabels: Record<Channel, string> = { online: 'Online form', phone: 'Phone', paper: 'Paper', import: 'Import' }
export const stateLabels: Record<NominationState, string> = { live: 'Received', withdrawn: 'Withdrawn' }
