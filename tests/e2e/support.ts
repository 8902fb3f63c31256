import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright/test'
import type { Account } from '#app/domain/actor.ts'
import { openDatabase } from '#db/client.server.ts'
import { listBroken } from '#db/invariants.server.ts'
import { freePort } from '#tests/setup/ports.ts'
import { startResend, type FakeResend } from '#tests/setup/resend.ts'
import { serve, type Served } from '#tests/setup/serve.ts'
import { copyTemplateFile, makeTemplateFile, type TemplateFile } from '#tests/setup/sqlite-file.ts'

export { expect }

interface PerTest {
  /** environment of the app beside what tests need anyway */
  env: Partial<NodeJS.ProcessEnv>
  /** the mail service; `app.work()` hands it what is due */
  mail: FakeResend
  app: Served
  /** opens a page in a browser of its own: another device, or another person's */
  elsewhere: (options?: BrowserContextOptions) => Promise<Page>
  /** server errors are what the test is about */
  mayBreak: boolean
  /** keeps an eye on a page until the test ends */
  watch: (page: Page) => Promise<void>
}

/**
 * Each test has the built app on an empty database of its own; its pages go there, and nowhere else. What the test leaves
 * in the database must be sound.
 */
export const test = base.extend<PerTest, { template: TemplateFile }>({
  template: [
    async ({}, use) => {
      const { remove, ...template } = await makeTemplateFile()
      await use(template)
      remove()
    },
    { scope: 'worker' },
  ],
  env: [{}, { option: true }],
  mail: async ({}, use) => {
    const mail = await startResend()
    await use(mail)
    await mail.close()
  },
  app: async ({ template, env, mail }, use) => {
    const copy = copyTemplateFile(template)
    const db = openDatabase(copy.url)
    const port = await freePort()
    const own = { DATABASE_URL: copy.url, PORT: String(port), BASE_URL: `http://localhost:${port}`, RESEND_API_KEY: 're_test', RESEND_BASE_URL: mail.url, ...env }
    const served = await serve({ db, build: process.env.TEST_BUILD ?? '', env: own })
    await use(served)
    await served.stop()
    expect(await listBroken(db)).toEqual([])
    await db.destroy()
    copy.remove()
  },
  baseURL: ({ app }, use) => use(app.env.BASE_URL),
  mayBreak: [false, { option: true }],
  watch: async ({ app, mayBreak }, use) => {
    const faults: string[] = []
    await use(async (page) => {
      page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
      page.on('console', (said) => {
        if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) faults.push(`console: ${said.text()}`)
      })
      page.on('request', (sent) => {
        if (new URL(sent.url()).origin !== app.env.BASE_URL) faults.push(`asked elsewhere: ${sent.url()}`)
      })
      page.on('response', (came) => {
        if (came.status() >= 500 && !mayBreak) faults.push(`${came.status()}: ${came.url()}`)
      })
      page.on('dialog', (dialog) => {
        if (dialog.type() !== 'beforeunload') faults.push(`${dialog.type()}: ${dialog.message()}`)
        void dialog.accept()
      })
      await page.addInitScript(() => document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error(violatedDirective)))
    })
    expect(faults).toEqual([])
  },
  page: async ({ page, watch }, use) => {
    await watch(page)
    await use(page)
  },
  elsewhere: async ({ browser, watch }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      opened.push(context)
      const page = await context.newPage()
      await watch(page)
      return page
    })
    for (const context of opened) await context.close()
  },
})

/** Signs `account` in on the page's browser. */
export async function signIn(page: Page, app: Served, account: Account): Promise<void> {
  await keepCookie(page, app, await app.sessionOf(account))
}

export async function keepCookie(page: Page, app: Served, pair: string): Promise<void> {
  const [name = '', value = ''] = pair.split(/=(.*)/s)
  await page.context().addCookies([{ name, value, url: app.env.BASE_URL }])
}
