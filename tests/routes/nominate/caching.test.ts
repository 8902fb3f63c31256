import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hours, later, minutes, seconds } from '#app/domain/time.ts'
import { newId } from '#app/platform/tokens.server.ts'
import { mailAbout, nowhere, openDesk, pathOf, withDraft, withSent, wordsOf, type Desk } from '#tests/routes/nominate/desk.ts'
import { makeEdition } from '#tests/factories/index.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  desk = await openDesk(app)
})
afterEach(() => app.close())

const cacheOf = async (visitor: Visitor, method: 'get' | 'post', path: string, fields = {}) => {
  const { status, headers } = await (method === 'get' ? visitor.get(path) : visitor.post(path, fields))
  return [path, status, headers['cache-control'], headers.etag]
}

describe('pages of a live draft are kept for Back, and asked for again', () => {
  test.each(['who', 'work', 'category', 'sentence', 'know', 'you', 'check', 'later', 'who.data', 'check.data'])('%s', async (page) => {
    const { visitor, draft } = await withDraft(desk)
    expect((await cacheOf(visitor, 'get', `/nominate/${draft}/${page}`)).slice(1)).toEqual([200, 'private, no-cache', undefined])
  })

  test('so are those of what was sent, and a page that came back to be mended', async () => {
    const { visitor, draft } = await withSent(desk)
    for (const page of ['sent', 'withdraw', 'check']) expect((await cacheOf(visitor, 'get', `/nominate/${draft}/${page}`)).slice(1)).toEqual([200, 'private, no-cache', undefined])
    expect((await cacheOf(visitor, 'post', `/nominate/${draft}/who`, { name: '' })).slice(1)).toEqual([422, 'private, no-cache', undefined])
  })
})

test('everything else about one person is kept by nobody', async () => {
  const { visitor, draft, link } = await withSent(desk)
  await visitor.post(`/nominate/${draft}/later`, { email: 'nell@people.example' })
  const draftLink = pathOf((await mailAbout(desk, draft)).link)
  const other = app.visitor()
  const seen = [
    await cacheOf(visitor, 'get', `/nominate/${draft}`),
    await cacheOf(visitor, 'post', `/nominate/${draft}/who`, { kind: 'person', name: 'Sam' }),
    await cacheOf(visitor, 'get', `/nominate/${newId()}/who`),
    await cacheOf(visitor, 'get', `/nominate/${draft}/nonsense`),
    await cacheOf(visitor, 'post', `/nominate/${draft}/check`),
    await cacheOf(other, 'get', link),
    await cacheOf(other, 'get', `${link}.data`),
    await cacheOf(other, 'post', link),
    await cacheOf(other, 'get', `/nomination/${nowhere}`),
    await cacheOf(other, 'get', draftLink),
    await cacheOf(other, 'post', draftLink),
    await cacheOf(other, 'get', `/nominate/code?request=${nowhere}`),
    await cacheOf(other, 'post', `/nominate/code?request=${nowhere}`),
    await cacheOf(other, 'post', '/2027/nominate'),
    await cacheOf(other, 'post', '/2027/nominate', { nonsense: '1' }),
    await cacheOf(other, 'post', '/nominate/clear'),
  ]
  expect(seen.filter(([, , cache, etag]) => cache !== 'no-store' || etag !== undefined)).toEqual([])
})

describe('a public page is the same for everyone, until what it shows changes', () => {
  const start = '/2027/nominate'
  /** What is kept is asked anew at most once a millisecond. */
  const aMoment = () => new Promise((resolve) => setTimeout(resolve, 3))
  async function etagAt(now: string, path = start) {
    app.clock.now = now
    await aMoment()
    const { status, headers } = await app.visitor().get(path)
    expect([status, headers['cache-control']]).toEqual([200, 'no-cache'])
    return headers.etag
  }
  const around = (moment: string) => [later(moment, -1), moment, later(moment, 1)]

  test('unchanged, it is not sent again', async () => {
    const etag = (await etagAt(app.clock.now)) ?? ''
    const again = await app.visitor().get(start, { 'If-None-Match': etag })
    expect([again.status, again.text, again.headers.etag, again.headers['cache-control']]).toEqual([304, '', etag, 'no-cache'])
    const whole = await app.visitor().get(start, { 'If-None-Match': '"another"' })
    expect([whole.status, whole.headers.etag]).toEqual([200, etag])
  })

  test('nothing of who asks is in it', async () => {
    const { visitor } = await withSent(desk)
    for (const path of ['/', '/2027/categories', '/2027/how-we-judge', '/help']) {
      const [mine, anybodys] = [await visitor.get(path), await app.visitor().get(path)]
      expect([mine.text, mine.headers['set-cookie'], mine.headers.vary]).toEqual([anybodys.text, undefined, 'Accept-Encoding'])
    }
  })

  test('where to begin is kept for all but those who hold a draft; theirs is for nobody else', async () => {
    const { visitor } = await withSent(desk)
    const mine = await visitor.get(start)
    expect([wordsOf(mine).includes('Nell Nominator'), mine.headers['cache-control'], mine.headers.etag]).toEqual([true, 'no-store', undefined])
    expect(wordsOf(await app.visitor().get(start))).not.toContain('Nell Nominator')
  })

  test('it changes with the version of the edition', async () => {
    const before = await etagAt(app.clock.now)
    await app.db.updateTable('edition').set({ closes_at: '2027-01-13T17:00:00.000Z', version: 2 }).execute()
    expect(await etagAt(app.clock.now)).not.toBe(before)
    expect(wordsOf(await app.visitor().get(start))).toContain('Nominations close at 5pm on Wednesday 13 January 2027.')
  })

  test.each([
    ['the opening', { stage: 'preparing', opens_by_clock: 1, opens_at: '2027-01-10T09:00:00.000Z' } as const, '2027-01-10T09:00:00.000Z', [false, true, true]],
    ['the end of grace', { grace_minutes: 15 }, '2027-01-12T17:15:00.000Z', [true, true, false]],
  ])('it changes at the very moment of %s, with no row changed', async (_, own, moment, buttons) => {
    await app.db.updateTable('edition').set(own).execute()
    const seen = []
    for (const now of around(moment)) {
      await etagAt(now)
      seen.push((await app.visitor().get(start)).text.includes('Start now'))
    }
    expect(seen).toEqual(buttons)
  })

  test('at the moment of the close the home page says that grace has begun', async () => {
    const said = []
    for (const now of around('2027-01-12T17:00:00.000Z')) {
      await etagAt(now, '/')
      said.push(wordsOf(await app.visitor().get('/')).includes('What reaches us by 5:15pm still counts.'))
    }
    expect(said).toEqual([false, false, true])
  })

  test('it changes with the day in London, at midnight there', async () => {
    await app.db.updateTable('edition').set({ closes_at: '2027-07-12T16:00:00.000Z', ceremony_at: '2027-09-23T18:00:00.000Z' }).execute()
    const midnight = '2027-07-09T23:00:00.000Z' // summer time
    const tags = []
    for (const now of [later(midnight, -hours(20)), later(midnight, -seconds(1)), midnight, later(midnight, minutes(1))]) tags.push(await etagAt(now, '/'))
    expect([tags[0] === tags[1], tags[1] === tags[2], tags[2] === tags[3]]).toEqual([true, false, true])
  })

  test('an edition with a clock of its own changes by that', async () => {
    await makeEdition(app.db, { slug: '2027-demo', current: 0, clock_offset_ms: hours(24) })
    const seen = []
    for (const now of around('2027-01-11T17:15:00.000Z')) {
      await etagAt(now, '/2027-demo/nominate')
      seen.push((await app.visitor().get('/2027-demo/nominate')).text.includes('Start now'))
    }
    expect(seen).toEqual([true, true, false])
  })

  test('asked with a query it is made for one, and kept by nobody', async () => {
    const plain = await app.visitor().get(start)
    const queried = await app.visitor().get(`${start}?from=mail`)
    expect([queried.status, queried.headers['cache-control'], queried.headers.etag, queried.text === plain.text]).toEqual([200, 'no-store', undefined, true])
  })

  test('its data alone is not taken for a page', async () => {
    for (const path of [`${start}.data`, '/_root.data']) {
      const { status, headers } = await app.visitor().get(path)
      expect([path, status, headers['content-type'], headers['cache-control'], headers.etag]).toEqual([path, 200, expect.not.stringContaining('html'), 'no-store', undefined])
    }
  })

  test('an address that is none is not kept as one', async () => {
    for (const path of ['/2030/nominate', '/2027/categories/no-such']) expect(await cacheOf(app.visitor(), 'get', path)).toEqual([path, 404, 'no-store', undefined])
    await makeEdition(app.db, { slug: '2030', current: 0 })
    await aMoment()
    expect((await app.visitor().get('/2030/nominate')).status).toBe(200)
  })

  test('head alone has the same head', async () => {
    const [page, head] = [await app.visitor().get(start), await app.visitor().send('HEAD', start)]
    expect([head.status, head.text, head.headers.etag, head.headers['content-length']]).toEqual([200, '', page.headers.etag, page.headers['content-length']])
  })
})
