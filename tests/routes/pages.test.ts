import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, type Address } from '#tests/routes/addresses.ts'
import { startApp, Visitor, type TestApp } from '#tests/setup/app.ts'
import { listMarkupFaults } from '#tests/setup/markup.ts'
import { fillWithMarkers, type Planted } from '#tests/setup/planted.ts'

let app: TestApp
let here: Planted
let owner: Visitor
let judge: Visitor
let witness: Visitor
beforeAll(async () => {
  app = await startApp()
  here = await fillWithMarkers(app)
  owner = await app.signedIn(here.accounts.owner)
  judge = await app.signedIn(here.accounts.judge)
  witness = await app.signedIn(here.accounts.witness)
})
afterAll(() => app.close())

/** Somebody who may see the page. */
function reader({ read }: Address): Visitor {
  if (read === 'holder') return new Visitor(app.port, here.ring)
  if (read === 'judge') return judge
  if (read === 'witness') return witness
  return read === 'bearer' || read === 'everyone' ? app.visitor() : owner
}

const pages = Object.entries(addresses).filter(([, { read, file }]) => read !== 'nobody' && !file)
/** a page that search engines are asked not to list */
const kept = /<meta name="robots" content="noindex"/
const titles = new Map<string, string[]>()

test.each(pages)('%s is a whole page: valid, one heading, one main part, nothing inline', async (pattern, address) => {
  const { status, text } = await reader(address).get(address.at(here))
  if (status !== 200) return expect([302, 303, 409]).toContain(status)
  const count = (what: RegExp) => [...text.matchAll(what)].length
  expect({
    language: count(/<html lang="en-GB"/g), headings: count(/<h1[\s>]/g), mains: count(/<main[\s>]/g), titles: count(/<title>/g),
    inlineStyles: count(/\sstyle="|<style/g), inlineScripts: count(/<script(?![^>]*\ssrc=)/g), handlers: count(/\son[a-z]+="/g),
    elsewhere: count(/(?:src|action)="(?:https?:)?\/\//g),
  }).toEqual({ language: 1, headings: 1, mains: 1, titles: 1, inlineStyles: 0, inlineScripts: 0, handlers: 0, elsewhere: 0 })
  expect(listMarkupFaults(text)).toEqual([])
  if (address.read === 'everyone' && !kept.test(text)) expect(text).toMatch(/<meta name="description" content=".{20,}"/)
  const title = /<title>(.*?)<\/title>/.exec(text)?.[1] ?? ''
  titles.set(title, [...(titles.get(title) ?? []), pattern])
})

test('every page has a title of its own', () => {
  expect([...titles].filter(([title, patterns]) => patterns.length > 1 || title.includes('Something went wrong'))).toEqual([])
  expect([...titles.keys()].filter((title) => !title.includes('Celebrating Excellence in Care'))).toEqual([])
})
