import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import { valueOf } from '#app/domain/result.ts'
import { saveDecision } from '#app/features/moderation/decisions.commands.server.ts'
import { idOf, makeMeeting } from '#tests/db/features/meeting/scene.ts'
import { editionNow, inOrder, type Scene } from '#tests/db/features/moderation/scene.ts'
import { addresses } from '#tests/routes/addresses.ts'
import { listen } from '#tests/setup/event-source.ts'
import { startApp, type Reply, type TestApp, type Visitor } from '#tests/setup/app.ts'
import type { Planted } from '#tests/setup/planted.ts'

let app: TestApp
let scene: Scene
let first: Visitor
let second: Visitor
beforeEach(async () => {
  app = await startApp()
  scene = await makeMeeting(app.db)
  await app.db.updateTable('nominee').set({ name: 'Markerzq Asha' }).where('id', '=', scene.entries[0].nominee_id).execute()
  valueOf(await saveDecision(scene.first, await editionNow(scene), 'care', { version: 0, reason: 'Markerzq reason', awards: inOrder(scene).map((one) => ({ ...one, citation: 'Markerzq citation' })) }))
  first = await signedIn(scene.first.actor)
  second = await signedIn(scene.second.actor)
})
afterEach(() => app.close())

const signedIn = (actor: Scene['first']['actor']): Promise<Visitor> => {
  if (actor.kind !== 'account') throw new Error('nobody')
  return app.signedIn(actor)
}
const at = '/organise/2027/meeting'
const item = `${at}/care`
const act = (intent: string, fields: Record<string, string> = {}): Promise<Reply> => first.post(item, { intent, ...fields })
const open = () => act('open', { chair: scene.judges[1]?.account_id ?? '' })

test('from who is there to the minutes of an item', async () => {
  expect((await first.get(at)).text).toMatch(/Home Care.*Clear: first by 1.00.*Bob.*checked/s)
  expect((await open()).headers.location).toBe(`${item}?done=open`)
  expect((await act('note', { note: 'They talked about Bea.' })).headers.location).toBe(`${item}?done=note`)
  expect((await act('propose', { proposer: scene.judges[0]?.account_id ?? '', proposal: 'none', words: 'Too thin' })).headers.location).toBe(`${item}?done=propose`)
  const desk = await first.get(`${item}?done=propose`)
  expect(desk.text).toMatch(/The proposal is in the minutes.*In the room: Ann, Bob, Cat, Person 1.*They talked about Bea.*Ann proposed to give no award: Too thin/s)
  const wall = await first.get(`${item}/wall`)
  expect(wall.text).toMatch(/Opened, with 4 people in the room.*They talked about Bea.*It was proposed to give no award: Too thin/s)
  expect(wall.text).not.toMatch(/Ann|Bob|Cat\b|Person/)
  expect((await act('close')).headers.location).toBe(`${item}?done=close`)
})

describe('what lacks something comes back with what was typed', () => {
  const cases: [string, Record<string, string>, number, string][] = [
    ['open', {}, 422, 'Choose who is in the chair.'],
    ['propose', { words: 'Because', proposal: 'winner' }, 422, 'Choose an entry.'],
    ['note', {}, 422, 'Write what is to stand in the minutes.'],
    ['note', { note: 'Early' }, 409, 'This item is not open.'],
    ['out', { reason: 'A cousin' }, 422, 'Choose who steps out.'],
    ['dance', {}, 422, 'Choose one of the buttons.'],
  ]
  test.each(cases)('%s %j', async (intent, fields, status, says) => {
    const reply = await act(intent, fields)
    expect([reply.status, reply.text.includes(says)]).toEqual([status, true])
    if (fields.reason) expect(reply.text).toContain(fields.reason)
  })
})

test('before the item was opened, the wall shows nothing of it', async () => {
  const { text } = await first.get(`${item}/wall`)
  expect([text.includes('This item has not been opened yet.'), /markerzq/i.test(text)]).toEqual([true, false])
})

test('a wall that is open hears of every new line in the minutes, and nothing of what it says', async () => {
  const cookie = await app.sessionOf(scene.second.actor as Account)
  const shownOn = async () => /data-events="([^"]+)" data-shown="(\d+)"/.exec((await second.get(`${item}/wall`)).text)?.slice(1)
  expect(await shownOn()).toEqual([`${item}/wall/events`, '1'])
  const screen = listen(app.port, `${item}/wall/events`, cookie)
  expect(await screen.until(() => true)).toMatchObject({ id: '1', data: '' })
  await open()
  expect(await screen.until(({ id }) => id !== '1')).toMatchObject({ id: '2', data: '' })
  expect(await shownOn()).toEqual([`${item}/wall/events`, '2'])
  await act('out', { leaver: idOf(scene.second), reason: 'A cousin' })
  expect(await screen.until(({ id }) => id !== '2')).toMatchObject({ id: '3', data: '' })
  expect((await second.get(`${item}/wall`)).status).toBe(409)
  screen.close()
})

describe('whoever has stepped out', () => {
  const places = (): Planted => ({ slug: '2027', category: 'care', moderated: 'care', moderatedEntry: scene.entries[0].id, settled: 'care' }) as Planted
  /** Every page about the results of a category, whoever made it: those for the embargo list. */
  const ofCategory = Object.entries(addresses).filter(([pattern, { read, write }]) => pattern.includes(':category') && (read === 'embargo' || write === 'embargo'))
  const stepOut = () => act('out', { leaver: idOf(scene.second), reason: 'A cousin' })

  test('finds every page of the category closed, as page, as data and to forms', async () => {
    expect(ofCategory.length).toBeGreaterThan(9)
    const seen = async (visitor: Visitor) => {
      const replies: Record<string, [status: number, told: boolean]> = {}
      for (const [pattern, { at: pathOf, write, form }] of ofCategory) {
        const path = pathOf(places())
        const asked = [['page', () => visitor.get(path)], ['data', () => visitor.get(`${path}.data`)], ...(write ? [['form', () => visitor.post(path, form)] as const] : [])] as const
        for (const [way, ask] of asked) {
          const { status, text } = await ask()
          replies[`${pattern} ${way}`] = [status, /markerzq/i.test(text)]
        }
      }
      return replies
    }
    expect((await seen(second))['/organise/:edition/meeting/:category page']).toEqual([200, true])
    await stepOut()
    const out = await seen(second)
    expect(Object.entries(out).filter(([, [, told]]) => told)).toEqual([])
    expect(Object.entries(out).filter(([, [status]]) => ![404, 409].includes(status))).toEqual([])
    expect((await seen(first))['/organise/:edition/meeting/:category page']).toEqual([200, true])
  })

  test('is told so in one sentence, and nothing of the category stands on the pages about all of them', async () => {
    await stepOut()
    const closed = await second.get(`/organise/2027/standings/care`)
    expect([closed.status, closed.text.includes('You have stepped out of this item.')]).toEqual([409, true])
    for (const path of [at, '/organise/2027/standings', '/organise/2027/seal', '/organise/2027/exports', '/organise/2027/exports/results/standings.csv', '/organise/2027/audit']) {
      expect([path, /markerzq/i.test((await second.get(path)).text)]).toEqual([path, false])
    }
    expect((await second.get(at)).text).toContain('You have stepped out of this item')
  })

  test('sees it again when the item is closed', async () => {
    await stepOut()
    await open()
    await act('close')
    expect((await second.get(item)).status).toBe(200)
  })
})

test('a citation is put together from what was written, counted by the server, and saved', async () => {
  await app.db.updateTable('scorecard').set({ citation: 'She stayed. She sang.' }).where('id', '=', scene.cards[0]!.id).execute()
  const path = `${item}/citation/${scene.entries[0].id}`
  expect((await first.get(path)).text).toMatch(/She stayed\..*Answer to Question/s)
  const added = await first.post(path, { intent: 'add', seen: '1', citation: 'As it was.', judges: ['She stayed.', 'She sang.'] })
  expect([added.status, added.text.includes('As it was. She stayed. She sang.'), added.text.includes('7 words, about 4 seconds read aloud.')]).toEqual([200, true, true])
  expect((await first.post(path, { intent: 'count', seen: '1', citation: 'One two three' })).text).toContain('3 words, about 2 seconds')
  expect((await first.post(path, { intent: 'save', seen: '1', citation: 'She stayed.' })).headers.location).toBe(`${item}?done=citation`)
  expect((await first.post(path, { intent: 'save', seen: '1', citation: 'Again' })).status).toBe(409)
  expect((await app.db.selectFrom('award').select('citation').where('place', '=', 1).executeTakeFirst())?.citation).toBe('She stayed.')
})

test('two side by side, by criterion and in the judges’ words', async () => {
  const [asha, , cem] = scene.entries
  const { text } = await first.get(`${item}/compare?one=${asha.id}&other=${cem.id}`)
  expect(text).toMatch(/Markerzq Asha and Cem.*Kindness \(100\).*5\.00.*\(all 5\).*3\.00.*\(all 3\).*Markerzq Asha, 2\.00/s)
  expect(text).not.toMatch(/\bAnn\b|\bBob\b/)
})

test('the sponsor of a category is named in public, and kept from deciding', async () => {
  const organiser = await signedIn(scene.outsider.actor)
  const { version } = await editionNow(scene)
  expect((await organiser.post('/organise/2027/categories/care/sponsor', { version: String(version), sponsor: 'The Orrery House Ltd' })).headers.location).toBe('/organise/2027/categories?done=saved')
  expect((await app.visitor().get('/2027/categories/care')).text).toContain('sponsored by The Orrery House Ltd, who has no part in deciding it')
  expect(await app.db.selectFrom('category').select('sponsor_key').executeTakeFirst()).toEqual({ sponsor_key: 'orrery' })
})
