import { byteOrderMark, csvLine, type Cell } from '#app/domain/csv.ts'

export const rowsAtOnce = 500

/** The rows of a list that may be long, some at a time: `read` gives `rowsAtOnce` of those after a key. */
export async function* inPages<Row, Key>(before: Key, read: (after: Key) => Promise<Row[]>, keyOf: (row: Row) => Key): AsyncGenerator<Row[]> {
  let after = before
  for (;;) {
    const rows = await read(after)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    if (rows.length < rowsAtOnce) return
    after = keyOf(last)
  }
}

/** Lines for a spreadsheet, as a text in as many parts as they come in. */
export async function* asCsv(header: string[], pages: AsyncIterable<Cell[][]> | Iterable<Cell[][]>): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(header)
  for await (const lines of pages) yield lines.map(csvLine).join('')
}
