/** The cells of a comma-separated text (RFC 4180), rows as a spreadsheet numbers them; or where it cannot be read. */
export type Table = { ok: true; rows: string[][] } | { ok: false; row: number; column: number; problem: string }

const cellPattern = /"([^"]*(?:""[^"]*)*)"|([^",\r\n]*)/y
/** What a spreadsheet takes for a formula begins so (OWASP, "CSV Injection"); and so does such a text with our guard before it. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/
const guarded = /^'(?='*[=+\-@\t\r\n＝＋－＠])/

/** Spreadsheets take what follows for UTF-8. */
export const byteOrderMark = '\uFEFF'

/** A text, or a number as JavaScript writes it, to the last digit; null: an empty cell. */
export type Cell = string | number | null

/**
 * A line of a file for spreadsheets (RFC 4180, CRLF). A text that one would run as a formula gets an apostrophe before it,
 * which `readCsv` takes off again: every text comes back as it was. Numbers need none, negative ones neither.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`
}

function writeCell(cell: Cell): string {
  const text = typeof cell === 'string' && formula.test(cell) ? `'${cell}` : String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A byte order mark and LF, CRLF or CR line ends are taken; an empty line is a row of one empty cell. */
export function readCsv(text: string): Table {
  const rows: string[][] = []
  let at = text.startsWith(byteOrderMark) ? 1 : 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      cellPattern.lastIndex = at
      const [whole, quoted, plain] = cellPattern.exec(text)!
      at += whole.length
      row.push((quoted?.replaceAll('""', '"') ?? plain ?? '').replace(guarded, ''))
      const end = text[at]
      if (end === ',') at++
      else if (end === undefined || end === '\r' || end === '\n') break
      else return { ok: false, row: rows.length + 1, column: row.length, problem: whole === '' ? 'a quotation mark is not closed' : 'a quotation mark stands in the middle' }
    }
    rows.push(row)
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return { ok: true, rows }
}
