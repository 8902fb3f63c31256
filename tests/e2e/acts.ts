import { keysFrom } from '#app/platform/tokens.server.ts'
import { buildDemo, type DemoStage } from '#tests/demo/build.ts'
import type { ReceivedEmail } from '#tests/setup/resend.ts'
import type { Served } from '#tests/setup/serve.ts'
import { expect, type Page } from 'playwright/test'

/** What people do in more than one journey. */

/** An edition made by the product's own commands, with so many nominations of the sample data. */
export async function prepareAwards(app: Served, { stage = 'nominating', size = 0 }: { stage?: DemoStage; size?: number } = {}): Promise<void> {
  const { db, env, clock } = app
  await buildDemo({ db, keys: keysFrom(env.SESSION_SECRET), baseUrl: env.BASE_URL, now: clock.now, stage, size, say: () => undefined })
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()

export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

/** A good word, as short as it may be. */
export const goodWord = {
  name: 'Asha Pillai', employer: 'Harbour Home Care', job: 'Care assistant', award: 'Home Care Worker',
  sentence: 'Asha makes every morning a good one.',
  difference: 'When the snow came she walked two miles, so that nobody on her round went without breakfast.',
  change: 'My mother eats again. She says so herself.',
  own: 'She asks first, and waits for the answer.',
  relationship: 'I am a relative or friend of someone they support',
  nominator: 'Nell Tremain', email: 'nell@people.example',
}

/** From the first page of the form to the check, page by page. */
export async function fillNomination(page: Page, word = goodWord): Promise<void> {
  await page.getByLabel('One person').check()
  await page.getByLabel('Their name').fill(word.name)
  await press(page, 'Continue')
  await fillFromWork(page, word)
}

/** The same from the second page on. */
export async function fillFromWork(page: Page, word = goodWord): Promise<void> {
  await page.getByLabel('The home, agency, hospital or service').fill(word.employer)
  await page.getByLabel('Their job').fill(word.job)
  await press(page, 'Continue')
  await page.getByLabel(word.award).check()
  await press(page, 'Continue')
  for (const answer of [word.sentence, word.difference, word.change, word.own]) {
    await page.getByRole('textbox').fill(answer)
    await press(page, 'Continue')
  }
  await page.getByLabel(word.relationship).check()
  await page.getByLabel('Yes, you may give my name').check()
  await press(page, 'Continue')
  await page.getByLabel('Your name').fill(word.nominator)
  await page.getByLabel('Your email address').fill(word.email)
  await press(page, 'Continue')
  await expectHeading(page, 'Check your answers')
}

export function linkIn({ text }: ReceivedEmail): string {
  return /https?:\/\/\S+/.exec(text)?.[0] ?? ''
}

export function codeIn({ text }: ReceivedEmail): string {
  return /\b\d{6}\b/.exec(text)?.[0] ?? ''
}

/** A reference as we write it, such as `K7H4-X29R`. */
export async function referenceOn(page: Page): Promise<string> {
  const panel = await page.getByText('Your reference').innerText()
  return panel.split('\n').at(-1)?.trim() ?? ''
}
