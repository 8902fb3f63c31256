import type { Page } from 'playwright/test'
import { addPerson, askToSignIn, expectHeading, fillNomination, follow, goodWord, linkIn, openAwards, press, referenceOn, signInByCode } from '#tests/e2e/acts.ts'
import { expect, test } from '#tests/e2e/support.ts'

const ruth = { name: 'Ruth Pascoe', email: 'ruth@council.example' }
const dan = { name: 'Dan Hocking', email: 'dan@council.example' }

async function nominateAsha(page: Page): Promise<string> {
  await page.goto('/2027/nominate')
  await press(page, 'Start now')
  await fillNomination(page)
  await press(page, 'Send nomination')
  return referenceOn(page)
}

async function fillMoment(page: Page, name: string, moment: string): Promise<void> {
  const boxes = page.getByRole('group', { name }).getByRole('textbox')
  for (const [index, typed] of moment.split(' ').entries()) await boxes.nth(index).fill(typed)
}

/** The edition home's way to a thing that is missing. */
const missing = (page: Page, sentence: RegExp) => page.getByRole('listitem').filter({ hasText: 'Missing' }).getByRole('link', { name: sentence })

test('an owner makes the edition, mends what is missing, opens nominations, and reads the first one', async ({ page, app, mail, elsewhere }) => {
  await addPerson(app, ruth, 'owner')
  await test.step('signs in with the code, typed in the tab that asked', async () => {
    await signInByCode(page, { app, mail }, ruth)
    await expectHeading(page, 'Editions')
  })

  await test.step('makes the edition from the template', async () => {
    await follow(page, 'Start an edition')
    await expect(page.getByLabel('Its part of every address')).toHaveValue('2027')
    await press(page, 'Start the edition')
    await expect(page.getByRole('status')).toHaveText('The edition is made. Below is what is still missing.')
    await expect(page.getByRole('listitem').filter({ hasText: 'Missing' })).toHaveCount(2)
    await expect(page.getByRole('link', { name: 'Open nominations' })).toHaveCount(0)
  })

  await test.step('mends each gap where its link leads', async () => {
    await missing(page, /The host needs/).click()
    await page.getByLabel('Phone number').fill('01632 960 123')
    await press(page, 'Save')
    await follow(page, 'The year')
    await missing(page, /Say where the ceremony is held/).click()
    await page.getByLabel('Where it is held').fill('The Guildhall, Plymouth')
    await press(page, 'Save')
    await follow(page, 'The year')
    await expect(page.getByRole('listitem').filter({ hasText: 'Missing' })).toHaveCount(0)
  })

  await test.step('opens nominations by hand', async () => {
    await follow(page, 'Open nominations')
    await press(page, 'Open nominations now')
    await expect(page.getByRole('status')).toHaveText('Nominations are open.')
  })

  const visitor = await elsewhere()
  const reference = await nominateAsha(visitor)
  await test.step('finds the nomination by search and by filter', async () => {
    await follow(page, 'Nominations')
    await expect(page.getByRole('main').getByRole('status')).toHaveText('1 nomination')
    await page.getByLabel('Name, workplace, email address or reference').fill('somebody else')
    await press(page, 'Apply')
    await expect(page.getByRole('main')).toContainText('Nothing matches')
    await page.getByLabel('Name, workplace, email address or reference').fill(reference.toLowerCase())
    await page.getByText('More filters').click()
    await page.getByLabel('Category').selectOption('Home Care Worker')
    await press(page, 'Apply')
    await follow(page, goodWord.name)
  })

  await test.step('reads it, and what became of it', async () => {
    await expectHeading(page, goodWord.name)
    for (const words of [reference, goodWord.difference, goodWord.nominator]) await expect(page.getByRole('main')).toContainText(words)
    await expect(page.getByRole('list', { name: /What happened/ })).toContainText(`sent nomination ${reference}`)
  })
})

test('an organiser comes in by the link, reads a receipt without its secrets, rewrites a message before it goes, and leaves no trace', async ({ page, app, mail, elsewhere }) => {
  await addPerson(app, dan, 'organiser', await openAwards(app))
  await nominateAsha(await elsewhere())
  await test.step('signs in by the link of the message, which works once', async () => {
    const link = await elsewhere().then((phone) => askToSignIn(phone, { app, mail }, dan)).then(linkIn)
    await page.goto(link)
    await press(page, 'Sign in as Dan')
    await expectHeading(page, 'Celebrating Excellence in Care 2027')
    const again = await elsewhere()
    await again.goto(link)
    await expectHeading(again, 'This link no longer works')
  })

  await test.step('reads the receipt with its link hidden', async () => {
    await follow(page, 'Outbox')
    await page.getByLabel('Kind').selectOption('Receipt for a nomination')
    await press(page, 'Apply')
    await page.getByRole('link', { name: /We have your nomination/ }).click()
    await expectHeading(page, new RegExp(goodWord.name))
    await expect(page.getByRole('main')).toContainText('See your nomination:\n••••••')
    expect(await page.content()).not.toContain('/nomination/')
  })

  await test.step('invites somebody to help and stops the letter', async () => {
    await follow(page, 'People')
    await follow(page, 'Invite somebody')
    await page.getByLabel('Their name').fill('Grace Opoku')
    await page.getByLabel('Their email address').fill('grace@people.example')
    await page.getByLabel('Stage crew').check()
    await press(page, 'Give the role and tell them')
    await follow(page, 'Outbox')
    await page.getByRole('link', { name: /You can now help/ }).click()
    await press(page, 'Hold message')
    await expect(page.getByRole('status')).toContainText('The message is held.')
    await app.work()
    expect(mail.mailTo('grace@people.example')).toEqual([])
  })

  await test.step('rewrites it and lets it go', async () => {
    await follow(page, 'Rewrite message')
    await page.getByLabel('Subject').fill('Will you run the stage?')
    await press(page, 'Save words')
    await press(page, 'Release message')
    await expect(page.getByRole('status')).toContainText('The message is ready.')
    await app.work()
    expect(mail.mailTo('grace@people.example').map((one) => one.subject)).toEqual(['Will you run the stage?'])
    await page.reload()
    await expect(page.getByRole('list', { name: 'What was done to this message' })).toHaveText(/held.*rewrote.*released/s)
  })

  await test.step('takes the role away again, and the audit trail tells of all this', async () => {
    await follow(page, 'People')
    await page.getByRole('link', { name: 'Take away Grace Opoku’s role as Stage crew' }).click()
    await press(page, 'Take away the role')
    await expect(page.getByRole('table')).not.toContainText('Grace Opoku')
    await follow(page, 'Audit trail')
    await page.getByLabel('Who').selectOption('Dan Hocking')
    await press(page, 'Apply')
    const told = await page.getByRole('rowheader').allInnerTexts()
    expect(told.map((line) => line.replace(/^Dan Hocking /, ''))).toEqual([
      'took the role stage crew from Grace Opoku', 'released the message “Will you run the stage?”', 'rewrote the message “Will you run the stage?”',
      'held the message “Will you run the stage?”', 'gave Grace Opoku the role stage crew',
    ])
  })

  await test.step('signs out, and Back shows nothing', async () => {
    await press(page, 'Sign out')
    await expect(page.getByRole('status')).toContainText('You are signed out')
    await page.goBack()
    await expectHeading(page, 'Sign in')
    await expect(page.getByText('Dan Hocking')).toHaveCount(0)
  })
})

test('nominations open by the clock, close by hand, and open again for a reason', async ({ page, app, mail, elsewhere }) => {
  await addPerson(app, ruth, 'owner')
  await openAwards(app)
  await signInByCode(page, { app, mail }, ruth)
  await follow(page, 'Back to preparing')
  await press(page, 'Go back to preparing')

  await test.step('set for Friday, they open on Friday', async () => {
    await page.getByRole('link', { name: /^When nominations open and close/ }).click()
    await fillMoment(page, 'Nominations open', '4 December 2026 9am')
    await press(page, 'Save')
    await follow(page, 'The year')
    await follow(page, 'Open nominations')
    await press(page, 'Let them open at 9am on Friday 4 December 2026')
    await expect(page.getByRole('status')).toHaveText('Nominations will open by themselves.')
    const visitor = await elsewhere()
    await visitor.goto('/2027/nominate')
    await expect(visitor.getByRole('button', { name: 'Start now' })).toHaveCount(0)
    app.clock.now = '2026-12-04T09:00:00.000Z'
    await visitor.reload()
    await expect(visitor.getByRole('button', { name: 'Start now' })).toBeVisible()
  })

  await test.step('closed by hand, and opened again with a reason', async () => {
    app.clock.now = '2026-12-04T15:00:00.000Z'
    await signInByCode(page, { app, mail }, ruth) // days have passed
    await follow(page, 'Close now')
    await press(page, 'Close nominations now')
    await follow(page, 'Open nominations again')
    await fillMoment(page, 'They close again', '12 jan 2027 5pm')
    await press(page, 'Open nominations again')
    await expect(page.getByRole('alert')).toContainText('Write the reason, in a sentence.')
    await page.getByLabel('The reason').fill('It was closed too soon, by mistake')
    await press(page, 'Open nominations again')
    await expect(page.getByRole('status')).toHaveText('Nominations are open again.')
    await follow(page, 'Audit trail')
    await expect(page.getByRole('rowheader').first()).toHaveText(/opened nominations again, until 5pm on Tuesday 12 January 2027. The reason: It was closed too soon, by mistake/)
  })
})

test('stage crew who sign in read what they will do and when, and are led to the stage alone', async ({ page, app, mail }) => {
  const grace = { name: 'Grace Opoku', email: 'grace@people.example' }
  await addPerson(app, grace, 'stage-crew', await openAwards(app))
  await signInByCode(page, { app, mail }, grace)
  await expectHeading(page, 'Grace Opoku')
  await expect(page.getByRole('main')).toContainText('Run the screen and the script on the night. The ceremony is on 23 March.')
  await page.goto('/organise/2027')
  await expectHeading(page, 'We cannot find this page')
})
