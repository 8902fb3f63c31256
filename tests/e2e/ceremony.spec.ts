import { pathToFileURL } from 'node:url'
import { valueOf } from '#app/domain/result.ts'
import { later } from '#app/domain/time.ts'
import { publicAfterMs } from '#app/domain/reveal.ts'
import { addToEmbargo } from '#app/features/moderation/embargo.commands.server.ts'
import { expectGoodPage, listPageFaults } from '#tests/e2e/checks.ts'
import { expect, signIn, test } from '#tests/e2e/support.ts'
import { makeAccount, makeCtx, makeEdition } from '#tests/factories/index.ts'
import { makeCeremony } from '#tests/setup/ceremony-scene.ts'

test('a phone without scripts leads the screen of the hall, and the public follows a minute later', { tag: '@phone' }, async ({ app, page: hall, elsewhere }) => {
  const { edition } = await makeCeremony(app.db, ['Wilma Winner', 'Wanda Winner'])
  const crew = await makeAccount(app.db, { role: 'stage-crew', edition })
  const [phone, lectern, reader] = [await elsewhere({ javaScriptEnabled: false }), await elsewhere(), await elsewhere({ javaScriptEnabled: false })]
  for (const page of [hall, phone, lectern]) await signIn(page, app, crew)
  await hall.goto('/stage/2027')
  await lectern.goto(`${app.env.BASE_URL}/stage/2027/script`)
  await phone.goto(`${app.env.BASE_URL}/stage/2027/control`)
  const next = () => phone.getByRole('button', { name: /^Next/ }).click()
  for (const heading of ['Welcome to Celebrating Excellence in Care 2027', 'Award 1']) {
    await next()
    await expect(hall.getByRole('heading', { level: 1 })).toHaveText(heading)
  }
  await next()
  await expect(hall.getByText('The finalists')).toBeVisible()
  await expectGoodPage(hall)
  await next()
  await expect(hall.getByRole('heading', { level: 1 })).toContainText('Wilma Winner')
  await expect(lectern.getByText('Read out for')).toBeVisible()
  for (const page of [hall, lectern]) await expectGoodPage(page)
  await expect(phone.getByText('Wilma')).toHaveCount(0)
  const another = await elsewhere() // axe needs scripts
  await signIn(another, app, crew)
  await another.goto(`${app.env.BASE_URL}/stage/2027/control`)
  await expectGoodPage(another)

  await reader.goto(`${app.env.BASE_URL}/2027/winners`)
  await expect(reader.getByText('Wilma')).toHaveCount(0)
  await phone.getByRole('button', { name: /^Take it back/ }).click()
  await expect(hall.getByText('The finalists')).toBeVisible()
  await next()
  app.clock.now = later(app.clock.now, publicAfterMs)
  await reader.getByRole('link', { name: 'Refresh' }).click()
  await expect(reader.getByText('Wilma Winner', { exact: true })).toBeVisible()
  await another.goto(`${app.env.BASE_URL}/2027/winners`)
  await expectGoodPage(another)
})

test('at the machine of the hall, the keys of a clicker press the buttons, and B makes it black', async ({ app, page }) => {
  const { edition } = await makeCeremony(app.db, ['Wilma Winner'])
  await signIn(page, app, await makeAccount(app.db, { role: 'stage-crew', edition }))
  await page.goto('/stage/2027')
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welcome')
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The screen is black')
  await expectGoodPage(page)
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Award 1')
})

test('a stage pack runs the night from a file, without a network and without a word too early', async ({ app, page, browser }, info) => {
  const { edition } = await makeCeremony(app.db, ['Wilma Winner', 'Wanda Winner'])
  const owner = await makeAccount(app.db, { role: 'owner' })
  valueOf(await addToEmbargo(makeCtx(app.db, { actor: owner }), edition, owner.accountId))
  await signIn(page, app, owner)
  await page.goto('/organise/2027/ceremony/pack')
  await expectGoodPage(page)
  const passphrase = await page.locator('[name=passphrase]').inputValue()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the stage pack' }).click()])
  const file = info.outputPath('stage-pack.html')
  await download.saveAs(file)

  const offline = await browser.newContext({ offline: true })
  const hall = await offline.newPage()
  await hall.goto(pathToFileURL(file).href)
  const own = ['inline style', 'inline script'] // nothing serves it: its own policy lets in these and nothing else
  expect(await listPageFaults(hall)).toEqual(own)
  const heading = hall.locator('h1')
  const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => hall.keyboard.press(key)), Promise.resolve())
  await hall.getByRole('button', { name: 'Show the screen' }).click()
  await press('PageDown', 'PageDown', 'PageDown', 'PageDown')
  await expect(hall.getByText('The winner’s name opens with the passphrase')).toBeVisible()
  await press('Escape')
  await hall.getByLabel('Passphrase').fill('abcd-efgh-jkmn')
  await hall.getByRole('button', { name: 'Open the names' }).click()
  await expect(hall.getByText('That is not the passphrase of this file.')).toBeVisible()
  await hall.getByLabel('Passphrase').fill(passphrase.toUpperCase().replaceAll('-', ' '))
  await hall.getByRole('button', { name: 'Open the names' }).click()
  await expect(hall.getByText('The names are open.')).toBeVisible()
  await hall.getByRole('button', { name: 'Show the screen' }).click()
  await expect(heading).toContainText('Wilma Winner')
  expect(await listPageFaults(hall)).toEqual(own)
  await press('b')
  await expect(heading).toHaveText('The screen is black')
  await press('ArrowRight')
  await expect(heading).toHaveText('Award 2')
  await press('PageUp')
  await expect(heading).toContainText('Wilma Winner')
  await offline.close()
})

test('an archived year is taken back with a reason', async ({ app, page }) => {
  const edition = await makeEdition(app.db, { stage: 'archived' })
  await signIn(page, app, await makeAccount(app.db, { role: 'organiser', edition }))
  await page.goto('/organise/2027')
  await page.getByRole('link', { name: 'Take it out of the archive' }).click()
  await page.getByRole('button', { name: 'Take it out of the archive' }).click()
  await expect(page.getByRole('alert')).toContainText('Write the reason')
  await expectGoodPage(page)
  await page.getByLabel('The reason').fill('A seal has to be amended')
  await page.getByRole('button', { name: 'Take it out of the archive' }).click()
  await expect(page.getByText('The edition is out of the archive.')).toBeVisible()
})
