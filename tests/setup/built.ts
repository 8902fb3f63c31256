import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const home = 'var/test-build'
const inputs = ['app/**', 'db/**', 'public/**', 'package-lock.json', 'remix.config.js', 'vite.config.ts', 'tsconfig.json']
const hourAgo = () => Date.now() - 3_600_000

/**
 * The folder of a production build of the code as it is now. Named after what went in, so a run that changed nothing
 * builds nothing, and two runs at once do not meet. Inside the checkout, as the server part looks for its packages from there.
 */
export function buildOnce(): string {
  const folder = join(home, hashOfInputs())
  if (existsSync(folder)) return folder
  const making = `${folder}.${process.pid}`
  mkdirSync(home, { recursive: true })
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', BUILD_DIR: making }
  const command = ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'error']
  execFileSync(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  removeOld()
  moveInto(folder, making)
  return folder
}

/** Another run may have been faster; its build is the same. */
function moveInto(folder: string, making: string): void {
  try {
    renameSync(making, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(making, { recursive: true })
  }
}

function hashOfInputs(): string {
  const hash = createHash('sha256')
  for (const path of globSync(inputs).sort()) if (statSync(path).isFile()) hash.update(`${path}\n`).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

function removeOld(): void {
  for (const path of globSync(`${home}/*`)) if (statSync(path).mtimeMs < hourAgo()) rmSync(path, { recursive: true, force: true })
}
