import type { FoundPassage } from '#app/domain/privacy/passages.ts'
import { readWords } from '#app/domain/privacy/reading.ts'
import { piecesOf, type Piece, type Span } from '#app/domain/redaction.ts'

/** A sentence, and what was found in it. */
export interface TellingSentence {
  pieces: Piece[]
  found: { kind: FoundPassage['kind']; words: string }[]
}

/** The sentences of a text in which something was found. `passages` come in order, as `findPassages` has them. */
export function tellingSentences(text: string, passages: FoundPassage[]): TellingSentence[] {
  const sentences = sentencesOf(text)
  let at = 0
  const bySentence = Map.groupBy(passages, ({ from }) => {
    while ((sentences[at + 1]?.from ?? Infinity) <= from) at += 1
    return sentences[at]
  })
  return [...bySentence].map(([sentence, found]) => {
    const { from, to } = sentence ?? { from: 0, to: text.length }
    const spans = found.map((one) => ({ from: one.from - from, to: Math.min(one.to, to) - from }))
    return {
      pieces: piecesOf(text.slice(from, to).trimEnd(), spans),
      found: found.map((one) => ({ kind: one.kind, words: text.slice(one.from, one.to) })),
    }
  })
}

/** From where each sentence begins, its quotation mark included, to where the next does. */
function sentencesOf(text: string): Span[] {
  const firsts = readWords(text).filter((word, at, all) => word.sentence !== all[at - 1]?.sentence)
  const starts = firsts.map(({ from, gap }) => from - (/["“‘'(]*$/.exec(gap)?.[0].length ?? 0))
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? text.length }))
}
