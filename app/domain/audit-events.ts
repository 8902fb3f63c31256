/** Every verb of the audit trail. `audit/sentences.ts` says each in words; adding one here breaks the build there. */
export const auditVerbs = [
  'edition.created', 'edition.changed', 'edition.clock-moved', 'edition.opening-scheduled', 'edition.opening-unscheduled',
  'edition.open-nominations', 'edition.return-to-preparing', 'edition.close-nominations', 'edition.reopen-nominations',
  'category.changed', 'criterion.changed', 'question.added', 'question.changed', 'question.removed',
  'nomination.sent', 'nomination.edited', 'nomination.withdrawn', 'nomination.link-sent', 'nomination.released', 'nomination.receipt-given', 'import.uploaded', 'import.started', 'import.done', 'import.stopped', 'import.undone', 'import.discarded', 'draft.deleted',
  'entry.screened', 'entry.moved', 'entry.stood-down', 'entry.stands-again', 'passage.covered', 'passage.uncovered',
  'notice.queued', 'notice.printed', 'notice.told', 'nominee.answered', 'nominee.corrected',
  'nominee.merged', 'nominee.unmerged', 'nominee.told-apart', 'nominee.maybe-same',
  'entry.shortlisted', 'category.stepped', 'finalists.announced',
  'judge.invited', 'judge.accepted', 'judge.declined', 'judge.signed', 'judge.declared', 'judge.left', 'judge.voided',
  'judge.set-aside', 'judge.let-back', 'judge.reminded', 'panel.joined', 'panel.left', 'panel.chaired',
  'assignment.applied', 'edition.open-judging', 'edition.return-to-screening', 'category.judging-opened',
  'scorecard.finished', 'scorecard.reopened', 'scorecard.stepped-aside',
  'scoring.closed', 'scoring.opened-again', 'decision.saved', 'decision.settled', 'decision.reopened', 'decision.no-award',
  'seal.proposed', 'seal.taken-back', 'seal.made', 'seal.amendment-begun', 'seal.amendment-dropped', 'results.seen', 'embargo.added', 'embargo.removed',
  'item.attended', 'item.opened', 'item.closed', 'item.stepped-out', 'item.came-back', 'item.minuted',
  'order.made', 'cue.added', 'cue.changed', 'cue.moved', 'cue.removed', 'stage.moved', 'stage.revealed', 'stage.undone', 'edition.archive', 'edition.return-to-ceremony', 'certificates.made',
  'account.created', 'role.granted', 'role.revoked', 'session.started', 'session.ended', 'sign-in.failed',
  'message.held', 'message.released', 'message.edited', 'message.cancelled', 'message.resent', 'export.downloaded',
] as const
export type AuditVerb = (typeof auditVerbs)[number]

export type AuditFacts = Record<string, string | number | boolean | null | string[]>
