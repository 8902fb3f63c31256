import { readFileSync } from 'node:fs'
import { days, later } from '#app/domain/time.ts'
import { sentAt } from '#app/features/importing/sent-at.ts'
import { formsHeaders, readFormsExport, type FormsRow } from '#app/features/nominations/forms-export.server.ts'

export function readFormsFile(file: string): FormsRow[] {
  return readFormsExport(readFileSync(file, 'utf8'))
}

/** When the row was sent, moved by whole days. */
export function sentLater(row: FormsRow, zone: string, daysLater: number): string {
  const at = sentAt(row[formsHeaders.sentAt] ?? '', zone)
  if (!at) throw new RangeError(`row ${row.ID}: "${row[formsHeaders.sentAt]}" is no date`)
  return later(at, days(daysLater))
}
