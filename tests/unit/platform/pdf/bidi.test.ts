import { expect, test } from 'vitest'
import { runsRightToLeft, turned, visualRuns } from '#app/platform/pdf/bidi.ts'

/** Runs from left to right; those that run to the left in brackets. */
const seen = (text: string) => visualRuns([...text], runsRightToLeft(text)).map(({ text: run, rightToLeft }) => (rightToLeft ? `[${run}]` : run))

test.each([
  ['Nell Smith', ['Nell Smith']],
  ['אבג', ['[אבג]']],
  ['אבג דהו', ['[אבג דהו]']],
  ['Nell אבג דהו Smith', ['Nell ', '[אבג דהו]', ' Smith']],
  ['אבג Nell Smith דהו', ['[ דהו]', 'Nell Smith', '[אבג ]']],
  ['אבג 12', ['12', '[אבג ]']],
  ['Nell אבג 12', ['Nell ', '[אבג]', ' ', '12']],
  ['אבג (Nell) דהו', ['[) דהו]', 'Nell', '[אבג (]']],
  ['Nell (אבג) Smith', ['Nell (', '[אבג]', ') Smith']],
  ['12 Nell', ['12 Nell']],
  ['', []],
])('%s', (text, runs) => {
  expect(seen(text)).toEqual(runs)
})

test('a bracket between words that run to the left opens to the left', () => {
  expect(turned([' ', '('])).toEqual([')', ' '])
})
