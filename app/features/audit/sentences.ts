import type { AuditFacts, AuditVerb } from '#app/domain/audit-events.ts'
import { roleWords } from '#app/domain/roles.ts'
import type { SettingKey } from '#app/domain/settings-rules.ts'
import { roles } from '#db/vocabulary.ts'

/** What the ids and instants of an event are called today. What has been erased has no name any more. */
export interface Names {
  /** what the event is about; empty when that is nothing we know */
  object: string
  /** "5pm on Tuesday 12 January 2027" */
  moment: (at: string) => string
}

/** Each verb as a sentence that begins with whoever did it: "Anna Price | opened nominations". */
export const sentences: Record<AuditVerb, (facts: AuditFacts, names: Names) => string> = {
  'edition.created': () => 'created this edition',
  'edition.changed': (facts, names) => `changed ${changesOf(facts, names)}${reasonOf(facts)}`,
  'edition.opening-scheduled': ({ opens_at }, { moment }) => `set nominations to open by themselves at ${moment(String(opens_at))}`,
  'edition.opening-unscheduled': () => 'took the opening of nominations off the clock',
  'edition.open-nominations': ({ byClock }) => `opened nominations${byClock ? ', as the clock was set' : ''}`,
  'edition.return-to-preparing': () => 'took the edition back to preparing',
  'edition.close-nominations': ({ byClock }) => `closed nominations${byClock ? ', as the clock was set' : ''}`,
  'edition.reopen-nominations': (facts, { moment }) => `opened nominations again, until ${moment(String(facts.closes_at))}${reasonOf(facts)}`,
  'category.changed': (facts, { object }) => `changed the category ${object}${reasonOf(facts)}`,
  'criterion.changed': (facts, names) => `changed how ${names.object} is judged: ${changesOf(facts, names)}${reasonOf(facts)}`,
  'question.changed': (facts, { object }) => `changed the question ${object}${reasonOf(facts)}`,
  'nomination.sent': ({ channel }, { object }) => `sent nomination ${object}${cameBy(channel)}`,
  'nomination.edited': ({ version }, { object }) => `changed nomination ${object}, now version ${String(version)}`,
  'nomination.withdrawn': (_, { object }) => `withdrew nomination ${object}`,
  'account.created': (_, { object }) => `added ${object} to the people who can sign in`,
  'role.granted': ({ role }, { object }) => `gave ${object} the role ${roleName(role)}`,
  'role.revoked': ({ role }, { object }) => `took the role ${roleName(role)} from ${object}`,
  'session.started': ({ by }) => `signed in ${by === 'code' ? 'with a code' : by === 'demo' ? 'with a demo link' : 'with a link'}`,
  'session.ended': ({ sessions }) => (Number(sessions) > 1 ? `signed out in ${String(sessions)} browsers` : 'signed out'),
  'sign-in.failed': (_, { object }) => `tried to sign in${object && ` as ${object}`}, with a wrong or old code`,
  'message.held': (_, { object }) => `held the message “${object}”`,
  'message.released': (_, { object }) => `released the message “${object}”`,
  'message.edited': (_, { object }) => `rewrote the message “${object}”`,
  'message.cancelled': (_, { object }) => `cancelled the message “${object}”`,
  'message.resent': (_, { object }) => `sent the message “${object}” again`,
}

const settingWords: Record<SettingKey | 'current', string> = {
  current: 'which edition the public pages show', name: 'the name', ceremony_at: 'the time of the ceremony',
  ceremony_place: 'the place of the ceremony', opens_at: 'the opening of nominations', closes_at: 'the close of nominations',
  grace_minutes: 'the minutes of grace', host: 'the host', timetable: 'the timetable', eligibility: 'who can be nominated',
  selfNomination: 'whether people may nominate themselves', panelSize: 'the size of the panels', quorum: 'the quorum',
  quorumRule: 'what happens below the quorum', ordering: 'how standings are ordered', shortlistSize: 'the size of the shortlists',
  noticeVersion: 'the privacy notice', retentionMonths: 'how long things are kept', relationships: 'the list of relationships',
}

/** "the quorum: 3 → 2; the host" */
function changesOf({ changes }: AuditFacts, { moment }: Names): string {
  if (!Array.isArray(changes)) return 'something'
  const inWords = changes.map((change) => {
    const [key = '', ...rest] = change.split(': ')
    return [settingWords[key as SettingKey] ?? key, ...rest].join(': ')
  })
  return inWords.join('; ').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment)
}

function reasonOf({ reason }: AuditFacts): string {
  return reason ? `. The reason: ${String(reason)}` : ''
}

function roleName(role: unknown): string {
  const known = roles.find((one) => one === role)
  return known ? roleWords[known].name.toLowerCase() : String(role)
}

function cameBy(channel: unknown): string {
  const words: Record<string, string> = { phone: ', by telephone', paper: ', on paper', import: ', from a file' }
  return words[String(channel)] ?? ''
}
