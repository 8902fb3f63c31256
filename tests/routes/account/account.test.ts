import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { createDemoLink } from '#app/features/people/commands.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
let edition: Edition
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db)
})
afterEach(() => app.close())

describe('your account', () => {
  test('a judge reads what there will be to do, and when', async () => {
    const judge = await makeAccount(app.db, { name: 'Grace Opoku', role: 'judge', edition })
    const { text, headers } = await (await app.signedIn(judge)).get('/account')
    expect(text).toContain('Judge, Celebrating Excellence in Care 2027')
    expect(text).toContain('Judging is planned from 9 February to 22 February.')
    expect(text).toContain('href="/judge/2027"')
    expect(text).toContain('after 12 hours without use, and 7 days after')
    expect(headers['cache-control']).toBe('no-store')
  })

  test('an organiser has a way to the desk and shorter limits', async () => {
    const organiser = await makeAccount(app.db, { role: 'organiser', edition })
    const { text } = await (await app.signedIn(organiser)).get('/account')
    expect(text).toContain('href="/organise/2027"')
    expect(text).toContain('after 1 hour without use, and 12 hours after')
  })

  test('somebody without a role is told so', async () => {
    const { text } = await (await app.signedIn(await makeAccount(app.db))).get('/account')
    expect(text).toContain('You have no role in the awards at present')
  })

  test('lists the sessions, and signs out of all of them', async () => {
    const judge = await makeAccount(app.db, { role: 'judge', edition })
    const [tablet, phone] = [await app.signedIn(judge), await app.signedIn(judge)]
    const { text } = await tablet.get('/account')
    expect(text.match(/This browser/g)).toHaveLength(1)
    expect(text.match(/Another browser/g)).toHaveLength(1)
    expect((await tablet.post('/account')).headers['clear-site-data']).toBe('"cache", "cookies", "storage"')
    expect([(await tablet.get('/account')).status, (await phone.get('/account')).status]).toEqual([302, 302])
  })

  test('is for people signed in, as a page, as data and as a form', async () => {
    const visitor = app.visitor()
    const page = await visitor.get('/account?a=b')
    expect([page.status, page.headers.location]).toEqual([302, '/sign-in?to=%2Faccount%3Fa%3Db'])
    const asData = await visitor.get('/account.data')
    expect([asData.status, asData.text.includes('/sign-in?to=%2Faccount')]).toEqual([202, true])
    expect((await visitor.post('/account')).status).toBe(401)
  })
})

describe('a demo link', () => {
  const linkTo = (account: Account, at = app) => inTransaction(makeCtx(at.db), (trx) => createDemoLink(trx, account.accountId))
  const path = (link: string) => new URL(link).pathname
  const markDemo = (at = app) => at.db.insertInto('installation').values({ id: 1, demo: 1, created_at: testNow }).execute()

  test('says whom one becomes, and works as often as needed', async () => {
    await markDemo()
    const link = path(await linkTo(await makeAccount(app.db, { name: 'Dan Hocking', role: 'organiser', edition })))
    for (let i = 0; i < 2; i += 1) {
      const visitor = app.visitor()
      const page = await visitor.get(link)
      expect([page.status, page.headers['set-cookie'], page.text.includes('Go on as Dan Hocking')]).toEqual([200, undefined, true])
      expect((await visitor.post(link)).headers.location).toBe('/organise')
      expect((await visitor.get('/account')).text).toContain('Dan Hocking')
    }
  })

  test('is not there in a database that is no demo', async () => {
    const link = path(await linkTo(await makeAccount(app.db)))
    expect([(await app.visitor().get(link)).status, (await app.visitor().post(link)).status]).toEqual([404, 404])
    await app.db.insertInto('installation').values({ id: 1, demo: 0, created_at: testNow }).execute()
    expect([(await app.visitor().get(link)).status, (await app.visitor().post(link)).status]).toEqual([404, 404])
  })

  test('is not there on a server that others can reach', async () => {
    const open = await startApp({ env: { BASE_URL: 'https://awards.example' } })
    await markDemo(open)
    const link = path(await linkTo(await makeAccount(open.db), open))
    expect([(await open.visitor().get(link)).status, (await open.visitor().post(link)).status]).toEqual([404, 404])
    await open.close()
  })

  test('that nobody made is not there', async () => {
    await markDemo()
    expect((await app.visitor().get(`/demo/${'a'.repeat(43)}`)).status).toBe(404)
    expect((await app.visitor().post(`/demo/${'a'.repeat(43)}`)).status).toBe(404)
  })
})
