import { describe, expect, test } from 'vitest'
import { differenceText, headline, inHundred, leadText, listed, statements, type Certainty, type Placed, type Standing } from '#app/features/moderation/certainty.ts'

const unknown = { iccA1: null, iccAk: null, iccC1: null, iccCk: null, k: null }
const certain: Certainty = { possibleWinners: ['Asha'], tooClose: [], decisive: 0, judges: 4, parts: 1, complete: true, leastShared: 3, reliability: { ...unknown, iccAk: 0.6, iccCk: 0.91 } }

/** [name, raw, place] and what else differs */
const row = (name: string, raw: number, place: number | null, own: Partial<Placed> = {}): Placed =>
  ({ name, raw, rawPlace: place, adjusted: raw, adjustedPlace: place, pFirst: place === 1 ? 0.64 : 0.2, n: 3, place, tie: null, by: [], short: false, missing: 0, ...own })
const standing = (rows: Placed[], own: Partial<Standing> = {}, sure: Partial<Certainty> = {}): Standing =>
  ({ rows, ordering: 'raw', method: 'reml', warnings: [], ...own, certainty: { ...certain, ...sure } })
const two = [row('Asha', 4.12, 1), row('Bea', 4, 2)]

describe('the line to read out', () => {
  test.each<[string, Standing, string]>([
    ['whoever is left out', standing(two), 'Asha is first by 0.12. That would stay so whichever one judge were left out.'],
    ['all judges would change it', standing(two, {}, { decisive: 4 }), 'Asha is first by 0.12. It would change if any one judge were left out.'],
    ['one would', standing(two, {}, { decisive: 1 }), 'Asha is first by 0.12. It would change if one of the 4 judges were left out.'],
    ['some would', standing(two, {}, { decisive: 2 }), 'Asha is first by 0.12. It would change if any of 2 of the 4 judges were left out.'],
    ['nobody can be left out', standing(two, {}, { decisive: null }), 'Asha is first by 0.12.'],
    ['on the adjusted order', standing([row('Asha', 4, 1, { adjusted: 4.3 }), row('Bea', 4, 2, { adjusted: 4.27 })], { ordering: 'adjusted' }), 'Asha is first by 0.030. That would stay so whichever one judge were left out.'],
    ['parted by the ladder', standing([row('Asha', 4, 1, { tie: 'parted', by: ['criteria'] }), row('Bea', 4, 2, { tie: 'parted', by: ['criteria'] })]), 'Asha is first by the heaviest criterion on which they differ: the means are equal.'],
    ['equal', standing([row('Asha', 4, 1, { tie: 'equal' }), row('Bea', 4, 1, { tie: 'equal' })]), 'Asha and Bea are equal first on every rung of the ladder: the panel decides.'],
    ['one alone', standing([row('Asha', 4, 1), row('Bea', 4.5, null)]), 'Asha is the only entry with a place.'],
    ['nobody', standing([row('Bea', 4.5, null)]), 'No entry has a place.'],
  ])('%s', (_, one, said) => expect(headline(one)).toBe(said))

  test.each([[1.234, '1.23'], [0.0949, '0.095'], [0.012, '0.012'], [0.0005, '0.001'], [0.0004, 'less than 0.001']])('a lead of %d', (lead, said) => expect(leadText(lead)).toBe(said))
})

describe('look at these two first', () => {
  const turned = [row('Asha', 4.1, 1, { adjustedPlace: 2 }), row('Bea', 4, 2, { adjustedPlace: 1 })]
  test('where the orders differ at first place', () => {
    expect(differenceText({ rows: turned, ordering: 'raw' })).toBe('By the plain means, Asha stands first; by the means adjusted for severity, Bea.')
    expect(differenceText({ rows: turned, ordering: 'adjusted' })).toBe('By the means adjusted for severity, Bea stands first; by the plain means, Asha.')
  })
  test('or at second', () => {
    const rows = [row('Asha', 5, 1), row('Bea', 4, 2, { adjustedPlace: 3 }), row('Cem', 3, 3, { adjustedPlace: 2 })]
    expect(differenceText({ rows, ordering: 'raw' })).toBe('By the plain means, Bea stands second; by the means adjusted for severity, Cem.')
  })
  test('not further down, nor where they agree, nor where there is one order', () => {
    const third = [row('Asha', 5, 1), row('Bea', 4, 2), row('Cem', 3, 3, { adjustedPlace: 4 }), row('Dee', 2, 4, { adjustedPlace: 3 })]
    expect([third, two, two.map((one) => ({ ...one, adjusted: null, adjustedPlace: null }))].map((rows) => differenceText({ rows, ordering: 'raw' }))).toEqual([null, null, null])
  })
})

describe('how sure it is', () => {
  const said = (about: string, one: Standing, quorum = 3) => statements(one, quorum).find((statement) => statement.about.startsWith(about))?.says

  test.each([[0.64, '64 in 100: a likely winner'], [0.9, '90 in 100: a clear winner'], [0.3, '30 in 100: no clear winner'], [0.999, 'over 99 in 100: a clear winner']])('a chance of %d', (pFirst, words) => {
    expect(said('How likely', standing([row('Asha', 4, 1, { pFirst }), row('Bea', 3, 2, { pFirst: 0.1 })]))).toBe(`By the model, Asha is the best of them with a chance of ${words}.`)
  })
  test('another one is the model’s', () => {
    expect(said('How likely', standing([row('Asha', 4, 1, { pFirst: 0.3 }), row('Bea', 3, 2, { pFirst: 0.7 })], { warnings: ['very-uncertain'] })))
      .toBe('By the model, Bea is more likely the best, with a chance of 70 in 100; Asha has one of 30 in 100. There is hardly any repetition in these scores: take it as very uncertain.')
  })
  test('nothing is invented where it cannot be known', () => {
    const rows = two.map((one) => ({ ...one, pFirst: null }))
    const nothing = standing(rows, { method: 'raw-only' }, { possibleWinners: null, tooClose: null, decisive: null, leastShared: 1, reliability: unknown })
    expect(statements(nothing, 3).map(({ says }) => says)).toEqual([
      'That cannot be told: judges and entries overlap too little.', 'That cannot be told from these scores.', 'That cannot be told from these scores.',
      'Every entry has the 3 scorecards that it needs, or more.', 'None: every criterion has a mark on every scorecard that counts.', 'They share too few entries to tell how severe each one is.',
      'That cannot be told from these scores.',
    ])
  })
  test('all alike', () => expect(said('How likely', standing(two, { warnings: ['entries-not-separated'] }))).toBe('The scores do not tell these entries apart: each is as likely as the others.'))

  test('quorum', () => {
    expect(said('Quorum', standing([row('Asha', 4, 1), row('Bea', 3, null, { short: true })]))).toBe('Bea has fewer than the 3 scorecards needed, so it has no place.')
    expect(said('Quorum', standing([row('Asha', 4, 1, { short: true }), row('Bea', 3, 2, { short: true })]))).toBe('Asha and Bea have fewer than the 3 scorecards needed; ranked all the same, as the edition has it.')
  })
  test('missing marks are counted', () => expect(said('Marks', standing([row('Asha', 4, 1, { missing: 2 }), row('Bea', 3, 2, { missing: 1 })]))).toMatch(/^3 marks: judges could not tell/))
  test('too close to call', () => expect(said('Too close', standing(two, {}, { tooClose: [['Asha', 'Bea']] }))).toBe('Asha and Bea. For the first place, think of a joint award, or talk them through again.'))
  test('further down than the first place, a joint award is no matter', () => expect(said('Too close', standing(two, {}, { tooClose: [['Bea', 'Cat']] }))).toMatch(/^Not the first place, but Bea and Cat: talk these through/))
  test('connection', () => {
    expect(said('How well', standing(two, {}, { parts: 2 }))).toMatch(/^The panel falls into 2 parts/)
    expect(said('How well', standing(two, {}, { leastShared: 0 }))).toMatch(/two have no entry in common/)
  })
  test('reliability is said of the means that are in force', () => {
    expect(said('How reliable', standing(two))).toBe('Very high: of what sets these means apart, 91 in 100 parts are the entries; the rest is chance.')
    expect(said('How reliable', standing(two, {}, { complete: false }))).toMatch(/^Between fair and very high: of what sets these means apart, between 60 and 91 in 100 parts/)
    expect(said('How reliable', standing(two, { ordering: 'adjusted' }, { complete: false }))).toMatch(/^Very high: .* 91 in 100/)
  })
})

test('chances are never none nor all', () => expect([0, 0.004, 0.005, 0.995, 1, null].map(inHundred)).toEqual(['under 1 in 100', 'under 1 in 100', '1 in 100', 'over 99 in 100', 'over 99 in 100', '–']))
test('lists', () => expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']))
