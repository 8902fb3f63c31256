import { performance } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { readKnown } from '#app/domain/privacy/known.ts'
import { findPassages } from '#app/domain/privacy/passages.ts'
import { tellingSentences } from '#app/domain/privacy/sentences.ts'
import { measure, readRows, readSentences, type Figures } from '#tests/unit/domain/privacy/measure.ts'

const share = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`
const say = (what: string, { wanted, found, clean, flagged }: Figures) =>
  console.log(`${what}: pointed out ${share(found, wanted)}, flagged without cause ${share(flagged, clean)}`)

// How each set came about: tests/fixtures/privacy/README.md
describe.each([
  ['rows the rules were made on', readRows((id) => id % 2 === 0), { wanted: 23, clean: 66 }],
  ['rows they were not', readRows((id) => id % 2 === 1), { wanted: 48, clean: 54 }],
  ['sentences', readSentences('sentences.txt'), { wanted: 104, clean: 89 }],
  ['sentences written later', readSentences('sentences-later.txt'), { wanted: 52, clean: 47 }],
])('%s', (what, stories, size) => {
  test('at least nine passages in ten are pointed out, and at most one story in ten without any is flagged', () => {
    const figures = measure(stories)
    say(what, figures)
    expect(figures).toMatchObject(size)
    expect(figures.found / figures.wanted).toBeGreaterThanOrEqual(0.9)
    expect(figures.flagged / figures.clean).toBeLessThanOrEqual(0.1)
  })
})

const known = readKnown({ nominee: 'Samantha Trelawny', employer: 'Harbour Lights', nominator: 'Nell Hocking', relationship: '' })
const longest = 100_000
const hostile = [
  'a', 'A', 'Aa ', 'Mrs ', 'Mr. J. ', 'Jean ', 'Jean. ', 'Jean’s ', 'room ', 'room 1 ', '12 ', '12 Aa ', 'lives in Aa ', "a'", '’s', '0 ', '01', 'a@', 'a.', '1-', 'my nan ', 'called ', 'dementia of ', 'his dementia ',
  'insulin ', 'vascular ', 'her ', '.', '\n', '"', ', ', ' ', '\u200B', '\u0301', 'é', 'J. ', 'born ', 'born 1/', 'PL4 ', '( ', '😊', '\uD800',
]
test.each(hostile)('a long text of nothing but %j takes no longer than it is long', (piece) => {
  const text = piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest)
  const began = performance.now()
  const sentences = tellingSentences(text, findPassages(text, known))
  expect(performance.now() - began).toBeLessThan(2000) // a tenth of it here; a quadratic one takes minutes
  expect(sentences.length).toBeLessThanOrEqual(longest)
})
