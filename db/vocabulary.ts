/** Every state, role and kind the tables know. Layer 0: imports nothing, may be imported from anywhere. */

export const editionStages = ['preparing', 'nominating', 'screening', 'judging', 'ceremony', 'archived'] as const
export type EditionStage = (typeof editionStages)[number]

export const categoryStates = ['open', 'shortlisted', 'judging', 'moderating', 'settled', 'sealed', 'revealed', 'no-award'] as const
export type CategoryState = (typeof categoryStates)[number]

export const nomineeKinds = ['person', 'team', 'service'] as const
export type NomineeKind = (typeof nomineeKinds)[number]

/** How a nomination reached us. Recorded for organisers, never shown to judges. */
export const channels = ['online', 'phone', 'paper', 'import'] as const
export type Channel = (typeof channels)[number]

export const nominationStates = ['live', 'withdrawn'] as const
export type NominationState = (typeof nominationStates)[number]

export const entryStates = ['live', 'withdrawn'] as const
export type EntryState = (typeof entryStates)[number]

export const roles = ['owner', 'organiser', 'assistant', 'judge', 'stage-crew'] as const
export type Role = (typeof roles)[number]

export const linkKinds = ['sign-in', 'draft', 'status', 'demo'] as const
export type LinkKind = (typeof linkKinds)[number]

export const messageStates = ['held', 'ready', 'sending', 'sent', 'failed', 'cancelled'] as const
export type MessageState = (typeof messageStates)[number]

export const jobStates = ['waiting', 'running', 'done', 'failed'] as const
export type JobState = (typeof jobStates)[number]
