// `npm run faults [-- NAME]`: the fault tests at full strength, with what they counted; writes var/faults.json.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Figures } from '#tests/faults/figures.ts'

interface Row {
  name: string
  held: boolean
  seconds: number
  figures: Figures
}

const names = globSync('tests/faults/*.test.ts').map((file) => basename(file, '.test.ts')).sort()
const [wanted] = process.argv.slice(2)
if (wanted && !names.includes(wanted)) {
  console.error(`There is no fault test "${wanted}". There are: ${names.join(', ')}`)
  process.exit(2)
}
mkdirSync('var', { recursive: true })
const rows = names.filter((name) => !wanted || name === wanted).map(runOne)
for (const { name, held, seconds, figures } of rows) {
  console.log(`${held ? 'ok  ' : 'NOT '} ${name}: ${Object.entries({ ...figures, seconds }).map(([key, value]) => `${key} ${value}`).join(' · ')}`)
}
writeFileSync('var/faults.json', `${JSON.stringify(rows, null, 2)}\n`)
process.exit(rows.every((row) => row.held) ? 0 : 1)

function runOne(name: string): Row {
  const file = `var/faults-${process.pid}.json`
  rmSync(file, { force: true })
  const began = performance.now()
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'routes', '--testTimeout', '600000', `tests/faults/${name}.test.ts`]
  const { status, stdout, stderr } = spawnSync(process.execPath, vitest, { env: { ...process.env, FAULTS_FIGURES: file }, encoding: 'utf8' })
  if (status !== 0) console.error(stdout + stderr)
  const figures = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figures) : {}
  rmSync(file, { force: true })
  return { name, held: status === 0, seconds: Math.round((performance.now() - began) / 1000), figures }
}
