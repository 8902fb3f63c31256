import { expect, test } from 'vitest'
import { auditVerbs, type AuditFacts, type AuditVerb } from '#app/domain/audit-events.ts'
import { auditGroups, verbsOf, type AuditGroup } from '#app/features/audit/groups.ts'
import { sentences } from '#app/features/audit/sentences.ts'

const names = { object: 'K7H4-X29R', moment: (at: string) => `<${at}>` }
const noon = '2027-01-12T12:00:00.000Z'

const said: [AuditVerb, AuditFacts, string][] = [
  ['edition.created', { slug: '2027' }, 'created this edition'],
  ['edition.changed', { changes: ['quorum: 3 → 2', 'host', `closes_at: ${noon} → ${noon}`], reason: 'A judge is ill' }, `changed the quorum: 3 → 2; the host; the close of nominations: <${noon}> → <${noon}>. The reason: A judge is ill`],
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
  ['entry.shortlisted', { place: 'in', reason: 'The clearest example' }, 'put on the shortlist: K7H4-X29R. The reason: The clearest example'],
  ['entry.shortlisted', { place: 'out', reason: 'Thin' }, 'left off the shortlist: K7H4-X29R. The reason: Thin'],
  ['entry.shortlisted', { place: 'undecided', reason: '' }, 'took back the decision about K7H4-X29R'],
  ['category.stepped', { to: 'shortlisted', chosen: 5 }, 'finished the shortlist in K7H4-X29R'],
  ['category.stepped', { to: 'open', reason: 'A mistake' }, 'opened the shortlist again in K7H4-X29R. The reason: A mistake'],
  ['category.stepped', { to: 'no-award', reason: 'Nobody was eligible' }, 'gave no award in K7H4-X29R. The reason: Nobody was eligible'],
  ['finalists.announced', { people: 23 }, 'announced the finalists, and wrote to 23 of them'],
  ['nomination.link-sent', {}, 'sent the link to nomination K7H4-X29R again'],
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
