import { expect, test } from 'vitest'
import { auditVerbs, type AuditFacts, type AuditVerb } from '#app/domain/audit-events.ts'
import { auditGroups, verbsOf, type AuditGroup } from '#app/features/audit/groups.ts'
import { sentences } from '#app/features/audit/sentences.ts'

const names = { object: 'K7H4-X29R', other: 'C3RW-2KF9', moment: (at: string) => `<${at}>` }
const noon = '2027-01-12T12:00:00.000Z'

const said: [AuditVerb, AuditFacts, string][] = [
  ['edition.created', { slug: '2027' }, 'created this edition'],
  ['edition.changed', { changes: ['quorum: 3 → 2', 'host', `closes_at: ${noon} → ${noon}`], reason: 'A judge is ill' }, `changed the quorum: 3 → 2; the host; the close of nominations: <${noon}> → <${noon}>. The reason: A judge is ill`],
  ['edition.clock-moved', { to: noon }, `moved the clock of this rehearsal on to <${noon}>`],
  ['edition.opening-scheduled', { opens_at: noon }, `set nominations to open by themselves at <${noon}>`],
  ['edition.opening-unscheduled', {}, 'took the opening of nominations off the clock'],
  ['edition.open-nominations', { byClock: false }, 'opened nominations'],
  ['edition.open-nominations', { byClock: true }, 'opened nominations, as the clock was set'],
  ['edition.return-to-preparing', {}, 'took the edition back to preparing'],
  ['edition.close-nominations', { byClock: true }, 'closed nominations, as the clock was set'],
  ['edition.reopen-nominations', { closes_at: noon, reason: 'Snow' }, `opened nominations again, until <${noon}>. The reason: Snow`],
  ['category.changed', {}, 'changed the category K7H4-X29R'],
  ['criterion.changed', { changes: ['weight 1: 40 → 50'] }, 'changed how K7H4-X29R is judged: weight 1: 40 → 50'],
  ['question.changed', {}, 'changed the question K7H4-X29R'],
  ['nomination.sent', { channel: 'online' }, 'sent nomination K7H4-X29R'],
  ['nomination.sent', { channel: 'phone' }, 'sent nomination K7H4-X29R, by telephone'],
  ['nomination.edited', { version: 2 }, 'changed nomination K7H4-X29R, now version 2'],
  ['nomination.withdrawn', {}, 'withdrew nomination K7H4-X29R'],
  ['entry.screened', { decision: 'eligible', category: 'Home Care' }, 'found K7H4-X29R eligible for Home Care'],
  ['entry.screened', { decision: 'ineligible', category: 'Home Care' }, 'found K7H4-X29R not eligible for Home Care'],
  ['entry.moved', { from: 'Home Care', to: 'Care Team' }, 'moved K7H4-X29R from Home Care to Care Team'],
  ['entry.stood-down', { category: 'Home Care' }, 'stood K7H4-X29R down from Home Care'],
  ['entry.stands-again', { category: 'Home Care' }, 'let K7H4-X29R stand again for Home Care'],
  ['passage.covered', { version: 1, places: 1 }, 'covered words in one place of nomination K7H4-X29R'],
  ['passage.covered', { version: 1, places: 3 }, 'covered words in 3 places of nomination K7H4-X29R'],
  ['passage.uncovered', { version: 1 }, 'uncovered words of nomination K7H4-X29R'],
  ['notice.queued', {}, 'wrote to K7H4-X29R that they have been nominated'],
  ['notice.printed', {}, 'printed the letter that tells K7H4-X29R they have been nominated'],
  ['notice.told', { route: 'phone' }, 'noted that K7H4-X29R was told by telephone'],
  ['nominee.answered', { answer: 'declined' }, 'declined the awards for K7H4-X29R'],
  ['nominee.corrected', {}, 'corrected what we hold about K7H4-X29R'],
  ['nominee.merged', { other: 'x', nominations: ['a', 'b'] }, 'merged C3RW-2KF9 into K7H4-X29R, 2 nominations'],
  ['nominee.unmerged', { other: 'x', nominations: ['a'] }, 'took C3RW-2KF9 out of K7H4-X29R again, 1 nomination'],
  ['nominee.told-apart', { other: 'x' }, 'said that K7H4-X29R and C3RW-2KF9 are not the same'],
  ['nominee.maybe-same', { other: 'x' }, 'took back that K7H4-X29R and C3RW-2KF9 are not the same'],
  ['entry.shortlisted', { place: 'in', reason: 'The clearest example' }, 'put on the shortlist: K7H4-X29R. The reason: The clearest example'],
  ['entry.shortlisted', { place: 'out', reason: 'Thin' }, 'left off the shortlist: K7H4-X29R. The reason: Thin'],
  ['entry.shortlisted', { place: 'undecided', reason: '' }, 'took back the decision about K7H4-X29R'],
  ['category.stepped', { to: 'shortlisted', chosen: 5 }, 'finished the shortlist in K7H4-X29R'],
  ['category.stepped', { to: 'open', reason: 'A mistake' }, 'opened the shortlist again in K7H4-X29R. The reason: A mistake'],
  ['category.stepped', { to: 'no-award', reason: 'Nobody was eligible' }, 'gave no award in K7H4-X29R. The reason: Nobody was eligible'],
  ['finalists.announced', { people: 23 }, 'announced the finalists, and wrote to 23 of them'],
  ['nomination.link-sent', {}, 'sent the link to nomination K7H4-X29R again'],
  ['nomination.released', {}, 'looked at nomination K7H4-X29R and released it'],
  ['draft.deleted', { drafts: 12 }, 'deleted 12 drafts that had not been sent'],
  ['judge.invited', {}, 'invited K7H4-X29R to judge'],
  ['judge.accepted', {}, 'accepted to judge'],
  ['judge.declined', {}, 'declined to judge'],
  ['judge.signed', { terms: '1' }, 'signed the terms of confidentiality, version 1'],
  ['judge.declared', { ties: 1 }, 'declared ties to 1 organisation'],
  ['judge.declared', { finalists: 0 }, 'declared ties to 0 finalists'],
  ['judge.left', {}, 'ended the judging of K7H4-X29R, whose finished scores count'],
  ['judge.voided', {}, 'made K7H4-X29R void as a judge, so that no score of theirs counts'],
  ['judge.set-aside', { other: 'x' }, 'made K7H4-X29R step aside from C3RW-2KF9'],
  ['judge.let-back', { other: 'x' }, 'let K7H4-X29R judge C3RW-2KF9 after all'],
  ['judge.reminded', { left: 1 }, 'reminded K7H4-X29R of 1 entry to judge'],
  ['panel.joined', { category: 'Home Care' }, 'put K7H4-X29R on the panel of Home Care'],
  ['panel.left', { category: 'Home Care' }, 'took K7H4-X29R off the panel of Home Care'],
  ['panel.chaired', { category: 'Home Care' }, 'made K7H4-X29R chair of the panel of Home Care'],
  ['assignment.applied', { given: 12, taken: 0 }, 'gave K7H4-X29R to its judges: 12 scorecards new, 0 taken back'],
  ['edition.open-judging', { categories: 2 }, 'opened judging of 2 categories'],
  ['edition.return-to-screening', {}, 'took the edition back to screening'],
  ['category.judging-opened', {}, 'opened judging of K7H4-X29R'],
  ['scoring.closed', {}, 'closed the scoring of K7H4-X29R'],
  ['scoring.opened-again', { reason: 'A judge came back' }, 'gave K7H4-X29R back to its judges. The reason: A judge came back'],
  ['decision.saved', {}, 'wrote down a decision for K7H4-X29R'],
  ['decision.settled', {}, 'settled the decision for K7H4-X29R'],
  ['decision.reopened', { reason: 'A vote was missed' }, 'opened the decision for K7H4-X29R again. The reason: A vote was missed'],
  ['decision.no-award', {}, 'decided to give no award in K7H4-X29R'],
  ['seal.proposed', {}, 'asked to seal K7H4-X29R'],
  ['seal.taken-back', {}, 'took back the request to seal K7H4-X29R'],
  ['seal.made', { number: 1 }, 'sealed K7H4-X29R, as the second of two'],
  ['seal.made', { number: 2 }, 'sealed an amendment of K7H4-X29R, as the second of two'],
  ['seal.amendment-begun', {}, 'began to amend the seal of K7H4-X29R'],
  ['seal.amendment-dropped', {}, 'dropped the amendment of K7H4-X29R'],
  ['results.seen', {}, 'looked at the results of K7H4-X29R'],
  ['embargo.added', {}, 'let K7H4-X29R see results before they are revealed'],
  ['embargo.removed', {}, 'took K7H4-X29R off the list of those who see results'],
  ['category.stepped', { to: 'revealed' }, 'let the public know the winner of K7H4-X29R'],
  ['item.attended', { people: 3 }, 'noted who is at the meeting: 3 people'],
  ['item.opened', {}, 'opened the item K7H4-X29R of the meeting'],
  ['item.closed', {}, 'closed the item K7H4-X29R of the meeting'],
  ['item.stepped-out', { other: 'x' }, 'noted that C3RW-2KF9 stepped out of the item K7H4-X29R'],
  ['item.came-back', { other: 'x' }, 'noted that C3RW-2KF9 came back to the item K7H4-X29R'],
  ['item.minuted', { other: 'x' }, 'wrote in the minutes of K7H4-X29R'],
  ['order.made', { categories: 12 }, 'put 12 categories in the running order'],
  ['cue.added', {}, 'added to the running order'],
  ['cue.changed', {}, 'changed K7H4-X29R in the running order'],
  ['cue.moved', {}, 'moved K7H4-X29R in the running order'],
  ['cue.removed', {}, 'took something out of the running order'],
  ['stage.moved', { act: 'next', step: 1 }, 'moved the stage on: K7H4-X29R, step 2'],
  ['stage.moved', { act: 'black', step: 0 }, 'darkened or lit the stage: K7H4-X29R, step 1'],
  ['stage.revealed', { number: 3 }, 'showed the winner of K7H4-X29R on stage, reveal 3'],
  ['stage.undone', {}, 'took back the reveal of K7H4-X29R'],
  ['edition.archive', {}, 'archived the edition'],
  ['edition.return-to-ceremony', { reason: 'A seal is amended' }, 'took the edition back out of the archive. The reason: A seal is amended'],
  ['certificates.made', { count: 12 }, 'made 12 certificates'],
  ['scorecard.finished', { version: 3 }, 'finished scoring K7H4-X29R'],
  ['scorecard.reopened', { version: 3 }, 'opened their scorecard of K7H4-X29R again'],
  ['scorecard.stepped-aside', { version: 3 }, 'stepped aside from K7H4-X29R'],
  ['account.created', {}, 'added K7H4-X29R to the people who can sign in'],
  ['role.granted', { role: 'stage-crew' }, 'gave K7H4-X29R the role stage crew'],
  ['role.revoked', { role: 'owner' }, 'took the role owner from K7H4-X29R'],
  ['session.started', { by: 'code' }, 'signed in with a code'],
  ['session.ended', { sessions: 1 }, 'signed out'],
  ['session.ended', { sessions: 3 }, 'signed out in 3 browsers'],
  ['sign-in.failed', { why: 'code-wrong' }, 'tried to sign in as K7H4-X29R, with a wrong or old code'],
  ['message.held', { version: 2 }, 'held the message “K7H4-X29R”'],
  ['message.released', { version: 2 }, 'released the message “K7H4-X29R”'],
  ['message.edited', { version: 2 }, 'rewrote the message “K7H4-X29R”'],
  ['message.cancelled', { version: 2 }, 'cancelled the message “K7H4-X29R”'],
  ['message.resent', { copyOf: 'x' }, 'sent the message “K7H4-X29R” again'],
  ['export.downloaded', { file: 'scores.csv' }, 'downloaded scores.csv'],
]
test.each(said)('%s %o', (verb, facts, sentence) => {
  expect(sentences[verb](facts, names)).toBe(sentence)
})

test('every verb is said above, and none leaves a hole when its facts are missing', () => {
  expect([...new Set(said.map(([verb]) => verb))].sort()).toEqual([...auditVerbs].sort())
  for (const verb of auditVerbs) expect(sentences[verb]({}, names)).not.toMatch(/\[object|NaN/)
})

test('a sign-in as nobody we know names nobody', () => {
  expect(sentences['sign-in.failed']({}, { ...names, object: '' })).toBe('tried to sign in, with a wrong or old code')
})

test('every verb is in one group', () => {
  const grouped = (Object.keys(auditGroups) as AuditGroup[]).flatMap(verbsOf)
  expect(grouped.sort()).toEqual([...auditVerbs].sort())
})
