import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCategory, makeEdition, makeQuestion } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startApp()
  const edition = await makeEdition(app.db)
  await makeQuestion(app.db, edition, { key: 'sentence' })
  await makeCategory(app.db, edition)
})
afterEach(() => app.close())

test('the form to print is there in three layouts, which the page that begins a nomination names', async () => {
  const start = await app.visitor().get('/2027/nominate')
  const addresses = [...start.text.matchAll(/href="(\/2027\/paper-form\/[^"]+)"/g)].map(([, address = '']) => address)
  expect(addresses).toEqual(['/2027/paper-form/standard.pdf', '/2027/paper-form/large.pdf', '/2027/paper-form/easy-read.pdf'])
  for (const address of addresses) {
    const { status, headers, text } = await app.visitor().get(address)
    expect([status, headers['content-type'], text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  }
})

test.each(['/2027/paper-form/huge.pdf', '/2027/paper-form/constructor.pdf', '/2031/paper-form/standard.pdf'])('%s is nothing', async (address) => {
  expect((await app.visitor().get(address)).status).toBe(404)
})
