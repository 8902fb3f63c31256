/** Characters [from, to) of a text, counted as JavaScript counts. */
export interface Span {
  from: number
  to: number
}

/** What stands for whatever was covered: always as long, so that it does not say how much. */
export const cover = '▇▇▇'

/** A text without the covered characters. Spans may lie in any order, overlap, or reach past the end. */
export function coverSpans(text: string, spans: Span[]): string {
  return joinSpans(spans)
    .reverse()
    .reduce((left, { from, to }) => left.slice(0, from) + cover + left.slice(to), text)
}

/** A text in pieces, in their order: what lies in one of the spans, and what between. */
export interface Piece {
  words: string
  inSpan: boolean
}

export function piecesOf(text: string, spans: Span[]): Piece[] {
  const joined = joinSpans(spans)
  const pieces = joined.flatMap(({ from, to }, index) => [
    { words: text.slice(joined[index - 1]?.to ?? 0, from), inSpan: false },
    { words: text.slice(from, to), inSpan: true },
  ])
  return [...pieces, { words: text.slice(joined.at(-1)?.to ?? 0), inSpan: false }]
}

/** In order, with those that touch or overlap made one. */
export function joinSpans(spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/**
 * Everywhere that `words` stand in a text as words: large and small letters are alike, and so is every white space. What
 * is part of a longer word is left alone.
 */
export function findWords(text: string, words: string): Span[] {
  const parts = words.trim().split(/\s+/).map((part) => part.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&'))
  if (parts.join('') === '') return []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu')
  return [...text.matchAll(pattern)].map((found) => ({ from: found.index, to: found.index + found[0].length }))
}

/** Those of `spans` that are not wholly covered already. */
export function notYetCovered(spans: Span[], covered: Span[]): Span[] {
  const joined = joinSpans(covered)
  return spans.filter(({ from, to }) => !joined.some((one) => one.from <= from && to <= one.to))
}
