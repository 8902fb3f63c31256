import { defineConfig, devices } from 'playwright/test'
import { findBrowser } from '#tests/setup/browser.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'var/test-results',
  globalSetup: './tests/e2e/build.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: process.env.CI ? 1 : 0, // a busy machine may be slow once; what fails twice is wrong
  reporter: 'list',
  timeout: 60_000,
  use: { browserName: 'chromium', launchOptions: findBrowser(), locale: 'en-GB', timezoneId: 'Europe/London', screenshot: 'only-on-failure', actionTimeout: 15_000 },
  projects: [
    { name: 'phone', grep: /@phone/, use: { ...devices['Pixel 5'], viewport: { width: 360, height: 740 } } },
    { name: 'desktop', grepInvert: /@phone/, use: { viewport: { width: 1280, height: 800 } } },
  ],
})
