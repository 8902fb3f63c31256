// `npm run bench [-- NAME]`: ours and a bare server beside it, in turn, five times; medians and their ratio.
import { fork, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureForm } from '#tests/bench/form.ts'
import { measureLighthouse } from '#tests/bench/lighthouse.ts'
import { measurePublic } from '#tests/bench/public.ts'
import { measureResults } from '#tests/bench/results.ts'
import { measureScore } from '#tests/bench/score.ts'
import { measureSend } from '#tests/bench/send.ts'
import { measureWeight } from '#tests/bench/weight.ts'
import type { Order } from '#tests/bench/servers.ts'
import type { Bench, Row } from '#tests/bench/types.ts'

const measures = { weight: measureWeight, public: measurePublic, form: measureForm, send: measureSend, score: measureScore, results: measureResults, lighthouse: measureLighthouse }

if (!existsSync('build/server/index.js')) {
  console.error('There is no build yet. Run: npm run build')
  process.exit(1)
}
mkdirSync('var', { recursive: true })
const folder = mkdtempSync(join('var', 'bench-')) // on the project's disk: a folder in memory would make FULL cost nothing
const children = new Set<ChildProcess>()
const bench: Bench = { folder, rounds: 5, serve }
const [wanted] = process.argv.slice(2)
const rows: Row[] = []
try {
  for (const [name, measure] of Object.entries(measures)) {
    if (!wanted || wanted === name) rows.push(...(await measure(bench)))
  }
} finally {
  for (const child of children) child.kill()
  rmSync(folder, { recursive: true, force: true })
}
if (rows.length === 0) throw new Error(`There is no measure "${wanted}". There are: ${Object.keys(measures).join(', ')}`)
for (const { name, figures, wanted: want, held } of rows) {
  console.log(`${held ? 'ok  ' : 'NOT '} ${name}: ${Object.entries(figures).map(([key, value]) => `${key} ${value}`).join(' · ')}   (${want})`)
}
writeFileSync('var/bench.json', `${JSON.stringify(rows, null, 2)}\n`)
process.exit(rows.every((row) => row.held) ? 0 : 1)

function serve(order: Order): Promise<{ port: number; stop: () => void }> {
  const child = fork(join(import.meta.dirname, 'servers.ts'), { env: { ...process.env, NODE_ENV: 'production' } })
  children.add(child)
  child.send(order)
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the ${order.kind} server stopped (${code})`)))
    child.once('message', (port) => resolve({ port: Number(port), stop: () => child.kill() }))
  })
}
