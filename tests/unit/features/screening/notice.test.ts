import { describe, expect, test } from 'vitest'
import { editionFromRow } from '#app/features/editions/queries.server.ts'
import { nomineeCodeEmail, noticeEmail } from '#app/features/screening/emails.ts'
import { ifNoAnswer, tellings, toTell, type Noticed } from '#app/features/screening/notices.content.ts'
import { emailIn } from '#app/domain/fields.ts'
import { silenceMs } from '#app/domain/publicity.ts'
import { days } from '#app/domain/time.ts'
import { renderText } from '#app/platform/email.ts'
import type { EditionRow } from '#db/schema.ts'
import { makeSettings, testNow } from '#tests/factories/index.ts'

const edition = editionFromRow({
  id: 'unit-notice', slug: '2027', name: 'Celebrating Excellence in Care 2027', current: 1, rehearsal: 0, stage: 'screening', time_zone: 'Europe/London',
  ceremony_at: '2027-03-23T19:00:00.000Z', ceremony_place: '', opens_at: testNow, closes_at: testNow, grace_minutes: 15, opens_by_clock: 0, version: 1,
  clock_offset_ms: 0, created_at: testNow, finalists_announced_at: null, settings: JSON.stringify(makeSettings()),
} satisfies EditionRow, testNow)
const nominee: Noticed = { kind: 'person', name: 'Asha Pillai', categories: ['Home Care', 'Care Team'], out: [], nominators: ['Nell'], unnamed: 0 }
const link = 'https://awards.example/nominee/secret'
const mail = (own: Partial<Noticed> = {}) => noticeEmail({ edition, nominee: { ...nominee, ...own }, link })
const text = (own: Partial<Noticed> = {}) => renderText(mail(own).body, mail(own).secrets ?? {})

describe('the notice says', () => {
  test('everything that UK GDPR Art. 14 asks for, each in words', () => {
    const told = tellings(edition, nominee)
    expect(Object.keys(told).sort()).toEqual([...toTell].sort())
    for (const key of toTell) expect([key, text().includes(told[key]), told[key].length > 4]).toEqual([key, true, true])
  })

  test('who controls the data, whom to write to, how long it is kept, and where to complain', () => {
    for (const said of ['Plymouth City Council', 'dpo@host.example', '6 months', '24 months', 'public interest', 'Information Commissioner', 'People read and judge'])
      expect(text()).toContain(said)
  })

  test.each([
    [{ nominators: ['Nell'], unnamed: 0 }, ['Nominated by: Nell', 'From Nell.']],
    [{ nominators: [], unnamed: 1 }, ['Nominated by: somebody who knows your work', 'From somebody who asked us not to give their name.']],
    [{ nominators: [], unnamed: 3 }, ['Nominated by: 3 people who know your work', 'From 3 people who asked us not to give their names.']],
    [{ nominators: ['Nell', 'Owen'], unnamed: 1 }, ['Nominated by: Nell, Owen, somebody else', 'From Nell, Owen, somebody who asked us not to give their name.']],
  ])('from whom, as far as they agreed: %j', (own, sentences) => {
    for (const sentence of sentences) expect(text(own)).toContain(sentence)
  })

  test('to a person and to a team', () => {
    expect([mail().subject, mail({ kind: 'team', name: 'Night team' }).subject]).toEqual([
      'You have been nominated: Celebrating Excellence in Care 2027', 'Night team has been nominated: Celebrating Excellence in Care 2027',
    ])
  })

  test('nothing of judges and good news to whom nothing goes forward, and still all that the law asks for', () => {
    const own = { categories: [], out: ['Home Care', 'Care Team'] }
    for (const said of ['The nomination does not go forward to the judges.', 'Categories: Home Care; Care Team', 'Nominated by: Nell', ...Object.values(tellings(edition, nominee))])
      expect(text(own)).toContain(said)
    for (const untrue of ['Good news', 'judges read', 'Judges read', 'taking part', 'The ceremony is on']) expect(text(own)).not.toContain(untrue)
  })

  test('which of their categories do not go forward, where others do', () => {
    const own = text({ categories: ['Home Care'], out: ['Care Team'] })
    for (const said of ['Good news', 'Category: Home Care', 'Does not go forward: Care Team', 'judges read the nomination']) expect(own).toContain(said)
    expect(text()).not.toContain('not go forward')
  })

  test('that judges read only what is shortlisted, and of whom nothing is heard the name alone is listed, two weeks after', () => {
    expect(text()).toContain(ifNoAnswer)
    expect([ifNoAnswer.includes('if it is shortlisted'), ifNoAnswer.includes('two weeks'), silenceMs]).toEqual([true, true, days(14)])
    expect(text()).not.toMatch(/nothing but the name|for anything public we ask/i)
  })

  test('the link as a secret, and nowhere else', () => {
    expect([JSON.stringify(mail().body).includes('secret'), text().includes(link)]).toEqual([false, true])
  })
})

test('the code is a secret of its message', () => {
  const { body, secrets } = nomineeCodeEmail({ edition, code: '004213' })
  expect([JSON.stringify(body).includes('004213'), renderText(body, secrets ?? {}).includes('004213')]).toEqual([false, true])
})

test.each([
  ['asha@people.example', 'asha@people.example'], [' ASHA@people.example ', 'asha@people.example'], ['', undefined], ['01632 960 001', undefined],
  ['asha@people.example or ring', undefined], ['ask @ the desk', undefined],
])('how to reach them, %j: %s', (reach, email) => expect(emailIn(reach)).toBe(email))
