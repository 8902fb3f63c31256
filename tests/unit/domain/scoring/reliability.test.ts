import { expect, test } from 'vitest'
import { panelOf } from '#app/domain/scoring/panel.ts'
import { judgesPerEntry, reliabilityOf } from '#app/domain/scoring/reliability.ts'
import { scoresFrom } from '#tests/unit/domain/scoring/panels.ts'

const unknown = { iccA1: null, iccAk: null, iccC1: null, iccCk: null }

test('the share of the entries: with severity as noise or without, of one score or of the mean of k', () => {
  expect(reliabilityOf({ varEntry: 3, varJudge: 1, varResidual: 2 }, 2)).toEqual({ iccA1: 0.5, iccAk: 3 / 4.5, iccC1: 0.6, iccCk: 0.75, k: 2 })
  expect(reliabilityOf({ varEntry: 0, varJudge: 1, varResidual: 2 }, 2)).toEqual({ iccA1: 0, iccAk: 0, iccC1: 0, iccCk: 0, k: 2 })
})

test('of nothing there is no share, and of what is not known neither', () => {
  expect(reliabilityOf({ varEntry: 0, varJudge: 0, varResidual: 0 }, 2)).toEqual({ ...unknown, k: 2 })
  expect(reliabilityOf({ varEntry: 0, varJudge: 1, varResidual: 0 }, 2)).toEqual({ iccA1: 0, iccAk: 0, iccC1: null, iccCk: null, k: 2 })
  expect(reliabilityOf({ varEntry: null, varJudge: 1, varResidual: 2 }, 2)).toEqual({ ...unknown, k: 2 })
  expect(reliabilityOf({ varEntry: 3, varJudge: null, varResidual: 2 }, 2)).toEqual({ ...unknown, k: 2 })
  expect(reliabilityOf({ varEntry: 3, varJudge: 1, varResidual: null }, 2)).toEqual({ ...unknown, k: 2 })
  expect(reliabilityOf({ varEntry: 3, varJudge: 1, varResidual: 2 }, null)).toEqual({ ...unknown, k: null })
})

test('judges per entry: the harmonic mean', () => {
  expect(judgesPerEntry(panelOf(scoresFrom([['A', 'J', 1], ['B', 'J', 1], ['B', 'K', 1]])).scores)).toBe(4 / 3)
  expect(judgesPerEntry(panelOf([]).scores)).toBeNull()
})
