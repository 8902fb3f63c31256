import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colours } from '#app/ui/colours.ts'

test('what is printed has the colours of the pages', () => {
  const css = readFileSync(new URL('../../../app/ui/styles.css', import.meta.url), 'utf8')
  const tokens = Object.keys(colours).map((name) => [name, new RegExp(`--color-${name}: (#[0-9a-f]{6});`).exec(css)?.[1]])
  expect(Object.fromEntries(tokens)).toEqual(colours)
})
