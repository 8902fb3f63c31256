import { expect, test } from 'vitest'
import { sizeThatFits } from '#app/features/ceremony/screen.ts'

const long = 'Jo Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'

test.each<[string, string[], number]>([
  ['one short name', ['Asha Pillai'], 9],
  ['sixty letters', [long], 7],
  ['two joint winners', ['The Night Team', 'Hallowtree Nursing Home'], 7],
  ['five names', Array.from({ length: 5 }, () => 'Asha Pillai'), 3],
  ['more than there is room for', Array.from({ length: 20 }, () => long), 2],
])('the letters of %s', (_, names, size) => {
  expect(sizeThatFits(names, 28, 9)).toBe(size)
})

test('no larger than asked for', () => {
  expect(sizeThatFits(['Asha'], 30, 5)).toBe(5)
})
