import { auditVerbs, type AuditVerb } from '#app/domain/audit-events.ts'

/** The audit trail's verbs by what they are about: the word before the dot says which. */
export const auditGroups = {
  edition: { label: 'The edition and its settings', about: ['edition', 'category', 'criterion', 'question'] },
  nominations: { label: 'Nominations', about: ['nomination', 'draft', 'import'] },
  screening: { label: 'Screening and shortlists', about: ['entry', 'passage', 'finalists'] },
  nominees: { label: 'Nominees and notices', about: ['notice', 'nominee'] },
  judging: { label: 'Judges, panels and scoring', about: ['judge', 'panel', 'assignment', 'scorecard'] },
  results: { label: 'Results, seals and who looked', about: ['scoring', 'decision', 'item', 'seal', 'results', 'embargo'] },
  ceremony: { label: 'The ceremony', about: ['order', 'cue', 'stage', 'certificates'] },
  exports: { label: 'Files that were downloaded', about: ['export'] },
  messages: { label: 'Messages', about: ['message'] },
  people: { label: 'People and roles', about: ['account', 'role'] },
  'sign-in': { label: 'Signing in', about: ['session', 'sign-in'] },
} satisfies Record<string, { label: string; about: string[] }>

export type AuditGroup = keyof typeof auditGroups

export function isAuditGroup(name: string): name is AuditGroup {
  return Object.hasOwn(auditGroups, name)
}

export function verbsOf(group: AuditGroup): AuditVerb[] {
  const about: string[] = auditGroups[group].about
  return auditVerbs.filter((verb) => about.includes(verb.split('.')[0] ?? ''))
}
