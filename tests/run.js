// `npm test`: everything, on a fresh clone. Plain JavaScript without packages, as it runs before there are any, on Node 20 too.
//   node tests/run.js            all steps
//   node tests/run.js unit db    only these
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './setup/chromium.js'

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'))
const reports = 'var/test-reports'
const longestStep = 25 * 60_000
const noBrowser = 'There is no Chromium here and none could be installed. Install Chromium or Google Chrome, or set CHROMIUM to the path of one.'

const steps = [
  { name: 'types', run: () => check('node_modules/typescript/bin/tsc') },
  { name: 'lint', run: () => check('node_modules/eslint/bin/eslint.js', '.') },
  { name: 'unit', run: () => vitest('unit') },
  { name: 'db (sqlite)', run: () => vitest('db-sqlite') },
  { name: 'db (postgres)', run: () => vitest('db-postgres') },
  { name: 'routes', run: () => vitest('routes') },
  { name: 'routes (postgres)', run: () => vitest('routes-postgres') },
  { name: 'e2e', run: playwright },
]

const wanted = process.argv.slice(2)
const chosen = steps.filter((step) => !wanted.length || wanted.includes(step.name.split(' ')[0]))
const unknown = wanted.filter((name) => !steps.some((step) => step.name.split(' ')[0] === name))
if (unknown.length) stop(`There is no step called ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`)

installPackages()
const node = findNode()
const total = { passed: 0, failed: 0 }
for (const { name, run } of chosen) {
  const began = Date.now()
  const { passed, failed, skipped, output } = run()
  total.passed += passed
  total.failed += failed
  if (failed) console.log(output.trim())
  const counts = [`${passed} passed`, `${failed} failed`, ...(skipped ? [`${skipped} skipped`] : [])].join(', ')
  console.log(`${failed ? 'FAILED ' : 'ok     '} ${name.padEnd(18)} ${counts} (${Math.round((Date.now() - began) / 1000)} s)`)
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed ? 1 : 0)

/** A program that is content or not: one check, passed or failed. */
function check(...args) {
  const { ok, output } = runNode(args)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output }
}

function vitest(project) {
  const file = freshReport(project)
  const ran = runNode(['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return verdict(ran, file, (report) => {
    const broken = report.testResults.filter((one) => one.status === 'failed' && !one.assertionResults.some((test) => test.status === 'failed'))
    return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped: report.numPendingTests + report.numTodoTests }
  })
}

function playwright() {
  const browser = findChromium() ?? installChromium()
  if (!browser) return { passed: 0, failed: 1, output: noBrowser }
  const file = freshReport('e2e')
  const env = { CHROMIUM: browser, NODE_ENV: 'production', PLAYWRIGHT_JSON_OUTPUT_FILE: file, NO_COLOR: undefined, FORCE_COLOR: '0' }
  const ran = runNode(['node_modules/playwright/cli.js', 'test', '--reporter=list,json'], env)
  return verdict(ran, file, ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }))
}

/** The counts of a report. No report, no tests, or an unhappy end without a failed test is a failure as well. */
function verdict({ ok, output }, file, read) {
  if (!existsSync(file)) return { passed: 0, failed: 1, output: `${output}\nThe step ended without a report.` }
  const counts = read(JSON.parse(readFileSync(file, 'utf8')))
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, output: `${output}\nNo tests were found.` }
  if (!ok && counts.failed === 0) return { ...counts, failed: 1, output: `${output}\nThe step broke down although no test failed.` }
  return { ...counts, output }
}

function freshReport(name) {
  mkdirSync(reports, { recursive: true })
  const file = join(reports, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

function runNode(args, env = {}) {
  const ran = spawnSync(node, args, {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env }, encoding: 'utf8', maxBuffer: 2 ** 28, timeout: longestStep, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const late = ran.error?.code === 'ETIMEDOUT' ? `\nStopped after ${longestStep / 60_000} minutes.` : ''
  return { ok: ran.status === 0, output: `${ran.stdout ?? ''}${ran.stderr ?? ''}${ran.error && !late ? `\n${ran.error.message}` : late}` }
}

/** Installs when there is nothing, or when the list of packages is newer than what is installed. */
function installPackages() {
  const installed = 'node_modules/.package-lock.json'
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs) return
  console.log('Installing packages: npm install')
  const ran = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (ran.status !== 0) stop('npm install did not work. What it said is above.')
  utimesSync(installed, new Date(), new Date())
}

/** The project brings its own Node; one that is new enough will do. */
function findNode() {
  const own = 'node_modules/node/bin/node'
  if (spawnSync(own, ['--version']).status === 0) return own
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  stop(`This needs Node 22.18 or newer; this is ${process.versions.node}, and the project's own Node was not installed. Run: npm install`)
}

function installChromium() {
  const ways = [['npx', 'playwright', 'install', 'chromium']]
  if (process.getuid?.() === 0) ways.push(['apt-get', 'update'], ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'])
  for (const [program, ...args] of ways) {
    console.log(`Looking for a browser: ${program} ${args.join(' ')}`)
    spawnSync(program, args, { stdio: 'ignore', timeout: longestStep, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    const found = findChromium()
    if (found) return found
  }
  return undefined
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
