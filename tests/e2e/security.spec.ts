import { createServer } from 'node:http'
import type { Page } from 'playwright/test'
import { addPerson, expectHeading, fillNomination, follow, goodWord, linkIn, openAwards, press, signInByCode } from '#tests/e2e/acts.ts'
import { expect, keepCookie, signIn, test } from '#tests/e2e/support.ts'
import { makeAccount } from '#tests/factories/index.ts'
import { freePort } from '#tests/setup/ports.ts'
import { readTables } from '#tests/setup/tables.ts'

/** Runs, if any page takes it for markup: the watch over every page hears the dialog. */
const planted = (where: string) => `"'></textarea></title><script>alert('${where}')</script><img src=x onerror="alert('${where}')">`

const word = {
  ...goodWord, name: planted('name'), employer: planted('employer'), job: planted('job'), nominator: planted('you'),
  sentence: planted('sentence'), difference: planted('difference'), change: planted('change'), own: planted('own'),
}

/** Every text of the page's is shown as it was typed, and nothing of it became part of the page. */
async function expectText(page: Page, where: string[]): Promise<void> {
  const shown = await page.getByRole('main').innerText()
  for (const one of where) expect(shown).toContain(planted(one))
  expect(await page.locator('img, script:not([src])').count()).toBe(0)
}

test('a script typed into every box of a nomination stays text on every page that shows it', async ({ page, app, mail, elsewhere }) => {
  const edition = await openAwards(app)
  await page.goto('/2027/nominate')
  await press(page, 'Start now')
  await fillNomination(page, word)
  await expectText(page, ['name', 'employer', 'job', 'sentence', 'difference', 'change', 'own', 'you'])
  for (const step of ['who', 'work', 'difference', 'know', 'you']) {
    await page.goto(page.url().replace(/\w+(\?change)?$/, `${step}?change`))
    await expect(page.locator('img, script:not([src])')).toHaveCount(0)
  }
  await page.goto(page.url().replace(/\w+\?change$/, 'check'))
  await press(page, 'Send nomination')
  await expectText(page, ['name'])
  await follow(page, 'Withdraw it')
  await expectText(page, ['name'])

  await app.work()
  const [receipt] = mail.mailTo(word.email)
  expect(receipt?.html).not.toContain('<script')
  expect(receipt?.text).toContain(planted('name'))
  const status = await elsewhere()
  await status.goto(receipt ? linkIn(receipt) : '')
  await expectText(status, ['name'])

  const desk = await elsewhere()
  await signIn(desk, app, await makeAccount(app.db, { role: 'owner', name: planted('organiser') }))
  await desk.goto(`/organise/${edition.slug}/nominations?words=${encodeURIComponent('<script>')}`)
  await expectText(desk, ['name', 'employer', 'you'])
  await desk.getByRole('rowheader').getByRole('link').click()
  await expectText(desk, ['name', 'employer', 'job', 'sentence', 'difference', 'change', 'own', 'you'])
  await follow(desk, 'Outbox')
  await expectText(desk, ['you'])
  await desk.getByRole('rowheader').getByRole('link').click()
  await expect(desk.getByRole('main')).toContainText('<script>')
  await expectText(desk, [])
  for (const name of ['Audit trail', 'People', 'The year']) {
    await follow(desk, name)
    await expectText(desk, name === 'People' ? ['organiser'] : [])
  }
})

test('there are two cookies, out of reach of scripts and of other websites', async ({ page, app, mail }) => {
  const dan = { name: 'Dan Hocking', email: 'dan@council.example' }
  await addPerson(app, dan, 'organiser', await openAwards(app))
  await page.goto('/')
  expect(await page.context().cookies()).toEqual([])
  await follow(page, 'Nominate someone')
  await press(page, 'Start now')
  await signInByCode(page, { app, mail }, dan)
  await expectHeading(page, 'Celebrating Excellence in Care 2027')
  const flags = { path: '/', domain: 'localhost', httpOnly: true, sameSite: 'Lax', secure: false }
  const cookies = (await page.context().cookies()).sort((a, b) => a.name.localeCompare(b.name))
  expect(cookies).toEqual([expect.objectContaining({ name: 'drafts', ...flags }), expect.objectContaining({ name: 'session', ...flags })])
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0])
})

test('a form on another website does nothing here', async ({ app, browser }) => {
  const edition = await openAwards(app)
  const owner = await makeAccount(app.db, { role: 'owner' })
  const own = app.env.BASE_URL
  const forms = [['/sign-out', ''], [`/organise/${edition.slug}/close`, `<input name="version" value="${edition.version}">`], [`/${edition.slug}/nominate`, '']]
  const port = await freePort()
  const other = createServer((req, res) => {
    const [path = '', fields = ''] = forms[Number(req.url?.slice(1))] ?? []
    res.setHeader('Content-Type', 'text/html').end(`<form method="post" action="${own}${path}">${fields}<button>Win a holiday</button></form>`)
  })
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  // Another port of the same host is the same site to a browser, which sends the cookies along; 127.0.0.1 is another site.
  for (const host of ['localhost', '127.0.0.1']) {
    const page = await browser.newPage()
    await keepCookie(page, app, await app.sessionOf(owner))
    const before = await readTables(app.db)
    for (const [index] of forms.entries()) {
      await page.goto(`http://${host}:${port}/${index}`)
      await press(page, 'Win a holiday')
      await expectHeading(page, 'This page is not open to you')
      await expect(page.getByRole('main')).toContainText('That came from another website, so we did nothing.')
    }
    expect(await readTables(app.db)).toEqual(before)
    await page.close()
  }
  other.close()
  other.closeAllConnections()
})
