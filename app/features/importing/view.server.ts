import { columnLetters } from '#app/features/importing/columns.server.ts'
import { withoutCommon, type Import, type InCommon, type RowLine } from '#app/features/importing/queries.server.ts'
import { rowOf, sentBeforeOpening, type Remark } from '#app/features/importing/rows.server.ts'
import type { ShownRow } from '#app/features/importing/ui/rows.tsx'
import { lineOf } from '#app/features/nominations/forms-export.server.ts'

/** A row as it is shown: only what tells it from others, as it is held now or as the file has it, and its remarks by the columns of the file. */
export function showRow(slug: string, { headers, columns }: Import, common: InCommon['remarks'], { number, cells, outcome, remarks, nomination }: RowLine): ShownRow {
  const row = rowOf(headers, cells)
  return {
    number, outcome,
    nominee: nomination?.nominee ?? lineOf(row, columns.name ?? ''), category: nomination?.categories.join(', ') ?? lineOf(row, columns.category ?? ''),
    nomination: nomination && { href: `/organise/${slug}/nominations/${nomination.id}`, reference: nomination.reference },
    remarks: withoutCommon(remarks, common).map(({ field, sentence }) => ({ column: columnOf(field, headers, columns), sentence })),
  }
}

/** A remark that is said once of (nearly) all rows. */
export function showCommon({ headers, columns }: Import, all: number, { remark: { field, sentence }, rows }: InCommon['remarks'][number]): string {
  const which = rows === all ? `All ${rows} rows` : `${rows} of ${all} rows`
  if (sentence === sentBeforeOpening) return `${which} were sent before nominations opened, and count as received when they did. Is this last year’s file?`
  const column = columnOf(field, headers, columns)
  return `${which} have this in common: ${column && `${column}: `}${sentence}`
}

/** "Column H “Are they a person…”", as whoever opens the file finds it. */
function columnOf(field: Remark['field'], headers: string[], columns: Import['columns']): string {
  const at = headers.indexOf(columns[field] ?? '')
  return at < 0 ? '' : `Column ${columnLetters(at + 1)}, ${headers[at]}`
}
