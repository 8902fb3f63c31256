import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '#app/platform/spreadsheet.server.ts'
import { makeXlsx } from '#tests/factories/xlsx.ts'

const read = (text: string, encoding: BufferEncoding = 'utf8') => readSpreadsheet(Buffer.from(text, encoding))
const rows = [['Name', 'Where'], ['Ŵyn', 'Café “Mór”']]

describe('text', () => {
  test('in UTF-8, with its mark or without', async () => {
    expect(await read('Name,Where\nŴyn,Café “Mór”\n')).toEqual({ ok: true, rows })
    expect(await read('\uFEFFName,Where\r\nŴyn,Café “Mór”\r\n')).toEqual({ ok: true, rows })
  })

  test('in UTF-16, as “Unicode text” is saved', async () => {
    expect(await read('\uFEFFName,Where\nŴyn,Café “Mór”\n', 'utf16le')).toEqual({ ok: true, rows })
  })

  test('in the alphabet of Windows', async () => {
    expect(await readSpreadsheet(Buffer.from([0x4e, 0x2c, 0x93, 0x43, 0x61, 0x66, 0xe9, 0x94]))).toEqual({ ok: true, rows: [['N', '“Café”']] })
  })

  test('a fault is named by row and column', async () => {
    expect(await read('a,b\nc,"d')).toEqual({ ok: false, problem: 'It cannot be read from row 2, column 2 on: a quotation mark is not closed.' })
  })
})

describe('a workbook', () => {
  test('comes as texts: numbers as they are, moments by the sheet’s own clock, gaps as nothing', async () => {
    const book = makeXlsx([['ID', 'When', 'Name & <more>'], [1, new Date('2027-01-12T17:00:01Z'), 'Ŵyn'], [0.1, null, 'x']])
    expect(await readSpreadsheet(book)).toEqual({ ok: true, rows: [['ID', 'When', 'Name & <more>'], ['1', '2027-01-12T17:00:01', 'Ŵyn'], ['0.1', '', 'x']] })
  })

  test('cut short or made up is told so', async () => {
    const damaged = { ok: false, problem: 'This Excel file is damaged. Open it, save it again and try once more.' }
    expect(await readSpreadsheet(makeXlsx([['a', 'b']]).subarray(0, 400))).toEqual(damaged)
    expect(await readSpreadsheet(Buffer.from('PK and nothing of the kind'))).toEqual(damaged)
    expect(await readSpreadsheet(Buffer.from([0x50, 0x4b, 5, 6, ...Array<number>(18).fill(0)]))).toEqual(damaged)
  })

  test('that says it unpacks to gigabytes is not unpacked', async () => {
    const bomb = makeXlsx([['a', 'b']])
    bomb.writeUInt32LE(0xfffffff0, bomb.lastIndexOf('PK\x01\x02') + 24)
    expect(await readSpreadsheet(bomb)).toMatchObject({ ok: false, problem: expect.stringContaining('too large') as string })
  })

  test('of the older kind has a way out', async () => {
    expect(await readSpreadsheet(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]))).toMatchObject({ ok: false, problem: expect.stringContaining('Save it as .xlsx') as string })
  })

  test('anything else is neither', async () => {
    expect(await readSpreadsheet(Buffer.from([0x89, 0x50, 0, 1, 2]))).toEqual({ ok: false, problem: 'This is neither a CSV nor an Excel file.' })
  })
})
