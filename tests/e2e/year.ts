import { expect, type Page } from 'playwright/test'
import { publicAfterMs } from '#app/domain/reveal.ts'
import { later } from '#app/domain/time.ts'
import { codeIn, expectHeading, follow, linkIn, newestTo, press, signInByCode, type Person, type Post } from '#tests/e2e/acts.ts'
import type { Served } from '#tests/setup/serve.ts'

/** What people do once a year, each by clicking from the page where they would begin. */

const done = (page: Page, sentence: string | RegExp) => expect(page.getByRole('status').first()).toContainText(sentence)
/** Looks at a page that has just come: whether it is fit for everybody. */
type Look = (page: Page) => Promise<void>

/** A task of the page "The year". */
export async function followTask(page: Page, title: string): Promise<void> {
  await follow(page, 'The year')
  await page.getByRole('main').getByRole('link', { name: title }).click()
}

/** From the page "The year": what the template cannot know, and panels as small as they may be. */
export async function mendGaps(page: Page): Promise<void> {
  await page.getByRole('link', { name: /The host needs/ }).click()
  await page.getByLabel('Phone number').fill('01632 960 123')
  await page.getByLabel('Page about working in care').fill('https://www.skillslaunchpadplym.co.uk/caringplymouth')
  await press(page, 'Save')
  await page.getByRole('link', { name: /^Change.*: The ceremony$/ }).click()
  await page.getByLabel('Where it is held').fill('The Guildhall, Plymouth')
  await press(page, 'Save')
  await page.getByRole('link', { name: /^Change.*: How entries are judged$/ }).click()
  await page.getByLabel('Judges on a panel').fill('2')
  await page.getByLabel('Fewest judges who must score an entry').fill('2')
  await press(page, 'Save')
  await follow(page, 'The year')
}

export async function invite(page: Page, { name, email }: Person, role: string): Promise<void> {
  await follow(page, 'People')
  await follow(page, 'Invite somebody')
  await page.getByLabel('Their name').fill(name)
  await page.getByLabel('Their email address').fill(email)
  await page.getByLabel(role, { exact: true }).check()
  await press(page, 'Give the role and tell them')
  await done(page, 'They have the role now')
}

export async function mergeTwins(page: Page, from: string, into: string): Promise<void> {
  await follow(page, 'Look-alikes')
  await page.getByRole('link', { name: /^Look at both/ }).click()
  await page.getByRole('button', { name: /^Merge / }).click()
  await expectHeading(page, `${from} is ${into}`)
}

/** Reads every entry; of one, covers some words before it is found eligible, as all are. */
export async function screenAll(page: Page, covered: { name: string; words: string }, look: Look): Promise<void> {
  for (;;) {
    await followTask(page, 'Screen the entries')
    await expectHeading(page, 'Entries')
    const [next] = await page.getByRole('table').getByRole('link').all()
    if (!next) return
    const name = await next.innerText()
    await next.click()
    if (name === covered.name) await coverWords(page, covered.words, look)
    await page.getByLabel('Eligible', { exact: true }).check()
    await press(page, 'Keep this decision')
    await done(page, 'Your decision is kept.')
  }
}

async function coverWords(page: Page, words: string, look: Look): Promise<void> {
  await look(page)
  await page.getByRole('link', { name: /^Cover words in What changed/ }).first().click()
  await page.getByLabel('Words to cover').fill(words)
  await press(page, 'Show me first')
  await expect(page.getByRole('heading', { name: 'What judges would read' })).toBeVisible()
  await look(page)
  await press(page, 'Cover these words')
  await follow(page, 'Read it as judges do')
  await expect(page.getByRole('main')).not.toContainText(words)
  await page.goBack()
}

export async function tellByPhone(page: Page, name: string): Promise<void> {
  await follow(page, 'Notices')
  await follow(page, name)
  await page.getByLabel(/[Pp]hone/).check()
  await press(page, 'Note that they were told')
  await done(page, 'Noted: they have been told.')
}

/** Says yes to everything by the link of the notice, with the code that is mailed. */
export async function answerAsNominee(page: Page, post: Post, { name, email }: Person): Promise<void> {
  await page.goto(linkIn(newestTo(post, email)))
  await follow(page, 'Answer')
  await page.getByRole('group', { name: 'Do you want to take part?' }).getByLabel('Yes').first().check()
  for (const yes of await page.getByRole('radio', { name: 'Yes', exact: true }).all()) await yes.check()
  await page.getByLabel('How it is said').fill(name)
  await press(page, 'Continue')
  await post.app.work()
  await page.getByLabel('The code').fill(codeIn(newestTo(post, email)))
  await press(page, 'Keep my answer')
  await done(page, 'Thank you. Your answer is kept')
}

/** By category: who goes to its judges. Every other category gets no award. */
export async function chooseFinalists(page: Page, chosen: Record<string, string[]>, look: Look): Promise<void> {
  await follow(page, 'Shortlists')
  const categories = await page.getByRole('table').getByRole('rowheader').allInnerTexts()
  for (const category of categories) {
    await follow(page, 'Shortlists')
    await page.getByRole('table').getByRole('link', { name: category, exact: true }).click()
    const names = chosen[category]
    if (names) await finishShortlist(page, names, look)
    else await giveNoAward(page)
  }
}

async function finishShortlist(page: Page, names: string[], look: Look): Promise<void> {
  for (const name of names) {
    await page.getByRole('group', { name: `${name}: in or out?` }).getByLabel('In', { exact: true }).check()
    await page.getByLabel(`Why, for ${name}`).fill('A story with a change in it.')
  }
  await look(page)
  await press(page, 'Save these decisions')
  await follow(page, 'Finish this shortlist')
  await press(page, 'Finish this shortlist')
  await done(page, 'The shortlist is finished.')
}

async function giveNoAward(page: Page): Promise<void> {
  await follow(page, 'Give no award here')
  await page.getByLabel('The reason').fill('Nobody was nominated in this category')
  await press(page, 'Give no award in this category')
  await done(page, 'There will be no award in this category.')
}

/** Lets all held messages of a kind go. */
export async function releaseHeld(page: Page, kind: string): Promise<void> {
  await follow(page, 'Outbox')
  await page.getByRole('link', { name: `Release what is held: ${kind} (` }).click()
  await page.getByRole('button', { name: /^Release \d+ messages?$/ }).click()
  await done(page, 'They are released')
}

export async function inviteJudge(page: Page, { name, email }: Person): Promise<void> {
  await follow(page, 'Judging')
  await follow(page, 'Judges')
  await follow(page, 'Invite a judge')
  await page.getByLabel('Their name').fill(name)
  await page.getByLabel('Their email address').fill(email)
  await press(page, 'Send the invitation')
  await done(page, 'The invitation is in the outbox.')
}

/** The first of them leads the panel. */
export async function seatPanel(page: Page, award: string, judges: string[]): Promise<void> {
  await openPanel(page, award)
  for (const name of judges) {
    await page.getByLabel('Add a judge').selectOption({ label: `${name} (has not answered)` })
    await press(page, 'Put them on the panel')
    await done(page, 'They are on the panel.')
  }
  await page.getByRole('button', { name: new RegExp(`^Make chair.*${judges[0]}`) }).click()
  await done(page, 'The panel has its chair.')
}

async function openPanel(page: Page, award: string): Promise<void> {
  await follow(page, 'Judging')
  await follow(page, 'Panels')
  await follow(page, award)
}

/** From the invitation that came by mail to the first page of the desk. */
export async function becomeJudge(page: Page, post: Post, judge: Person): Promise<void> {
  await page.goto(linkIn(newestTo(post, judge.email)))
  await press(page, 'Yes, I will judge')
  await signInByCode(page, post, judge)
  await page.getByLabel('I have read this and will keep to it').check()
  await press(page, 'Sign')
  await page.getByLabel(/^None of these/).check()
  await press(page, 'Save and go on')
  await page.getByLabel('I have no tie with any of them').check()
  await press(page, 'Save and go on')
  await expectHeading(page, 'Your entries')
}

export async function giveOut(page: Page, award: string): Promise<void> {
  await openPanel(page, award)
  await follow(page, 'See the proposal')
  await press(page, 'Give the entries to their judges')
  await done(page, 'The entries are given to their judges.')
}

/** Scores and finishes one entry after the other; `points` by name, the same for each criterion. */
export async function scoreAll(page: Page, points: Record<string, number>): Promise<void> {
  for (const [name, point] of Object.entries(points)) {
    await expectHeading(page, 'Your entries')
    await page.getByRole('main').getByRole('link', { name }).first().click()
    for (const mark of await page.getByRole('radio', { name: new RegExp(`^${point} `) }).all()) await mark.check()
    await page.getByLabel('A sentence for the stage').fill('Said by everybody who knows them.')
    await press(page, 'Finish scorecard')
    await done(page, 'Your scorecard is finished')
  }
}

const citation = (name: string) =>
  `${name} notices what others walk past. When a quiet evening went wrong nobody had to ask: a chair was moved closer, a kettle was filled, a family was rung before they could worry. Colleagues say that shifts feel shorter beside somebody so steady, so funny and so kind.`

/** Closes the scoring, writes down who wins, and settles it. */
export async function decideAward(page: Page, award: string, winner: string, look: Look): Promise<void> {
  await follow(page, 'Results')
  await follow(page, award)
  await follow(page, 'Close scoring')
  await press(page, 'Close scoring')
  await done(page, 'Scoring is closed.')
  await look(page)
  await follow(page, 'Write down the decision')
  await page.getByLabel(`Award for ${winner}`).selectOption('Winner')
  await page.getByLabel(`Citation for ${winner}`).fill(citation(winner))
  await look(page)
  await press(page, 'Save the decision')
  await follow(page, 'Settle the decision')
  await press(page, 'Settle the decision')
  await done(page, 'The decision is settled.')
}

/** The one asks, the other seals. */
export async function sealAward(first: Page, second: Page, award: string): Promise<void> {
  for (const [page, button, said] of [[first, 'Ask to seal this', 'You have asked for the seal.'], [second, 'Seal this for good', 'Sealed.']] as const) {
    await follow(page, 'Results')
    await follow(page, award)
    await follow(page, 'Seal it')
    await press(page, button)
    await done(page, said)
  }
}

interface Night {
  phone: Page
  hall: Page
  visitor: Page
  app: Served
}

/** Presses Next to the end: the hall has each winner at once, the public a minute later and not before. */
export async function announceAll({ phone, hall, visitor, app }: Night, winners: Record<string, string>, look: Look): Promise<void> {
  await visitor.goto('/2027/winners')
  for (;;) {
    const next = phone.getByRole('button', { name: /^Next/ })
    if ((await next.count()) === 0) break
    const award = /show the winner of (.*)/i.exec(await next.innerText())?.[1]
    await next.click()
    if (award) await expectRevealed(winners[award] ?? '')
  }

  async function expectRevealed(name: string) {
    await expect(hall.getByRole('heading', { level: 1 })).toContainText(name)
    await look(hall)
    await visitor.reload()
    await expect(visitor.getByRole('main')).not.toContainText(name)
    app.clock.now = later(app.clock.now, publicAfterMs)
    await visitor.reload()
    await expect(visitor.getByRole('main')).toContainText(name)
    await look(visitor)
  }
}
