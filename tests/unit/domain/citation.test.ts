import { expect, test } from 'vitest'
import { addSentences, sentencesOf } from '#app/domain/citation.ts'

test('the sentences of a text, each once and on one line', () => {
  expect(sentencesOf('She came.  She\nstayed! Did Mr Lee mind?\nShe came.')).toEqual(['She came.', 'She stayed!', 'Did Mr Lee mind?'])
  expect(sentencesOf(' ')).toEqual([])
})

test('none with covered words in it', () => {
  expect(sentencesOf('▇▇▇ had stopped eating. She found the soup.')).toEqual(['She found the soup.'])
})

test('a draft takes what it does not hold yet', () => {
  expect(addSentences('', ['She came.', 'She stayed.'])).toBe('She came. She stayed.')
  expect(addSentences('She came. And more. ', ['She came.', 'She stayed.'])).toBe('She came. And more. She stayed.')
  expect(addSentences('As it is.', [])).toBe('As it is.')
})
