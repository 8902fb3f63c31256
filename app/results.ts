// `npm run -s results -- FILE.csv [--json]`: standings from a score sheet, by the same functions as the pages, without a database.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readScoreSheet } from '#app/domain/scoring/score-sheet.ts'
import { standingsText } from '#app/domain/scoring/standings-text.ts'
import { workOut } from '#app/domain/scoring/standings.ts'

const usage = 'Say which score sheet: npm run -s results -- FILE.csv [--json] [--order raw|adjusted] [--seed 1]'

function main(): string {
  const { values: { json, order, seed }, positionals: [file, ...more] } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, order: { type: 'string', default: 'raw' }, seed: { type: 'string', default: '1' } },
  })
  if (!file || more.length || (order !== 'raw' && order !== 'adjusted') || !/^\d{1,9}$/.test(seed)) throw new Error(usage)
  const read = readScoreSheet(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(`${file}, row ${read.row}, column ${read.column}: ${read.problem}`)
  const working = workOut(read.sheet, { ordering: order, seed: Number(seed) })
  return json ? JSON.stringify(working.standings, null, 2) : standingsText(working)
}

try {
  console.log(main())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
