import { listForcedColourFaults, listKeyboardFaults, listPageFaults, listPaperFaults, listRoomFaults } from '#tests/e2e/checks.ts'
import { expect, signIn, test } from '#tests/e2e/support.ts'
import { makeAccount } from '#tests/factories/index.ts'
import { makeCeremony } from '#tests/setup/ceremony-scene.ts'
import { announce } from '#tests/demo/stage.ts'
import { makeCtx } from '#tests/factories/index.ts'
import { getEditionById } from '#app/features/editions/queries.server.ts'
test.describe.configure({ timeout: 300_000 })
test('mine', async ({ app, page }) => {
  const { edition } = await makeCeremony(app.db, ['Wilma Winner', 'Wanda Winner'])
  await signIn(page, app, await makeAccount(app.db, { role: 'organiser', edition }))
  const look = async () => {
    for (const path of ['/stage/2027', '/stage/2027/control', '/stage/2027/script', '/organise/2027/ceremony', '/organise/2027/ceremony/add', '/organise/2027/archive', '/2027/winners', '/winners', '/', '/organise/2027']) {
      await page.goto(path)
      expect.soft([path, ...(await listPageFaults(page)), ...(await listRoomFaults(page)), ...(await listKeyboardFaults(page)), ...(await listPaperFaults(page)), ...(await listForcedColourFaults(page))]).toEqual([path])
    }
  }
  await look()
  await announce(async (now) => { const ctx = makeCtx(app.db, { now }); return { ctx, edition: await getEditionById(ctx, edition.id) } }, app.clock.now)
  app.clock.now = '2027-03-24T10:00:00.000Z'
  await page.context().clearCookies()
  await signIn(page, app, await makeAccount(app.db, { role: 'organiser', edition }))
  await look()
})
