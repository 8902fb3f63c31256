import { readSheet } from 'read-excel-file/node'
import { readCsv } from '#app/domain/csv.ts'

/** The cells of a file as texts, rows as a spreadsheet numbers them; or why it cannot be read. */
export type Sheet = { ok: true; rows: string[][] } | { ok: false; problem: string }

/** A workbook that says it holds more than this is not unpacked. */
const unpackedLimit = 100 * 1024 * 1024

/** Reads comma-separated text or the first sheet of an Excel workbook, told apart by how they begin, not by their names. */
export async function readSpreadsheet(bytes: Uint8Array): Promise<Sheet> {
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(Buffer.from(bytes))
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return unreadable('This is an Excel file of the older kind, or one with a password. Save it as .xlsx without a password, or as CSV.')
  const text = decode(bytes)
  if (text.includes('\0')) return unreadable('This is neither a CSV nor an Excel file.')
  const table = readCsv(text)
  return table.ok ? table : unreadable(`It cannot be read from row ${table.row}, column ${table.column} on: ${table.problem}.`)
}

const unreadable = (problem: string): Sheet => ({ ok: false, problem })

/** A file that is damaged, or no workbook, is told so; what is wrong with it only its program knows. */
async function readWorkbook(bytes: Buffer): Promise<Sheet> {
  const unpacked = unpackedSize(bytes)
  if (unpacked === undefined || unpacked > unpackedLimit) return unreadable(unpacked ? 'This workbook is too large once it is unpacked. Save it as CSV.' : damaged)
  const rows = await readSheet(bytes).catch(() => undefined)
  return rows ? { ok: true, rows: (rows as Cells[]).map((row) => row.map(textOf)) } : unreadable(damaged)
}

/** What the library hands over; its types take a date for its constructor. */
type Cells = (string | number | boolean | Date | null)[]

const damaged = 'This Excel file is damaged. Open it, save it again and try once more.'

/** A date as the sheet shows it, which says no zone: `2027-01-12T17:00:00`. It keeps days as fractions, so the last second may be off. */
function textOf(cell: string | number | boolean | Date | null | undefined): string {
  if (cell instanceof Date) return new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19)
  return cell === null || cell === undefined ? '' : String(cell)
}

/** Excel saves as UTF-8, or UTF-16 with its mark, or in the alphabet of Windows. */
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function startsWith(bytes: Uint8Array, ...first: number[]): boolean {
  return first.every((byte, at) => bytes[at] === byte)
}

const [endOfDirectory, directoryEntry] = [0x06054b50, 0x02014b50]
const [endLength, entryLength] = [22, 46]

/** What an archive says its files come to; undefined when it has no directory. (APPNOTE 4.3.12 and 4.3.16) */
function unpackedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + endLength > zip.length || zip.readUInt32LE(end) !== endOfDirectory) return undefined
  let [at, sum] = [zip.readUInt32LE(end + 16), 0]
  while (at + entryLength <= zip.length && zip.readUInt32LE(at) === directoryEntry) {
    sum += zip.readUInt32LE(at + 24)
    at += entryLength + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return sum
}
