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

/** A file that a nominator adds to their words. */
export const attachmentKinds = ['picture', 'pdf'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** How somebody for whom an organiser wrote learns the reference. */
export const receiptRoutes = ['email', 'letter', 'call'] as const
export type ReceiptRoute = (typeof receiptRoutes)[number]

/** A file of nominations, from its upload to its undoing. */
export const importStates = ['uploaded', 'checking', 'checked', 'running', 'stopped', 'done', 'undone'] as const
export type ImportState = (typeof importStates)[number]

/** What taking in a row of such a file would come to. */
export const importOutcomes = ['unchecked', 'new', 'duplicate', 'error'] as const
export type ImportOutcome = (typeof importOutcomes)[number]

export const nominationStates = ['live', 'withdrawn'] as const
export type NominationState = (typeof nominationStates)[number]

/** Why somebody should look at a nomination before anything is done with it. It counts all the same. */
export const suspicionKinds = ['trap', 'fast', 'many', 'addresses', 'self'] as const
export type SuspicionKind = (typeof suspicionKinds)[number]

/** The last reminder that a draft's writer was sent. */
export const reminders = ['no', 'week', 'day'] as const
export type Reminder = (typeof reminders)[number]

export const entryStates = ['live', 'withdrawn'] as const
export type EntryState = (typeof entryStates)[number]

/** Whether an entry takes part; a void one does not even inform how severe its judges are. */
export const standings = ['standing', 'stood-down', 'void'] as const
export type Standing = (typeof standings)[number]

export const screenings = ['to-screen', 'eligible', 'ineligible'] as const
export type Screening = (typeof screenings)[number]

export const shortlistPlaces = ['undecided', 'in', 'out'] as const
export type ShortlistPlace = (typeof shortlistPlaces)[number]

/** What a nominee said to the notice. Who objects wants us to stop; who declines wants no award. */
export const nomineeAnswers = ['none', 'accepted', 'declined', 'objected'] as const
export type NomineeAnswer = (typeof nomineeAnswers)[number]

export const noticeRoutes = ['email', 'letter', 'phone', 'employer'] as const
export type NoticeRoute = (typeof noticeRoutes)[number]

/** Scores finished by a judge who left count; those of one who is void do not. */
export const judgeStates = ['invited', 'accepted', 'declined', 'left', 'void'] as const
export type JudgeState = (typeof judgeStates)[number]

export const tieKinds = ['employer', 'past-employer', 'sponsor'] as const
export type TieKind = (typeof tieKinds)[number]

export const recusalSources = ['declared', 'organiser'] as const
export type RecusalSource = (typeof recusalSources)[number]

export const scorecardStates = ['to-do', 'in-progress', 'finished', 'stepped-aside'] as const
export type ScorecardState = (typeof scorecardStates)[number]

export const awardKinds = ['winner', 'highly-commended', 'reserve'] as const
export type AwardKind = (typeof awardKinds)[number]

/** What a line of the minutes tells. */
export const minuteKinds = ['opened', 'stepped-out', 'came-back', 'proposed', 'cast', 'decided', 'no-award', 'settled', 'reopened', 'note', 'closed'] as const
export type MinuteKind = (typeof minuteKinds)[number]

export const cueKinds = ['words', 'category', 'break'] as const
export type CueKind = (typeof cueKinds)[number]

export const roles = ['owner', 'organiser', 'assistant', 'judge', 'stage-crew', 'witness'] as const
export type Role = (typeof roles)[number]

export const linkKinds = ['sign-in', 'draft', 'status', 'demo', 'nominee', 'nominee-answer', 'judge-invitation', 'no-reminders'] as const
export type LinkKind = (typeof linkKinds)[number]

export const messageStates = ['held', 'ready', 'sending', 'sent', 'failed', 'cancelled'] as const
export type MessageState = (typeof messageStates)[number]

export const jobStates = ['waiting', 'running', 'done', 'failed'] as const
export type JobState = (typeof jobStates)[number]
