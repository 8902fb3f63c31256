import { chances, shuffled, type Chances } from '#tests/unit/domain/scoring/panels.ts'

/** A row of a score sheet's file. */
export interface Row {
  entry: string
  judge: string
  criterion: string
  /** null: not given */
  score: number | null
  weight: number
  state: 'final' | 'draft' | 'recused' | 'not-placed'
}

type Kind = 'any' | 'one judge' | 'one entry' | 'apart' | 'no variation' | 'additive'
const kinds: Kind[] = ['any', 'any', 'any', 'any', 'any', 'any', 'one judge', 'one entry', 'apart', 'apart', 'no variation', 'additive']

/** A small score sheet of any kind: with ties, gaps, drafts, recusals, entries that stood down, and panels that cannot be fitted. */
export function randomRows(seed: number): Row[] {
  const chance = chances(seed)
  const { uniform, below, normal } = chance
  const kind = kinds[below(kinds.length)]!
  const [n, q] = [kind === 'one entry' ? 1 : 2 + below(6), kind === 'one judge' ? 1 : 2 + below(5)]
  const [share, given] = [[1, 1, 0.8, 0.5][below(4)]!, kind === 'additive' ? 1 : [1, 0.95, 0.7][below(3)]!]
  const criteria = listOf(1 + below(4), (k) => ({ id: `C${k}`, weight: [0, 1, 1, 2, 3][below(5)]! }))
  const mark = markMaker(kind, chance)
  const merit = listOf(n, () => 1.5 * normal())
  const stoodDown = merit.map(() => uniform() < 0.08)
  const rows = merit.flatMap((u, i) => listOf(q, (j) => j).flatMap((j) => {
    if (uniform() >= share || (kind === 'apart' && i % 2 !== j % 2)) return []
    const left = (['recused', 'draft'] as const)[below(25)]
    const state = left ?? (stoodDown[i] ? 'not-placed' : 'final')
    return criteria.map(({ id, weight }): Row => ({ entry: `E${i}`, judge: `J${j}`, criterion: id, score: uniform() < given ? mark(u, i, j) : null, weight, state }))
  }))
  return shuffled(rows, chance)
}

/** Rows of a complete panel in whole marks: every judge marked every entry on every criterion. */
export function completeRows(seed: number): Row[] {
  const { below, normal } = chances(seed)
  const [n, q, weights] = [2 + below(6), 2 + below(5), listOf(1 + below(3), () => 1 + below(3))]
  return listOf(n, (i) => listOf(q, (j) => weights.map((weight, k): Row =>
    ({ entry: `E${i}`, judge: `J${j}`, criterion: `C${k}`, score: Math.round(5 + normal() + i / 3), weight, state: 'final' })))).flat(2)
}

/** Rows that do not count, of judges and entries that are there and of a judge who is not. */
export function rowsNotCounted(rows: readonly Row[], { below, normal }: Chances): Row[] {
  return listOf(1 + below(4), (k) => ({
    ...rows[below(rows.length)]!, judge: `J${below(9)}`, criterion: `C${below(6)}`, score: 100 * normal(), weight: below(50), state: k % 2 ? 'draft' : 'recused',
  }))
}

export const csvOf = (rows: readonly Row[]) => ['entry,judge,criterion,score,weight,state',
  ...rows.map(({ entry, judge, criterion, score, weight, state }) => [entry, judge, criterion, score ?? 'NA', weight, state].join(','))].join('\n')

/** Few whole marks, so that there are ties; or any. */
function markMaker(kind: Kind, { normal, below }: Chances): (merit: number, entry: number, judge: number) => number {
  if (kind === 'no variation') return () => 3
  if (kind === 'additive') return (_, i, j) => ((3 * i) % 7) + ((5 * j) % 4)
  const step = [1, 1, 0.5, 0][below(4)]!
  return (merit, _, j) => {
    const y = 4 + merit + (j % 3) / 2 + normal()
    return step ? Math.round(y / step) * step : y
  }
}

function listOf<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index))
}
