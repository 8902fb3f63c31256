/** The cells of a comma-separated text (RFC 4180), rows as a spreadsheet numbers them; or where it cannot be read. */
export type Table = { ok: true; rows: string[][] } | { ok: false; row: number; column: number; problem: string }

const cellPattern = /"([^"]*(?:""[^"]*)*)"|([^",\r\n]*)/y

/** A byte order mark and LF, CRLF or CR line ends are taken; an empty line is a row of one empty cell. */
export function readCsv(text: string): Table {
  const rows: string[][] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      cellPattern.lastIndex = at
      const [whole, quoted, plain] = cellPattern.exec(text)!
      at += whole.length
      row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
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
