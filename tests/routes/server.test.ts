import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '#tests/setup/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await startApp()
})
afterEach(() => app.close())

test('health', async () => {
  const reply = await app.visitor().get('/')
  expect(reply).toEqual({})
})
