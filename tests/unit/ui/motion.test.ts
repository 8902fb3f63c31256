import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('nothing moves for those who asked for stillness, and what moves does so once', () => {
  const uses = globSync('app/**/*.tsx').flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\S*\banimate-\S*/g)].map(([use]) => use))
  expect(uses.filter((use) => !use.replace(/^["'`]/, '').startsWith('motion-safe:'))).toEqual([])
  const css = readFileSync('app/ui/styles.css', 'utf8') + readFileSync('app/ui/parts.css', 'utf8')
  expect(css.match(/infinite|(?<!-)animation:/g)).toBeNull()
})
