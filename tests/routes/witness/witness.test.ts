import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account } from '#app/domain/actor.ts'
import { valueOf } from '#app/domain/result.ts'
import { addToEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { proposeSeal, takeBackProposal } from '#app/features/moderation/sealing.commands.server.ts'
import { makeAccount } from '#tests/factories/index.ts'
import { categoryNow, editionNow, makeScene, settle, shownNow, type Scene } from '#tests/db/features/moderation/scene.ts'
import { startApp, type TestApp, type Visitor } from '#tests/setup/app.ts'

let app: TestApp
let scene: Scene
let witness: Account
let browser: Visitor
let home: string
let seal: string
beforeEach(async () => {
  app = await startApp()
  scene = await makeScene(app.db)
  await settle(scene)
  witness = await makeAccount(app.db, { name: 'Wilma Witness', role: 'witness', edition: scene.edition })
  browser = await app.signedIn(witness)
  home = `/witness/${scene.edition.slug}`
  seal = `${home}/care`
})
afterEach(() => app.close())

const list = async () => valueOf(await addToEmbargo(scene.owner, scene.edition, witness.accountId))
const ask = async () => valueOf(await proposeSeal(scene.first, scene.edition, 'care', { shown: await shownNow(scene), reason: '' }))
const press = async (intent: string) => browser.post(seal, { version: String((await editionNow(scene)).version), shown: await shownNow(scene), reason: '', intent })
const nothing = 'Nothing waits for you'

test('a witness comes in, looks at what waits, and seals it; the look is noted', async () => {
  await list()
  await ask()
  expect(await browser.get('/witness')).toMatchObject({ status: 303, headers: { location: home } })
  expect((await browser.get(home)).text).toMatch(new RegExp(`href="${seal}"[^]*asked for its seal at`))
  const { text } = await browser.get(seal)
  for (const part of ['Asha is kind.', '5.000', 'Seal this for good']) expect(text).toContain(part)
  expect(text).not.toMatch(/Take the request back|href="\/organise/)
  expect(await press('confirm')).toMatchObject({ status: 303, headers: { location: `${home}?done=sealed` } })
  expect((await categoryNow(scene)).state).toBe('sealed')
  const looks = await app.db.selectFrom('audit_event').select('actor_id').where('verb', '=', 'results.seen').execute()
  expect(looks).toEqual([{ actor_id: witness.accountId }])
})

test.each(['propose', 'take-back', 'settle'])('no other button: %s', async (intent) => {
  await list()
  await ask()
  expect((await press(intent)).status).toBe(422)
  expect([(await categoryNow(scene)).state, (await categoryNow(scene)).proposal !== undefined]).toEqual(['settled', true])
})

describe('there is nothing at the address, byte by byte as where nothing ever was', () => {
  const cases: [string, () => Promise<void>][] = [
    ['for a witness who is not on the list', ask],
    ['before somebody has asked', list],
    ['once the request is taken back', async () => {
      await list()
      await ask()
      valueOf(await takeBackProposal(scene.first, scene.edition, 'care'))
    }],
    ['once it is sealed', async () => {
      await list()
      await ask()
      expect((await press('confirm')).status).toBe(303)
    }],
  ]
  test.each(cases)('%s', async (_, make) => {
    await make()
    for (const way of ['', '.data']) {
      const [found, nowhere] = [await browser.get(seal + way), await browser.get(`${home}/nowhere${way}`)]
      expect([found.status, found.text.replaceAll('/care', '/nowhere')]).toEqual([404, nowhere.text])
    }
    expect((await press('confirm')).status).toBe(404)
    expect((await browser.get(home)).text).toContain(nothing)
  })
})

test('an organiser has no page there, and sees on the embargo list what each is', async () => {
  const organiser = await app.signedIn(scene.first.actor as Account)
  expect((await organiser.get(home)).status).toBe(404)
  const { text } = await organiser.get(`/organise/${scene.edition.slug}/embargo`)
  expect(text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(/Wilma Witness.*Witness/)
})
