import type { ServerBuild } from '@remix-run/node'
import { globSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, inject, test } from 'vitest'
import { valueOf } from '#app/domain/result.ts'
import { addToEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { makeCtx } from '#tests/factories/index.ts'
import { addresses } from '#tests/routes/addresses.ts'
import { listRoutes, waysToRead, type BuiltRoute } from '#tests/routes/ways.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { copyOf, freshDatabase } from '#tests/setup/database.ts'
import { listen } from '#tests/setup/event-source.ts'
import type { Planted } from '#tests/setup/planted.ts'
import { letWin, makeWorlds, secretName, secretSlugs, secretWord, type Ground, type Worlds } from '#tests/setup/two-worlds.ts'

/**
 * Before the reveal nobody but the embargo list can tell who won. Every address there is, asked for by everybody else in
 * every form, in two worlds that differ in nothing but who won: no word of a decision is anywhere, no name of a winner who
 * is known to organisers alone is anywhere but among organisers, and not one byte is different.
 */
const toClose: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const one of toClose.splice(0).reverse()) await one.close()
})

/** What somebody is told at a place: status, headers that say something, and every byte after them. */
type Told = Map<string, string>
const closing = <T extends { close: () => Promise<void> }>(one: T): T => (toClose.push(one), one)

async function readRoutes(): Promise<BuiltRoute[]> {
  const { href } = pathToFileURL(`${inject('build')}/server/index.js`)
  return listRoutes((await import(href)) as ServerBuild)
}

/** Where to look: at one of everything, then at whatever is about a category with a secret and one of its finalists. */
function placesOf({ here, rivals, nomineeLinks }: Worlds): Planted[] {
  const about = (slug: keyof Worlds['rivals'], index: 0 | 1, nomineeLink = ''): Planted => {
    const { id, nominee_id } = rivals[slug][index]
    return { ...here, category: slug, moderated: slug, settled: slug, judgedCategory: slug, entry: id, judgedEntry: id, moderatedEntry: id, nominee: nominee_id, nomineeLink }
  }
  return [here, ...secretSlugs.map((slug, index) => about(slug, 0, nomineeLinks[index])), about('secret-sealed', 1)]
}

/** By asker: their cookie. Everybody but the embargo list, a witness among them; whoever holds links and drafts is a visitor with more. */
type Cookies = Map<string, string>

async function signAllIn(app: TestApp, { here, panelJudge, otherOwner }: Worlds): Promise<Cookies> {
  const { owner: _, ...accounts } = here.accounts
  const cookies: Cookies = new Map([['visitor', ''], ['holder', here.ring]])
  for (const [name, account] of Object.entries({ ...accounts, panelJudge, otherOwner })) cookies.set(name, await app.sessionOf(account))
  return cookies
}

const atTheDesk = ['assistant', 'organiser', 'otherOwner']
/** What a nominee is told, or an organiser, has the nominee's name. */
const mayName = (where: string) => atTheDesk.some((one) => where.startsWith(`${one},`)) || where.includes(' of /nominee/')

async function readAll({ app, worlds, cookies, routes }: { app: TestApp; worlds: Worlds; cookies: Cookies; routes: BuiltRoute[] }): Promise<{ told: Told; addresses: number }> {
  const told: Told = new Map()
  const paths = new Map(Object.entries(addresses).flatMap(([pattern, { at }]) => placesOf(worlds).map((place) => [at(place), pattern] as const)))
  for (const [path, pattern] of paths) {
    const id = routes.find((one) => one.pattern === pattern)?.id ?? ''
    for (const [name, cookie] of cookies) {
      const asker = new Visitor(app.port, cookie)
      for (const [way, at] of waysToRead(path, id)) {
        const { status, headers: { location = '', 'content-disposition': file = '' }, text } = await asker.get(at)
        told.set(`${name}, ${way} of ${path}`, masked(`${status} ${location} ${file} ${text}`))
      }
    }
  }
  const crew = cookies.get('stageCrew')
  if (crew) told.set('stageCrew, the stage as it happens', await listenOnce(app.port, worlds, crew))
  return { told, addresses: paths.size }
}

/** Fingerprints are public, and say nothing: they are salted, so they differ each time they are made. */
function masked(text: string): string {
  return text.replace(/[0-9a-f]{64}/g, '#')
}

/** The file's data refers back to fingerprints in their alphabetical order; as a file it is compared. */
const isShuffled = (where: string) => /, data .*\/seal\.json$/.test(where)

async function listenOnce(port: number, { here }: Worlds, cookie: string): Promise<string> {
  const listener = listen(port, `/stage/${here.slug}/events`, cookie)
  const { id, data } = await listener.until(() => true)
  listener.close()
  return `${id} ${data}`
}

/** Styles, scripts, pictures and whatever else is served as it is. */
async function readFiles(visitor: Visitor): Promise<Told> {
  const folder = `${inject('build')}/client`
  const paths = globSync(`${folder}/**/*`).filter((path) => statSync(path).isFile()).map((path) => path.slice(folder.length))
  return new Map(await Promise.all(paths.map(async (path) => [`file ${path}`, (await visitor.get(path)).text] as const)))
}

/** The same database twice, but for who won. */
async function makeBoth(ground: Ground): Promise<{ worlds: Worlds; cookies: Cookies; one: TestApp; other: TestApp }> {
  const fresh = closing(await freshDatabase())
  const one = closing(await startApp({ fresh, env }))
  const worlds = await makeWorlds(one, ground)
  const cookies = await signAllIn(one, worlds)
  const other = closing(await startApp({ fresh: closing(await copyOf(fresh)), env }))
  await letWin(one.db, worlds, ground, 0)
  await letWin(other.db, worlds, ground, 1)
  return { worlds, cookies, one, other }
}
const env = { RATE_LIMITS: 'off' } as const

test('a witness on the list is shown the category that waits for them, and nothing beyond it', { timeout: 300_000 }, async () => {
  const { worlds, cookies, one, other } = await makeBoth('moderating')
  const asked = { worlds, routes: await readRoutes(), cookies: new Map([['witness', cookies.get('witness') ?? '']]) }
  const { edition, here: { accounts: { owner, witness } } } = worlds
  for (const { db } of [one, other]) valueOf(await addToEmbargo(makeCtx(db, { actor: owner }), edition, witness.accountId))
  const { told } = await readAll({ ...asked, app: one })
  const { told: then } = await readAll({ ...asked, app: other })
  const waits = ['page', 'data', 'data of the route alone'].map((way) => `witness, ${way} of /witness/${worlds.here.slug}/secret-settled`)
  const telling = (what: RegExp) => placesWhere([...told], (where, text) => what.test(text) && !mayName(where))
  const changed = placesWhere([...then], (where, text) => told.get(where) !== text && !isShuffled(where))
  expect({ words: telling(secretWord), names: telling(secretName), changed }).toEqual({ words: waits, names: waits, changed: waits })
  expect(telling(/Hiddenzq secret-sealed/)).toEqual([])
})

describe.each<Ground>(['moderating', 'sealed'])('%s', (ground) => {
  test('nobody outside the embargo list can tell who won', { timeout: 300_000 }, async () => {
    const { one, other, ...asked } = { ...(await makeBoth(ground)), routes: await readRoutes() }
    const { told, addresses: count } = await readAll({ ...asked, app: one })
    const files = await readFiles(one.visitor())
    const words = placesWhere([...told, ...files], (_, text) => secretWord.test(text))
    const names = placesWhere([...told, ...files], (where, text) => secretName.test(text) && !mayName(where))
    const { told: then } = await readAll({ ...asked, app: other })
    const changed = placesWhere([...then], (where, text) => told.get(where) !== text && !isShuffled(where))
    console.log([
      `${ground}: ${count} addresses × ${asked.cookies.size} askers × page, data, data of the route alone = ${told.size} answers, and ${files.size} files: ${megabytes(told, files)} MB.`,
      `Words of a decision in ${words.length}, hidden names in ${names.length}; changed by another winner: ${changed.length}.`,
    ].join(' '))
    expect({ words, names, changed }).toEqual({ words: [], names: [], changed: [] })
    expect(told.size).toBeGreaterThan(4000)
  })

  test('what is looked for is there, for those on the list, and each look is noted', async () => {
    const { worlds: { here }, one } = await makeBoth(ground)
    const looks = async () => (await one.db.selectFrom('audit_event').select('seq').where('verb', '=', 'results.seen').execute()).length
    const before = await looks()
    const page = await (await one.signedIn(here.accounts.owner)).get(`/organise/${here.slug}/standings/secret-sealed`)
    expect([page.status, secretWord.test(page.text), secretName.test(page.text), (await looks()) - before]).toEqual([200, true, true, 1])
  })
})

function placesWhere(told: [string, string][], holds: (where: string, text: string) => boolean): string[] {
  return told.filter(([where, text]) => holds(where, text)).map(([where]) => where)
}

function megabytes(...all: Told[]): string {
  const bytes = all.flatMap((told) => [...told.values()]).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  return (bytes / 1e6).toFixed(1)
}
