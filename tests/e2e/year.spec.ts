import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright/test'
import { hours, later, minutes } from '#app/domain/time.ts'
import { listBroken } from '#db/invariants.server.ts'
import { fillNomination, follow, goodWord, press, referenceOn, signInByCode, type Person, type Word } from '#tests/e2e/acts.ts'
import { expectGoodPage } from '#tests/e2e/checks.ts'
import { expect, test } from '#tests/e2e/support.ts'
import {
  announceAll, answerAsNominee, becomeJudge, chooseFinalists, decideAward, followTask, giveOut, invite, inviteJudge, mendGaps, mergeTwins, releaseHeld, scoreAll, screenAll, sealAward, seatPanel, tellByPhone,
} from '#tests/e2e/year.ts'
import { testSecret } from '#tests/factories/index.ts'
import type { Served } from '#tests/setup/serve.ts'

const ruth = { name: 'Ruth Pascoe', email: 'ruth@council.example' }
const dan = { name: 'Dan Hocking', email: 'dan@council.example' }
const grace = { name: 'Grace Opoku', email: 'grace@people.example' }
const jill = { name: 'Jill Bray', email: 'jill@people.example' }
const mo = { name: 'Mo Carne', email: 'mo@people.example' }
const judges = [jill, mo]
const awards = ['Home Care Worker', 'Care Team']

const asha: Word = { ...goodWord, reach: 'asha@people.example' }
const ashaMisspelt: Word = { ...goodWord, name: 'Asha Pilai', change: 'Mornings are calm.', nominator: 'Ned Tremain', email: 'ned@people.example' }
const ben: Word = { ...goodWord, name: 'Ben Okafor', employer: 'Tamar Care', nominator: 'Una Rowe', email: 'una@people.example', sentence: 'Ben listens first.' }
const nights: Word = {
  ...goodWord, kind: 'A team', name: 'The Night Shift', employer: 'Seaview House', job: '', reach: 'nights@seaview.example', award: 'Care Team',
  sentence: 'They are awake so that we can sleep.', nominator: 'Wyn Hart', email: 'wyn@people.example',
}

/** The dates that the template proposes for an edition begun in October 2026. */
const days = {
  begun: '2026-10-06T09:00:00.000Z', opens: '2026-11-03T09:00:00.000Z', closed: '2027-01-12T17:16:00.000Z',
  screened: '2027-01-15T10:00:00.000Z', told: '2027-01-18T12:30:00.000Z', shortlisted: '2027-02-05T10:00:00.000Z', judged: '2027-02-09T09:30:00.000Z', scored: '2027-02-22T19:00:00.000Z',
  decided: '2027-02-24T10:00:00.000Z', sealed: '2027-02-26T15:00:00.000Z', scripted: '2027-03-17T11:00:00.000Z', ceremony: '2027-03-23T19:00:00.000Z', archived: '2027-03-30T09:00:00.000Z',
}

/**
 * A whole awards year, by clicking: from a database in which there is nothing but its tables to the archive. The clock is
 * the machine's own, moved from day to day; links and codes are those of the mail that came.
 */
test('a year, from an empty database to the archive', async ({ page: ruths, app, mail, elsewhere }) => {
  test.setTimeout(600_000)
  const began = performance.now()
  const post = { app, mail }
  const handheld = { viewport: { width: 360, height: 740 } }
  const [dans, hall, visitor, phone] = [await elsewhere(), await elsewhere(), await elsewhere(), await elsewhere({ javaScriptEnabled: false, ...handheld })]
  let looks = 0
  const look = async (page: Page) => expectGoodPage(page).then(() => void (looks += 1))
  /** A stage of the year: it begins on a day, with what is due done, and leaves the database sound. */
  const stage = (title: string, day: keyof typeof days, acts: () => Promise<void>) =>
    test.step(title, async () => {
      app.clock.now = days[day]
      await app.work()
      await acts()
      await app.work()
      expect(await listBroken(app.db)).toEqual([])
    })
  const back = (page: Page, person: Person) => signInByCode(page, post, person)

  await stage('preparing', 'begun', async () => {
    await visitor.goto('/')
    await look(visitor)
    makeFirstOwner(app.env.DATABASE_URL, ruth)
    await back(ruths, ruth)
    await follow(ruths, 'Start an edition')
    await press(ruths, 'Start the edition')
    await look(ruths)
    await mendGaps(ruths)
    await invite(ruths, dan, 'Organiser')
    await invite(ruths, grace, 'Stage crew')
    await follow(ruths, 'The year')
    await follow(ruths, 'Open nominations')
    await press(ruths, 'Let them open at 9am on Tuesday 3 November 2026')
    await look(ruths)
    await app.work()
    expect(mail.mailTo(dan.email).map(({ subject }) => subject)).toEqual([expect.stringContaining('You can now help')])
  })

  await stage('nominating', 'opens', async () => {
    const small = await elsewhere(handheld)
    for (const [page, word] of [[visitor, asha], [phone, ashaMisspelt], [small, ben], [visitor, nights]] as const) {
      app.clock.now = later(app.clock.now, hours(1))
      await nominate(page, app, word)
    }
    await look(small)
    await look(visitor)
    await app.work()
    expect(mail.mailTo(asha.email).map(({ subject }) => subject)).toEqual([expect.stringContaining('We have your nomination for Asha Pillai')])
  })

  await stage('the clock closes', 'closed', async () => {
    await visitor.goto('/2027/nominate')
    await expect(visitor.getByRole('button', { name: 'Start now' })).toHaveCount(0)
    await look(visitor)
  })

  await stage('screening', 'screened', async () => {
    await back(dans, dan)
    await look(dans)
    await mergeTwins(dans, ashaMisspelt.name, asha.name)
    await look(dans)
    await screenAll(dans, { name: asha.name, words: 'My mother' }, look)
    await follow(dans, 'Notices')
    await follow(dans, 'Write to everybody who has an email address')
    await press(dans, 'Write to 2 nominees')
    await tellByPhone(dans, ben.name)
    await follow(dans, 'Notices')
    await look(dans)
  })

  await stage('nominees answer', 'told', async () => {
    for (const { name, reach = '' } of [asha, nights]) await answerAsNominee(phone, post, { name, email: reach })
  })

  await stage('shortlisting', 'shortlisted', async () => {
    await back(dans, dan)
    await chooseFinalists(dans, { 'Home Care Worker': [asha.name, ben.name], 'Care Team': [nights.name] }, look)
    await followTask(dans, 'Announce the finalists')
    await press(dans, 'Announce the finalists')
    await releaseHeld(dans, 'Letter to a finalist')
    await visitor.goto('/2027/finalists')
    for (const { name } of [asha, ben, nights]) await expect(visitor.getByRole('main')).toContainText(name)
    await look(visitor)
    for (const judge of judges) await inviteJudge(dans, judge)
    for (const award of awards) await seatPanel(dans, award, judges.map(({ name }) => name))
  })

  const [jills, mos] = [await elsewhere(), await elsewhere({ javaScriptEnabled: false })]
  await stage('judging opens', 'judged', async () => {
    for (const [page, judge] of [[jills, jill], [mos, mo]] as const) await becomeJudge(page, post, judge)
    await look(jills)
    await back(dans, dan)
    for (const award of awards) await giveOut(dans, award)
    await follow(dans, 'Judging')
    await look(dans)
    await follow(dans, 'Open judging')
    await press(dans, 'Open judging of 2 categories')
    await app.work()
    expect(mail.mailTo(jill.email).at(-1)?.subject).toMatch(/[Jj]udging/)
  })

  await stage('judges score', 'scored', async () => {
    for (const [page, judge, points] of [[jills, jill, [4, 3]], [mos, mo, [3, 2]]] as const) {
      await back(page, judge)
      await scoreAll(page, { [asha.name]: points[0], [ben.name]: points[1], [nights.name]: points[0] })
      await expect(page.getByRole('main')).toContainText('Everything is finished')
    }
    await look(jills)
  })

  await stage('moderating', 'decided', async () => {
    await back(ruths, ruth)
    await follow(ruths, 'Results')
    await follow(ruths, 'Who sees results')
    for (const { name } of [ruth, dan]) await ruths.getByRole('button', { name: new RegExp(`^Put on the list.*${name}`) }).click()
    await look(ruths)
    await back(dans, dan)
    await decideAward(dans, 'Home Care Worker', asha.name, look)
    await decideAward(dans, 'Care Team', nights.name, look)
  })

  await stage('sealed', 'sealed', async () => {
    await back(dans, dan)
    await back(ruths, ruth)
    for (const award of awards) await sealAward(dans, ruths, award)
    await look(ruths)
    await visitor.goto('/2027/seal')
    await expect(visitor.getByText('Your browser has just worked it out')).toBeVisible()
    await look(visitor)
  })

  await stage('the running order', 'scripted', async () => {
    await back(dans, dan)
    await follow(dans, 'Ceremony')
    await press(dans, 'Make it from the categories')
    await look(dans)
  })

  await stage('the night', 'ceremony', async () => {
    for (const page of [phone, hall]) await back(page, grace)
    await phone.goto('/stage/2027/control')
    await hall.goto('/stage/2027')
    await look(hall)
    await announceAll({ phone, hall, visitor, app }, { 'Home Care Worker': asha.name, 'Care Team': nights.name }, look)
  })

  await stage('the archive', 'archived', async () => {
    await back(ruths, ruth)
    await look(ruths)
    await follow(ruths, 'Archive this edition')
    await press(ruths, 'Archive this edition')
    await expect(ruths.getByRole('main')).toContainText('This year is over')
    await look(ruths)
    await visitor.goto('/')
    await look(visitor)
    await follow(visitor, 'See the winners')
    await expect(visitor.getByRole('link', { name: 'Work in care' })).toBeVisible()
    await look(visitor)
  })
  console.log(`A year by clicking: ${Math.round((performance.now() - began) / 1000)} s, ${looks} looks at pages`)
})

function makeFirstOwner(DATABASE_URL: string, { name, email }: Person): void {
  execFileSync(process.execPath, ['app/first-owner.ts', name, email], { env: { ...process.env, DATABASE_URL, SESSION_SECRET: testSecret, BASE_URL: 'http://localhost:3000', MAIL_FROM: '' } })
}

async function nominate(page: Page, app: Served, word: Word): Promise<string> {
  await page.goto('/')
  await follow(page, 'Nominate someone')
  await page.getByRole('button', { name: /^Start (now|as somebody else)$/ }).click()
  await fillNomination(page, word)
  app.clock.now = later(app.clock.now, minutes(9)) // nobody writes it in an instant
  await press(page, 'Send nomination')
  return referenceOn(page)
}
