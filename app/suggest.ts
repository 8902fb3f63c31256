// `npm run -s suggest -- FILE.csv`: which nominations of a Microsoft Forms export may be about one nominee, as JSON, without a database.
import { readFileSync } from 'node:fs'
import { suggestPairs } from '#app/domain/matching/suggest.ts'
import { nomineeOf, readFormsExport } from '#app/features/nominations/forms-export.server.ts'

function main([file, ...more]: string[]): string {
  if (!file || more.length) throw new Error('Say which export: npm run -s suggest -- FILE.csv')
  const rows = readFormsExport(readFileSync(file, 'utf8'))
  const pairs = suggestPairs(rows.map((row) => ({ id: row.ID ?? '', ...nomineeOf(row), kind: nomineeOf(row).kind ?? 'person' })))
  console.error('Passages that name people receiving care are not looked for yet: privacy is null.')
  return JSON.stringify({ pairs: pairs.map(({ one, other, likelihood }) => [one, other, likelihood]), privacy: null })
}

try {
  console.log(main(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
