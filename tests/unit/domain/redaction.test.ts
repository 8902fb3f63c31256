import { describe, expect, test } from 'vitest'
import { cover, coverSpans, findWords, joinSpans, notYetCovered } from '#app/domain/redaction.ts'

const text = 'She sat with Mrs Carter all night.'

describe('covering', () => {
  test('takes the characters out and leaves one sign, as long whatever was covered', () => {
    expect(coverSpans(text, [{ from: 13, to: 23 }])).toBe(`She sat with ${cover} all night.`)
    expect(coverSpans(text, [{ from: 0, to: 3 }, { from: 13, to: 23 }])).toBe(`${cover} sat with ${cover} all night.`)
  })

  test.each([
    ['in any order', [{ from: 13, to: 23 }, { from: 0, to: 3 }], `${cover} sat with ${cover} all night.`],
    ['overlapping', [{ from: 13, to: 18 }, { from: 16, to: 23 }], `She sat with ${cover} all night.`],
    ['one within the other', [{ from: 13, to: 23 }, { from: 17, to: 18 }], `She sat with ${cover} all night.`],
    ['side by side', [{ from: 13, to: 17 }, { from: 17, to: 23 }], `She sat with ${cover} all night.`],
    ['past the end', [{ from: 28, to: 500 }], `She sat with Mrs Carter all ${cover}`],
    ['none', [], text],
  ])('%s', (_, spans, covered) => {
    expect(coverSpans(text, spans)).toBe(covered)
  })
})

test('joining leaves what it was given as it was', () => {
  const spans = [{ from: 5, to: 7 }, { from: 0, to: 6 }]
  expect(joinSpans(spans)).toEqual([{ from: 0, to: 7 }])
  expect(spans).toEqual([{ from: 5, to: 7 }, { from: 0, to: 6 }])
})

describe('finding words', () => {
  const found = (text: string, words: string) => findWords(text, words).map(({ from, to }) => text.slice(from, to))

  test.each([
    ['Ann saw ann, annual Joann and Ann’s hat', 'ann', ['Ann', 'ann', 'Ann']],
    ['Mrs\n Carter and mrs carter', 'Mrs Carter', ['Mrs\n Carter', 'mrs carter']],
    ['room 12, room 121', 'room 12', ['room 12']],
    ['a (b) [c] d.e', '(b) [c]', ['(b) [c]']],
    ['dxe and d.e', 'd.e', ['d.e']],
    ['Zoë and Zoe', 'zoë', ['Zoë']],
    ['anything', '  ', []],
    ['anything', 'nothing', []],
  ])('%j, %j', (text, words, expected) => expect(found(text, words)).toEqual(expected))

  test('what is wholly covered already is left out', () => {
    const covered = [{ from: 0, to: 3 }, { from: 3, to: 6 }]
    expect(notYetCovered([{ from: 1, to: 5 }, { from: 5, to: 7 }, { from: 8, to: 9 }], covered)).toEqual([{ from: 5, to: 7 }, { from: 8, to: 9 }])
  })
})
