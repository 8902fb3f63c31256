import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countWords } from '#app/domain/words.ts'

test.each([
  ['nothing', '', 0],
  ['white space', ' \n\t\u00A0 ', 0],
  ['a sentence', 'She made a hard day easier.', 6],
  ['an apostrophe', "don't", 1],
  ['the apostrophe that Word writes', 'don’t', 1],
  ['a hyphen', 'well-kept', 1],
  ['a dash between spaces', 'kind – always', 2],
  ['a dash without spaces', 'kind—always', 1],
  ['bullets pasted from Word', '•\tkind\r\n•\tpatient\r\n', 2],
  ['Word’s quotes and dots', '“Thank you…”', 2],
  ['no-break spaces', 'PL1\u00A02AA', 2],
  ['a zero-width space, which parts nothing', 'care\u200Bful', 1],
  ['zero-width characters alone', '\u200B \u200D \uFEFF', 0],
  ['a soft hyphen', 'care\u00ADful', 1],
  ['emoji, which are not words', 'thank you 🎉 👩‍⚕️ ❤️', 2],
  ['an emoji stuck to a word', 'thanks🎉', 1],
  ['a flag and a keycap', '🇬🇧 1️⃣', 1],
  ['numbers', '24 hours, 7 days', 4],
  ['other scripts', 'дякую 谢谢 شكرا', 3],
  ['combining accents', 'cafe\u0301', 1],
  ['lone surrogates', '\uD83D hello \uDE00', 1],
])('%s', (_, text, count) => {
  expect(countWords(text)).toBe(count)
})

test('words between any white space are as many as there are', () => {
  const word = fc.stringMatching(/^[a-zA-Z'’-]*[a-zA-Z][a-zA-Z'’-]*$/)
  const gap = fc.stringMatching(/^[ \n\t\u00A0\u2003]+$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(word, gap)), (parts) => {
      expect(countWords(parts.flat().join(''))).toBe(parts.length)
    }),
  )
})
