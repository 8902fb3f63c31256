import { expectGoodPage } from '#tests/e2e/checks.ts'
import { expect, test } from '#tests/e2e/support.ts'

test.describe('for those who build this', () => {
  test.use({ env: { NODE_ENV: 'test' } })

  test('every component in every state is fit to be seen', async ({ page }) => {
    await page.goto('/_kit')
    await expectGoodPage(page)
  })
})

test('in production there is no such page', async ({ page }) => {
  const answer = await page.goto('/_kit')
  expect(answer?.status()).toBe(404)
  await expectGoodPage(page)
})
