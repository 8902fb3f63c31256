import { afterEach, beforeEach, expect, test } from 'vitest'
import { days, later } from '#app/domain/time.ts'
import { openDesk, pathOf, titleOf, withDraft, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { makeCtx, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp()
  desk = await openDesk(app)
})
afterEach(() => app.close())

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
