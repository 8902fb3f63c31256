import { later } from '#app/domain/time.ts'
import { publicAfterMs } from '#app/domain/reveal.ts'
import { expectGoodPage } from '#tests/e2e/checks.ts'
import { expect, signIn, test } from '#tests/e2e/support.ts'
import { makeAccount } from '#tests/factories/index.ts'
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
