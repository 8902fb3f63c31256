import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listBroken } from '#db/invariants.server.ts'
import type { EditionStage } from '#db/vocabulary.ts'
import { addresses, type Address } from '#tests/routes/addresses.ts'
import { startApp, Visitor, type Reply, type TestApp } from '#tests/setup/app.ts'
import { fillWithMarkers, type Planted } from '#tests/setup/planted.ts'

/** Bad input, to every form there is: a 4xx with a sentence and the person's text kept; never a 5xx, never half a record. */
let app: TestApp
let here: Planted
beforeEach(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } })
  here = await fillWithMarkers(app)
})
afterEach(() => app.close())

/** Somebody who may send this form. */
function sender({ write }: Address): Promise<Visitor> {
  if (write === 'holder') return Promise.resolve(new Visitor(app.port, here.ring))
  if (write === 'judge' || write === 'witness') return app.signedIn(here.accounts[write])
  return write === 'bearer' || write === 'everyone' ? Promise.resolve(app.visitor()) : app.signedIn(here.accounts.owner)
}

interface Field {
  name: string
  /** typed freely, so it comes back as it was typed */
  text: boolean
  value: string
}

/** The fields that a page's own forms have, as a browser would find them. */
function fieldsOf({ text: html }: Reply): Field[] {
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? ''
  const forms = [...main.matchAll(/<form[^>]*method="post".*?<\/form>/gs)].join('')
  const fields = [...forms.matchAll(/<(input|textarea|select|button)\b([^>]*)>/g)].map(([, tag = '', attributes = '']) => {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
    return { name: read('name') ?? '', value: read('value') ?? '', text: tag === 'textarea' || (tag === 'input' && !/^(radio|checkbox|hidden|submit|file)$/.test(read('type') ?? 'text')) }
  })
  return [...new Map(fields.filter((field) => field.name).map((field) => [field.name, field])).values()]
}

const urlencoded = 'application/x-www-form-urlencoded'
const encode = (pairs: [string, string][]) => new URLSearchParams(pairs).toString()
const filled = (fields: Field[], value: string): [string, string][] => fields.map(({ name }) => [name, value])
const multipart = (parts: string) => `--b\r\n${parts}\r\n--b--\r\n`

/** What no page of ours would send. Each must be refused. */
const refusedBodies: [string, (fields: Field[]) => string, string?][] = [
  ['a field nobody asked for', (fields) => encode([...filled(fields, 'x'), ['nonsense', '1']])],
  ['names that objects have of their own', (fields) => encode([...filled(fields, 'x'), ['__proto__', '1'], ['constructor', '1'], ['toString', '1']])],
  ['every field three times', (fields) => encode([...filled(fields, 'x'), ...filled(fields, 'y'), ...filled(fields, 'z'), ['nonsense', '1']])],
  ['every field as long as fits', (fields) => encode([...filled(fields, 'x'.repeat(200_000 / (fields.length + 1))), ['nonsense', '1']])],
  ['lists where there are none', (fields) => encode([...fields.map(({ name }): [string, string] => [`${name}[]`, 'x']), ['a[b][c]', '1']])],
  ['percent signs with nothing to them', () => '%=%&%E0%A4%A=%ff&=&&&x'],
  ['JSON', () => '{"name":{"$ne":null}}', 'application/json'],
  ['plain text', () => 'hello', 'text/plain'],
  ['no type at all', () => 'hello', ''],
  ['parts without a boundary', () => 'hello', 'multipart/form-data'],
  ['parts cut short', () => '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx', 'multipart/form-data; boundary=b'],
  ['a file where text belongs', () => multipart('Content-Disposition: form-data; name="nonsense"; filename="a.html"\r\nContent-Type: text/html\r\n\r\n<script>'), 'multipart/form-data; boundary=b'],
]

/** What somebody might type after all: taken or refused, it breaks nothing. */
const oddValues: [string, string][] = [
  ['controls and turned-round text', '\u0000\u0007\u202Eevil\u2066\u001B[31m'],
  ['half a character', encodeURIComponent('a') + '%ED%A0%80%C0%AF%FF'],
  ['emoji and far planes', '👩‍⚕️🏳️‍🌈𐍈\u{10FFFF}\uFFFE'],
  ['a mountain of accents', `a${'\u0301'.repeat(2000)}`],
  ['SQL', "'; drop table edition; --"],
  ['markup', '"><script>alert(1)</script>{{link}}${1}'],
  ['numbers beyond numbers', '1e309'],
  ['less than nothing', '-1'],
  ['a number with no end', '9'.repeat(400)],
  ['not a number', 'NaN'],
  ['a time that is none', '2027-02-30T25:61'],
]

const sections = ['dates', 'ceremony', 'timetable', 'eligibility', 'judging', 'records']
const steps = ['work', 'category', 'question-1', 'question-2', 'know', 'you']
const more: Record<string, (here: Planted) => string[]> = {
  '/nominate/:draft/:step': ({ draft }) => steps.map((step) => `/nominate/${draft}/${step}`),
  '/organise/:edition/enter/:draft/:part': ({ slug, assistedDraft }) => [`/organise/${slug}/enter/${assistedDraft}/story`],
  '/organise/:edition/settings/:section': ({ slug }) => sections.map((section) => `/organise/${slug}/settings/${section}`),
}
/** The checker's own words, which nobody but us should read. */
const machineWords = /Invalid (input|option)|Unrecognized|Too (big|small)|expected (string|number|one of)|received NaN/

/** Where the edition must be for the form to be there. */
const stages: Record<string, EditionStage> = { '/organise/:edition/open': 'preparing', '/organise/:edition/reopen': 'screening', '/organise/:edition/judging/open': 'screening', '/organise/:edition/judging/return': 'judging' }
/** Those that take a button and nothing to read. */
const withoutFields = ['/nominate/clear', '/sign-out']
/** Those that answer a script, in JSON. */
const forScripts = ['/judge/:edition/entries/:entry/save']
/** Those that answer with a file, or lead back to the page of their button. */
const forFiles = ['/organise/:edition/ceremony/pack/file']
const forms = Object.entries(addresses).filter(([pattern, { write }]) => write && write !== 'nobody' && ![...withoutFields, ...forScripts, ...forFiles].includes(pattern))

test('the fields of a page are found', async () => {
  const found = fieldsOf(await new Visitor(app.port, here.ring).get(`/nominate/${here.draft}/who`))
  expect(found.map(({ name, text }) => [name, text])).toEqual([['kind', false], ['name', true]])
})

describe.each(forms)('%s', (pattern, address) => {
  test('refuses what no page of ours would send, keeping what was typed, and takes no harm from what is odd', async () => {
    await app.db.updateTable('edition').set({ stage: stages[pattern] ?? 'nominating' }).where('slug', '=', here.slug).execute()
    const visitor = await sender(address)
    for (const path of [address.at(here), ...(more[pattern]?.(here) ?? [])]) {
      const fields = fieldsOf(await visitor.get(path))
      const faults: string[] = []
      for (const [what, make, type = urlencoded] of refusedBodies) {
        const { status, text } = await visitor.send('POST', path, { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type }, make(fields))
        if (status < 400 || status >= 500 || !text.includes('<h1') || machineWords.test(text)) faults.push(`${what}: ${status} ${machineWords.exec(text)?.[0] ?? ''}`)
      }
      faults.push(...(await lostWords(visitor, path, fields)))
      for (const [what, value] of oddValues) {
        const body = value.includes('%ED') ? fields.map(({ name }) => `${encodeURIComponent(name)}=${value}`).join('&') : encode(filled(fields, value))
        const { status, text } = await visitor.send('POST', path, { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': urlencoded }, body)
        if (status >= 500 || machineWords.test(text)) faults.push(`${what}: ${status} ${machineWords.exec(text)?.[0] ?? ''}`)
      }
      expect({ path, faults }).toEqual({ path, faults: [] })
    }
    expect(await listBroken(app.db)).toEqual([])
  })
})

/** Sends every free text with something that makes the form come back, and looks for them in it. */
async function lostWords(visitor: Visitor, path: string, fields: Field[]): Promise<string[]> {
  const typed = fields.map((field): [string, string] => [field.name, field.text ? `my words in ${field.name}` : field.value])
  const { status, text } = await visitor.post(path, { ...Object.fromEntries(typed), nonsense: '1' })
  const lost = fields.filter((field) => field.text && !text.includes(`my words in ${field.name}`)).map((field) => field.name)
  return lost.length ? [`${status} lost the words in ${lost.join(', ')}`] : []
}
