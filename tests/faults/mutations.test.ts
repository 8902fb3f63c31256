import { afterEach, beforeEach, expect, test } from 'vitest'
import { seededRandom } from '#app/domain/random.ts'
import { createLink } from '#app/platform/links.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { makeCtx, makeDraft } from '#tests/factories/index.ts'
import { noteFigures, times } from '#tests/faults/figures.ts'
import { good, openDesk, withSent, type Desk } from '#tests/routes/nominate/desk.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
let desk: Desk
beforeEach(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  desk = await openDesk(app)
})
afterEach(() => app.close())

const seed = 20270112
const atOnce = 20
const draftsInPlay = 12

/** A form as it goes over the wire. */
interface Sending {
  method: string
  path: string
  headers: Record<string, string>
  body: string
}
type Random = () => number
type Mutation = (sending: Sending, random: Random) => Sending

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
const urlencoded = 'application/x-www-form-urlencoded'

const odd = [
  '', ' ', '\u0000', '\u202Eabc', '\uD800', '👩‍⚕️', 'a'.repeat(30_000), `a${'\u0301'.repeat(3000)}`, "'; drop table draft; --", '<script>alert(1)</script>', '{{link}}', '1e309', '-1',
  'NaN', 'null', 'undefined', '[object Object]', '__proto__', 'constructor', 'true', '\r\nSet-Cookie: a=b', '../../etc/passwd', '%00', '\n'.repeat(5000), '０', 'ﷺ', 'nell@people.example',
]
const oddNames = ['__proto__', 'constructor', 'toString', 'kind[]', 'name[0][a]', '', 'a'.repeat(5000), 'answer ', 'ANSWER', 'intent', 'website', 'category']
const oddPlaces = ['..', '%00', '%2e%2e', 'constructor', '__proto__', 'WHO', 'a'.repeat(3000), '%F0%9F%92%A9', '%ff', 'who.data', 'check.data', 'names', 'later']
const oddQueries = ['?', '?change', '?pause', '?change&pause', '?index', '?_routes=root', '?%00=%ff', `?a=${'b'.repeat(4000)}`, '?change=__proto__', '?done=constructor', '?request=x']
const oddHeaders = [['Content-Encoding', 'gzip'], ['Accept', 'application/json'], ['Range', 'bytes=0-1'], ['If-None-Match', '*'], ['Accept-Encoding', 'br;q=x']] as const
const oddTypes = ['application/json', 'text/plain', 'multipart/form-data', 'multipart/form-data; boundary=b', 'application/x-www-form-urlencoded; charset=utf-16', 'a/b', '']

const withFields = (change: (fields: URLSearchParams, random: Random) => void): Mutation => (sending, random) => {
  const fields = new URLSearchParams(sending.body)
  change(fields, random)
  return { ...sending, body: fields.toString() }
}
const nameIn = (fields: URLSearchParams, random: Random) => pick(random, [...fields.keys(), ...oddNames])
/** The same with some bytes put in, taken out or turned round. */
function garbled(text: string, random: Random): string {
  const at = Math.floor(random() * (text.length + 1))
  return text.slice(0, at) + pick(random, ['', '%', '&', '=', '%ZZ', '%E0%A4', ';', '+', '%C0%AF']) + text.slice(at + Math.floor(random() * 3))
}

const mutations: Mutation[] = [
  withFields((fields, random) => fields.delete(nameIn(fields, random))),
  withFields((fields, random) => fields.append(nameIn(fields, random), pick(random, odd))),
  withFields((fields, random) => fields.set(nameIn(fields, random), pick(random, odd))),
  withFields((fields, random) => fields.set(nameIn(fields, random), pick(random, odd))),
  (sending, random) => ({ ...sending, body: garbled(sending.body, random) }),
  (sending, random) => ({ ...sending, body: sending.body.slice(0, Math.floor(random() * sending.body.length)) }),
  (sending, random) => ({ ...sending, body: Array(1 + Math.floor(random() * 4)).fill(sending.body).join('&') }),
  (sending, random) => ({ ...sending, headers: { ...sending.headers, 'Content-Type': pick(random, oddTypes) } }),
  (sending, random) => ({ ...sending, headers: { ...sending.headers, ...Object.fromEntries([pick(random, oddHeaders)]) } }),
  (sending, random) => ({ ...sending, headers: { ...sending.headers, Cookie: garbled(sending.headers.Cookie ?? 'drafts=x', random).replace(/[^\x20-\x7e]/g, '') } }),
  (sending, random) => ({ ...sending, path: sending.path.replace(/[^/]+$/, () => pick(random, oddPlaces)) }),
  (sending, random) => ({ ...sending, path: sending.path.split('?')[0] + pick(random, oddQueries) }),
  (sending, random) => ({ ...sending, method: pick(random, ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'GET']) }),
]

test('whatever is done to a form on its way, the answer is a page or a sentence, and nothing is left broken', async () => {
  const random = seededRandom(seed)
  const wanted = times(500, 10_000)
  const statuses: Record<string, number> = {}
  const broken: string[] = []
  let forms = await layOut()
  for (let sent = 0; sent < wanted; sent += atOnce) {
    if (sent % 1000 === 0) forms = await layOut() // those of before are sent and withdrawn by now
    const sendings = Array.from({ length: atOnce }, () => mutate(pick(random, forms), random))
    const replies = await Promise.all(sendings.map(({ method, path, headers, body }) => new Visitor(app.port).send(method, path, headers, method === 'GET' ? undefined : body)))
    for (const [index, { status }] of replies.entries()) {
      const group = `${Math.floor(status / 100)}xx`
      statuses[group] = (statuses[group] ?? 0) + 1
      if (status >= 500) broken.push(`${status} ${JSON.stringify(sendings[index]).slice(0, 500)}`)
    }
  }
  expect(broken).toEqual([])
  expect(Object.keys(statuses).sort()).toEqual(['2xx', '3xx', '4xx'])
  expect(await listBroken(app.db)).toEqual([])
  noteFigures({ seed, submissions: wanted, ...statuses, '5xx': broken.length })
})

function mutate(sending: Sending, random: Random): Sending {
  let mutated = sending
  for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) mutated = pick(random, mutations)(mutated, random)
  return mutated
}

/** Every form that a nominator is ever shown, filled in well: of drafts that are written, of one that is sent, and behind links. */
async function layOut(): Promise<Sending[]> {
  const drafts = await Promise.all(Array.from({ length: draftsInPlay }, () => makeDraft(app.db, desk.edition, desk.home, { relationship: 'I work with them' })))
  const sent = await withSent(desk)
  const Cookie = await app.ringOf(...drafts.slice(1).map(({ id }) => id), sent.draft)
  const form = (path: string, fields: Record<string, string | string[]> = {}): Sending => ({
    method: 'POST', path, headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': urlencoded },
    body: new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))).toString(),
  })
  const link = (kind: 'draft' | 'no-reminders', subject: string) => inTransaction(makeCtx(app.db), async (trx) => (await createLink(trx, kind, subject)).token)
  return [
    form('/2027/nominate', { from: sent.draft, kind: 'person', category: 'home' }), form('/2027/help-me-choose', { kind: 'person' }),
    ...drafts.flatMap(({ id }) => Object.entries(good).map(([page, fields]) => form(`/nominate/${id}/${page}`, fields))),
    ...drafts.flatMap(({ id }) => [form(`/nominate/${id}/check`, { website: '' }), form(`/nominate/${id}/later`, { email: 'nell@people.example' })]),
    form(`/nominate/${sent.draft}/check`), form(`/nominate/${sent.draft}/withdraw`), form(sent.link), form(`/nominate/code?request=${'r'.repeat(43)}`, { code: '123456' }),
    form('/nominate/new-link', { email: 'nell@people.example' }), form('/nominate/clear'),
    form(`/nominate/link/${await link('draft', drafts[0]?.id ?? '')}`), form(`/nominate/no-reminders/${await link('no-reminders', 'hash')}`),
  ]
}
