import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import type { Edition } from '#app/domain/edition.ts'
import { makeAccount, makeEdition } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'

const people = '/organise/2027/people'

let app: TestApp
let edition: Edition
let owner: Account
let organiser: Account
let helper: Account
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db)
  owner = await makeAccount(app.db, { name: 'Ruth Pascoe', role: 'owner' })
  organiser = await makeAccount(app.db, { name: 'Dan Hocking', role: 'organiser', edition })
  helper = await makeAccount(app.db, { name: 'Grace Opoku', role: 'stage-crew', edition })
})
afterEach(() => app.close())

async function takeAwayPath(account: Account): Promise<string> {
  const { id } = await app.db.selectFrom('role_grant').select('id').where('account_id', '=', account.accountId).executeTakeFirstOrThrow()
  return `${people}/${id}/take-away`
}

const rolesHeld = () =>
  app.db.selectFrom('role_grant').select(['account_id', 'role']).where('revoked_at', 'is', null).orderBy('account_id').orderBy('role').execute()

describe('who may come in', () => {
  test('visitors are sent to sign in; everybody without the role finds nothing', async () => {
    const paths = [people, `${people}/invite`, await takeAwayPath(helper)]
    const before = await rolesHeld()
    for (const path of paths) {
      const visitor = app.visitor()
      expect([(await visitor.get(path)).status, (await visitor.get(path)).headers.location]).toEqual([302, `/sign-in?to=${encodeURIComponent(path)}`])
      if (path !== people) expect((await visitor.post(path)).status).toBe(401)
      for (const role of ['assistant', 'judge', 'stage-crew'] as const) {
        const browser = await app.signedIn(await makeAccount(app.db, { role, edition }))
        const page = await browser.get(path)
        expect([page.status, page.text.includes('Ruth')]).toEqual([404, false])
        if (path !== people) expect((await browser.post(path, { name: 'X', email: 'x@people.example', role: 'stage-crew' })).status).toBe(404)
      }
    }
    const made = await rolesHeld()
    expect(made.length - before.length).toBe(9) // the nine helpers of this test, and nobody else
  })

  test('an edition that is not there looks like one that is somebody else’s', async () => {
    const elsewhere = await makeEdition(app.db, { slug: '2026', current: 0 })
    const browser = await app.signedIn(organiser)
    const [unknown, foreign] = [await browser.get('/organise/1999/people'), await browser.get(`/organise/${elsewhere.slug}/people`)]
    expect([unknown.status, foreign.status]).toEqual([404, 404])
    expect(foreign.text).toBe(unknown.text)
  })

  test('a role taken away counts at the next request', async () => {
    const browser = await app.signedIn(organiser)
    expect((await browser.get(people)).status).toBe(200)
    await (await app.signedIn(owner)).post(await takeAwayPath(organiser))
    expect((await browser.get(people)).status).toBe(404)
    expect((await browser.get('/account')).status).toBe(200)
  })
})

describe('the list', () => {
  test('shows each role and who may change it', async () => {
    const asOwner = (await (await app.signedIn(owner)).get(people)).text
    expect(asOwner).toContain('3 roles held')
    expect(asOwner).toContain('The only owner')
    expect(asOwner.match(/take-away/g)).toHaveLength(2)
    const asOrganiser = (await (await app.signedIn(organiser)).get(people)).text
    expect(asOrganiser.match(/Owners decide/g)).toHaveLength(2)
    expect(asOrganiser.match(/take-away/g)).toHaveLength(1)
  })

  test('by role', async () => {
    const { text } = await (await app.signedIn(owner)).get(`${people}?role=stage-crew`)
    expect([text.includes('Grace Opoku'), text.includes('Dan Hocking'), text.includes('1 role held')]).toEqual([true, false, true])
    expect((await (await app.signedIn(owner)).get(`${people}?role=judge`)).text).toContain('Nobody has this role')
    expect((await (await app.signedIn(owner)).get(`${people}?role=king&older=x`)).text).toContain('3 roles held')
  })
})

describe('inviting', () => {
  const ann = { name: 'Ann Elson', email: 'ann@people.example', role: 'stage-crew' }

  test('gives the role and says so', async () => {
    const browser = await app.signedIn(organiser)
    const reply = await browser.post(`${people}/invite`, ann)
    expect([reply.status, reply.headers.location]).toEqual([303, `${people}?done=invited`])
    expect((await browser.get(reply.headers.location ?? '')).text).toContain('a message with how to sign in is in the outbox')
    expect(await app.db.selectFrom('message').select(['to_email', 'kind']).execute()).toEqual([{ to_email: 'ann@people.example', kind: 'people.invitation' }])
  })

  test('an organiser cannot make organisers or owners', async () => {
    const browser = await app.signedIn(organiser)
    const before = await rolesHeld()
    expect((await browser.get(`${people}/invite`)).text).not.toContain('value="organiser"')
    for (const role of ['organiser', 'owner']) expect((await browser.post(`${people}/invite`, { ...ann, role })).status).toBe(422)
    expect(await rolesHeld()).toEqual(before)
  })

  test.each([
    [{ ...ann, name: '' }, 'Write their name.'],
    [{ ...ann, name: 'x'.repeat(121) }, 'Use 120 characters or fewer.'],
    [{ ...ann, email: 'ann' }, 'Write an email address like name@example.com.'],
    [{ ...ann, role: '' }, 'Choose what they will do.'],
    [{ ...ann, role: 'king' }, 'Choose what they will do.'],
    [{ name: 'Ann', email: 'ann@people.example' }, 'Choose what they will do.'],
    [{ ...ann, id: '1' }, 'something we did not ask for'],
  ])('%j: %s', async (fields, sentence) => {
    const reply = await (await app.signedIn(owner)).post(`${people}/invite`, fields)
    expect(reply.status).toBe(422)
    expect(reply.text).toContain(sentence)
    expect(await app.db.selectFrom('message').select('id').execute()).toEqual([])
  })

  test('somebody who has the role already: 409, and what was typed stays', async () => {
    const reply = await (await app.signedIn(owner)).post(`${people}/invite`, { ...ann, email: helper.email })
    expect(reply.status).toBe(409)
    expect(reply.text).toContain('This person has that role already.')
    expect(reply.text).toContain('value="Ann Elson"')
  })
})

describe('taking a role away', () => {
  test('is asked first', async () => {
    const browser = await app.signedIn(owner)
    const path = await takeAwayPath(helper)
    expect((await browser.get(path)).text).toContain('Take away Grace Opoku’s role as Stage crew?')
    expect(await rolesHeld()).toHaveLength(3)
    expect((await browser.post(path)).headers.location).toBe(`${people}?done=taken-away`)
    expect(await rolesHeld()).toHaveLength(2)
    expect([(await browser.get(path)).status, (await browser.post(path)).status]).toEqual([404, 404])
  })

  test('the only owner stays', async () => {
    const browser = await app.signedIn(owner)
    const path = await takeAwayPath(owner)
    const page = await browser.get(path)
    expect([page.status, page.text.includes('This is the only owner'), page.text.includes('Take away the role')]).toEqual([200, true, false])
    const reply = await browser.post(path)
    expect([reply.status, reply.text.includes('This is the only owner')]).toEqual([409, true])
    expect(await rolesHeld()).toHaveLength(3)
  })

  test('one’s own leads to one’s account', async () => {
    await makeAccount(app.db, { role: 'owner' })
    expect((await (await app.signedIn(owner)).post(await takeAwayPath(owner))).headers.location).toBe('/account')
  })

  test('an organiser finds no way to take away organisers or owners', async () => {
    const browser = await app.signedIn(organiser)
    for (const who of [owner, organiser]) {
      const path = await takeAwayPath(who)
      expect([(await browser.get(path)).status, (await browser.post(path)).status]).toEqual([404, 404])
    }
    expect(await rolesHeld()).toHaveLength(3)
  })
})
