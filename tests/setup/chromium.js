import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const places = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * Path of a Chromium that starts: the one `CHROMIUM` names, one of this machine's, or Playwright's own. Plain
 * JavaScript, as `npm test` asks on any Node.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM
  return [...(named ? [named] : places), playwrightsOwn()].find((path) => path && spawnSync(path, ['--version']).status === 0)
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('playwright').chromium.executablePath()
  } catch {
    return undefined // not installed yet
  }
}
