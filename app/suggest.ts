// `npm run -s suggest -- FILE.csv`: of a Microsoft Forms export, which nominations may be about one nominee and what the privacy
// nudge would point out, as JSON, without a database.
import { readFileSync } from 'node:fs'
import { suggestPairs } from '#app/domain/matching/suggest.ts'
import { readKnown } from '#app/domain/privacy/known.ts'
import { findPassages } from '#app/domain/privacy/passages.ts'
import { lineOf, nomineeOf, readFormsExport, type FormsRow } from '#app/features/nominations/forms-export.server.ts'

const storyHeaders = ['In one sentence, who and why?', 'Tell us about a time they made a difference.', 'What changed, and how do you know?', 'The question for this award']

function main([file, ...more]: string[]): string {
  if (!file || more.length) throw new Error('Say which export: npm run -s suggest -- FILE.csv')
  const rows = readFormsExport(readFileSync(file, 'utf8'))
  const pairs = suggestPairs(rows.map((row) => ({ id: row.ID ?? '', ...nomineeOf(row), kind: nomineeOf(row).kind ?? 'person' })))
  const telling = rows.map((row) => [row.ID ?? '', passagesOf(row)] as const).filter(([, passages]) => passages.length)
  return JSON.stringify({ pairs: pairs.map(({ one, other, likelihood }) => [one, other, likelihood]), privacy: Object.fromEntries(telling) })
}

/** What the story of a row may say of people receiving care, in the words of the file. */
function passagesOf(row: FormsRow): { field: string; text: string; kind: string }[] {
  const { name, employer } = nomineeOf(row)
  const known = readKnown({ nominee: name, employer, nominator: lineOf(row, 'Name'), relationship: lineOf(row, 'How do you know them?') })
  return storyHeaders.flatMap((field) => {
    const text = row[field] ?? ''
    return findPassages(text, known).map(({ from, to, kind }) => ({ field, text: text.slice(from, to), kind }))
  })
}

try {
  console.log(main(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
