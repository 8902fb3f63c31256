import { describe, expect, test } from 'vitest'
import { fitEntriesFixed } from '#app/domain/scoring/entries-fixed.ts'
import { panelOf, rowMeans } from '#app/domain/scoring/panel.ts'
import { fixture, scoresFrom, scoresIn } from '#tests/unit/domain/scoring/panels.ts'

interface Expected {
  minus2logLik?: number
  var_judge: number
  var_residual: number
  blue_entry: Record<string, number>
  blup_judge: Record<string, number>
}
const files = { penicillin: 'penicillin.csv', paris1976_red11: 'paris1976_red11.csv', shrout_fleiss: 'shrout_fleiss.csv', fixture_panel: 'fixture_panel_composite.csv' }

test.each(Object.entries(files))('%s, as lme4 fits it', (name, file) => {
  const { entry_fixed_judge_random_REML: wanted } = JSON.parse(fixture(`${name}.json`)) as { entry_fixed_judge_random_REML: Required<Expected> }
  const { entries, judges, scores } = panelOf(scoresIn(file))
  const fit = fitEntriesFixed(scores)
  expect(fit.criterion).toBeCloseTo(wanted.minus2logLik, 6)
  expect(fit.varJudge / wanted.var_judge).toBeCloseTo(1, 5)
  expect(fit.varResidual / wanted.var_residual).toBeCloseTo(1, 6)
  for (const [i, entry] of entries.entries()) expect(fit.adjusted[i], entry).toBeCloseTo(wanted.blue_entry[entry]!, 5)
  for (const [j, judge] of judges.entries()) expect(fit.severity[j], judge).toBeCloseTo(wanted.blup_judge[judge]!, 5)
})

describe('degenerate panels', () => {
  const { cases } = JSON.parse(fixture('degenerate.json')) as { cases: Record<string, { rows: [string, string, number][]; FR?: { varJudge: number; entry: Record<string, number> } }> }
  test.each(['disconnected', 'flat_judge', 'single_score_entry', 'exact_tie'])('%s', (name) => {
    const { rows, FR } = cases[name]!
    const { entries, scores } = panelOf(scoresFrom(rows))
    const { adjusted, varJudge } = fitEntriesFixed(scores)
    expect(varJudge).toBeCloseTo(FR!.varJudge, 5)
    for (const [i, entry] of entries.entries()) expect(adjusted[i], entry).toBeCloseTo(FR!.entry[entry]!, 5)
  })

  test('judges who do not differ leave raw means', () => {
    const { scores } = panelOf(scoresFrom([['A', 'J1', 5], ['A', 'J2', 1], ['B', 'J1', 1], ['B', 'J2', 4], ['C', 'J1', 2]]))
    expect(fitEntriesFixed(scores)).toMatchObject({ varJudge: 0, adjusted: rowMeans(scores) })
  })
})
