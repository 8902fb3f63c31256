import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readKnown, type Known } from '#app/domain/privacy/known.ts'
import { findPassages } from '#app/domain/privacy/passages.ts'
import type { Span } from '#app/domain/redaction.ts'
import { lineOf, nomineeOf, readFormsExport } from '#app/features/nominations/forms-export.server.ts'

/** A text, whose names it may say, and where it ought to be pointed out. */
interface Marked {
  text: string
  known: Known
  /** each with every place of its words */
  wanted: Span[][]
}

/** A story and all that belongs to it: a row's fields, or a sentence. */
export type Story = Marked[]

export interface Figures {
  wanted: number
  /** of those wanted, overlapped by what was found */
  found: number
  clean: number
  /** of the clean ones, those in which anything was found */
  flagged: number
}

const fixtures = join(import.meta.dirname, '../../../fixtures')

export function measure(stories: Story[]): Figures {
  const figures = { wanted: 0, found: 0, clean: 0, flagged: 0 }
  for (const story of stories) {
    const read = story.map((one) => ({ ...one, spans: findPassages(one.text, one.known) }))
    const wanted = read.flatMap(({ wanted: passages, spans }) => passages.map((places) => places.some((place) => spans.some((span) => span.from < place.to && place.from < span.to))))
    figures.wanted += wanted.length
    figures.found += wanted.filter(Boolean).length
    if (wanted.length) continue
    figures.clean += 1
    figures.flagged += read.some(({ spans }) => spans.length) ? 1 : 0
  }
  return figures
}

const relationships: Record<string, string> = {
  'told by a colleague': 'I work with them', 'told by a relative': 'I am a relative or friend of someone they support', 'told by who is supported': 'They support me',
}

export function readSentences(file: string): Story[] {
  let relationship = ''
  return readFileSync(join(fixtures, 'privacy', file), 'utf8').split('\n').flatMap((line) => {
    if (line.startsWith('## ')) relationship = relationships[line.slice(3)] ?? ''
    if (line === '' || line.startsWith('#')) return []
    const known = readKnown({ nominee: 'Samantha “Sam” Trelawny', employer: 'Harbour Lights', nominator: 'Nell Hocking', relationship })
    return [[{ ...unmark(line), known }]]
  })
}

function unmark(line: string): Pick<Marked, 'text' | 'wanted'> {
  const marked = [...line.matchAll(/\[([^\]]*)\]/g)]
  const wanted = marked.map(({ index, 1: words = '' }, n) => [{ from: index - 2 * n, to: index - 2 * n + words.length }])
  return { text: line.replace(/[[\]]/g, ''), wanted }
}

const storyHeaders = ['In one sentence, who and why?', 'Tell us about a time they made a difference.', 'What changed, and how do you know?', 'The question for this award']

/** The labelled rows whose id `isOurs`. */
export function readRows(isOurs: (id: number) => boolean): Story[] {
  const truth = JSON.parse(readFileSync(join(fixtures, 'nominations-truth.json'), 'utf8')) as { thirdParty: Record<string, { field: string; text: string }[]> }
  const rows = readFormsExport(readFileSync(join(fixtures, 'nominations-forms-export.csv'), 'utf8'))
  return rows.filter((row) => isOurs(Number(row.ID))).map((row) => {
    const { name, employer } = nomineeOf(row)
    const known = readKnown({ nominee: name, employer, nominator: lineOf(row, 'Name'), relationship: lineOf(row, 'How do you know them?') })
    const labels = truth.thirdParty[row.ID ?? ''] ?? []
    return storyHeaders.map((header) => {
      const text = row[header] ?? ''
      return { text, known, wanted: labels.filter(({ field }) => field === header).map((label) => placesOf(text, label.text)) }
    })
  })
}

function placesOf(text: string, words: string): Span[] {
  const places: Span[] = []
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) places.push({ from, to: from + words.length })
  return places
}
