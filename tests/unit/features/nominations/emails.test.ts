import { describe, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { days, later } from '#app/domain/time.ts'
import { changedEmail, linksEmail, receiptEmail, reminderEmail, returnEmail, withdrawnEmail } from '#app/features/nominations/emails.ts'
import { placesIn, renderHtml, renderText, type Email } from '#app/platform/email.ts'
import { makeSettings } from '#tests/factories/index.ts'
import { edition } from '#tests/unit/features/nominations/asked.ts'

const link = 'https://awards.example/nomination/token-that-nobody-may-read'
const about = { edition, reference: 'K7H4-X29R', nomineeName: 'Sam Carer', nominatorName: 'Nell Nominator' }
const receipt = (own: Partial<Parameters<typeof receiptEmail>[0]> = {}) => receiptEmail({ ...about, categories: ['Home Care'], link, ...own })
/** As an organiser's copy has it: places for secrets are left as they are. */
const textOf = ({ body }: Email) => renderText(body, {})

test('the receipt says what was sent, how to come back to it, and what happens next', () => {
  expect(receipt().subject).toBe('We have your nomination for Sam Carer: K7H4-X29R')
  expect(textOf(receipt())).toBe(`Dear Nell Nominator,

Thank you for nominating Sam Carer. Your kind words are safe with us.

Reference: K7H4-X29R
Category: Home Care

See your nomination:
{{link}}

You can change it until 5:15pm on 12 January, and withdraw it later than that if you need to.

WHAT HAPPENS NEXT

* Nominations close at 5pm on Tuesday 12 January 2027.
* We tell the person you nominated that they have been nominated. We give your name only if you said we may.
* Judges read the shortlisted nominations from 9 February to 22 February.
* The winners are named at the ceremony on 23 March.

If something is not right, write to awards@host.example or ring 01752 000 000, and have your reference with you.

Caring Plymouth`)
})

test('of several categories it names each', () => {
  expect(textOf(receipt({ categories: ['Home Care', 'Community'] }))).toContain('\nCategories: Home Care; Community\n')
})

test('times are those of London, in summer too', () => {
  const timetable = { ...makeSettings().timetable, judgingOpens: '2027-08-31T23:30:00.000Z' }
  const summer: Edition = {
    ...edition, closes_at: '2027-07-12T22:50:00.000Z', ceremony_at: '2027-09-23T23:30:00.000Z', settings: makeSettings({ timetable }),
  }
  const text = textOf(receipt({ edition: summer }))
  for (const words of ['change it until 12:05am on 13 July', 'close at 11:50pm on Monday 12 July 2027', 'from 1 September to', 'ceremony on 24 September']) {
    expect(text).toContain(words)
  }
})

const newLink = 'https://awards.example/nominate/new-link'
const wayBack = (now = edition.now) => returnEmail({ edition: { ...edition, now }, link, code: '004213', newLink })

const letters: [string, Email, Record<string, string>][] = [
  ['receipt', receipt(), { link }],
  ['changed', changedEmail({ ...about, link }), { link }],
  ['withdrawn', withdrawnEmail({ ...about, link }), { link }],
  ['new link', linksEmail({ edition, nominatorName: 'Nell Nominator', nominations: [{ reference: 'K7H4-X29R', nomineeName: 'Sam Carer', link }], drafts: [] }), { link1: link }],
  ['way back', wayBack(), { link, code: '004213' }],
  ['reminder', reminderEmail({ edition, wayBack: 'https://awards.example/nominate/new-link', stop: link }), { stop: link }],
]
describe.each(letters)('%s', (_, email, secrets) => {
  test('holds its secrets apart, and a place for each in the letter', () => {
    expect(email.secrets).toEqual(secrets)
    expect(placesIn(email.body).sort()).toEqual(Object.keys(secrets).sort())
    const shown = email.subject + JSON.stringify(email.body) + renderText(email.body, {}) + renderHtml(email.subject, email.body, {})
    expect(Object.values(secrets).filter((secret) => shown.includes(secret))).toEqual([])
  })

  test('its receiver gets them', () => {
    const got = [renderText(email.body, secrets), renderHtml(email.subject, email.body, secrets).replaceAll('&#47;', '/')]
    for (const text of got) for (const secret of Object.values(secrets)) expect(text).toContain(secret)
  })

  test('says whom to ask', () => {
    expect(textOf(email)).toContain('write to awards@host.example or ring 01752 000 000')
  })
})

test('a change and a withdrawal say which nomination, and what becomes of it', () => {
  const [changed, withdrawn] = [changedEmail({ ...about, link }), withdrawnEmail({ ...about, link })]
  expect([changed.subject, withdrawn.subject]).toEqual(['We have your changes: K7H4-X29R', 'Your nomination is withdrawn: K7H4-X29R'])
  expect(textOf(changed)).toContain('Your nomination for Sam Carer now says what you wrote last.')
  expect(textOf(withdrawn)).toContain('Your nomination for Sam Carer has been withdrawn, as you asked. Nobody will judge it.')
})

test('somebody who gave no name is greeted all the same', () => {
  expect(textOf(receipt({ nominatorName: '' }))).toMatch(/^Hello,\n/)
})

test('the way back names nobody: whose address it is, is not known yet', () => {
  const { subject, body } = wayBack()
  expect(subject).toBe('Your nomination: your code')
  expect(JSON.stringify(body)).not.toContain('Sam')
})

test('the way back says how long it works, where a newer one is asked for and by when it is to be sent; a draft has no reference', () => {
  const said = ['for ten minutes', `Ask for a new link:\n${newLink}`, 'Nominations close at', 'reference']
  expect([edition.opens_at, later(edition.closes_at, days(1))].map((now) => said.map((words) => textOf(wayBack(now)).includes(words)))).toEqual([[true, true, true, false], [true, true, false, false]])
})

test('new links name what was sent, and of what was begun say how long they work', () => {
  const nominations = [{ reference: 'K7H4-X29R', nomineeName: 'Sam Carer', link }, { reference: 'C2CC-RWXY', nomineeName: 'Ann', link: `${link}2` }]
  const all = linksEmail({ edition, nominatorName: 'Nell', nominations, drafts: [`${link}3`] })
  expect([all.subject, linksEmail({ edition, nominatorName: '', nominations: nominations.slice(1), drafts: [] }).subject]).toEqual(['Your nominations: the links', 'Your nomination: the link'])
  for (const said of ['Dear Nell,', 'See your nomination for Sam Carer, K7H4-X29R:\n{{link1}}', 'Ann, C2CC-RWXY:\n{{link2}}', 'Go on with the nomination you began:\n{{link3}}', 'works once, for ten minutes']) {
    expect(textOf(all)).toContain(said)
  }
})
