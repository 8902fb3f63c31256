import { codeIn, expectHeading, fillFromWork, fillNomination, fillPages, follow, goodWord, linkIn, openAwards, press, referenceOn } from '#tests/e2e/acts.ts'
import { expect, test } from '#tests/e2e/support.ts'
import type { Served } from '#tests/setup/serve.ts'

function listNominations({ db }: Served) {
  return db.selectFrom('nomination').select(['reference', 'state', 'version']).execute()
}

test.beforeEach(({ app }) => openAwards(app))

test.describe('on a phone without JavaScript', { tag: '@phone' }, () => {
  test.use({ javaScriptEnabled: false })

  test('somebody nominates, follows the receipt on another device, changes a word and withdraws', async ({ page, app, mail, elsewhere }) => {
    const { email, nominator, name } = goodWord
    await test.step('they look round first', async () => {
      await page.goto('/')
      await follow(page, 'Home Care Worker')
      await expectHeading(page, 'Home Care Worker')
      await follow(page, 'How we judge')
      await expectHeading(page, 'How we judge')
      await follow(page, 'Nominate')
      await press(page, 'Start now')
    })

    await test.step('a page that is not right comes back with what they wrote', async () => {
      await expect(page).toHaveTitle('Who are you nominating? – Nominate – Celebrating Excellence in Care')
      await page.getByLabel('Their name').fill(name)
      await press(page, 'Continue')
      await expect(page).toHaveTitle(/^Error: Who are you nominating\?/)
      await expect(page.getByLabel('Their name')).toHaveValue(name)
      await follow(page, 'Choose whether it is a person, a team or a service.')
      await expect(page.getByLabel('One person')).toBeFocused()
      await page.getByLabel('One person').check()
      await press(page, 'Continue')
    })

    await test.step('they go through the pages, check and send', async () => {
      await fillFromWork(page)
      for (const words of [name, goodWord.difference, nominator, 'Home Care Worker']) await expect(page.getByRole('main')).toContainText(words)
      await press(page, 'Send nomination')
      await expectHeading(page, `Thank you. Your nomination for ${name} is in.`)
    })

    const reference = await referenceOn(page)
    expect(reference).toMatch(/^\w{4}-\w{4}$/)
    await test.step('refreshing, going back and a second tab leave one nomination', async () => {
      await page.reload()
      expect(await referenceOn(page)).toBe(reference)
      const secondTab = await page.context().newPage()
      await secondTab.goto(page.url())
      expect(await referenceOn(secondTab)).toBe(reference)
      await secondTab.close()
      await page.goBack()
      await expectHeading(page, 'Check your answers')
      await expect(page.getByRole('main')).toContainText('This is what you sent.')
      await follow(page, 'Back')
      expect(await referenceOn(page)).toBe(reference)
      expect(await listNominations(app)).toEqual([{ reference, state: 'live', version: 1 }])
    })

    const receipt = await test.step('one receipt comes, with the same reference', async () => {
      await app.work()
      const received = mail.mailTo(email)
      expect(received.map(({ subject }) => subject)).toEqual([`We have your nomination for ${name}: ${reference}`])
      return received[0]
    })

    const phone = await elsewhere({ javaScriptEnabled: false })
    await test.step('its link shows on another device how it stands, and asks for a code before any change', async () => {
      await phone.goto(receipt ? linkIn(receipt) : '')
      await expectHeading(phone, `Your nomination for ${name}`)
      await expect(phone.getByRole('main')).toContainText(reference)
      await expect(phone.getByRole('main')).not.toContainText(goodWord.difference)
      await press(phone, 'Send me a code')
      await app.work()
      const codes = mail.mailTo(email).filter(({ subject }) => subject.includes('your code'))
      await phone.getByLabel('The code').fill(codes[0] ? codeIn(codes[0]) : '')
      await press(phone, 'Open my nomination')
      expect(await referenceOn(phone)).toBe(reference)
    })

    await test.step('a changed word makes a new version', async () => {
      await follow(phone, 'Change my nomination')
      await phone.getByRole('link', { name: /^Change Tell us about a time/ }).click()
      await phone.getByRole('textbox').fill('She walked two miles through the snow, twice.')
      await press(phone, 'Continue')
      await expect(phone.getByRole('main')).toContainText('through the snow, twice')
      await expect(phone.getByRole('main')).toContainText('You have changes that are not sent yet')
      await press(phone, 'Send my changes')
      await expectHeading(phone, `Thank you. Your changes to your nomination for ${name} are in.`)
      await expect(phone.getByRole('main')).toContainText('Received, and changed since')
      expect(await listNominations(app)).toEqual([{ reference, state: 'live', version: 2 }])
    })

    await test.step('withdrawn, it stays withdrawn on both devices', async () => {
      await follow(phone, 'Withdraw it')
      await press(phone, 'Withdraw nomination')
      await expectHeading(phone, `Your nomination for ${name} is withdrawn.`)
      await page.reload()
      await expectHeading(page, `Your nomination for ${name} is withdrawn.`)
      expect(await listNominations(app)).toEqual([{ reference, state: 'withdrawn', version: 2 }])
    })
  })
})

test.describe('on a phone without JavaScript, not knowing which category', { tag: '@phone' }, () => {
  test.use({ javaScriptEnabled: false })

  test('three questions lead to one, and a second nomination asks about the nominee alone', async ({ page, app }) => {
    await page.goto('/2027/nominate')
    await follow(page, 'Help me choose')
    await press(page, 'Continue')
    await follow(page, 'Choose one of these.')
    for (const answer of ['One person', 'They support people in their own homes', 'They are new to care work, and already good at it']) {
      await page.getByLabel(answer).check()
      await press(page, 'Continue')
    }
    await expectHeading(page, 'One of these two may fit, or both')
    await press(page, 'Nominate for Home Care Worker')
    await expect(page.getByLabel('One person')).toBeChecked()
    await fillNomination(page)
    await press(page, 'Send nomination')

    const second = { ...goodWord, name: 'Ben Okafor' }
    await press(page, 'Nominate someone else')
    await fillPages(page, second)
    await expectHeading(page, 'Check your answers')
    await expect(page.getByRole('main')).toContainText(goodWord.nominator)
    await press(page, 'Send nomination')
    await expectHeading(page, `Thank you. Your nomination for ${second.name} is in.`)
    const sent = await app.db.selectFrom('nomination').select(['nominator_name', 'nominator_email']).execute()
    expect(sent).toEqual(Array(2).fill({ nominator_name: goodWord.nominator, nominator_email: goodWord.email }))
  })
})

test.describe('at a desk with JavaScript', () => {
  test('the signal is lost at Send: the page stays, and once it is back the nomination goes by itself, once', async ({ page, app }) => {
    await page.goto('/2027/nominate')
    await press(page, 'Start now')
    await page.context().setOffline(true)
    await page.getByLabel('Their name').fill('Asha')
    await press(page, 'Continue')
    await expect(page.getByRole('status')).toContainText('What you wrote is still here')
    await expect(page.getByLabel('Their name')).toHaveValue('Asha')
    await page.context().setOffline(false)
    await fillNomination(page)

    await page.context().setOffline(true)
    await press(page, 'Send nomination')
    await expect(page.getByRole('status')).toContainText('Nothing is lost')
    await expect(page.getByRole('main')).toContainText(goodWord.difference)
    expect(await listNominations(app)).toEqual([])
    await page.context().setOffline(false)
    await expectHeading(page, `Thank you. Your nomination for ${goodWord.name} is in.`)
    expect(await listNominations(app)).toEqual([{ reference: await referenceOn(page), state: 'live', version: 1 }])
  })

  test('the answer to Send is lost: it is asked for again, and tells of the one nomination', async ({ page, app }) => {
    await page.goto('/2027/nominate')
    await press(page, 'Start now')
    await fillNomination(page)
    let lost = 0
    await page.route(/\/check$/, async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch({ maxRedirects: 0 })
      return route.abort()
    })
    await press(page, 'Send nomination')
    await expectHeading(page, `Thank you. Your nomination for ${goodWord.name} is in.`)
    expect([lost, await listNominations(app)]).toEqual([1, [{ reference: await referenceOn(page), state: 'live', version: 1 }]])
  })

  test('the words are counted, a fault takes the focus, and pressing twice sends one nomination', async ({ page, app }) => {
    await page.goto('/')
    await follow(page, 'Nominate someone')
    await press(page, 'Start now')

    await press(page, 'Continue')
    await expect(page.getByRole('alert')).toBeFocused()
    await page.getByRole('alert').getByRole('link', { name: 'Write the name of who you are nominating.' }).press('Enter')
    await expect(page.getByLabel('Their name')).toBeFocused()

    await fillNomination(page)
    await page.getByRole('link', { name: /^Change In one sentence/ }).click()
    const count = page.locator('#answer-words')
    await expect(count).toHaveText('Up to 30 words. You have used 7.', { useInnerText: true })
    await page.getByRole('textbox').fill('kind '.repeat(32))
    await expect(count).toHaveText('Up to 30 words. You have used 32. That is 2 too many.')
    await press(page, 'Continue')
    await expect(page.getByRole('alert')).toContainText('Use 30 words or fewer. You have used 32.')
    await expect(page.getByRole('textbox')).toHaveValue(/^(kind ?){32}$/)
    await page.getByRole('textbox').fill('kind '.repeat(30))
    await press(page, 'Continue')

    const posts: string[] = []
    page.on('request', (sent) => sent.method() === 'POST' && posts.push(sent.url()))
    await page.getByRole('button', { name: 'Send nomination' }).dblclick()
    await expectHeading(page, `Thank you. Your nomination for ${goodWord.name} is in.`)
    expect(posts).toHaveLength(1)
    expect(await listNominations(app)).toEqual([{ reference: await referenceOn(page), state: 'live', version: 1 }])
  })

  test('saved for later, a nomination goes on behind the link of the mail on another device', async ({ page, app, mail, elsewhere }) => {
    await page.goto('/')
    await follow(page, 'Nominate someone')
    await press(page, 'Start now')
    await page.getByLabel('A team').check()
    await page.getByLabel('Their name').fill('The Night Team')
    await press(page, 'Continue')
    await press(page, 'Save and come back later')
    await page.getByLabel('Your email address').fill('nell@people.example')
    await press(page, 'Send me the link')
    await expectHeading(page, 'Check your email')

    await app.work()
    const [letter] = mail.mailTo('nell@people.example')
    const home = await elsewhere()
    await home.goto(letter ? linkIn(letter) : '')
    await press(home, 'Open my nomination')
    await expectHeading(home, 'Where does The Night Team work?')
    await follow(home, 'Back')
    await expect(home.getByLabel('A team')).toBeChecked()
    await expect(home.getByLabel('Their name')).toHaveValue('The Night Team')

    const [used] = await Promise.all([elsewhere(), press(home, 'Continue')])
    await used.goto(letter ? linkIn(letter) : '')
    await expectHeading(used, 'This link no longer works')
    await used.getByLabel('Your email address').fill('nell@people.example')
    await press(used, 'Send me a new link')
    await expectHeading(used, 'Check your email')
    await app.work()
    const [, second] = mail.mailTo('nell@people.example')
    await used.goto(second ? linkIn(second) : '')
    await press(used, 'Open my nomination')
    await expectHeading(used, 'Where does The Night Team work?')
  })

  test('“Finish and clear this device” leaves nothing for the next person', async ({ page }) => {
    await page.goto('/')
    await follow(page, 'Nominate someone')
    await press(page, 'Start now')
    await fillNomination(page)
    await press(page, 'Send nomination')
    const sent = page.url()
    await follow(page, 'Finish and clear this device')
    await press(page, 'Clear this device')
    await expectHeading(page, 'This device is cleared')
    expect(await page.context().cookies()).toEqual([])
    for (const way of [() => page.goBack(), () => page.goto(sent)]) {
      await way()
      await expect(page.getByRole('main')).not.toContainText(goodWord.name)
    }
    await expectHeading(page, 'Not on this device')
  })
})
