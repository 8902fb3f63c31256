/** Every verb of the audit trail. `audit/sentences.ts` says each in words; adding one here breaks the build there. */
export const auditVerbs = [
  'edition.created', 'edition.changed', 'edition.opening-scheduled', 'edition.opening-unscheduled',
  'edition.open-nominations', 'edition.return-to-preparing', 'edition.close-nominations', 'edition.reopen-nominations',
  'category.changed', 'criterion.changed', 'question.changed',
  'nomination.sent', 'nomination.edited', 'nomination.withdrawn',
  'account.created', 'role.granted', 'role.revoked', 'session.started', 'session.ended', 'sign-in.failed',
  'message.held', 'message.released', 'message.edited', 'message.cancelled', 'message.resent',
] as const
export type AuditVerb = (typeof auditVerbs)[number]

export type AuditFacts = Record<string, string | number | boolean | null | string[]>
