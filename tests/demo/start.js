// `npm run demo`: plain JavaScript that any Node from 20 on can run, because on a fresh clone nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const started = Date.now()
const say = (line) => console.log(`[${((Date.now() - started) / 1000).toFixed(1)} s] ${line}`)

function run(command, args) {
  const done = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  if (done.status !== 0) {
    console.error(`"${[command, ...args].join(' ')}" did not work. What it said is above.`)
    process.exit(1)
  }
}

function newest(paths) {
  return Math.max(...paths.map((path) => {
    const stat = statSync(path)
    return stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stat.mtimeMs
  }), 0)
}

const installed = 'node_modules/.package-lock.json'
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  say('Installing packages (once)')
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'])
}
const bin = join(process.cwd(), 'node_modules', '.bin')
process.env.PATH = `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`

const built = 'build/server/index.js'
if (!existsSync(built) || statSync(built).mtimeMs < newest(['app', 'db', 'public', 'vite.config.ts', 'remix.config.js', 'package.json'])) {
  say('Building')
  run(join(bin, 'remix'), ['vite:build', '--logLevel', 'error'])
}
say('Starting')
const demo = spawn(join(bin, 'node'), ['tests/demo/main.ts', ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => demo.kill(signal))
demo.on('exit', (code) => process.exit(code ?? 1))
