import { describe, expect, test } from 'vitest'
import { entryWorking } from '#app/domain/scoring/entry-working.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import { adjustedText, figure, judgeNumber, meanText, scoreText, signed } from '#app/features/moderation/arithmetic.ts'
import { flagWords, severityText } from '#app/features/moderation/severity-words.ts'

const criteria = [{ id: 'C1', weight: 60 }, { id: 'C2', weight: 40 }]
const named = [{ name: 'Care', weight: 60 }, { name: 'Courage', weight: 40 }]
/** Two judges, three entries; the second judge could not judge the courage of `a`. */
const marks = [['a', 'J1', 4, 5], ['a', 'J2', 3, null], ['b', 'J1', 2, 4], ['b', 'J2', 3, 3], ['c', 'J1', 1, 1], ['c', 'J2', 2, 4]] as const
const sheet = {
  entries: ['a', 'b', 'c'], criteria,
  marks: marks.flatMap(([entry, judge, ...given]) => given.flatMap((score, k) => (score === null ? [] : [{ entry, judge, criterion: `C${k + 1}`, score }]))),
}
const working = workOut(sheet)
const of = (entry: string) => entryWorking(working, criteria, entry)!

describe('the working of an entry', () => {
  test('gives what the standings give, to the last digit', () => {
    for (const { entry, raw, adjusted } of working.standings.entries) {
      const { cards, ...means } = of(entry)
      expect(means).toMatchObject({ raw, adjusted })
      expect(cards.reduce((sum, { score }) => sum + score, 0) / cards.length).toBeCloseTo(raw!, 12)
    }
  })
  test('scores less severity have the adjusted mean', () => {
    const { cards, adjusted } = of('a')
    expect(cards.reduce((sum, { score, severity }) => sum + score - severity!, 0) / cards.length).toBeCloseTo(adjusted!, 12)
  })
  test('a missing mark: how far the others lie from what everybody gave', () => {
    const { cards: [first, second], level } = of('a')
    expect(first).toMatchObject({ judge: 'J1', marks: [4, 5], score: 4.4, above: null })
    // Care is 2.5 on average, courage 3.4: the level is 2.86, and 3 lies .5 above 2.5.
    expect(level).toBeCloseTo(2.86, 12)
    expect(second).toMatchObject({ marks: [3, null], score: expect.closeTo(3.36, 12), above: expect.closeTo(0.5, 12) })
  })
  test('there is none without a scorecard that counts', () => expect(entryWorking(working, criteria, 'z')).toBeUndefined())
})

describe('in plain sums', () => {
  const { cards, level } = of('a')
  test('marks by weights', () => expect(scoreText(cards[0]!, named, level)).toBe('(4 × 60 + 5 × 40) ÷ 100 = 4.400'))
  test('a missing mark', () => expect(scoreText(cards[1]!, named, level)).toBe(
    '“Courage” could not be judged. The other marks lie, by their weights, 0.500 above what all judges gave on the same criteria. Over all criteria that mean is 2.860, so the score is 3.360.'))
  test('means', () => expect(meanText([4.4, 3.36], 3.88)).toBe('(4.400 + 3.360) ÷ 2 = 3.880'))
  test('no adjusted mean where severity is not known', () => {
    expect(adjustedText({ ...of('a'), cards: cards.map((card) => ({ ...card, severity: null })) })).toBeUndefined()
    expect(adjustedText(of('a'))).toMatch(/÷ 2 = 3\.\d{3}$/)
  })
  test('figures', () => {
    expect([null, 0, -0.0001, 2, -0.5, 1 / 3].map(figure)).toEqual(['–', '0', '0', '2', '−0.500', '0.333'])
    expect([null, 0, -0.0001, 0.25, -2].map(signed)).toEqual(['–', '0', '0', '+0.250', '−2'])
    expect(['J1', 'J07', 'J12'].map(judgeNumber)).toEqual(['Judge 1', 'Judge 7', 'Judge 12'])
  })
})

test.each([
  [{ severity: null, se: null }, 'Cannot be told from these scores'],
  [{ severity: 0.004, se: 0.2 }, 'Marks as the panel does'],
  [{ severity: 0.7, se: 0.2 }, 'Marks 0.70 points higher than the panel, give or take 0.39'],
  [{ severity: -0.3, se: 0.2 }, 'Marks 0.30 points lower than the panel, give or take 0.39: chance alone could do that'],
  [{ severity: -1, se: 0 }, 'Marks 1.00 points lower than the panel'],
])('severity %j', (judge, said) => expect(severityText(judge)).toBe(said))

test('notes about judges ask, and accuse nobody', () => expect(Object.values(flagWords).join()).not.toMatch(/wrong|fault|bad|bias|unfair/i))
