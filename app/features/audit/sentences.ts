import type { AuditFacts, AuditVerb } from '#app/domain/audit-events.ts'
import { questionPartWords } from '#app/domain/question-rules.ts'
import { roleWords } from '#app/domain/roles.ts'
import type { SettingKey } from '#app/domain/settings-rules.ts'
import { roles } from '#db/vocabulary.ts'

/** What the ids and instants of an event are called today. What has been erased has no name any more. */
export interface Names {
  /** what the event is about; empty when that is nothing we know */
  object: string
  /** the other one that `facts.other` names, when there is one */
  other: string
  /** "5pm on Tuesday 12 January 2027" */
  moment: (at: string) => string
}

/** Each verb as a sentence that begins with whoever did it: "Anna Price | opened nominations". */
export const sentences: Record<AuditVerb, (facts: AuditFacts, names: Names) => string> = {
  'edition.created': () => 'created this edition',
  'edition.changed': (facts, names) => `changed ${changesOf(facts, names)}${reasonOf(facts)}`,
  'edition.clock-moved': ({ to }, { moment }) => `moved the clock of this rehearsal on to ${moment(String(to))}`,
  'edition.opening-scheduled': ({ opens_at }, { moment }) => `set nominations to open by themselves at ${moment(String(opens_at))}`,
  'edition.opening-unscheduled': () => 'took the opening of nominations off the clock',
  'edition.open-nominations': ({ byClock }) => `opened nominations${byClock ? ', as the clock was set' : ''}`,
  'edition.return-to-preparing': () => 'took the edition back to preparing',
  'edition.close-nominations': ({ byClock }) => `closed nominations${byClock ? ', as the clock was set' : ''}`,
  'edition.reopen-nominations': (facts, { moment }) => `opened nominations again, until ${moment(String(facts.closes_at))}${reasonOf(facts)}`,
  'category.changed': (facts, { object }) => `changed the category ${object}${reasonOf(facts)}`,
  'criterion.changed': (facts, names) => `changed how ${names.object} is judged: ${changesOf(facts, names)}${reasonOf(facts)}`,
  'question.added': (facts) => `added the question “${String(facts.label)}”${reasonOf(facts)}`,
  'question.changed': (facts, names) => `changed the question “${names.object}”: ${changesOf(facts, names)}${reasonOf(facts)}`,
  'question.removed': (facts) => `removed the question “${String(facts.label)}”${reasonOf(facts)}`,
  'nomination.sent': ({ channel }, { object }) => `sent nomination ${object}${cameBy(channel)}`,
  'nomination.edited': ({ version }, { object }) => `changed nomination ${object}, now version ${String(version)}`,
  'nomination.withdrawn': (_, { object }) => `withdrew nomination ${object}`,
  'nomination.link-sent': (_, { object }) => `sent the link to nomination ${object} again`,
  'nomination.released': (_, { object }) => `looked at nomination ${object} and released it`,
  'nomination.receipt-given': ({ by }, { object }) => `noted that the receipt of nomination ${object} was ${by === 'letter' ? 'posted' : 'told'}`,
  'import.uploaded': ({ rows }) => `uploaded a file with ${many(rows, 'row')} of nominations`,
  'import.started': ({ rows }) => `began to take in ${many(rows, 'nomination')} from a file`,
  'import.done': ({ rows, other }, names) => `took in ${many(rows, 'nomination')} from a file${other ? `, for ${names.other}` : ''}`,
  'import.stopped': ({ rows, other }, names) => `stopped an import after ${many(rows, 'nomination')}${other ? `, for ${names.other}` : ''}`,
  'import.undone': ({ rows }) => `undid an import of ${many(rows, 'nomination')}`,
  'import.discarded': () => 'discarded a file that was not taken in',
  'draft.deleted': ({ drafts }) => `deleted ${many(drafts, 'draft')} that had not been sent`,
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
  'nominee.merged': ({ nominations }, { object, other }) => `merged ${other} into ${object}${moving(nominations)}`,
  'nominee.unmerged': ({ nominations }, { object, other }) => `took ${other} out of ${object} again${moving(nominations)}`,
  'nominee.told-apart': (_, { object, other }) => `said that ${object} and ${other} are not the same`,
  'nominee.maybe-same': (_, { object, other }) => `took back that ${object} and ${other} are not the same`,
  'entry.shortlisted': ({ place, ...facts }, { object }) => `${placeWords[String(place)] ?? 'moved'} ${object}${reasonOf(facts)}`,
  'category.stepped': ({ to, ...facts }, { object }) => `${stepWords[String(to)] ?? 'moved on'} ${object}${reasonOf(facts)}`,
  'finalists.announced': ({ people }) => `announced the finalists, and wrote to ${String(people)} of them`,
  'judge.invited': (_, { object }) => `invited ${object} to judge`,
  'judge.accepted': () => 'accepted to judge',
  'judge.declined': () => 'declined to judge',
  'judge.signed': ({ terms }) => `signed the terms of confidentiality, version ${String(terms)}`,
  'judge.declared': ({ ties, finalists }) => `declared ${finalists === undefined ? `ties to ${many(ties, 'organisation')}` : `ties to ${many(finalists, 'finalist')}`}`,
  'judge.left': (_, { object }) => `ended the judging of ${object}, whose finished scores count`,
  'judge.voided': (_, { object }) => `made ${object} void as a judge, so that no score of theirs counts`,
  'judge.set-aside': (_, { object, other }) => `made ${object} step aside from ${other}`,
  'judge.let-back': (_, { object, other }) => `let ${object} judge ${other} after all`,
  'judge.reminded': ({ left }, { object }) => `reminded ${object} of ${many(left, 'entry', 'entries')} to judge`,
  'panel.joined': ({ category }, { object }) => `put ${object} on the panel of ${String(category)}`,
  'panel.left': ({ category }, { object }) => `took ${object} off the panel of ${String(category)}`,
  'panel.chaired': ({ category }, { object }) => `made ${object} chair of the panel of ${String(category)}`,
  'assignment.applied': ({ given, taken }, { object }) => `gave ${object} to its judges: ${many(given, 'scorecard')} new, ${String(taken)} taken back`,
  'edition.open-judging': ({ categories }) => `opened judging of ${many(categories, 'category', 'categories')}`,
  'edition.return-to-screening': () => 'took the edition back to screening',
  'category.judging-opened': (_, { object }) => `opened judging of ${object}`,
  'scorecard.finished': (_, { object }) => `finished scoring ${object}`,
  'scorecard.reopened': (_, { object }) => `opened their scorecard of ${object} again`,
  'scorecard.stepped-aside': (_, { object }) => `stepped aside from ${object}`,
  'scoring.closed': (_, { object }) => `closed the scoring of ${object}`,
  'scoring.opened-again': (facts, { object }) => `gave ${object} back to its judges${reasonOf(facts)}`,
  'decision.saved': (_, { object }) => `wrote down a decision for ${object}`,
  'decision.settled': (_, { object }) => `settled the decision for ${object}`,
  'decision.reopened': (facts, { object }) => `opened the decision for ${object} again${reasonOf(facts)}`,
  'decision.no-award': (_, { object }) => `decided to give no award in ${object}`,
  'seal.proposed': (_, { object }) => `asked to seal ${object}`,
  'seal.taken-back': (_, { object }) => `took back the request to seal ${object}`,
  'seal.made': ({ number }, { object }) => `sealed ${Number(number) > 1 ? 'an amendment of ' : ''}${object}, as the second of two`,
  'seal.amendment-begun': (_, { object }) => `began to amend the seal of ${object}`,
  'seal.amendment-dropped': (_, { object }) => `dropped the amendment of ${object}`,
  'results.seen': (_, { object }) => `looked at the results of ${object}`,
  'embargo.added': (_, { object }) => `let ${object} see results before they are revealed`,
  'embargo.removed': (_, { object }) => `took ${object} off the list of those who see results`,
  'item.attended': ({ people }) => `noted who is at the meeting: ${many(people, 'person', 'people')}`,
  'item.opened': (_, { object }) => `opened the item ${object} of the meeting`,
  'item.closed': (_, { object }) => `closed the item ${object} of the meeting`,
  'item.stepped-out': (_, { object, other }) => `noted that ${other} stepped out of the item ${object}`,
  'item.came-back': (_, { object, other }) => `noted that ${other} came back to the item ${object}`,
  'item.minuted': (_, { object }) => `wrote in the minutes of ${object}`,
  'order.made': ({ categories }) => `put ${many(categories, 'category', 'categories')} in the running order`,
  'cue.added': () => 'added to the running order',
  'cue.changed': (_, { object }) => `changed ${object} in the running order`,
  'cue.moved': (_, { object }) => `moved ${object} in the running order`,
  'cue.removed': () => 'took something out of the running order',
  'stage.moved': ({ act, step }, { object }) => `${pressWords[String(act)] ?? 'moved the stage'}${object && `: ${object}, step ${Number(step ?? 0) + 1}`}`,
  'stage.revealed': ({ number }, { object }) => `showed the winner of ${object} on stage, reveal ${String(number)}`,
  'stage.undone': (_, { object }) => `took back the reveal of ${object}`,
  'edition.archive': () => 'archived the edition',
  'certificates.made': ({ count }) => `made ${many(count, 'certificate')}`,
  'edition.return-to-ceremony': (facts) => `took the edition back out of the archive${reasonOf(facts)}`,
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
  'export.downloaded': ({ file }) => `downloaded ${String(file)}`,
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

const pressWords: Record<string, string> = { next: 'moved the stage on', back: 'moved the stage back', black: 'darkened or lit the stage' }

const stepWords: Record<string, string> = {
  open: 'opened the shortlist again in', shortlisted: 'finished the shortlist in', 'no-award': 'gave no award in', judging: 'opened judging in', revealed: 'let the public know the winner of',
}

const changeWords: Record<SettingKey | keyof typeof questionPartWords | 'current', string> = {
  ...questionPartWords,
  current: 'which edition the public pages show', name: 'the name', ceremony_at: 'the time of the ceremony',
  ceremony_place: 'the place of the ceremony', opens_at: 'the opening of nominations', closes_at: 'the close of nominations',
  grace_minutes: 'the minutes of grace', host: 'the host', timetable: 'the timetable', eligibility: 'who can be nominated',
  selfNomination: 'whether people may nominate themselves', panelSize: 'the size of the panels', quorum: 'the quorum',
  quorumRule: 'what happens below the quorum', ordering: 'how standings are ordered', shortlistSize: 'the size of the shortlists',
  oneAwardEach: 'whether each may have one award at most',
  noticeVersion: 'the privacy notice', retentionMonths: 'how long things are kept', relationships: 'the list of relationships',
  choosing: 'the questions of “Help me choose”', attachments: 'whether a picture or a PDF may be added',
}

/** "the quorum: 3 → 2; the host" */
function changesOf({ changes }: AuditFacts, { moment }: Names): string {
  if (!Array.isArray(changes)) return 'something'
  const inWords = changes.map((change) => {
    const [key = '', ...rest] = change.split(': ')
    return [changeWords[key as SettingKey] ?? key, ...rest].join(': ')
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

function many(count: unknown, one: string, several = `${one}s`): string {
  return `${String(count)} ${Number(count) === 1 ? one : several}`
}

/** `nominations`: ids */
function moving(nominations: unknown): string {
  return Array.isArray(nominations) ? `, ${many(nominations.length, 'nomination')}` : ''
}
