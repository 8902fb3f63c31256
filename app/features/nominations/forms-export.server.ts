import { readCsv } from '#app/domain/csv.ts'
import { cleanText } from '#app/platform/form.server.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

/** One row of nominations as Microsoft Forms exports them, by header. */
export type FormsRow = Record<string, string>

const kinds: Record<string, NomineeKind> = { 'A person': 'person', 'A team': 'team', 'A service': 'service' }

/** The rows of an export. Throws a sentence with the row and the column where it is no table. */
export function readFormsExport(text: string): FormsRow[] {
  const table = readCsv(text)
  if (!table.ok) throw new Error(`row ${table.row}, column ${table.column}: ${table.problem}`)
  const [headers = [], ...rows] = table.rows
  return rows.filter((row) => row.some((cell) => cell !== '')).map((row) => Object.fromEntries(headers.map((header, column) => [header, row[column] ?? ''])))
}

/** A cell without what was pasted in and cannot be seen. */
export function cellOf(row: FormsRow, header: string): string {
  return cleanText(row[header] ?? '').replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').replaceAll('\u00A0', ' ').trim()
}

export function lineOf(row: FormsRow, header: string): string {
  return cellOf(row, header).replace(/\s+/g, ' ')
}

/** Whom a row nominates. */
export function nomineeOf(row: FormsRow) {
  return {
    kind: kinds[cellOf(row, 'Are they a person or a team or a service?')], name: lineOf(row, 'Who are you nominating?'),
    job: lineOf(row, 'Their job'), employer: lineOf(row, 'Where do they work?'), reach: lineOf(row, 'How can we reach them?'),
  }
}
