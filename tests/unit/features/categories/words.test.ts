import { expect, test } from 'vitest'
import { firstSentence, kindsText, weightWords } from '#app/features/categories/words.ts'

test.each([
  [10, 'a tenth'], [15, 'about a seventh'], [20, 'a fifth'], [25, 'a quarter'], [30, 'nearly a third'], [35, 'over a third'], [50, 'half'],
  [26, 'about a quarter'], [31, 'about a third'], [1, 'about a twentieth'], [100, 'all'],
])('%i of 100 is %s', (weight, words) => {
  expect(weightWords(weight)).toBe(words)
})

test('kinds are a sentence’s end', () => {
  expect([kindsText(['person']), kindsText(['person', 'team']), kindsText(['person', 'team', 'service'])]).toEqual([
    'one person', 'one person or a team', 'one person, a team or a whole service',
  ])
})

test.each([
  ['One. Two.', 'One.'], ['Only one', 'Only one'], ['Is it? Yes.', 'Is it?'], ['A 1.5 mile walk. Then more.', 'A 1.5 mile walk.'], ['', ''],
])('the first sentence of “%s” is “%s”', (text, first) => {
  expect(firstSentence(text)).toBe(first)
})
