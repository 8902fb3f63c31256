import { lettersOf } from '#app/domain/employer.ts'

/** A word of a text, with what the finders ask about it. */
export interface Word {
  /** where it stands, counted in characters as JavaScript does; `to` leaves out "’s" */
  from: number
  to: number
  /** in small letters, without accents, apostrophes or "’s": "O’Neill’s" is "oneill" */
  key: string
  /** what stands between it and the word before */
  gap: string
  /** begins with a capital */
  capital: boolean
  /** is all in capitals, two or more */
  shouted: boolean
  /** ends in "’s" */
  owns: boolean
  /** where a capital says nothing: the first word of a sentence, a line or a quotation */
  opens: boolean
  /** counts up with each sentence */
  sentence: number
}

// Each character can be read in one way only, so that no text takes longer than its length says.
const wordPattern = /\p{L}[\p{L}\p{M}\p{N}\p{Cf}]*(?:['’ʼ`‘]\p{L}[\p{L}\p{M}\p{N}\p{Cf}]*)*|\p{N}[\p{L}\p{M}\p{N}]*/gu
const apostrophes = /[’ʼ`‘]/g
const shortenings = wordsOf('mr mrs ms mx dr prof rev st sr jr no')

/** The words of a text in their order; a hyphen parts two. */
export function readWords(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const { 0: written, index } of text.matchAll(wordPattern)) {
    words.push(readWord(written, index, text.slice(end, index), words.at(-1)))
    end = index + written.length
  }
  return words
}

function readWord(written: string, from: number, gap: string, before: Word | undefined): Word {
  const plain = written.replace(/\p{Cf}/gu, '').replace(apostrophes, "'")
  const owns = /.'s$/iu.test(plain)
  const bare = owns ? plain.slice(0, -2) : plain
  const ends = before !== undefined && endsSentence(before, gap)
  return {
    from, to: from + written.length - (owns ? 2 : 0), key: lettersOf(bare), gap, owns,
    capital: /^\p{Lu}/u.test(bare), shouted: /^\p{Lu}{2,}$/u.test(bare),
    opens: before === undefined || ends || /["“”•:]|(?:^|\s)['‘]/.test(gap),
    sentence: (before?.sentence ?? 0) + (ends ? 1 : 0),
  }
}

/** "Mr. Smith", "J. Smith": not every full stop ends a sentence. */
function endsSentence({ key }: Word, gap: string): boolean {
  const afterShortening = gap.trim() === '.' && !gap.includes('\n') && (shortenings.has(key) || key.length === 1)
  return !afterShortening && /[.!?…\n]/.test(gap)
}

/** A list as it is written here: words with white space between. */
export function wordsOf(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/))
}

/** How many words, from one on, make a phrase of a list; 0: none. */
export type PhraseLength = (words: Word[], at: number) => number

/** Looks for phrases, as they are written here: their words' keys, a semicolon between two. The longest is found first. */
export function phrasesOf(list: string): PhraseLength {
  const phrases = list.split(';').map((phrase) => phrase.trim().split(/\s+/)).sort((a, b) => b.length - a.length)
  const byFirst = Map.groupBy(phrases, ([first = '']) => first)
  return (words, at) => {
    const found = byFirst.get(words[at]?.key ?? '')?.find((phrase) => phrase.every((part, n) => words[at + n]?.key === part))
    return found?.length ?? 0
  }
}
