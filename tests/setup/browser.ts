import type { LaunchOptions } from 'playwright'
import { findChromium } from '#tests/setup/chromium.js'

/** How to launch the Chromium that is here, without what it would do on its own. */
export function findBrowser(): LaunchOptions {
  const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
  return { executablePath: findChromium(), args: ['--no-sandbox', ...quiet] }
}
