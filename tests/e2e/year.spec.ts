import { execFileSync } from 'node:child_process'
import type { BrowserContextOptions, Page } from 'playwright/test'
import { hours, later, minutes } from '#app/domain/time.ts'
import { listBroken } from '#db/invariants.server.ts'
import { expectHeading, fillNomination, follow, goodWord, newestTo, press, signInByCode, type Person, type Post, type Word } from '#tests/e2e/acts.ts'
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
const awards = ['Home Care Worker', 'Care Team'] as const

const asha: Word = { ...goodWord, reach: 'asha@people.example' }
const ashaMisspelt: Word = { ...goodWord, name: 'Asha Pilai', change: 'Mornings are calm.', nominator: 'Ned Tremain', email: 'ned@people.example' }
const ben: Word = { ...goodWord, name: 'Ben Okafor', employer: 'Tamar Care', nominator: 'Una Rowe', email: 'una@people.example', sentence: 'Ben listens first.' }
const nights: Word = {
  ...goodWord, kind: 'A team', name: 'The Night Shift', employer: 'Seaview House', job: '', reach: 'nights@seaview.example', award: 'Care Team',
  sentence: 'They are awake so that we can sleep.', nominator: 'Wyn Hart', email: 'wyn@people.example',
}

const winners = { 'Home Care Worker': asha.name, 'Care Team': nights.name }

/** The dates that the template proposes for an edition begun in October 2026. */
const days = {
  begun: '2026-10-06T09:00:00.000Z', opens: '2026-11-03T09:00:00.000Z', closed: '2027-01-12T17:16:00.000Z',
  screened: '2027-01-15T10:00:00.000Z', told: '2027-01-18T12:30:00.000Z', shortlisted: '2027-02-05T10:00:00.000Z', judged: '2027-02-09T09:30:00.000Z', scored: '2027-02-22T19:00:00.000Z',
  decided: '2027-02-24T10:00:00.000Z', sealed: '2027-02-26T15:00:00.000Z', scripted: '2027-03-17T11:00:00.000Z', ceremony: '2027-03-23T19:00:00.000Z', archived: '2027-03-30T09:00:00.000Z',
}

type Elsewhere = (options?: BrowserContextOptions) => Promise<Page>
const handheld = { viewport: { width: 360, height: 740 } }

/** Who sits before which screen all the year; the phone has no scripts. */
interface Year extends Post {
  ruths: Page
  dans: Page
  visitor: Page
  phone: Page
  elsewhere: Elsewhere
  /** looks at a page that has just come: whether it is fit for everybody */
  look: (page: Page) => Promise<void>
  /** somebody comes back after days, and signs in again */
  back: (page: Page, person: Person) => Promise<void>
}

type Acts = (year: Year) => Promise<void>

const prepare: Acts = async ({ app, mail, ruths, visitor, look, back }) => {
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
}

const nominate: Acts = async ({ app, mail, visitor, phone, elsewhere, look }) => {
  const small = await elsewhere(handheld)
  for (const [page, word] of [[visitor, asha], [phone, ashaMisspelt], [small, ben], [visitor, nights]] as const) {
    app.clock.now = later(app.clock.now, hours(1))
    await nominateOne(page, app, word)
  }
  for (const page of [small, visitor]) await look(page)
  await app.work()
  expect(mail.mailTo(asha.email).map(({ subject }) => subject)).toEqual([expect.stringContaining('We have your nomination for Asha Pillai')])
}

const findClosed: Acts = async ({ visitor, look }) => {
  await visitor.goto('/2027/nominate')
  await expect(visitor.getByRole('button', { name: 'Start now' })).toHaveCount(0)
  await look(visitor)
}

const screen: Acts = async ({ dans, look, back }) => {
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
}

const answer: Acts = async ({ phone, ...post }) => {
  for (const { name, reach = '' } of [asha, nights]) await answerAsNominee(phone, post, { name, email: reach })
}

const choose: Acts = async ({ dans, visitor, look, back }) => {
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
}

const judge: Acts = async ({ app, mail, dans, elsewhere, look, back }) => {
  const desks = [{ ...jill, page: await elsewhere(), points: [4, 3] }, { ...mo, page: await elsewhere({ javaScriptEnabled: false }), points: [3, 2] }] as const
  for (const { page, ...person } of desks) await becomeJudge(page, { app, mail }, person)
  await look(desks[0].page)
  await back(dans, dan)
  for (const award of awards) await giveOut(dans, award)
  await follow(dans, 'Judging')
  await look(dans)
  await follow(dans, 'Open judging')
  await press(dans, 'Open judging of 2 categories')
  await app.work()
  expect(newestTo({ mail }, jill.email).subject).toMatch(/judging/i)
  app.clock.now = days.scored
  for (const { page, points: [higher, lower], ...person } of desks) {
    await back(page, person)
    await scoreAll(page, { [asha.name]: higher, [ben.name]: lower, [nights.name]: higher })
    await expect(page.getByRole('main')).toContainText('Everything is finished')
  }
  await look(desks[0].page)
}

const decide: Acts = async ({ ruths, dans, look, back }) => {
  await back(ruths, ruth)
  await follow(ruths, 'Results')
  await follow(ruths, 'Who sees results')
  for (const { name } of [ruth, dan]) await ruths.getByRole('button', { name: new RegExp(`^Put on the list.*${name}`) }).click()
  await look(ruths)
  await back(dans, dan)
  for (const award of awards) await decideAward(dans, award, winners[award], look)
}

const seal: Acts = async ({ ruths, dans, visitor, look, back }) => {
  await back(dans, dan)
  await back(ruths, ruth)
  for (const award of awards) await sealAward(dans, ruths, award)
  await look(ruths)
  await visitor.goto('/2027/seal')
  await expect(visitor.getByText('Your browser has just worked it out')).toBeVisible()
  await look(visitor)
}

const orderTheNight: Acts = async ({ dans, look, back }) => {
  await back(dans, dan)
  await follow(dans, 'Ceremony')
  await press(dans, 'Make it from the categories')
  await look(dans)
}

const announce: Acts = async ({ app, visitor, phone, elsewhere, look, back }) => {
  const hall = await elsewhere()
  for (const page of [phone, hall]) await back(page, grace)
  await phone.goto('/stage/2027/control')
  await hall.goto('/stage/2027')
  await look(hall)
  await announceAll({ phone, hall, visitor, app }, winners, look)
}

const archive: Acts = async ({ ruths, visitor, look, back }) => {
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
}

/** Each begins on its day with what is due done. */
const stages: [title: string, day: keyof typeof days, acts: Acts][] = [
  ['preparing', 'begun', prepare], ['nominating', 'opens', nominate], ['the clock closes', 'closed', findClosed], ['screening', 'screened', screen],
  ['nominees answer', 'told', answer], ['shortlisting', 'shortlisted', choose], ['judging', 'judged', judge], ['moderating', 'decided', decide],
  ['sealing', 'sealed', seal], ['the running order', 'scripted', orderTheNight], ['the night', 'ceremony', announce], ['the archive', 'archived', archive],
]

/**
 * A whole awards year, by clicking: from a database in which there is nothing but its tables to the archive. The clock is
 * the machine's own, moved from day to day; links and codes are those of the mail that came.
 */
test('a year, from an empty database to the archive', async ({ page: ruths, app, mail, elsewhere }) => {
  test.setTimeout(600_000)
  const began = performance.now()
  let looks = 0
  const year: Year = {
    app, mail, elsewhere, ruths, dans: await elsewhere(), visitor: await elsewhere(), phone: await elsewhere({ javaScriptEnabled: false, ...handheld }),
    look: (page) => expectGoodPage(page).then(() => void (looks += 1)),
    back: (page, person) => signInByCode(page, { app, mail }, person),
  }
  for (const [title, day, acts] of stages) {
    await test.step(title, async () => {
      app.clock.now = days[day]
      await app.work()
      await acts(year)
      await app.work()
      expect(await listBroken(app.db)).toEqual([])
    })
  }
  console.log(`A year by clicking: ${Math.round((performance.now() - began) / 1000)} s, with ${looks} looks at pages`)
})

/** As the README says: whom nobody in the browser can let in. */
function makeFirstOwner(DATABASE_URL: string, { name, email }: Person): void {
  execFileSync(process.execPath, ['app/first-owner.ts', name, email], { env: { ...process.env, DATABASE_URL, SESSION_SECRET: testSecret } })
}

async function nominateOne(page: Page, app: Served, word: Word): Promise<void> {
  await page.goto('/')
  await follow(page, 'Nominate someone')
  await page.getByRole('button', { name: /^Start (now|as somebody else)$/ }).click()
  await fillNomination(page, word)
  app.clock.now = later(app.clock.now, minutes(9)) // nobody writes it in an instant
  await press(page, 'Send nomination')
  await expectHeading(page, `Thank you. Your nomination for ${word.name} is in.`)
}
