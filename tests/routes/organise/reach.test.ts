import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Edition } from '#app/domain/edition.ts'
import { makeAccount, makeCategory, makeEdition, makeNomination } from '#tests/factories/index.ts'
import { startApp, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
let edition: Edition
beforeEach(async () => {
  app = await startApp()
  edition = await makeEdition(app.db)
})
afterEach(() => app.close())

const page = '/organise/2027/reach'
const plain = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
async function read(role: 'assistant' | 'organiser' = 'assistant'): Promise<{ text: string; words: string }> {
  const { status, text } = await (await app.signedIn(await makeAccount(app.db, { role, edition }))).get(page)
  expect(status).toBe(200)
  return { text, words: plain(text) }
}

test('what it shows it says first, and every plot has its table', async () => {
  const home = await makeCategory(app.db, edition, { name: 'Home Care' })
  await makeCategory(app.db, edition, { name: 'Rising Star' })
  await makeNomination(app.db, edition, home, { nominee: { employer: 'Saltmarrow Home Care, PL2' } })
  const { text, words } = await read()
  for (const said of [
    '1 so far, 1 of them today. There is no earlier edition here to compare with.', 'Nobody has nominated in Rising Star yet.', 'Fewer nominees than a shortlist has places (5): Home Care (1).',
    'Each of them says something of where it is.', 'Online form: 1. Phone: none. Paper: none. Import: none.', 'Of 1 begun online, 1 was sent.',
  ]) expect(words).toContain(said)
  const [plots, tables] = [text.match(/<figure/g), text.match(/<details[^>]*><summary[^>]*>(?:(?!<\/details>).)*<table/g)]
  expect([plots?.length, tables?.length]).toEqual([7, 7])
})

test('before the opening it says what will be there', async () => {
  await app.db.updateTable('edition').set({ stage: 'preparing' }).execute()
  expect((await read()).words).toContain('Nominations have not opened')
})

test('the file is offered to those who may download it', async () => {
  expect([(await read('organiser')).text.includes('exports/reach.csv'), (await read()).text.includes('exports/reach.csv')]).toEqual([true, false])
})
