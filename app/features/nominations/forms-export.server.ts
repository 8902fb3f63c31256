import { readCsv } from '#app/domain/csv.ts'
import { cleanText } from '#app/platform/form.server.ts'
import type { NomineeKind } from '#db/vocabulary.ts'

/** One row of nominations as Microsoft Forms exports them, by header. */
export type FormsRow = Record<string, string>

const kinds: Record<string, NomineeKind> = {
  'A person': 'person', 'One person': 'person', Person: 'person', 'A team': 'team', Team: 'team', 'A service': 'service', Service: 'service',
}

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

/** What the export calls its columns. */
export const formsHeaders = {
  submission: 'ID', sentAt: 'Completion time', kind: 'Are they a person or a team or a service?', name: 'Who are you nominating?', job: 'Their job',
  employer: 'Where do they work?', reach: 'How can we reach them?', category: 'Which award?', sentence: 'In one sentence, who and why?',
  difference: 'Tell us about a time they made a difference.', change: 'What changed, and how do you know?', own: 'The question for this award',
  relationship: 'How do you know them?', shareName: 'May we tell them who nominated them?', nominatorName: 'Name', nominatorEmail: 'Email', nominatorPhone: 'Your phone number',
}

/** Whom a row nominates; `headers`: what its columns are called. */
export function nomineeOf(row: FormsRow, headers: Partial<Record<string, string>> = formsHeaders) {
  const line = (field: string) => lineOf(row, headers[field] ?? '')
  return { kind: kinds[line('kind')], name: line('name'), job: line('job'), employer: line('employer'), reach: line('reach') }
}
