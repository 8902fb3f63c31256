import { describe, expect, test } from 'vitest'
import { contentOn, gapsBeforeFinishing, isOutdated, ownScore, progressOf, sameContent, type Mark, type Progress } from '#app/features/judging/scorecard.ts'
import { scorecardStates, type ScorecardState } from '#db/vocabulary.ts'
import { both, cannot, content, empty, kindness, point, skill } from '#tests/unit/features/judging/criteria.ts'

describe('finishing', () => {
  const cases: [string, Mark, Mark, string[]][] = [
    ['everything scored', point(4), point(3), []],
    ['nothing given', empty, empty, ['Score “Kindness”, or say that you cannot judge it.', 'Score “Skill”, or say that you cannot judge it.']],
    ['one missing', point(4), empty, ['Score “Skill”, or say that you cannot judge it.']],
    ['the lowest without a reason', point(0), point(3), ['Say in a sentence why you give 0 for “Kindness”.']],
    ['the highest without a reason', point(4), point(5), ['Say in a sentence why you give 5 for “Skill”.']],
    ['both ends with reasons', point(0, 'Nothing said'), point(5, 'A result for many'), []],
    ['not judged, and still more than half of the weight', point(4), cannot, []],
    ['not judged, and less than half of the weight', cannot, point(4), ['The criteria you scored are worth 40 of 100, and a scorecard needs 50. Score another, or step aside from this entry.']],
    ['nothing judged', cannot, cannot, ['The criteria you scored are worth 0 of 100, and a scorecard needs 50. Score another, or step aside from this entry.']],
    ['too little weight is not said while something is missing', cannot, empty, ['Score “Skill”, or say that you cannot judge it.']],
  ]
  test.each(cases)('%s', (_, k, s, sentences) => {
    expect(gapsBeforeFinishing(both, content(k, s)).map(({ missing }) => missing)).toEqual(sentences)
  })

  test('half of the weight is enough', () => {
    const halves = both.map((criterion) => ({ ...criterion, weight: 50 }))
    expect(gapsBeforeFinishing(halves, content(cannot, point(4)))).toEqual([])
  })

  test('the ends are those of each criterion’s own scale', () => {
    const odd = [{ ...kindness, scaleMin: 1, scaleMax: 4 }, skill]
    expect(gapsBeforeFinishing(odd, content(point(4), point(4))).map(({ of, criterionId }) => [of, criterionId])).toEqual([['reason', 'k']])
  })
})

describe('a judge’s own score', () => {
  const cases: [string, Mark, Mark, number | null][] = [
    ['weighs the marks', point(5), point(0), 3],
    ['of those that are there', point(4), cannot, 4],
    ['nothing given', empty, cannot, null],
    ['nought is a mark', point(0), empty, 0],
  ]
  test.each(cases)('%s', (_, k, s, score) => expect(ownScore(both, content(k, s))).toBe(score))

  test('scales that differ are brought to the first one’s', () => {
    expect(ownScore([kindness, { ...skill, scaleMin: 1, scaleMax: 11 }], content(point(5), point(6)))).toBeCloseTo(0.6 * 5 + 0.4 * 2.5, 12)
  })
})

test('a scorecard stands where its state and its evidence say', () => {
  const now = { dossier: 3, criteria: 2 }
  const all = (state: ScorecardState): Progress[] => [now, { ...now, dossier: 2 }, { ...now, criteria: 1 }].map((madeOn) => progressOf({ state, madeOn, now }))
  expect(scorecardStates.filter((state) => state !== 'stepped-aside').map((state) => [state, ...all(state)])).toEqual([
    ['to-do', 'to-do', 'to-do', 'to-do'],
    ['in-progress', 'in-progress', 'in-progress', 'in-progress'],
    ['finished', 'finished', 'look-again', 'look-again'],
  ])
  expect(isOutdated({ state: 'to-do', madeOn: { dossier: 1, criteria: 1 }, now })).toBe(false)
  expect(isOutdated({ state: 'in-progress', madeOn: { dossier: 2, criteria: 2 }, now })).toBe(true)
})

test('two contents are the same when every mark and every text is', () => {
  const one = content(point(4, 'why'), empty)
  expect(sameContent(one, { ...one, marks: { k: point(4, 'why') } })).toBe(true)
  const others = [content(point(4), empty), content(point(3, 'why'), empty), content(point(4, 'why'), cannot), { ...one, note: 'n' }, { ...one, citation: 'c' }, { ...one, share: true }]
  expect(others.map((other) => sameContent(one, other))).toEqual(others.map(() => false))
})

test('content is brought to the criteria there are: one more is empty, one gone is left out', () => {
  expect(contentOn([skill, { ...skill, id: 'new' }], content(point(4), point(3))).marks).toEqual({ s: point(3), new: empty })
})
