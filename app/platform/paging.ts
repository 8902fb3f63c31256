/** Where in a list a page begins: beside the row with `key`, on the side towards older or newer rows. */
export interface Cursor {
  towards: 'older' | 'newer'
  key: string
}

export interface Page<Row> {
  /** newest first */
  rows: Row[]
  /** key to go on from, where there is more */
  older?: string
  newer?: string
}

export const rowsOnAPage = 25

/** The cursor in an address: `?older=key` or `?newer=key`. A key that `isKey` does not know means the first page. */
export function readCursor(search: URLSearchParams, isKey: RegExp): Cursor | undefined {
  for (const towards of ['older', 'newer'] as const) {
    const key = search.get(towards)
    if (key && isKey.test(key)) return { towards, key }
  }
  return undefined
}

/** A page from rows read in the cursor's direction, one more than a page holds: the one too many says that there is more. */
export function pageFrom<Row>(read: Row[], cursor: Cursor | undefined, keyOf: (row: Row) => string): Page<Row> {
  const more = read.length > rowsOnAPage
  const kept = read.slice(0, rowsOnAPage)
  const back = cursor?.towards === 'newer'
  const rows = back ? kept.reverse() : kept
  const [first, last] = [rows.at(0), rows.at(-1)]
  if (!first || !last) return { rows }
  return {
    rows,
    newer: (back ? more : cursor) ? keyOf(first) : undefined,
    older: (back || more) ? keyOf(last) : undefined,
  }
}

/** Addresses of the neighbouring pages; what else the list was asked for stays. */
export function pageLinks(search: URLSearchParams, { older, newer }: Pick<Page<unknown>, 'older' | 'newer'>): { prev?: string; next?: string } {
  const link = (towards: Cursor['towards'], key: string) => {
    const kept = [...search].filter(([name, value]) => value !== '' && name !== 'older' && name !== 'newer')
    return `?${new URLSearchParams([...kept, [towards, key]]).toString()}`
  }
  return { prev: newer && link('newer', newer), next: older && link('older', older) }
}
