import type { Criterion, Mark, ScoreSheet } from '#app/domain/scoring/composite.ts'
import { byName } from '#app/domain/scoring/panel.ts'
import { readCsv } from '#app/domain/csv.ts'

/** A score sheet, or the first place at which its file cannot be read; rows as a spreadsheet numbers them. */
export type SheetRead = { ok: true; sheet: ScoreSheet } | SheetFault
export interface SheetFault {
  ok: false
  row: number
  column: string
  problem: string
}

const required = ['entry', 'judge', 'criterion', 'score'] as const
const known = [...required, 'weight', 'state'] as const
type Column = (typeof known)[number]
type Cells = Record<Column, string>

const notCounted = new Set(['recused', 'draft'])
/** Counts for what it tells of its judge; its entry takes no place. */
export const notPlaced = 'not-placed'
const missing = new Set(['', 'NA'])
const numberPattern = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Thrown inside, answered outside: reading stops at the first fault. */
class Fault extends Error {
  readonly at: SheetFault
  constructor(row: number, column: string, problem: string) {
    super(problem)
    this.at = { ok: false, row, column, problem }
  }
}

/**
 * Reads `entry,judge,criterion,score` and, if there, `weight` (the criterion's; else all weigh alike) and `state`. Rows whose
 * state is recused or draft do not count, whatever else they say; an entry with a row not-placed takes no place. An empty
 * score or NA is a missing mark. Other columns are passed over.
 */
export function readScoreSheet(text: string): SheetRead {
  const table = readCsv(text)
  if (!table.ok) return { ok: false, row: table.row, column: String(table.column), problem: table.problem }
  try {
    return { ok: true, sheet: sheetFrom(table.rows) }
  } catch (error) {
    if (error instanceof Fault) return error.at
    throw error
  }
}

function sheetFrom([header = [], ...rows]: string[][]): ScoreSheet {
  const columns = columnsOf(header)
  const entries = new Set<string>()
  const unplaced = new Set<string>()
  const weights = new Map<string, { weight: number | null; row: number }>()
  const marks = new Map<string, { mark: Mark; row: number }>()
  for (const [index, cells] of rows.entries()) {
    const row = index + 2
    if (cells.every((cell) => cell.trim() === '')) continue
    const read = cellsOf(cells, columns, header.length, row)
    entries.add(read.entry)
    if (notCounted.has(read.state.toLowerCase())) continue
    if (read.state.toLowerCase() === notPlaced) unplaced.add(read.entry)
    noteWeight(weights, read, row)
    noteMark(marks, read, row)
  }
  return { entries: [...entries].sort(byName), criteria: criteriaFrom(weights), marks: [...marks.values()].map(({ mark }) => mark), unplaced: [...unplaced] }
}

/** Where each column stands; -1 for one that is not there. */
function columnsOf(header: string[]): Record<Column, number> {
  const names = header.map((cell) => cell.trim().toLowerCase())
  for (const name of required) if (!names.includes(name)) throw new Fault(1, name, 'this column is missing')
  for (const name of known) if (names.indexOf(name) !== names.lastIndexOf(name)) throw new Fault(1, name, 'this column is there twice')
  return Object.fromEntries(known.map((name) => [name, names.indexOf(name)])) as Record<Column, number>
}

function cellsOf(cells: string[], columns: Record<Column, number>, width: number, row: number): Cells {
  const extra = cells.findIndex((cell, k) => k >= width && cell.trim() !== '')
  if (extra >= 0) throw new Fault(row, String(extra + 1), 'this row has more cells than the header')
  const read = Object.fromEntries(known.map((name) => [name, (cells[columns[name]] ?? '').trim().normalize('NFC')])) as Cells
  for (const name of known) if (read[name].includes('\uFFFD')) throw new Fault(row, name, 'this is not UTF-8 text')
  for (const name of ['entry', 'judge', 'criterion'] as const) if (read[name] === '') throw new Fault(row, name, 'this cell is empty')
  return read
}

/** A criterion has one weight: said once or on every row, but never two. */
function noteWeight(weights: Map<string, { weight: number | null; row: number }>, { criterion, weight: said }: Cells, row: number): void {
  const before = weights.get(criterion)
  const weight = said === '' ? null : numberFrom(said, row, 'weight')
  if (weight !== null && weight < 0) throw new Fault(row, 'weight', `${quoted(said)} is below 0`)
  if (before && weight !== null && before.weight !== null && before.weight !== weight) {
    throw new Fault(row, 'weight', `${quoted(criterion)} weighs ${before.weight} in row ${before.row} and ${weight} here`)
  }
  if (!before || (before.weight === null && weight !== null)) weights.set(criterion, { weight, row })
}

function noteMark(marks: Map<string, { mark: Mark; row: number }>, { entry, judge, criterion, score }: Cells, row: number): void {
  if (missing.has(score.toUpperCase())) return
  const key = JSON.stringify([entry, judge, criterion])
  const before = marks.get(key)
  if (before) throw new Fault(row, 'score', `${quoted(judge)} scored ${quoted(entry)} on ${quoted(criterion)} in row ${before.row} already`)
  marks.set(key, { mark: { entry, judge, criterion, score: numberFrom(score, row, 'score') }, row })
}

function criteriaFrom(weights: Map<string, { weight: number | null; row: number }>): Criterion[] {
  const weighted = [...weights.values()].some(({ weight }) => weight !== null)
  return [...weights].sort(([a], [b]) => byName(a, b)).map(([id, { weight, row }]) => {
    if (weighted && weight === null) throw new Fault(row, 'weight', `${quoted(id)} has no weight, and others have`)
    return { id, weight: weight ?? 1 }
  })
}

/** Squares and sums of what is let through neither overflow nor vanish. */
function numberFrom(text: string, row: number, column: Column): number {
  const value = Number(text)
  if (!numberPattern.test(text)) throw new Fault(row, column, `${quoted(text)} is not a number`)
  if (value !== 0 && !(Math.abs(value) >= 1e-15 && Math.abs(value) <= 1e15)) throw new Fault(row, column, `${quoted(text)} is out of range`)
  return value
}

const quoted = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
