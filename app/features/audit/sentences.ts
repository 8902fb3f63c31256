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
  'nomination.link-sent': (_, { object }) => `sent the link to nomination ${object} again`,
  'entry.screened': ({ decision, category }, { object }) => `found ${object} ${decision === 'eligible' ? 'eligible' : 'not eligible'} for ${String(category)}`,
  'entry.moved': ({ from, to }, { object }) => `moved ${object} from ${String(from)} to ${String(to)}`,
  'entry.stood-down': ({ category }, { object }) => `stood ${object} down from ${String(category)}`,
  'entry.stands-again': ({ category }, { object }) => `let ${object} stand again for ${String(category)}`,
  'passage.covered': ({ places }, { object }) => `covered words in ${placesOf(places)} of nomination ${object}`,
  'passage.uncovered': (_, { object }) => `uncovered words of nomination ${object}`,
  'notice.queued': (_, { object }) => `wrote to ${object} that they have been nominated`,
  'notice.printed': (_, { object }) => `printed the letter that tells ${object} they have been nominated`,
  'notice.told': ({ route }, { object }) => `noted that ${object} was told ${toldBy[String(route)] ?? ''}`.trimEnd(),
  'nominee.answered': ({ answer }, { object }) => `${answerWords[String(answer)] ?? 'answered'} for ${object}`,
  'nominee.corrected': (_, { object }) => `corrected what we hold about ${object}`,
  'entry.shortlisted': ({ place, ...facts }, { object }) => `${placeWords[String(place)] ?? 'moved'} ${object}${reasonOf(facts)}`,
  'category.stepped': ({ to, ...facts }, { object }) => `${stepWords[String(to)] ?? 'moved on'} ${object}${reasonOf(facts)}`,
  'finalists.announced': ({ people }) => `announced the finalists, and wrote to ${String(people)} of them`,
  'scorecard.finished': (_, { object }) => `finished scoring ${object}`,
  'scorecard.reopened': (_, { object }) => `opened their scorecard of ${object} again`,
  'scorecard.stepped-aside': (_, { object }) => `stepped aside from ${object}`,
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

const toldBy: Record<string, string> = { letter: 'by post', phone: 'by telephone', employer: 'by their employer' }

const answerWords: Record<string, string> = {
  accepted: 'said yes to the awards', declined: 'declined the awards', objected: 'asked us to stop using the information',
}

function placesOf(places: unknown): string {
  return Number(places) === 1 ? 'one place' : `${String(places)} places`
}

const placeWords: Record<string, string> = {
  in: 'put on the shortlist:', out: 'left off the shortlist:', undecided: 'took back the decision about',
}

const stepWords: Record<string, string> = {
  open: 'opened the shortlist again in', shortlisted: 'finished the shortlist in', 'no-award': 'gave no award in', judging: 'opened judging in',
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
