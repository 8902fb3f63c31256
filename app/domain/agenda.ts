/** An entry on the ordering in force. */
export interface AgendaRow {
  /** null: not ranked */
  place: number | null
  score: number | null
}

/** How near a category's first place is to being another's. */
export interface Closeness {
  kind: 'equal' | 'close' | 'ahead' | 'alone' | 'nobody'
  /** points between the first and the second */
  gap: number
}

/** `rows`: as they stand, the first first. `tooClose`: the model cannot tell the first from another. */
export function closenessOf(rows: AgendaRow[], tooClose: boolean): Closeness {
  const [first, second] = rows.filter(({ place }) => place !== null)
  if (!first) return { kind: 'nobody', gap: 0 }
  if (!second) return { kind: 'alone', gap: 0 }
  const gap = (first.score ?? 0) - (second.score ?? 0)
  if (second.place === first.place) return { kind: 'equal', gap }
  return { kind: tooClose ? 'close' : 'ahead', gap }
}

const order: Closeness['kind'][] = ['equal', 'close', 'ahead', 'alone', 'nobody']

/** The closest first: that is what a panel meets for. */
export function byCloseness(a: Closeness, b: Closeness): number {
  return order.indexOf(a.kind) - order.indexOf(b.kind) || a.gap - b.gap
}
