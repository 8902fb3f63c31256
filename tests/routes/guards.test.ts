import type { ServerBuild } from '@remix-run/node'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newId, newToken } from '#app/platform/tokens.server.ts'
import { actors, addresses, may, type Access, type Asker } from '#tests/routes/addresses.ts'
import { dataPath, listRoutes, waysToRead, type BuiltRoute } from '#tests/routes/ways.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { fillWithMarkers, marker, type Planted } from '#tests/setup/planted.ts'
import { readTables } from '#tests/setup/tables.ts'

/**
 * The guards walk (architecture rule 1): every loader and every action is asked for by everybody who may not have it,
 * in every way a browser could. What they hear must hold nobody's personal data, and the database must stay as it is.
 */
let app: TestApp
let here: Planted
/** ids and secrets like those, of nothing */
let nowhere: Planted
let askers: Record<Asker, Visitor>
let routes: BuiltRoute[]
beforeAll(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  here = await fillWithMarkers(app)
  const { accounts } = here
  nowhere = { ...here, draft: newId(), sentDraft: newId(), draftLink: newToken(), statusLink: newToken(), nomineeLink: newToken(), signInLink: newToken(), judgeInvitation: newToken(), noRemindersLink: newToken() }
  askers = { visitor: app.visitor() } as typeof askers
  for (const [name, account] of Object.entries(accounts)) askers[name as Asker] = await app.signedIn(account)
  const { href } = pathToFileURL(`${inject('build')}/server/index.js`)
  routes = listRoutes((await import(href)) as ServerBuild)
})
afterAll(() => app.close())

function waysToWrite(path: string): [string, string][] {
  return [['page', path], ['data', dataPath(path)]]
}

interface Try {
  asker: Asker
  access: Access
  method: 'GET' | 'POST'
  ways: [string, string][]
  form?: Record<string, string>
}

/** What is wrong with how somebody was turned away, way by way; empty when it was done well. */
async function tryAll({ asker, access, method, ways, form }: Try): Promise<string[]> {
  const faults: string[] = []
  for (const [way, path] of ways) {
    const reply = await (method === 'GET' ? askers[asker].get(path) : askers[asker].post(path, form))
    const told = JSON.stringify(reply.headers) + reply.text
    const said = `${asker}, ${method} ${way}`
    if (marker.test(told)) faults.push(`${said}: tells of people`)
    if (!isTurnedAway(asker, access, method, reply.status, told)) faults.push(`${said}: answers ${reply.status}`)
  }
  return faults
}

function isTurnedAway(asker: Asker, access: Access, method: 'GET' | 'POST', status: number, told: string): boolean {
  const redirected = status === 302 || status === 202
  const byRole = !['holder', 'bearer', 'nobody'].includes(access)
  if (asker === 'visitor' && byRole) return method === 'POST' ? status === 401 : redirected && /\/sign-in\?to=/.test(told)
  const sentHome = access === 'bearer' && asker !== 'visitor' && redirected // an old link, followed again by who is signed in
  return status === 404 || sentHome
}

/** Everybody who may. */
function insiders(access: Access): Visitor[] {
  if (access === 'holder') return [new Visitor(app.port, here.ring)]
  return access === 'bearer' ? [app.visitor()] : may[access].map((one) => askers[one])
}
const shutOut = (access: Access) => actors.filter((one) => !(may[access] as readonly Asker[]).includes(one))

test('every address has its row, and the row knows whether it takes forms', () => {
  const found = Object.fromEntries(routes.map(({ pattern, hasAction }) => [pattern, hasAction]))
  expect(found).toEqual(Object.fromEntries(Object.entries(addresses).map(([pattern, row]) => [pattern, row.write !== undefined])))
})

describe.each(Object.entries(addresses))('%s', (pattern, { read, write, at, form, personal, noted }) => {
  const idOf = () => routes.find((one) => one.pattern === pattern)?.id ?? ''

  /** Tries at an address by everybody in `askers`; what went wrong. The database must be as it was. */
  async function tryAt(path: string, readers: readonly Asker[], writers: readonly Asker[]): Promise<string[]> {
    const before = await readTables(app.db)
    const faults: string[] = []
    for (const asker of readers) faults.push(...(await tryAll({ asker, access: read, method: 'GET', ways: waysToRead(path, idOf()) })))
    for (const asker of write ? writers : []) faults.push(...(await tryAll({ asker, access: write ?? read, method: 'POST', ways: waysToWrite(path), form })))
    expect(await readTables(app.db)).toEqual(before)
    return faults
  }

  test('turns away whoever may not, tells them nothing and changes nothing', async () => {
    const path = at(read === 'bearer' ? nowhere : here)
    expect(await tryAt(path, shutOut(read), shutOut(write ?? read))).toEqual([])
  })

  if (read !== 'nobody') {
    test('lets in whoever may, and looking changes nothing', async () => {
      const before = await readTables(app.db)
      const inside = insiders(read)
      for (const asker of inside) {
        const page = await asker.get(at(here))
        const data = await asker.get(dataPath(at(here), idOf()))
        expect([200, 302, 303, 409]).toContain(page.status)
        expect(page.headers.location ?? '').not.toContain('/sign-in?to=')
        expect([marker.test(page.text), marker.test(data.text)]).toEqual([personal ?? false, personal ?? false])
      }
      const after = await readTables(app.db)
      expect(after).toEqual(noted ? { ...before, audit_event: after.audit_event } : before)
      if (noted) expect(after.audit_event).toHaveLength((before.audit_event?.length ?? 0) + 2 * inside.length * noted) // page and data
    })
  }

  if (/:(draft|edition.*:(category|grant|nomination|message|entry|nominee|judge|import))/.test(pattern) && read !== 'everyone') {
    test('does not take another’s record for one of its own', async () => {
      const path = at(read === 'holder' ? nowhere : { ...here, slug: here.otherSlug })
      expect(await tryAt(path, ['organiserElsewhere'], ['organiserElsewhere'])).toEqual([])
    })
  }
})
