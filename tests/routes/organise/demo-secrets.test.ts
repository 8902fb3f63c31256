import { afterEach, expect, test } from 'vitest'
import { queueEmail } from '#app/features/messages/outbox.server.ts'
import { inTransaction } from '#app/platform/context.server.ts'
import { makeAccount, makeCtx, makeEdition, testNow } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
afterEach(() => app.close())

const secrets = { link: 'http://localhost:3000/sign-in/link/a-secret-token', code: '918273' }
const here = 'http://localhost:3000'
const elsewhere = 'https://awards.example'

/** What an owner's page of a message with a link and a code tells, in a demo or not, served at an address. */
async function readMessage({ demo, baseUrl }: { demo: 0 | 1 | null; baseUrl: string }) {
  app = await startApp({ env: { BASE_URL: baseUrl } })
  if (demo !== null) await app.db.insertInto('installation').values({ id: 1, demo, created_at: testNow }).execute()
  const { slug } = await makeEdition(app.db)
  const id = await inTransaction(makeCtx(app.db), (trx) =>
    queueEmail(trx, {
      kind: 'people.sign-in', to: { name: 'Nell', email: 'nell@people.example' }, replyTo: '',
      email: { subject: 'Sign in', body: [{ kind: 'link', text: 'Sign in', href: '{{link}}' }, { kind: 'code', label: 'Or type', value: '{{code}}' }], secrets },
    }))
  const owner = await app.signedIn(await makeAccount(app.db, { role: 'owner' }))
  const reply = await owner.get(`/organise/${slug}/outbox/${id}`)
  const data = await owner.get(`/organise/${slug}/outbox/${id}.data`)
  const told = reply.text + data.text
  return { status: reply.status, said: told.includes('Shown because this is a demo'), shown: Object.values(secrets).map((one) => told.includes(one)) }
}

test('in a demo on this machine, what would only reach the receiver can be tried out', async () => {
  expect(await readMessage({ demo: 1, baseUrl: here })).toEqual({ status: 200, said: true, shown: [true, true] })
})

test.each<[string, Parameters<typeof readMessage>[0]]>([
  ['a database that says nothing', { demo: null, baseUrl: here }],
  ['a database that is marked as real', { demo: 0, baseUrl: here }],
  ['a demo that others can reach', { demo: 1, baseUrl: elsewhere }],
  ['a real one that others can reach', { demo: 0, baseUrl: elsewhere }],
])('with %s, links and codes stay masked', async (_, place) => {
  expect(await readMessage(place)).toEqual({ status: 200, said: false, shown: [false, false] })
})
