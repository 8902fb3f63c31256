import { afterEach, beforeEach, expect, test } from 'vitest'
import { hours, seconds } from '#app/domain/time.ts'
import { makeResendMailer, type Letter, type Posted } from '#app/platform/mailer.server.ts'
import { startResend, type FakeResend, type Misbehaviour } from '#tests/setup/resend.ts'

let resend: FakeResend
beforeEach(async () => { resend = await startResend() })
afterEach(() => resend.close())

const letter: Letter = {
  to: 'nell@people.example', replyTo: 'awards@host.example', subject: 'We have your nomination', html: '<p>Thank you</p>', text: 'Thank you', idempotencyKey: 'message:1',
}
const from = 'Awards <awards@host.example>'
const mailer = (own = {}) => makeResendMailer({ apiKey: 're_test', baseUrl: resend.url, from, patienceMs: 300, ...own })
const never = 'Unable to fetch data. The request could not be resolved.'

test('a letter arrives as it was written, under its key', async () => {
  expect(await mailer().send(letter)).toEqual({ outcome: 'sent', providerId: 'mail-1' })
  expect(resend.requests).toEqual([{
    authorization: 'Bearer re_test', idempotencyKey: 'message:1',
    email: { from, to: letter.to, reply_to: letter.replyTo, subject: letter.subject, html: letter.html, text: letter.text },
  }])
})

test('nobody to answer to means no such header', async () => {
  await mailer().send({ ...letter, replyTo: '' })
  expect(resend.delivered[0]).not.toHaveProperty('reply_to')
})

const said = (status: number) => `Said to answer ${status}`
const answers: [string, Misbehaviour, Posted][] = [
  ['429 that says when', { status: 429, headers: { 'Retry-After': '7' } }, { outcome: 'turned-away', why: said(429), afterMs: seconds(7) }],
  ['429 that says nonsense', { status: 429, headers: { 'Retry-After': 'soon' } }, { outcome: 'turned-away', why: said(429), afterMs: undefined }],
  ['429 that says next year', { status: 429, headers: { 'Retry-After': '31536000' } }, { outcome: 'turned-away', why: said(429), afterMs: hours(24) }],
  ['500', { status: 500 }, { outcome: 'unsure', why: said(500) }],
  ['503', { status: 503 }, { outcome: 'unsure', why: said(503) }],
  ['502 from a proxy, in HTML', { status: 502, body: '<html>' }, { outcome: 'unsure', why: 'Internal server error. We are unable to process your request right now, please try again later.' }],
  ['no answer in time', { silence: 'hang' }, { outcome: 'unsure', why: never }],
  ['a broken connection', { silence: 'break' }, { outcome: 'unsure', why: never }],
  ['200 that cannot be read', { status: 200, body: '{"id":' }, { outcome: 'unsure', why: never }],
  ['200 without an id', { status: 200, body: '{}' }, { outcome: 'unsure', why: 'The mail service gave an answer we could not read.' }],
  ['200 that is null', { status: 200, body: 'null' }, { outcome: 'unsure', why: 'The mail service gave an answer we could not read.' }],
  ['an error that is null', { status: 400, body: 'null' }, { outcome: 'unsure', why: 'The mail service gave an answer we could not read.' }],
  ['a letter that is not wanted', { status: 422 }, { outcome: 'refused', why: said(422) }],
  ['the same letter being taken already', { status: 409, body: '{"statusCode":409,"name":"concurrent_idempotent_requests","message":"In progress"}' }, { outcome: 'unsure', why: 'In progress' }],
]
test.each(answers)('%s', async (_, misbehaviour, posted) => {
  resend.behave(() => misbehaviour)
  expect(await mailer().send(letter)).toEqual(posted)
})

test('a key that is not accepted is our fault, not the letter’s', async () => {
  expect(await mailer({ apiKey: 'wrong' }).send(letter)).toEqual({ outcome: 'turned-away', why: 'API key is invalid' })
})

test('nobody listens', async () => {
  await resend.close()
  expect(await mailer().send(letter)).toEqual({ outcome: 'unsure', why: never })
})

test('one key is delivered once, and another letter under it is refused', async () => {
  expect([await mailer().send(letter), await mailer().send(letter)]).toEqual([{ outcome: 'sent', providerId: 'mail-1' }, { outcome: 'sent', providerId: 'mail-1' }])
  expect(resend.mailTo(letter.to)).toHaveLength(1)
  expect(await mailer().send({ ...letter, text: 'Other words' })).toMatchObject({ outcome: 'refused' })
})
