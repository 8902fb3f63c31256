/** One judge's score of one entry: the composite of their marks. In points of the display scale. */
export interface Score {
  entry: string
  judge: string
  y: number
}

/**
 * A sparse two-way table, by rows: the cells of row i stand at `start[i]` … `start[i + 1] - 1`, columns ascending.
 * Shapes: `start` rows + 1; `col` and `y` one per cell.
 */
export interface Crossed {
  rows: number
  cols: number
  start: Int32Array
  col: Int32Array
  y: Float64Array
}

/** The scores of one panel; rows are entries, columns judges, both in the order of their names. */
export interface Panel {
  entries: string[]
  judges: string[]
  scores: Crossed
}

/** By code unit, so that the order is the same on every machine and in every language. */
export const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The panel of these scores. Everything after is added up in the panel's order, so the order in which scores arrive
 * cannot move a result by its last digit. No judge may score an entry twice.
 */
export function panelOf(scores: readonly Score[]): Panel {
  const entries = [...new Set(scores.map((score) => score.entry))].sort(byName)
  const judges = [...new Set(scores.map((score) => score.judge))].sort(byName)
  const rowOf = new Map(entries.map((name, index) => [name, index]))
  const colOf = new Map(judges.map((name, index) => [name, index]))
  const row = Int32Array.from(scores, (score) => rowOf.get(score.entry) ?? 0)
  const col = Int32Array.from(scores, (score) => colOf.get(score.judge) ?? 0)
  const y = Float64Array.from(scores, (score) => score.y)
  return { entries, judges, scores: crossedFrom(entries.length, judges.length, row, col, y) }
}

/** The table of cells that come in any order: sorted by counting, first by column, then by row. */
export function crossedFrom(rows: number, cols: number, row: Int32Array, col: Int32Array, y: Float64Array): Crossed {
  return transposed(byRow(cols, rows, col, row, y))
}

/** The same cells with rows and columns changed round. */
export function transposed({ rows, cols, start, col, y }: Crossed): Crossed {
  const row = new Int32Array(col.length)
  for (let i = 0; i < rows; i++) row.fill(i, start[i], start[i + 1])
  return byRow(cols, rows, col, row, y)
}

/** Counting sort by row; cells of one row keep the order they came in. */
function byRow(rows: number, cols: number, row: Int32Array, col: Int32Array, y: Float64Array): Crossed {
  const start = new Int32Array(rows + 1)
  for (const i of row) start[i + 1]!++
  for (let i = 0; i < rows; i++) start[i + 1]! += start[i]!
  const next = start.slice(0, rows)
  const sorted: Crossed = { rows, cols, start, col: new Int32Array(row.length), y: new Float64Array(row.length) }
  for (let cell = 0; cell < row.length; cell++) {
    const at = next[row[cell]!]!++
    sorted.col[at] = col[cell]!
    sorted.y[at] = y[cell]!
  }
  return sorted
}

/** The scores less their mean, and the mean. Taken off twice: the second time takes what rounding left of the first. */
export function centred(scores: Crossed): { mean: number; scores: Crossed } {
  const rough = meanOf(scores.y)
  const y = scores.y.map((value) => value - rough)
  const rest = meanOf(y)
  for (let cell = 0; cell < y.length; cell++) y[cell]! -= rest
  return { mean: rough + rest, scores: { ...scores, y } }
}

/** Σ y of each row. */
export function rowSums({ rows, start, y }: Crossed): Float64Array {
  const sums = new Float64Array(rows)
  for (let i = 0; i < rows; i++) {
    let sum = 0
    for (let cell = start[i]!; cell < start[i + 1]!; cell++) sum += y[cell]!
    sums[i] = sum
  }
  return sums
}

/** Mean of `y - severity` over the judges of each entry: with severity 0, the raw mean. `scores` by entry. */
export function rowMeans(scores: Crossed, severity?: Float64Array): Float64Array {
  const { rows, start, col } = scores
  const means = rowSums(scores)
  for (let i = 0; i < rows; i++) {
    let taken = 0
    if (severity) for (let cell = start[i]!; cell < start[i + 1]!; cell++) taken += severity[col[cell]!]!
    means[i] = (means[i]! - taken) / (start[i + 1]! - start[i]!)
  }
  return means
}

/** The scores less their row's mean. */
export function withinRows(scores: Crossed): Crossed {
  const means = rowMeans(scores)
  const y = scores.y.slice()
  for (let i = 0; i < scores.rows; i++) {
    for (let cell = scores.start[i]!; cell < scores.start[i + 1]!; cell++) y[cell]! -= means[i]!
  }
  return { ...scores, y }
}

/** How many cells each row has. */
export function rowSizes({ rows, start }: Crossed): Int32Array {
  return Int32Array.from({ length: rows }, (_, i) => start[i + 1]! - start[i]!)
}

/** The scores as they would be had one judge not sat; entries that only this judge scored go with them. */
export function withoutJudge({ entries, judges, scores }: Panel, judge: number): Panel {
  const left: Score[] = []
  for (let i = 0; i < scores.rows; i++) {
    for (let cell = scores.start[i]!; cell < scores.start[i + 1]!; cell++) {
      const j = scores.col[cell]!
      if (j !== judge) left.push({ entry: entries[i]!, judge: judges[j]!, y: scores.y[cell]! })
    }
  }
  return panelOf(left)
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k]!
  return sum / values.length
}
