import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { randomFrom } from '#app/domain/scoring/random.ts'
import type { Mark, ScoreSheet } from '#app/domain/scoring/composite.ts'
import type { Score } from '#app/domain/scoring/panel.ts'

export const fixture = (name: string) => readFileSync(`tests/fixtures/judging/${name}`, 'utf8')

export function scoresIn(name: string): Score[] {
  return parse<{ entry: string; judge: string; y: string }>(fixture(name), { columns: true }).map(({ entry, judge, y }) => ({ entry, judge, y: Number(y) }))
}

export const scoresFrom = (rows: [entry: string, judge: string, y: number][]): Score[] => rows.map(([entry, judge, y]) => ({ entry, judge, y }))

/** A sheet with one criterion. */
export function sheetOf(scores: readonly Score[]): ScoreSheet {
  return {
    entries: [...new Set(scores.map(({ entry }) => entry))], criteria: [{ id: 'overall', weight: 1 }],
    marks: scores.map(({ entry, judge, y }): Mark => ({ entry, judge, criterion: 'overall', score: y })),
  }
}

/** Seeds to try a property on: a tenth of them where `npm run mutation` tries it again for each change to the code. */
export function seeds(from: number, count: number): number[] {
  return Array.from({ length: process.env.STRYKER_MUTATOR_WORKER ? Math.ceil(count / 10) : count }, (_, k) => from + k)
}

/** Chances that repeat: uniform in [0, 1), a whole number below n, a normal. */
export function chances(seed: number) {
  const { normal } = randomFrom(seed)
  const uniform = () => {
    const angle = Math.atan2(normal(), normal()) / (2 * Math.PI) + 0.5
    return angle === 1 ? 0 : angle
  }
  return { normal, uniform, below: (n: number) => Math.floor(uniform() * n) }
}
export type Chances = ReturnType<typeof chances>

export function shuffled<T>(list: readonly T[], { uniform }: Chances): T[] {
  return list.map((item) => ({ item, at: uniform() })).sort((a, b) => a.at - b.at).map(({ item }) => item)
}

/** A small panel of any kind: complete, sparse, falling apart, uneven, with few or many judges, whole marks or not, on any scale. */
export function randomScores(seed: number): Score[] {
  const chance = chances(seed)
  const { normal, uniform, below } = chance
  const [n, q] = [2 + below(7), 2 + below(6)]
  const share = [1, 1, 0.7, 0.5, 0.35][below(5)]!
  const [sdEntry, sdJudge, sdNoise] = [[0, 0.5, 1, 2][below(4)]!, [0, 0.3, 1, 2][below(4)]!, [0.3, 1, 1][below(3)]!]
  const [scale, offset] = [[1, 1, 1, 1e-6, 1e6][below(5)]!, [0, 5, 5, 1000][below(4)]!]
  const whole = uniform() < 0.5
  const [entries, judges] = [Array.from({ length: n }, () => sdEntry * normal()), Array.from({ length: q }, () => sdJudge * normal())]
  const scores = entries.flatMap((u, i) => judges.flatMap((b, j) => {
    const y = u + b + sdNoise * normal()
    return uniform() < share ? [{ entry: `E${i}`, judge: `J${j}`, y: (offset + (whole ? Math.round(y) : y)) * scale }] : []
  }))
  return shuffled(scores, chance)
}
