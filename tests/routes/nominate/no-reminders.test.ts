import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { days, later } from '#app/domain/time.ts'
import { openDesk, pathOf, titleOf, withDraft, withSent, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { makeCtx, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'
import type { FreshDatabase } from '#tests/setup/database.ts'
import { startResend, type FakeResend, type ReceivedEmail } from '#tests/setup/resend.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp()
  desk = await openDesk(app)
})
afterEach(() => app.close())

/** The link by which somebody who was reminded wants no more. */
async function reminded(): Promise<string> {
  await withDraft(desk)
  app.clock.now = later(desk.edition.closes_at, -days(7))
  await app.work()
  const [message] = await reminders()
  return (JSON.parse(makeCtx(app.db).keys.open(message?.secrets ?? '')) as { stop?: string }).stop ?? ''
}

const reminders = () => app.db.selectFrom('message').selectAll().where('kind', '=', 'nomination.reminder').orderBy('created_at').execute()

test('the worker reminds a week before the close; the link in it stops the next one, and looking at it stops nothing', async () => {
  const { closes_at } = desk.edition
  await withDraft(desk)
  await app.work()
  expect(await reminders()).toEqual([])
  app.clock.now = later(closes_at, -days(7))
  await app.work()
  await app.work()
  const [message, ...others] = await reminders()
  expect([message?.to_email, others]).toEqual(['nell@people.example', []])
  const { stop = '' } = JSON.parse(makeCtx(app.db).keys.open(message?.secrets ?? '')) as { stop?: string }
  const path = pathOf(stop)
  for (let looks = 0; looks < 20; looks += 1) expect((await app.visitor().get(path)).status).toBe(200)
  expect(await app.db.selectFrom('no_reminders').selectAll().execute()).toEqual([])

  const { status, headers } = await app.visitor().post(path)
  expect([status, headers.location]).toEqual([303, `${path}?done=stopped`])
  expect(titleOf(await app.visitor().get(`${path}?done=stopped`))).toContain('No more reminders')
  app.clock.now = later(closes_at, -days(1))
  await app.work()
  expect(await reminders()).toHaveLength(1)
})

describe('with one press in a mail program', () => {
  const type = 'application/x-www-form-urlencoded'
  const press = (url: string, body: string | Buffer = 'List-Unsubscribe=One-Click', contentType = type) => app.visitor().send('POST', pathOf(url), { 'Content-Type': contentType }, body)
  const stopped = () => app.db.selectFrom('no_reminders').selectAll().execute()

  /** The newest reminder as it leaves for the mail service. */
  async function deliver(mail: FakeResend): Promise<ReceivedEmail[]> {
    const sender = await startApp({ fresh: { db: app.db } as FreshDatabase, clock: app.clock.now, env: { RESEND_API_KEY: 're_test', RESEND_BASE_URL: mail.url } })
    await sender.work()
    await sender.close()
    return mail.delivered
  }

  test('the reminder says how, and no other message does; the press needs no cookie and no page, and twice is once', async () => {
    const mail = await startResend()
    await withDraft(desk)
    await withSent(desk)
    app.clock.now = later(desk.edition.closes_at, -days(7))
    const delivered = await deliver(mail)
    await mail.close()
    expect(delivered.map(({ subject, headers }) => [subject.split(':')[0], Object.keys(headers ?? {})]).sort()).toEqual([
      ['We have your nomination for Sam Carer', []], ['Your nomination is not sent yet', ['List-Unsubscribe', 'List-Unsubscribe-Post']],
    ])
    const { headers = {}, text } = delivered.find((one) => one.headers) ?? { text: '' }
    const link = /^<(.*)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? ''
    expect([headers['List-Unsubscribe-Post'], text.includes(link)]).toEqual(['List-Unsubscribe=One-Click', true])

    for (let times = 0; times < 2; times += 1) {
      const reply = await press(link)
      expect([reply.status, reply.headers.location, reply.headers['set-cookie']]).toEqual([200, undefined, undefined])
    }
    expect(await stopped()).toHaveLength(1)
  })

  test('in the other way that mail programs write forms', async () => {
    const url = await reminded()
    const part = '------b1234567890123456789012345678\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n------b1234567890123456789012345678--\r\n'
    expect([(await press(url, part, 'multipart/form-data; boundary=----b1234567890123456789012345678')).status, await stopped()]).toEqual([200, [expect.anything()]])
  })

  test.each([['another word', 'List-Unsubscribe=Please'], ['something else beside it', 'List-Unsubscribe=One-Click&all=1'], ['it twice', 'List-Unsubscribe=One-Click&List-Unsubscribe=One-Click']])('%s stops nothing', async (_, body) => {
    expect([(await press(await reminded(), body)).status, await stopped()]).toEqual([422, []])
  })

  test('of a link that is none stops nothing', async () => {
    expect([(await press(`http://localhost:3000/nominate/no-reminders/${'x'.repeat(43)}`)).status, await stopped()]).toEqual([404, []])
  })

  test('every other form is still taken from our own pages only', async () => {
    const { draft } = await withDraft(desk)
    for (const path of ['/nominate/new-link', `/nominate/${draft}/who`, '/sign-in']) expect([path, (await press(`http://localhost:3000${path}`)).status]).toEqual([path, 403])
  })
})

test('a link that is none says so, and cannot be pressed', async () => {
  const path = `/nominate/no-reminders/${'x'.repeat(43)}`
  const reply = await app.visitor().get(path)
  expect([reply.status, wordsOf(reply).includes('This link does not work'), reply.text.includes('<form method="post"'), (await app.visitor().post(path)).status]).toEqual([404, true, false, 404])
})

test('thirty days after the close the worker deletes what was never sent', async () => {
  await withDraft(desk)
  app.clock.now = later(desk.edition.closes_at, days(30))
  await app.work()
  expect(await app.db.selectFrom('draft').select('id').execute()).toHaveLength(1)
  app.clock.now = later(desk.edition.closes_at, days(31))
  await app.work()
  expect([await app.db.selectFrom('draft').select('id').execute(), app.clock.now > testNow]).toEqual([[], true])
})
