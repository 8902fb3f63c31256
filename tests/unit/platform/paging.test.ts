import { describe, expect, test } from 'vitest'
import { pageFrom, pageLinks, readCursor, rowsOnAPage, type Cursor } from '#app/platform/paging.ts'

const older: Cursor = { towards: 'older', key: '100' }
const newer: Cursor = { towards: 'newer', key: '100' }
/** As a query gives them: from 99 down, or from 101 up. */
const down = (count: number) => Array.from({ length: count }, (_, n) => 99 - n)
const up = (count: number) => Array.from({ length: count }, (_, n) => 101 + n)
const full = rowsOnAPage
const page = (read: number[], cursor?: Cursor) => {
  const { rows, older, newer } = pageFrom(read, cursor, String)
  return { rows: [rows.length, rows.at(0), rows.at(-1)], older, newer }
}

describe('a page', () => {
  const pages: [string, ReturnType<typeof page>, ReturnType<typeof page>][] = [
    ['of a short list', page(down(3)), { rows: [3, 99, 97], older: undefined, newer: undefined }],
    ['of a list as long as a page', page(down(full)), { rows: [full, 99, 75], older: undefined, newer: undefined }],
    ['that is the first of several', page(down(full + 1)), { rows: [full, 99, 75], older: '75', newer: undefined }],
    ['in the middle, come to from above', page(down(full + 1), older), { rows: [full, 99, 75], older: '75', newer: '99' }],
    ['that is the last', page(down(2), older), { rows: [2, 99, 98], older: undefined, newer: '99' }],
    ['in the middle, come to from below', page(up(full + 1), newer), { rows: [full, 125, 101], older: '101', newer: '125' }],
    ['that is the first, come back to', page(up(full), newer), { rows: [full, 125, 101], older: '101', newer: undefined }],
    ['of nothing', page([], older), { rows: [0, undefined, undefined], older: undefined, newer: undefined }],
  ]
  test.each(pages)('%s', (_, is, shouldBe) => expect(is).toEqual(shouldBe))
})

test('links keep what else was asked for, and drop where one was and what was not asked', () => {
  const search = new URLSearchParams('state=held&kind=&older=7&newer=8')
  expect(pageLinks(search, { older: '5', newer: '9' })).toEqual({ prev: '?state=held&newer=9', next: '?state=held&older=5' })
  expect(pageLinks(search, {})).toEqual({ prev: undefined, next: undefined })
})

test('a key that is none means the first page', () => {
  const read = (query: string) => readCursor(new URLSearchParams(query), /^\d+$/)
  expect([read('older=7'), read('newer=7'), read('older=x'), read('older='), read('')]).toEqual([
    { towards: 'older', key: '7' }, { towards: 'newer', key: '7' }, undefined, undefined, undefined,
  ])
})
