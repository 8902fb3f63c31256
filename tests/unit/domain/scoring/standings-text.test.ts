import { describe, expect, test } from 'vitest'
import { standingsText } from '#app/domain/scoring/standings-text.ts'
import { workOut, type Settings, type Standings } from '#app/domain/scoring/standings.ts'
import { scoresFrom, sheetOf } from '#tests/unit/domain/scoring/panels.ts'

type Rows = Parameters<typeof scoresFrom>[0]
const workingOf = (rows: Rows, settings?: Settings) => workOut(sheetOf(scoresFrom(rows)), settings)
const textOf = (rows: Rows, settings?: Settings) => standingsText(workingOf(rows, settings))
const lineOf = (text: string, start: string) => text.split('\n').find((line) => line.startsWith(start))

/** A and B are equal by raw means; D has one score. */
const panel: Rows = [
  ['A', 'Ann', 8], ['A', 'Bob', 6], ['A', 'Cy', 7], ['B', 'Ann', 7], ['B', 'Bob', 7], ['B', 'Cy', 7], ['C', 'Ann', 5], ['C', 'Bob', 3], ['C', 'Cy', 5], ['D', 'Ann', 4],
]

describe('all that is printed', () => {
  test('of a panel that is fitted', () => {
    expect(textOf(panel)).toMatchInlineSnapshot(`
      "Severity taken off by a random-effects fit (REML).

      place  entry  scores     raw  adjusted  place  P(first)
          1  A           3  7.0000    7.0000      1    0.4995
          1  B           3  7.0000    7.0000      1    0.5005
          3  C           3  4.3333    4.3333      3    0.0000
          4  D           1  4.0000    3.6874      4    0.0000

      Equal: A = B (panel)
      Could be the best (95%): B, A
      Too close to call: A/B, C/D
      Same winner: raw means yes; both effects fixed yes; leaving out any one judge no
      Model: mean 5.5508; variance of entries 2.7646, judges 0.2728, rest 0.4764
      Reliability: raw mean 0.8807, adjusted mean 0.9207 (one judge 0.7868, 0.8530; 2.0000 judges each)
      Agreement: Krippendorff’s alpha 0.6706; Kendall’s W –, p –
      Connection: 1 part; Fiedler value 3.0000; fewest entries shared: Ann and Bob, 3

      judge  scores  severity       ±  note
      Ann         4    0.3126  0.3960  decisive
      Bob         3   -0.4723  0.3970  decisive
      Cy          3    0.1597  0.3970

      Places by other methods
      entry  both fixed  entries fixed  z-score  Olympic  median  Borda  Schulze
      A               1              1        1        1       1      2        1
      B               1              1        2        1       1      1        1
      C               3              3        3        3       3      3        3
      D               4              4        4        4       4      4        4

      seed 1, version 1"
    `)
  })
  test('of one judge, an entry without a score, and a scorecard with too few marks', () => {
    const sheet = {
      entries: ['A', 'B', 'C'], criteria: [{ id: 'care', weight: 60 }, { id: 'skill', weight: 40 }],
      marks: [{ entry: 'A', judge: 'Ann', criterion: 'care', score: 3 }, { entry: 'A', judge: 'Ann', criterion: 'skill', score: 3 }, { entry: 'B', judge: 'Ann', criterion: 'care', score: 4 }, { entry: 'C', judge: 'Ann', criterion: 'skill', score: 5 }],
    }
    expect(standingsText(workOut(sheet, { seed: 7 }))).toMatchInlineSnapshot(`
      "Plain means only.
      ! Some entries have no counted score, and so no place.
      ! Scorecards with marks for less than half of the weight are not counted.
      ! Judges and entries overlap too little to tell severity from chance.

      place  entry  scores     raw  adjusted  place  P(first)
          1  B           1  3.8000         –      –         –
          2  A           1  3.0000         –      –         –
          –  C           0       –         –      –         –

      Could be the best (95%): not known
      Too close to call: not known
      Same winner: raw means not known; both effects fixed not known; leaving out any one judge not known
      Model: mean –; variance of entries –, judges –, rest –
      Reliability: raw mean –, adjusted mean – (one judge –, –; 1.0000 judges each)
      Agreement: Krippendorff’s alpha –; Kendall’s W –, p –
      Connection: 1 part; Fiedler value –

      judge  scores  severity  ±  note
      Ann         2         –  –

      Places by other methods
      entry  both fixed  entries fixed  z-score  Olympic  median  Borda  Schulze
      B               –              –        1        1       1      1        1
      A               –              –        2        2       2      2        2
      C               –              –        –        –       –      –        –

      seed 7, version 1"
    `)
  })
  test('of panels that share no judge, and leave nothing over', () => {
    expect(textOf([['A', 'J1', 3], ['A', 'J2', 4], ['B', 'J1', 1], ['B', 'J2', 2], ['C', 'J3', 5], ['C', 'J4', 6], ['D', 'J3', 8], ['D', 'J4', 9]])).toMatchInlineSnapshot(`
      "Severity taken off by the additive fit, which leaves nothing over.
      ! Entry and judge account for every score exactly.
      ! There is hardly any repetition in these scores: take every probability as very uncertain.
      ! The panel falls into parts that share no judge: comparing across them rests on chance having dealt the entries.

      place  entry  scores     raw  adjusted  place  P(first)
          1  D           2  8.5000    8.5000      1         –
          2  C           2  5.5000    5.5000      2         –
          3  A           2  3.5000    3.5000      3         –
          4  B           2  1.5000    1.5000      4         –

      Could be the best (95%): not known
      Too close to call: not known
      Same winner: raw means yes; both effects fixed not known; leaving out any one judge yes
      Model: mean –; variance of entries –, judges –, rest 0.0000
      Reliability: raw mean –, adjusted mean – (one judge –, –; 2.0000 judges each)
      Agreement: Krippendorff’s alpha 0.9369; Kendall’s W –, p –
      Connection: 2 parts; Fiedler value 0.0000; fewest entries shared: J1 and J3, 0

      judge  scores  severity  ±  note
      J1          2   -0.5000  –
      J2          2    0.5000  –
      J3          2   -0.5000  –
      J4          2    0.5000  –

      Places by other methods
      entry  both fixed  entries fixed  z-score  Olympic  median  Borda  Schulze
      D               –              –        1        1       1      1        1
      C               –              –        3        2       2      3        2
      A               –              –        1        3       3      1        1
      B               –              –        3        4       4      3        2

      seed 1, version 1"
    `)
  })
  test('of nothing', () => {
    expect(standingsText(workOut({ entries: [], criteria: [], marks: [] }))).toMatchInlineSnapshot(`
      "Plain means only.
      ! No scores are counted.

      place  entry  scores  raw  adjusted  place  P(first)

      Could be the best (95%): not known
      Too close to call: not known
      Same winner: raw means not known; both effects fixed not known; leaving out any one judge not known
      Model: mean –; variance of entries –, judges –, rest –
      Reliability: raw mean –, adjusted mean – (one judge –, –; – judges each)
      Agreement: Krippendorff’s alpha –; Kendall’s W –, p –
      Connection: 0 parts; Fiedler value –

      judge  scores  severity  ±  note

      Places by other methods
      entry  both fixed  entries fixed  z-score  Olympic  median  Borda  Schulze

      seed 1, version 1"
    `)
  })
})

describe('every warning is a sentence', () => {
  test.each<[string, Rows, string[]]>([
    ['no scores', [], ['No scores are counted.']],
    ['too little overlap', [['A', 'J', 1], ['B', 'J', 2]], ['Judges and entries overlap too little to tell severity from chance.']],
    ['all scores equal', [['A', 'J', 1], ['A', 'K', 1], ['B', 'J', 1], ['B', 'K', 1]], ['Nothing tells the entries apart.', 'There is hardly any repetition in these scores: take every probability as very uncertain.']],
    ['judges who cancel out', [['A', 'J', 1], ['A', 'K', 4], ['B', 'J', 4], ['B', 'K', 1], ['C', 'J', 2], ['C', 'K', 3]], ['There is hardly any repetition in these scores: take every probability as very uncertain.', 'The judges’ scores do not separate these entries.']],
  ])('%s', (_, rows, wanted) => {
    expect(textOf(rows).split('\n').filter((line) => line.startsWith('! ')).map((line) => line.slice(2))).toEqual(wanted)
  })
})

test('how severity was taken off is said first', () => {
  const equal: Rows = [['A', 'J', 1], ['A', 'K', 1], ['B', 'J', 1], ['B', 'K', 1]]
  expect(textOf(equal).split('\n')[0]).toBe('All scores are equal.')
})

/** What is printed with these figures instead of those that were worked out. */
function textWith(changed: Partial<Standings>): string {
  const working = workingOf([['A', 'Ann', 4], ['A', 'Bob', 3], ['B', 'Ann', 2], ['B', 'Bob', 1]])
  return standingsText({ ...working, standings: { ...working.standings, ...changed } })
}

test('of many that are too close to call, six pairs are named', () => {
  const closeLine = (count: number) => lineOf(textWith({ tooClose: Array.from({ length: count }, (_, k) => ['A', `B${k}`]) }), 'Too close to call')
  expect([0, 6, 8].map(closeLine)).toEqual([
    'Too close to call: none', 'Too close to call: A/B0, A/B1, A/B2, A/B3, A/B4, A/B5', 'Too close to call: A/B0, A/B1, A/B2, A/B3, A/B4, A/B5 and 2 more',
  ])
})

test('what is too small to print is not printed as less than nothing', () => {
  const judge = { judge: 'Ann', n: 4, flags: [] }
  expect(lineOf(textWith({ judges: [{ ...judge, severity: -0.00004, se: -0.00006 }] }), 'Ann')).toBe('Ann         4    0.0000  -0.0001')
  expect(lineOf(textWith({ judges: [{ ...judge, severity: -10.00004, se: 0.00004 }] }), 'Ann')).toBe('Ann         4  -10.0000  0.0000')
})

test('all that is noted of a judge stands in one line', () => {
  expect(lineOf(textWith({ judges: [{ judge: 'Ann', n: 4, severity: 1, se: 0.5, flags: ['wide', 'decisive'] }] }), 'Ann')).toBe('Ann         4    1.0000  0.5000  wide decisive')
})

test('of a tie that the ladder parts in several steps, all is said', () => {
  const working = workingOf([['A', 'Ann', 4], ['A', 'Bob', 3], ['B', 'Ann', 2], ['B', 'Bob', 1]])
  const text = standingsText({ ...working, tieBreaks: [{ order: [['A'], ['B', 'C'], ['D']], by: ['criteria', 'panel'] }] })
  expect(text).toContain('\nEqual: A, then B = C, then D (criteria, panel)\n')
})

test('a name among numbers makes its column one of words', () => {
  expect(textOf([['7', 'J', 3], ['7', 'K', 4], ['10 a', 'J', 1], ['10 a', 'K', 3]])).toContain('\n    1  7           2')
})

test('names that are numbers stand as numbers do', () => {
  const text = textOf([['7', 'J', 3], ['7', 'K', 4], ['10.5', 'J', 1], ['10.5', 'K', 3]])
  expect(text).toContain('\n    1      7       2')
  expect(text).toContain('\n    2   10.5       2')
})

test('agreement is worked out of up to 5,000 scores', () => {
  const rows = (entries: number): Rows => Array.from({ length: entries }, (_, i): Rows => Array.from({ length: 5 }, (__, j) => [`E${i}`, `J${j}`, (i % 6) + j])).flat() // nothing left over: no draws
  expect(lineOf(textOf(rows(1000)), 'Agreement')).toMatch(/alpha -?\d\.\d{4}; Kendall’s W \d\.\d{4}, p \d\.\d{4}$/)
  expect(lineOf(textOf(rows(1001)), 'Agreement')).toContain('alpha –;')
})
