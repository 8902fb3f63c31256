import { describe, expect, test } from 'vitest'
import { calibrate } from '#app/domain/scoring/calibration.ts'
import { compositesOf, type Mark, type ScoreSheet } from '#app/domain/scoring/composite.ts'
import { panelOf, type Score } from '#app/domain/scoring/panel.ts'
import { placesOf } from '#app/domain/scoring/places.ts'
import { readScoreSheet } from '#app/domain/scoring/score-sheet.ts'
import { workOut } from '#app/domain/scoring/standings.ts'
import { chances, randomScores, seeds, sheetOf, shuffled } from '#tests/unit/domain/scoring/panels.ts'

const adjustedOf = (scores: readonly Score[]) => {
  const panel = panelOf(scores)
  return { panel, ...calibrate(panel, 1e-9) }
}

/** Three criteria, whole marks, some missing. */
function randomSheet(seed: number): ScoreSheet {
  const { uniform, below } = chances(seed)
  const criteria = ['kindness', 'skill', 'change'].map((id) => ({ id, weight: 1 + below(4) }))
  const marks = randomScores(seed).flatMap(({ entry, judge }) => criteria.flatMap(({ id }): Mark[] =>
    uniform() < 0.9 ? [{ entry, judge, criterion: id, score: below(6) }] : []))
  return { entries: [...new Set(marks.map(({ entry }) => entry))], criteria, marks }
}

test('in whatever order scores come, every figure is the same to the last digit', () => {
  for (const seed of seeds(20_000, 300)) {
    const scores = randomScores(seed)
    const [one, other] = [adjustedOf(scores), adjustedOf(shuffled(scores, chances(seed + 1)))]
    expect([other.method, other.model, other.adjusted, other.severity], `seed ${seed}`).toEqual([one.method, one.model, one.adjusted, one.severity])
  }
})

test('all of it, with probabilities, is the same in any order of marks, criteria and entries', { timeout: 60_000 }, () => {
  for (const seed of seeds(30_000, 8)) {
    const sheet = randomSheet(seed)
    const chance = chances(seed + 1)
    const turned = { entries: shuffled(sheet.entries, chance), criteria: shuffled(sheet.criteria, chance), marks: shuffled(sheet.marks, chance) }
    expect(JSON.stringify(workOut(turned).standings), `seed ${seed}`).toBe(JSON.stringify(workOut(sheet).standings))
  }
})

test('on a complete panel the adjusted order is the raw order, whatever any judge adds to all their scores', () => {
  const tried = seeds(40_000, 400)
  let fitted = 0
  for (const seed of tried) {
    const { below, normal } = chances(seed)
    const [n, q] = [2 + below(8), 2 + below(6)]
    const judges = Array.from({ length: q }, (_, j) => j)
    const base = Array.from({ length: n }, (_, i) => judges.map((j): Score => ({ entry: `E${i}`, judge: `J${j}`, y: Math.round(normal() * 2 + i / 3 + j) }))).flat()
    const shift = judges.map(() => Math.round(normal() * 5))
    const moved = base.map((one) => ({ ...one, y: one.y + shift[Number(one.judge.slice(1))]! }))
    const places = [base, moved].map((scores) => {
      const { standings } = quick(scores)
      return [standings.raw, standings.adjusted ?? standings.raw]
    }).flat()
    for (const other of places.slice(1)) expect(other, `seed ${seed}`).toEqual(places[0])
    fitted += Number(adjustedOf(moved).method === 'reml')
  }
  expect(fitted).toBeGreaterThan(0.75 * tried.length)
})

function quick(scores: Score[]) {
  const { panel, adjusted } = adjustedOf(scores)
  const raw = panel.entries.map((_, i) => panel.scores.y.subarray(panel.scores.start[i], panel.scores.start[i + 1]).reduce((a, b) => a + b) / (panel.scores.start[i + 1]! - panel.scores.start[i]!))
  return { standings: { raw: placesOf(raw, 1e-9), adjusted: adjusted && placesOf(adjusted, 1e-9) } }
}

test('another zero and another unit: the same places, figures moved and scaled alike', () => {
  for (const seed of seeds(50_000, 300)) {
    const scores = randomScores(seed)
    const { panel, method, model, adjusted } = adjustedOf(scores)
    if (method !== 'reml') continue
    const spread = Math.max(...scores.map(({ y }) => y)) - Math.min(...scores.map(({ y }) => y))
    const other = adjustedOf(scores.map((one) => ({ ...one, y: 40 + (one.y * 1000) / spread })))
    if (other.method !== 'reml') continue
    for (const key of ['varEntry', 'varJudge', 'varResidual'] as const) {
      const wanted = (model[key]! * 1e6) / spread ** 2
      expect(Math.abs(other.model[key]! - wanted), `seed ${seed} ${key}`).toBeLessThan(1e-5 * (wanted + 1))
    }
    for (const [i, value] of adjusted!.entries()) expect(other.adjusted![i], `seed ${seed} ${panel.entries[i]}`).toBeCloseTo(40 + (value * 1000) / spread, 3)
  }
})

describe('rows that do not count change nothing', () => {
  const csv = (sheet: ScoreSheet, more: string[] = []) => ['entry,judge,criterion,score,weight,state',
    ...sheet.marks.map(({ entry, judge, criterion, score }) => `${entry},${judge},${criterion},${score},${sheet.criteria.find(({ id }) => id === criterion)!.weight},final`), ...more].join('\n')
  const resultOf = (text: string) => {
    const read = readScoreSheet(text)
    if (!read.ok) throw new Error(read.problem)
    return JSON.stringify(workOut(read.sheet).standings)
  }
  test.each([
    ['a recused judge', 'E0,J0,kindness,,,recused'], ['a recused judge with a score', 'E0,J1,skill,0,7,RECUSED'], ['a draft', 'E1,J0,kindness,5,1,draft'],
    ['a judge who only recused', 'E0,J99,kindness,3,1,recused'], ['a criterion only drafted', 'E0,J0,polish,3,9,draft'], ['words where a score would be', 'E0,J0,skill,none,x, Draft '],
  ])('%s', (_, row) => {
    for (const seed of seeds(60_000, 6)) {
      const sheet = randomSheet(seed)
      if (!sheet.entries.includes('E0') || !sheet.entries.includes('E1')) continue
      expect(resultOf(csv(sheet, [row])), `seed ${seed}`).toBe(resultOf(csv(sheet)))
    }
    expect(row).not.toBe('')
  })
})

describe('composites', () => {
  test('to skip a criterion on which all mark low does not pay', () => {
    const sheet: ScoreSheet = {
      entries: ['A', 'B'], criteria: [{ id: 'easy', weight: 1 }, { id: 'hard', weight: 1 }],
      marks: [['A', 'J1', 'easy', 8], ['A', 'J1', 'hard', 4], ['B', 'J1', 'easy', 8], ['A', 'J2', 'easy', 8], ['A', 'J2', 'hard', 4]].map(([entry, judge, criterion, score]) => ({ entry, judge, criterion, score }) as Mark),
    }
    expect(compositesOf(sheet).scores).toEqual([{ entry: 'A', judge: 'J1', y: 6 }, { entry: 'A', judge: 'J2', y: 6 }, { entry: 'B', judge: 'J1', y: 6 }])
  })

  test('a scorecard with less than half of the weight is left out, and out of the means; with half, it counts', () => {
    const criteria = [{ id: 'a', weight: 0.3 }, { id: 'b', weight: 0.2 }, { id: 'c', weight: 0.5 }]
    const card = (entry: string, marks: Record<string, number>) => Object.entries(marks).map(([criterion, score]): Mark => ({ entry, judge: 'J', criterion, score }))
    const marks = [...card('A', { a: 1, b: 2, c: 3 }), ...card('B', { a: 5, b: 5 }), ...card('C', { a: 9 })]
    const { scores, tooThin } = compositesOf({ entries: [], criteria, marks })
    expect(tooThin).toEqual([{ entry: 'C', judge: 'J' }])
    // m = 3, 3.5, 3; B: level 0.9 + 0.7 + 1.5 = 3.1, plus (0.3·2 + 0.2·1.5) / 0.5
    expect(scores.map(({ entry, y }) => [entry, Number(y.toFixed(12))])).toEqual([['A', 2.2], ['B', 4.9]])
  })

  test('only the share of a weight counts, and a criterion of weight 0 not at all', () => {
    const sheet = randomSheet(3)
    const tenfold = { ...sheet, criteria: [...sheet.criteria.map(({ id, weight }) => ({ id, weight: weight * 16 })), { id: 'extra', weight: 0 }] }
    const marks = [...sheet.marks, { entry: sheet.entries[0]!, judge: 'J0', criterion: 'extra', score: 99 }]
    expect(compositesOf({ ...tenfold, marks }).scores).toEqual(compositesOf(sheet).scores)
  })

  test('one criterion: the marks themselves', () => {
    const scores = randomScores(12)
    const byName = (a: Score, b: Score) => (a.entry + a.judge < b.entry + b.judge ? -1 : 1)
    expect(compositesOf(sheetOf(scores)).scores).toEqual([...scores].sort(byName))
  })
})
