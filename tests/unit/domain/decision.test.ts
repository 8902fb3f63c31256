import { describe, expect, test } from 'vitest'
import { differsFromOrder, gapsBeforeSettling, readingTime, type AwardFacts } from '#app/domain/decision.ts'
import type { AwardKind } from '#db/vocabulary.ts'

const award = (kind: AwardKind, rank: number | null, own: Partial<AwardFacts> = {}): AwardFacts => ({ name: `Entry ${rank ?? '–'}`, kind, rank, citation: 'Kind.', takesPart: true, ...own })
const [winner, commended, reserve] = (['winner', 'highly-commended', 'reserve'] as const).map((kind) => (rank: number | null, own?: Partial<AwardFacts>) => award(kind, rank, own))

describe('whether a decision departs from the scores', () => {
  test.each<[string, AwardFacts[], number[], boolean]>([
    ['the first wins', [winner!(1)], [1, 2, 3], false],
    ['first, second, third in their order', [winner!(1), commended!(2), reserve!(3)], [1, 2, 3, 4], false],
    ['the second wins', [winner!(2)], [1, 2, 3], true],
    ['the second is passed over for commendation', [winner!(1), commended!(3)], [1, 2, 3], true],
    ['reserves change places', [winner!(1), reserve!(3), reserve!(2)], [1, 2, 3], true],
    ['equals win jointly', [winner!(1), winner!(1)], [1, 1, 3], false],
    ['one of two equals wins', [winner!(1), commended!(1)], [1, 1, 3], true],
    ['unequals win jointly', [winner!(1), winner!(2)], [1, 2, 3], true],
    ['somebody without a place wins', [winner!(null)], [1, 2], true],
  ])('%s', (_, awards, places, differs) => {
    expect(differsFromOrder(awards, places)).toBe(differs)
  })
})

describe('what is missing before a decision is settled', () => {
  const gaps = (awards: AwardFacts[], reason = '') => gapsBeforeSettling({ awards, places: [1, 2, 3], reason })
  test.each<[string, string[], AwardFacts[], string?]>([
    ['nothing', [], [winner!(1)]],
    ['a reason is enough for another order', [], [winner!(2)], 'The panel heard more on the day'],
    ['anybody', ['Nobody has an award yet.'], []],
    ['a winner', ['Say who the winner is, or give no award in this category.', 'The decision does not follow the scores alone: write the reason.'], [commended!(2)]],
    ['a citation of the winner, none of the others', ['Write the citation of Entry 1.'], [winner!(1, { citation: '' }), commended!(2, { citation: '' })]],
    ['the reason for another order', ['The decision does not follow the scores alone: write the reason.'], [winner!(2)]],
    ['scores enough for a place', ['Entry – has fewer scores than the quorum, and so no place.'], [winner!(null)], 'We like them'],
    ['somebody who takes part', ['Entry – no longer takes part.'], [winner!(1), commended!(null, { takesPart: false })], 'Before they left'],
  ])('%s', (_, missing, awards, reason) => {
    expect(gaps(awards, reason)).toEqual(missing)
  })
})

test.each([[39, false], [40, true], [60, true], [61, false]])('%i words', (words, fits) => {
  expect(readingTime(Array(words).fill('word').join(' '))).toEqual({ words, seconds: Math.ceil(words / 2), fits })
})
