import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { days, hours, later } from '#app/domain/time.ts'
import { good, openDesk, pages, withDraft, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { testNow } from '#tests/factories/index.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { freshDatabase, type FreshDatabase } from '#tests/setup/database.ts'

let fresh: FreshDatabase
let app: TestApp
let desk: Desk
beforeEach(async () => {
  fresh = await freshDatabase()
  app = await startApp({ fresh })
  desk = await openDesk(app)
})
afterEach(async () => {
  await app.close()
  await fresh.close()
})

/** The same browser, at the app as it is now. */
const again = ({ cookies }: Visitor) => new Visitor(app.port, [...cookies].map(([name, value]) => `${name}=${value}`)[0])
const listNominations = () => fresh.db.selectFrom('nomination').select(['reference', 'nominator_name']).execute()

test('the server is started anew before every page: the form goes on, and nothing that was answered is lost', async () => {
  let visitor = app.visitor()
  const { headers } = await visitor.post('/2027/nominate')
  const draft = headers.location?.split('/')[2] ?? ''
  for (const page of [...pages, 'check']) {
    await app.close()
    app = await startApp({ fresh })
    visitor = again(visitor)
    const { status, headers: answered } = await visitor.post(`/nominate/${draft}/${page}`, good[page] ?? {})
    expect([page, status, answered.location]).toEqual([page, 303, `/nominate/${draft}/${[...pages, 'check', 'sent?done=sent'][pages.indexOf(page) + 1 || pages.length + 1]}`])
  }
  const [nomination, ...others] = await listNominations()
  expect([nomination?.nominator_name, others]).toEqual(['Nell Nominator', []])
})

describe('a phone that was locked', () => {
  test.each([['for a night', hours(14)], ['for nearly a month', days(29)]])('%s opens the page it was on, and sends', async (_, away) => {
    const { visitor, draft } = await withDraft(desk, { nominatorName: undefined })
    app.clock.now = later(testNow, away)
    expect((await visitor.get(`/nominate/${draft}/you`)).status).toBe(200)
    expect((await visitor.post(`/nominate/${draft}/you`, good.you)).headers.location).toBe(`/nominate/${draft}/check`)
    expect((await visitor.post(`/nominate/${draft}/check`)).status).toBe(303)
    expect(await listNominations()).toHaveLength(1)
  })

  test('keeps its key for thirty days from its last new draft', async () => {
    const { headers } = await app.visitor().post('/2027/nominate')
    expect(headers['set-cookie']?.[0]).toContain(`Max-Age=${days(30) / 1000};`)
  })
})

test('a reply that was lost is told again: the second sending says what the first did', async () => {
  const { visitor, draft } = await withDraft(desk)
  await visitor.post(`/nominate/${draft}/check`)
  const [{ reference } = { reference: '' }] = await listNominations()
  const { status, headers } = await again(visitor).post(`/nominate/${draft}/check`)
  expect([status, headers.location]).toEqual([303, `/nominate/${draft}/sent?done=sent`])
  expect(wordsOf(await visitor.get(`/nominate/${draft}/sent`))).toContain(reference)
  expect(await listNominations()).toHaveLength(1)
})

test('after a new first secret, devices that were given their key under the old one go on', async () => {
  const { visitor, draft } = await withDraft(desk)
  const { SESSION_SECRET } = app.env
  await app.close()
  app = await startApp({ fresh, env: { SESSION_SECRET: ['a-newer-secret-of-tests-with-more-than-32-characters', ...SESSION_SECRET].join(',') } })
  expect((await again(visitor).post(`/nominate/${draft}/check`)).status).toBe(303)
})
