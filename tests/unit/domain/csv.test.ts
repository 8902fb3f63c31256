import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvLine, readCsv } from '#app/domain/csv.ts'

const texts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^'{0,2}[=+\-@\t\r\n＝＋－＠",]?[a-z",'\r\n]{0,5}$/)), { minLength: 2, maxLength: 6 })

test('whatever is written is read back as it was', () => {
  fc.assert(fc.property(fc.array(texts, { maxLength: 4 }), (rows) => {
    expect(readCsv(rows.map(csvLine).join(''))).toEqual({ ok: true, rows })
  }))
})

test('another reader of RFC 4180 finds the same cells, and none that a spreadsheet would run', () => {
  fc.assert(fc.property(texts, (cells) => {
    const [read]: string[][] = parse(csvLine(cells), { record_delimiter: '\r\n', relax_column_count: true })
    expect(read?.map((cell) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(cells)
    expect(read?.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([])
  }))
})

describe('a cell', () => {
  const table: [string, string | number | null, string][] = [
    ['as it is', 'Sam Carer', 'Sam Carer'],
    ['nothing', null, ''],
    ['a comma', 'a, b', '"a, b"'],
    ['quotation marks', 'say "Kas-ia"', '"say ""Kas-ia"""'],
    ['two lines', 'one\ntwo', '"one\ntwo"'],
    ['a formula', '=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['a telephone number', '+44 1752 000000', "'+44 1752 000000"],
    ['a dash', '- she listens', "'- she listens"],
    ['an address that begins with @', '@sum(a1)', "'@sum(a1)"],
    ['a tab', '\t=1', "'\t=1"],
    ['an apostrophe that is meant', "'twas kind", "'twas kind"],
    ['an apostrophe before a formula', "'=1", "''=1"],
    ['a negative number', -0.5, '-0.5'],
    ['a number to its last digit', 0.1 + 0.2, '0.30000000000000004'],
  ]
  test.each(table)('with %s', (_, cell, line) => {
    expect(csvLine([cell])).toBe(`${line}\r\n`)
  })
})
